import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import type { Level } from '../model/scale.ts';
import { assessRole } from './fit.ts';
import type { HeldLevels } from './held-levels.ts';

/** A skill worth asking about, and what the answer brings. */
export interface NextQuestion {
  readonly skill: number;
  /** By how many points of fit the answer narrows the role's range, as a mean over all levels that could be answered. */
  readonly narrowing: number;
}

/** A range is narrow enough when it lies within so many points around its middle. */
export const closeEnough = 5;
/** Below this, an answer changes nothing that can be seen. */
const nothing = 1e-9;

/** The width of a role's range, in points: what the answers not yet given could add. */
export function rangeWidth(catalog: Catalog, role: number, held: HeldLevels): number {
  const { fit, high } = assessRole(catalog, role, held);
  return high - fit;
}

/**
 * The skills that a role asks for and that are not said, those first whose answer narrows the role's range most. The
 * answer is not known, so the mean over the scale's levels counts, each as likely as the others. Equals stay in the order in
 * which the role asks for them. A skill that cannot narrow the range is left out.
 */
export function rankQuestions(catalog: Catalog, role: number, held: HeldLevels): NextQuestion[] {
  const width = rangeWidth(catalog, role, held);
  const levels = catalog.scale.levels.length;
  const trial = copyOf(held);
  const ranked: NextQuestion[] = [];
  for (const skill of openSkills(catalog.index, role, held)) {
    let left = 0;
    for (let level = 0; level < levels; level++) {
      const undo = answer(catalog.index, trial, skill, level);
      left += rangeWidth(catalog, role, trial);
      undo();
    }
    const narrowing = width - left / levels;
    if (narrowing > nothing) ranked.push({ skill, narrowing });
  }
  return ranked.sort((a, b) => b.narrowing - a.narrowing);
}

/**
 * How many of the ranked questions bring the range within ±5 when every answer is "none". No other answer leaves the range
 * wider, so asking in this order it takes at most as many.
 */
export function questionsLeft(catalog: Catalog, role: number, held: HeldLevels, ranked: readonly NextQuestion[]): number {
  const trial = copyOf(held);
  let asked = 0;
  for (const { skill } of ranked) {
    if (rangeWidth(catalog, role, trial) <= 2 * closeEnough + nothing) break;
    answer(catalog.index, trial, skill, 0);
    asked++;
  }
  return asked;
}

/** The not-assessed skills of a role's open requirements, each once, in the order in which the role asks for them. */
function openSkills(index: CatalogIndex, role: number, held: HeldLevels): number[] {
  const first = index.alternativeStart[index.requirementStart[role] as number] as number;
  const end = index.alternativeStart[index.requirementStart[role + 1] as number] as number;
  const skills = index.alternativeSkill.subarray(first, end);
  return [...new Set(skills)].filter((skill) => held.said[skill] === 0);
}

function copyOf(held: HeldLevels): HeldLevels {
  return { ...held, level: held.level.slice(), assessed: held.assessed.slice(), said: held.said.slice() };
}

/** Answers on trial: the skill, and what it implies, transitively. Only levels and what is said matter for a range. */
function answer(index: CatalogIndex, held: HeldLevels, skill: number, level: Level): () => void {
  const old: { skill: number; level: number; assessed: number; said: number }[] = [];
  const queue = [{ skill, level }];
  for (let next = 0; next < queue.length; next++) {
    const now = queue[next] as { skill: number; level: number };
    const before = held.level[now.skill] as number;
    if (next > 0 && before >= now.level) continue;
    const { [now.skill]: assessed = 0 } = held.assessed;
    const { [now.skill]: said = 0 } = held.said;
    old.push({ skill: now.skill, level: before, assessed, said });
    held.level[now.skill] = Math.max(before, now.level);
    held.assessed[now.skill] = 1;
    if (next === 0) held.said[now.skill] = 1;
    const end = index.impliesStart[now.skill + 1] as number;
    for (let edge = index.impliesStart[now.skill] as number; edge < end; edge++) {
      const implied = now.level + (index.impliesOffset[edge] as number);
      if (implied >= 1) queue.push({ skill: index.impliesSkill[edge] as number, level: implied });
    }
  }
  return () => {
    for (const entry of old.toReversed()) {
      held.level[entry.skill] = entry.level;
      held.assessed[entry.skill] = entry.assessed;
      held.said[entry.skill] = entry.said;
    }
  };
}
