import type { Catalog } from '../../src/core/catalog/catalog-index.ts';
import { hoursOf, prerequisitesOf, type StepNeed } from '../../src/core/plan/learning-step.ts';
import { type HeldLevels, holdLevels } from '../../src/core/score/held-levels.ts';

/** What a person can hold after some learning, and what the learning costs. */
export interface Outcome {
  readonly held: HeldLevels;
  readonly hours: number;
}

/**
 * Everything that can be learned, by trying: from each state every step whose prerequisites are held in that state, until
 * nothing new comes. Shares no code with the planner but the price list and the list of prerequisites.
 */
export function tryEveryPlan(catalog: Catalog, held: HeldLevels, highest = 3): Outcome[] {
  const start = [...held.level];
  const seen = new Map([[start.join(), { levels: start, hours: 0 }]]);
  const queue = [...seen.values()];
  for (const state of queue) {
    state.levels.forEach((level, skill) => {
      if (level >= highest) return;
      const step = { skill, level: level + 1 };
      const isMet = (need: StepNeed): boolean => need.some((one) => (state.levels[one.skill] as number) >= one.level);
      if (!prerequisitesOf(catalog, step).every(isMet)) return;
      const levels = state.levels.with(skill, level + 1);
      if (seen.has(levels.join())) return;
      // The same levels always cost the same, in whatever order they are learned.
      const next = { levels, hours: state.hours + hoursOf(catalog, step).typical };
      seen.set(levels.join(), next);
      queue.push(next);
    });
  }
  return queue.map(({ levels, hours }) => ({
    held: holdLevels(
      catalog.index,
      levels.flatMap((level, skill) => (level > 0 ? [{ skill, level }] : [])),
    ),
    hours,
  }));
}
