import type { Level } from '../model/scale.ts';
import type { CatalogIndex } from './catalog-index.ts';

/** One of these skills at this level must be held before the first step of a skill. */
export interface SkillPrerequisite {
  /** In the order of the data, never empty. */
  readonly skills: readonly number[];
  readonly level: Level;
}

/** What a skill requires to be held before its first step: all of these, one skill of each. */
export function prerequisitesOfSkill(index: CatalogIndex, skill: number): SkillPrerequisite[] {
  const found: SkillPrerequisite[] = [];
  for (let i = index.requiresStart[skill] as number; i < (index.requiresStart[skill + 1] as number); i++) {
    const skills = [...index.requiresSkill.subarray(index.requiresChoiceStart[i], index.requiresChoiceStart[i + 1])];
    found.push({ skills, level: index.requiresLevel[i] as number });
  }
  return found;
}
