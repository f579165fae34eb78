import type { PackDraft } from '../../catalog/read-pack.ts';
import { swallowConsequences } from '../../checks/swallow-consequences.ts';
import { type Catalog, roleNumberOf, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';

/**
 * What is wrong with packs, the causes alone: what follows from a part that could not be read is left out, and ids of the
 * built-in data in a pack that stands alone are one fault, in its `pack.yaml`.
 *
 * @param layers the packs, lowest first
 * @param found what reading them and the rules over them found
 * @param isBuiltIn whether the built-in data has an id; asked only where that may matter
 */
export function findCauses(
  layers: readonly PackDraft[],
  found: readonly Diagnostic[],
  isBuiltIn: (id: string) => boolean,
): Diagnostic[] {
  const causes = swallowConsequences(
    found,
    layers.flatMap((pack) => pack.faulty),
  );
  const [lowest] = layers;
  return lowest?.base === 'none' ? sayBaseOnce(lowest, causes, isBuiltIn) : causes;
}

function sayBaseOnce(lowest: PackDraft, found: readonly Diagnostic[], isBuiltIn: (id: string) => boolean): Diagnostic[] {
  const named = found.filter(isUnknown).filter(({ facts }) => isBuiltIn(facts.name));
  const ids = [...new Set(named.map(({ facts }) => facts.name))];
  // One id may well be a slip; several are a base that was forgotten.
  if (ids.length < 2) return [...found];
  const place = lowest.placeInMeta(['base']);
  const related = named.flatMap((one) =>
    one.place === undefined ? [] : [{ message: `${one.facts.name} is named here`, place: one.place }],
  );
  const cause: Diagnostic = {
    code: 'base-none',
    facts: { inputs: ids },
    ...(place === undefined ? {} : { place }),
    related: related.slice(0, 3),
  };
  const explained = new Set<Diagnostic>(named);
  return [cause, ...found.filter((one) => !explained.has(one))];
}

type Unknown = Extract<Diagnostic, { readonly code: 'unknown-skill' | 'unknown-role' }>;

function isUnknown(one: Diagnostic): one is Unknown {
  return one.code === 'unknown-skill' || one.code === 'unknown-role';
}

/** Whether a catalog has a skill or a role of exactly this id. */
export function hasId(catalog: Catalog, id: string): boolean {
  return skillNumberOf(catalog, id) >= 0 || roleNumberOf(catalog, id) >= 0;
}
