import { type Catalog, effortOrder } from '../catalog/catalog-index.ts';
import { prerequisitesOfSkill } from '../catalog/prerequisites.ts';
import type { Level } from '../model/scale.ts';

/** Raises one skill from the level below to `level`. */
export interface LearningStep {
  readonly skill: number;
  /** The level reached. */
  readonly level: Level;
}

export interface Hours {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

/** What one step costs, in hours, by the skill's effort class. */
export function hoursOf(catalog: Catalog, step: LearningStep): Hours {
  const effort = effortOrder[catalog.index.skillEffort[step.skill] as number] ?? 'medium';
  const hours = catalog.scale.efforts[effort];
  const at = step.level - 1;
  return { low: hours.low[at] ?? 0, typical: hours.typical[at] ?? 0, high: hours.high[at] ?? 0 };
}

/** What some steps cost together, in typical hours. */
export function typicalHours(catalog: Catalog, steps: readonly LearningStep[]): number {
  return steps.reduce((sum, step) => sum + hoursOf(catalog, step).typical, 0);
}

/** One thing that a step waits for: any one of these steps. Never empty. */
export type StepNeed = readonly LearningStep[];

/**
 * What must be done right before a step: the step below it, what the skill requires (of a choice, one is enough), and each
 * implied skill at the implied level. In learning, an implication is a prerequisite and never a free gift: otherwise Spring
 * Boot, which requires Java and implies Java, would teach Java for nothing.
 */
export function prerequisitesOf({ index }: Catalog, { skill, level }: LearningStep): StepNeed[] {
  const needed: StepNeed[] = [];
  if (level > 1) needed.push([{ skill, level: level - 1 }]);
  for (const { skills, level: asked } of prerequisitesOfSkill(index, skill)) {
    needed.push(skills.map((one) => ({ skill: one, level: asked })));
  }
  for (let i = index.impliesStart[skill] as number; i < (index.impliesStart[skill + 1] as number); i++) {
    const impliedLevel = level + (index.impliesOffset[i] as number);
    if (impliedLevel >= 1) needed.push([{ skill: index.impliesSkill[i] as number, level: impliedLevel }]);
  }
  return needed;
}

/** What a step still waits for where somebody holds some levels: empty when it can be taken at once. */
export function openNeeds(catalog: Catalog, step: LearningStep, levels: ArrayLike<number>): StepNeed[] {
  return prerequisitesOf(catalog, step).filter((need) => !need.some((one) => (levels[one.skill] as number) >= one.level));
}

/** From this level on a skill is learned by doing the job rather than by study. */
const workFrom = 4;

/** Whether a step is learned on the job: the higher levels of everything, and all levels of what its entry says so of. */
export function isLearnedAtWork({ index }: Catalog, { skill, level }: LearningStep): boolean {
  return level >= workFrom || index.skillLearnedByWork[skill] === 1;
}

/** One number for a step: steps sorted by it stand in the order of their skills' ids, then of their levels. */
export function stepKey(catalog: Catalog, step: LearningStep): number {
  return step.skill * catalog.scale.levels.length + step.level;
}
