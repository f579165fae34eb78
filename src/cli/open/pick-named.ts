import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpRole, lookUpSkill } from '../../core/catalog/label-lookup.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import { exitCodes, Failure } from '../shell/failure.ts';

/** The numbers of the named roles, in the order named, each once. An unknown name is wrong usage, with what was probably meant. */
export function pickRoles(catalog: Catalog, names: readonly string[]): number[] {
  return [...new Set(names.map((input) => known(catalog, 'role', input, lookUpRole(catalog, input))))];
}

/** The numbers of the named skills, in the order named. An unknown name is wrong usage, with what was probably meant. */
export function pickSkills(catalog: Catalog, names: readonly string[]): number[] {
  return names.map((input) => known(catalog, 'skill', input, lookUpSkill(catalog, input)));
}

function known(catalog: Catalog, what: 'role' | 'skill', input: string, found: number): number {
  if (found >= 0) return found;
  const suggestions = makeSuggestIds(catalog)(what, input);
  throw new Failure(exitCodes.usage, [{ code: 'unknown-argument', facts: { what, input, list: `${what}s` }, suggestions }]);
}
