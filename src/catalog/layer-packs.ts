import type { CatalogDraft, DraftEntry, ReplacedEntry, Requirement, Role, Skill } from '../core/model/model.ts';
import type { PackDraft } from './read-pack.ts';

/**
 * Lays packs over each other, lowest first: an entry of a later layer replaces the whole entry of the same id.
 * Two entries of one id within a layer both stay: that is a fault which the checks report.
 */
export function layerPacks(packs: readonly PackDraft[]): CatalogDraft {
  const skills = layer(packs.map((pack) => pack.skills));
  const members = membersByFamily(skills);
  const written = new Map<DraftEntry<unknown>, DraftEntry<unknown>>();
  const roles = layer(packs.map((pack) => pack.roles)).map((entry) => {
    const filled = withMembers(entry, members);
    if (filled !== entry) written.set(filled, entry);
    return filled;
  });
  return {
    packs: packs.map((pack, i) => {
      const replaces = [...replacedBy(packs, i, 'skills', 'skill'), ...replacedBy(packs, i, 'roles', 'role')];
      return replaces.length === 0 ? pack.meta : { ...pack.meta, replaces };
    }),
    skills,
    roles,
    placeOf: (entry, path, part) => packs[entry.layer]?.placeOf(written.get(entry) ?? entry, path, part),
    placeInPack: (layer, path) => packs[layer]?.placeInMeta(path),
  };
}

/** The skills of each family, in the order of the files. */
function membersByFamily(skills: readonly DraftEntry<Skill>[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { value } of skills) {
    for (const family of new Set(value.families)) {
      const known = members.get(family);
      if (known === undefined) members.set(family, [value.id]);
      else known.push(value.id);
    }
  }
  return members;
}

/** A role whose requirements of a family list the skills that all the packs together have of it. */
function withMembers(entry: DraftEntry<Role>, members: ReadonlyMap<string, readonly string[]>): DraftEntry<Role> {
  const { requirements } = entry.value;
  if (requirements.every(({ family }) => family === undefined)) return entry;
  const filled = requirements.map((requirement): Requirement => {
    const { family } = requirement;
    if (family === undefined) return requirement;
    return { ...requirement, anyOf: (members.get(family.name) ?? []).map((skill) => ({ skill, level: family.level })) };
  });
  return { ...entry, value: { ...entry.value, requirements: filled } };
}

/** The entries of the packs below one that it puts its own in place of; of several below, the highest loses it. */
function replacedBy(
  packs: readonly PackDraft[],
  above: number,
  list: 'skills' | 'roles',
  kind: ReplacedEntry['kind'],
): ReplacedEntry[] {
  if (above === 0) return [];
  const owners = new Map<string, string>();
  for (const pack of packs.slice(0, above)) for (const { value } of pack[list]) owners.set(value.id, pack.meta.name);
  const ids = new Set(packs[above]?.[list].map(({ value }) => value.id));
  return [...ids].flatMap((id) => {
    const of = owners.get(id);
    return of === undefined ? [] : [{ kind, id, of }];
  });
}

function layer<T extends { readonly id: string }>(layers: readonly (readonly DraftEntry<T>[])[]): DraftEntry<T>[] {
  let entries: DraftEntry<T>[] = [];
  for (const above of layers) {
    const replaced = new Set(above.map((entry) => entry.value.id));
    entries = [...entries.filter((entry) => !replaced.has(entry.value.id)), ...above];
  }
  return entries;
}
