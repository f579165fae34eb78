import type { Catalog } from '../../src/core/catalog/catalog-index.ts';
import { type Goal, isReached } from '../../src/core/plan/goal.ts';
import type { LearningStep } from '../../src/core/plan/learning-step.ts';
import { blockOf, findLearnableSteps, holdAfter } from '../../src/core/plan/step-graph.ts';
import { scoreFit } from '../../src/core/score/fit.ts';
import type { HeldLevels } from '../../src/core/score/held-levels.ts';

/** What many would do: again and again the step that brings the most points an hour with its prerequisites. Typical hours. */
export function greedyHours(catalog: Catalog, goal: Goal, held: HeldLevels): number {
  const graph = findLearnableSteps(catalog, [goal.role], held, () => false);
  const taken = new Set<number>();
  const stepsOf = (positions: Iterable<number>): LearningStep[] => [...positions].map((i) => graph.steps[i] as LearningStep);
  const hoursOf = (positions: Iterable<number>): number => [...positions].reduce((sum, i) => sum + (graph.hours[i] as number), 0);
  while (!isReached(catalog, goal, holdAfter(catalog, held, stepsOf(taken)))) {
    const fit = scoreFit(catalog.index, goal.role, holdAfter(catalog, held, stepsOf(taken)));
    let best: { block: Set<number>; rate: number } | undefined;
    for (const position of graph.steps.keys()) {
      if (taken.has(position)) continue;
      const block = blockOf(graph, position, taken);
      const after = holdAfter(catalog, held, stepsOf([...taken, ...block]));
      const rate = (scoreFit(catalog.index, goal.role, after) - fit) / hoursOf(block);
      if (best === undefined || rate > best.rate + 1e-12) best = { block, rate };
    }
    if (best === undefined) return Number.POSITIVE_INFINITY;
    for (const one of best.block) taken.add(one);
  }
  return hoursOf(taken);
}
