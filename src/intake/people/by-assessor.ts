import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Level } from '../../core/model/scale.ts';
import { makeNameReader } from '../names/read-name.ts';
import { isSelf, pickNewest } from '../ratings.ts';
import type { PersonRow } from './batch-rows.ts';

/**
 * The levels that one assessor gives a person, by the numbers of the skills: of several for a skill the newest.
 *
 * @param assessor a word such as `manager`, in whatever case; any word for oneself is the person
 */
export function levelsBy(catalog: Catalog, { person, profile }: PersonRow, assessor: string): Map<number, Level> {
  const readName = makeNameReader(catalog);
  const names = [person, profile.name ?? person].map((name) => name.toLowerCase());
  const wanted = assessor.trim().toLowerCase();
  const isBy = (by: string | undefined): boolean =>
    isSelf(wanted, names) ? isSelf(by, names) : (by ?? '').trim().toLowerCase() === wanted;
  const levels = new Map<number, Level>();
  for (const declared of profile.skills) {
    // The level that counts is the newest of whoever gave it.
    const counting = isBy(declared.assessedBy)
      ? declared
      : pickNewest((declared.ratings ?? []).filter((one) => isBy(one.assessedBy)));
    if (counting === undefined) continue;
    for (const { skill } of readName(declared.input).skills) levels.set(skill, Math.max(levels.get(skill) ?? 0, counting.level));
  }
  return levels;
}
