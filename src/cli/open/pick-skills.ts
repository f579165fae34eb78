import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../../core/catalog/label-lookup.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import { exitCodes, Failure } from '../shell/failure.ts';

/** The numbers of the named skills. An unknown name is wrong usage, with what was probably meant. */
export function pickSkills(catalog: Catalog, names: readonly string[]): number[] {
  return names.map((input) => {
    const skill = lookUpSkill(catalog, input);
    if (skill >= 0) return skill;
    const suggestions = makeSuggestIds(catalog)('skill', input);
    throw new Failure(exitCodes.usage, [
      { code: 'unknown-argument', facts: { what: 'skill', input, list: 'skills' }, suggestions },
    ]);
  });
}
