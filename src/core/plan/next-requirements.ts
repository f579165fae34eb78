import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import { type HeldLevels, holdLevels } from '../score/held-levels.ts';
import { type LearningStep, stepKey } from './learning-step.ts';
import { asksBySkill, orderSteps } from './order-steps.ts';
import { declarationsOf, findLearnableSteps, holdAfter, type StepGraph } from './step-graph.ts';

/** Sets of alternatives that are tried for one requirement; one with more of them is left to the whole plan. */
const mostTries = 5000;

/**
 * First steps towards a role, from the planner's steps and without a solver: the cheapest steps that meet one more
 * requirement in full, exactly, for the requirement that brings the most points an hour; then the next one, and so on.
 *
 * @param most how many steps to return at most
 */
export function planNextRequirements(catalog: Catalog, role: number, held: HeldLevels, most: number): LearningStep[] {
  const { index } = catalog;
  const graph = findLearnableSteps(catalog, [role], held, () => false);
  const taken = new Set<number>();
  const chosen: LearningStep[] = [];
  const now = holdLevels(index, declarationsOf(held));
  const asks = asksBySkill(catalog, [role]);
  const first = index.requirementStart[role] as number;
  const end = index.requirementStart[role + 1] as number;
  while (chosen.length < most) {
    const credits = Array.from({ length: end - first }, (_, i) => creditRequirement(index, first + i, now));
    let best: { positions: number[]; rate: number } | undefined;
    for (let r = first; r < end; r++) {
      if (credits[r - first] === 1) continue;
      const positions = meetCheapest(catalog, graph, r, now, taken);
      if (positions === undefined) continue;
      const hours = positions.reduce((sum, position) => sum + (graph.hours[position] as number), 0);
      const rate = gainOf(positions, credits) / hours;
      if (best === undefined || rate > best.rate + 1e-9) best = { positions, rate };
    }
    if (best === undefined) break;
    const steps = best.positions.map((position) => graph.steps[position] as LearningStep);
    chosen.push(...orderSteps(catalog, [role], holdAfter(catalog, now, []), steps));
    for (const position of best.positions) taken.add(position);
    for (const step of steps) now.level[step.skill] = Math.max(now.level[step.skill] as number, step.level);
  }
  return chosen.slice(0, most);

  /** Points of fit. Taken on trial and taken back: what the steps imply is among them or held. */
  function gainOf(positions: readonly number[], credits: readonly number[]): number {
    const steps = positions.map((position) => graph.steps[position] as LearningStep);
    const before = steps.map((step) => now.level[step.skill] as number);
    const moved = new Map<number, number>();
    for (const { skill, level } of steps) {
      now.level[skill] = Math.max(now.level[skill] as number, level);
      for (const { requirement, points } of asks.get(skill) ?? []) moved.set(requirement, points);
    }
    let gain = 0;
    for (const [requirement, points] of moved) {
      gain += points * (creditRequirement(index, requirement, now) - (credits[requirement - first] as number));
    }
    for (let i = steps.length - 1; i >= 0; i--) now.level[(steps[i] as LearningStep).skill] = before[i] as number;
    return gain;
  }
}

/** The positions of the cheapest steps after which a requirement is met in full; nothing when no steps do, or too many sets might. */
function meetCheapest(
  catalog: Catalog,
  graph: StepGraph,
  requirement: number,
  now: HeldLevels,
  taken: ReadonlySet<number>,
): number[] | undefined {
  const { index } = catalog;
  let missing = index.requirementAtLeast[requirement] as number;
  const blocks: number[][] = [];
  for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
    const skill = index.alternativeSkill[a] as number;
    const level = index.alternativeLevel[a] as number;
    const position = graph.position.get(stepKey(catalog, { skill, level }));
    if ((now.level[skill] as number) >= level) missing--;
    else if (position !== undefined) blocks.push(withNeeds(graph, position, taken));
  }
  const hoursOfAll = (positions: Iterable<number>): number => {
    let sum = 0;
    for (const position of positions) sum += graph.hours[position] as number;
    return sum;
  };
  blocks.sort((a, b) => hoursOfAll(a) - hoursOfAll(b));
  let best: { positions: Set<number>; hours: number } | undefined;
  let tries = 0;
  const choose = (from: number, left: number, positions: Set<number>, hours: number): void => {
    if (++tries > mostTries || (best !== undefined && hours >= best.hours)) return;
    if (left === 0) {
      best = { positions, hours };
      return;
    }
    for (let next = from; next <= blocks.length - left; next++) {
      const joined = new Set([...positions, ...(blocks[next] as number[])]);
      choose(next + 1, left - 1, joined, hoursOfAll(joined));
    }
  };
  choose(0, missing, new Set(), 0);
  if (best === undefined || tries > mostTries) return undefined;
  return [...best.positions].sort((a, b) => a - b);
}

/** A step and every prerequisite of it that is still to be taken. */
function withNeeds(graph: StepGraph, position: number, taken: ReadonlySet<number>): number[] {
  const found = new Set([position]);
  for (const one of found) for (const needed of graph.needs[one] ?? []) if (!taken.has(needed)) found.add(needed);
  return [...found];
}
