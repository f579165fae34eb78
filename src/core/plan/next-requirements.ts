import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { type LearningStep, stepKey } from './learning-step.ts';
import { orderSteps } from './order-steps.ts';
import { blockOf, findLearnableSteps, hoursAt, type StepGraph, stepsAt } from './step-graph.ts';
import { gainOf, openTrial } from './trial.ts';

/** Sets of alternatives that are tried for one requirement; one with more of them is left to the whole plan. */
const maxTries = 5000;

/**
 * First steps towards a role, from the planner's steps and without a solver: the cheapest steps that meet one more
 * requirement in full, exactly, for the requirement that brings the most points an hour; then the next one, and so on.
 *
 * @param max how many steps to return at most
 */
export function planNextRequirements(catalog: Catalog, role: number, held: HeldLevels, max: number): LearningStep[] {
  const { index } = catalog;
  const graph = findLearnableSteps(catalog, [role], held, () => false);
  const taken = new Set<number>();
  const chosen: LearningStep[] = [];
  const trial = openTrial(catalog, [role], held);
  const first = index.requirementStart[role] as number;
  const end = index.requirementStart[role + 1] as number;
  while (chosen.length < max) {
    let best: { positions: ReadonlySet<number>; rate: number } | undefined;
    for (let r = first; r < end; r++) {
      if (creditRequirement(index, r, trial.now) === 1) continue;
      const positions = meetCheapest(catalog, graph, r, trial.now, taken);
      if (positions === undefined) continue;
      const rate = gainOf(trial.movesOf(stepsAt(graph, positions))) / hoursAt(graph, positions);
      if (best === undefined || rate > best.rate + 1e-9) best = { positions, rate };
    }
    if (best === undefined) break;
    const steps = stepsAt(graph, best.positions);
    chosen.push(...orderSteps(catalog, [role], trial.now, steps));
    for (const position of best.positions) taken.add(position);
    trial.take(steps);
  }
  return chosen.slice(0, max);
}

/** The positions of the cheapest steps after which a requirement is met in full; nothing when no steps do, or too many sets might. */
function meetCheapest(
  catalog: Catalog,
  graph: StepGraph,
  requirement: number,
  now: HeldLevels,
  taken: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  const { index } = catalog;
  let missing = index.requirementAtLeast[requirement] as number;
  const blocks: ReadonlySet<number>[] = [];
  for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
    const skill = index.alternativeSkill[a] as number;
    const level = index.alternativeLevel[a] as number;
    const position = graph.position.get(stepKey(catalog, { skill, level }));
    if ((now.level[skill] as number) >= level) missing--;
    else if (position !== undefined) blocks.push(blockOf(graph, position, taken));
  }
  blocks.sort((a, b) => hoursAt(graph, a) - hoursAt(graph, b));
  let best: { positions: Set<number>; hours: number } | undefined;
  let tries = 0;
  const choose = (from: number, left: number, positions: Set<number>, hours: number): void => {
    if (++tries > maxTries || (best !== undefined && hours >= best.hours)) return;
    if (left === 0) {
      best = { positions, hours };
      return;
    }
    for (let next = from; next <= blocks.length - left; next++) {
      const joined = new Set([...positions, ...(blocks[next] as ReadonlySet<number>)]);
      choose(next + 1, left - 1, joined, hoursAt(graph, joined));
    }
  };
  choose(0, missing, new Set(), 0);
  return tries > maxTries ? undefined : best?.positions;
}
