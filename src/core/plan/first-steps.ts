import type { Catalog } from '../catalog/catalog-index.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { findForcedSteps } from './forced-steps.ts';
import { goalOfVerdict } from './goal.ts';
import type { LearningStep } from './learning-step.ts';
import { orderSteps } from './order-steps.ts';
import { findLearnableSteps, stepsAt } from './step-graph.ts';

/** At most so many first steps are shown before there is a plan; a plan begins with them. */
export const firstStepsShown = 8;

/**
 * First steps towards some roles, without a solver: those that no plan to `ready` can leave out, which are the single essential
 * requirements that are open, with all that they require without a choice. In the order of a plan.
 *
 * @param max how many steps to return at most
 */
export function planFirstSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  max: number = firstStepsShown,
): LearningStep[] {
  const goals = roles.map((role) => goalOfVerdict(catalog, role, 'ready'));
  const graph = findLearnableSteps(catalog, roles, held, () => false);
  const forced = stepsAt(graph, findForcedSteps(catalog, graph, goals, held));
  return orderSteps(catalog, roles, held, forced, [], max);
}
