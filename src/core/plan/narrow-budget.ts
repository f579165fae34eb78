import type { Catalog } from '../catalog/catalog-index.ts';
import { scoreFit } from '../score/fit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { boundPlan } from './bound-plan.ts';
import { planGreedily } from './plan-greedily.ts';
import { relaxPlan } from './relax-plan.ts';
import { hoursOfSteps, promising } from './search-cheapest.ts';
import { holdAfter, type StepGraph, stepsAt } from './step-graph.ts';

/** Some steps of a large graph, and what no plan over all of it exceeds. */
export interface NarrowedBudget {
  readonly graph: StepGraph;
  /** No plan within the budget gives a higher fit, 0 to 100. */
  readonly mostFit: number;
}

/**
 * The steps that are most promising for a budget of hours. A greedy plan says what fit the hours are about enough for; the
 * bound of the hours for that fit, read the other way round, says what fit the budget cannot exceed: reaching the fit costs
 * at least `bound.hours`, and each point of weight on top at least `bound.price`.
 */
export function narrowBudget(catalog: Catalog, graph: StepGraph, role: number, held: HeldLevels, hours: number): NarrowedBudget {
  const { index } = catalog;
  const isSpent = (positions: ReadonlySet<number>): boolean => hoursOfSteps(graph, stepsAt(graph, positions)) >= hours;
  const all = relaxPlan(catalog, graph.steps, [{ role, fit: 100, essentials: 0 }], held);
  const bought = stepsAt(graph, planGreedily(graph, all, isSpent));
  const fit = scoreFit(index, role, holdAfter(catalog, held, bought));
  const relaxation = relaxPlan(catalog, graph.steps, [{ role, fit, essentials: 0 }], held);
  const bound = boundPlan(relaxation, Math.max(1, hoursOfSteps(graph, bought)));
  let total = 0;
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    total += index.requirementWeight[r] as number;
  }
  const more = bound.price > 0 ? (hours - bound.hours) / bound.price : Number.POSITIVE_INFINITY;
  return { graph: promising(catalog, graph, bound, []), mostFit: Math.min(100, fit + (100 * more) / total) };
}
