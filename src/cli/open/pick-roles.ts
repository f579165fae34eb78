import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpRole } from '../../core/catalog/label-lookup.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import { exitCodes, Failure } from '../shell/failure.ts';

/** The numbers of the named roles, in the order named, each once. An unknown name is wrong usage, with what was probably meant. */
export function pickRoles(catalog: Catalog, names: readonly string[]): number[] {
  const roles = names.map((input) => {
    const role = lookUpRole(catalog, input);
    if (role >= 0) return role;
    const suggestions = makeSuggestIds(catalog)('role', input);
    throw new Failure(exitCodes.usage, [
      { code: 'unknown-argument', facts: { what: 'role', input, list: 'roles' }, suggestions },
    ]);
  });
  return [...new Set(roles)];
}
