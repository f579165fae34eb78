import type { Catalog } from '../catalog/catalog-index.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import type { Goal } from './goal.ts';
import { stepKey } from './learning-step.ts';
import { type StepGraph, surelyWith, takeable } from './step-graph.ts';

/**
 * The positions of the steps that every plan to the goals takes: where a goal wants all essentials met, those of an essential
 * requirement that leaves no choice of alternatives, with their prerequisites; a step that waits for a choice is not among them.
 * Taken first, they leave a smaller program.
 */
export function findForcedSteps(
  catalog: Catalog,
  graph: StepGraph,
  goals: readonly Goal[],
  held: HeldLevels,
): ReadonlySet<number> {
  const { index } = catalog;
  const forced = new Set<number>();
  for (const { role, essentials } of goals) {
    if (essentials < 1) continue;
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      if (index.requirementEssential[r] !== 1) continue;
      for (const position of onlyWay(r)) forced.add(position);
    }
  }
  const all = surelyWith(graph, forced);
  return graph.hasChoices ? takeable(graph, all) : all;

  /** The steps that meet a requirement in full, when all of them are needed for that; else none. */
  function onlyWay(requirement: number): number[] {
    let met = 0;
    const positions: number[] = [];
    for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
      const skill = index.alternativeSkill[a] as number;
      const level = index.alternativeLevel[a] as number;
      const position = graph.position.get(stepKey(catalog, { skill, level }));
      if ((held.level[skill] as number) >= level) met++;
      else if (position !== undefined) positions.push(position);
    }
    const missing = (index.requirementAtLeast[requirement] as number) - met;
    return missing > 0 && missing === positions.length ? positions : [];
  }
}
