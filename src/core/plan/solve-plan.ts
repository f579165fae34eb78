import type { Catalog } from '../catalog/catalog-index.ts';
import { type LearningStep, stepKey } from './learning-step.ts';
import type { LinearProgram, ProgramRow, Solve, SolveLimits } from './linear-program.ts';
import type { PlanModel } from './plan-model.ts';
import { blockOf, type StepGraph } from './step-graph.ts';

/** What to make small, in one of several turns. */
export interface Turn {
  readonly cost: ReadonlyMap<number, number>;
  /** A tie is broken as far as a small search goes: the plan is as good without, only less sure to be always the same. */
  readonly isTie?: boolean;
}

/** A set of steps by their positions, and how good it is proven to be. */
export interface ChosenSteps {
  readonly positions: ReadonlySet<number>;
  /** The value of the first turn, and what it is proven not to go below. */
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

/** Nodes for breaking a tie. */
const tieNodes = 3;
/** In a program with more columns, breaking a tie would take longer than the search itself. */
const mostTieColumns = 1000;
/** Beyond this many proposals that only just miss a goal, the search gives up its proof. */
const mostRefusals = 40;
/** And so many while breaking a tie: an equal plan is not worth a long search. */
const mostTieRefusals = 5;

/**
 * Solves turn after turn, each among the best of the turns before. `accepts` decides with the real score; a proposal that
 * it refuses is extended by all that does not help, and cut off together with all its subsets, which score no more.
 *
 * @param start steps that are known to be accepted
 */
export async function solveInTurns(
  graph: StepGraph,
  model: PlanModel,
  turns: readonly Turn[],
  more: readonly ProgramRow[],
  start: ReadonlySet<number>,
  accepts: (positions: ReadonlySet<number>) => boolean,
  solve: Solve,
  limits: SolveLimits,
): Promise<ChosenSteps> {
  const count = graph.steps.length;
  const rows = [...model.rows, ...more];
  let best = start;
  let first: Omit<ChosenSteps, 'positions'> | undefined;
  for (const { cost, isTie } of turns) {
    const within = isTie === true ? { ...limits, nodes: Math.min(limits.nodes, tieNodes), nearlyDone: true } : limits;
    const most = isTie === true ? mostTieRefusals : mostRefusals;
    let refusals = 0;
    let answer = await solve(makeProgram(cost), within);
    while (answer.values.length > 0 && !accepts(positionsOf(answer.values)) && refusals < most) {
      refusals++;
      const refused = extendRefused(graph, positionsOf(answer.values), accepts);
      const missing = [...graph.steps.keys()].filter((i) => !refused.has(i));
      rows.push({ lower: 1, upper: Number.POSITIVE_INFINITY, terms: new Map(missing.map((i) => [i, 1])) });
      answer = await solve(makeProgram(cost), within);
    }
    const proposed = positionsOf(answer.values);
    const isUsable = answer.values.length > 0 && accepts(proposed);
    if (isUsable) best = proposed;
    const value = isUsable
      ? sumOf(cost, (column) => answer.values[column] ?? 0)
      : sumOf(cost, (column) => (best.has(column) ? 1 : 0));
    first ??= { value, bound: answer.bound, proven: isUsable && answer.status === 'optimal' };
    if (!isUsable) break;
    // The values are whole, so half a unit keeps what is equal and nothing worse.
    rows.push({ lower: Number.NEGATIVE_INFINITY, upper: Math.round(value) + 0.5, terms: cost });
  }
  return { positions: best, ...(first ?? { value: 0, bound: 0, proven: true }) };

  function makeProgram(cost: ReadonlyMap<number, number>): LinearProgram {
    const costs = new Float64Array(model.columnCount);
    for (const [column, value] of cost) costs[column] = value;
    return {
      columnCount: model.columnCount,
      integerCount: count,
      cost: costs,
      rows,
      start: Float64Array.from(graph.steps, (_, i) => (best.has(i) ? 1 : 0)),
    };
  }

  function positionsOf(values: Float64Array): Set<number> {
    return new Set(graph.steps.map((_, i) => i).filter((i) => (values[i] ?? 0) > 0.5));
  }
}

/** A refused set with every further step, the cheapest first, with which it is still refused: what is cut off by it is the more. */
function extendRefused(
  graph: StepGraph,
  refused: ReadonlySet<number>,
  accepts: (positions: ReadonlySet<number>) => boolean,
): ReadonlySet<number> {
  let most = refused;
  const hours = (position: number): number => graph.hours[position] as number;
  for (const position of [...graph.steps.keys()].sort((a, b) => hours(a) - hours(b) || a - b)) {
    if (most.has(position)) continue;
    const more = new Set([...most, ...blockOf(graph, position)]);
    if (!accepts(more)) most = more;
  }
  return most;
}

/** The best fit, as a cost. */
export function bestFit(model: PlanModel): Map<number, number> {
  return new Map([...model.fit].map(([column, value]) => [column, -value]));
}

/** The turns that choose among equals: the best fit, then fewer steps and a weight from the steps' ids. None in a large program. */
export function tieTurns(catalog: Catalog, graph: StepGraph, model: PlanModel): Turn[] {
  if (model.columnCount > mostTieColumns) return [];
  return [
    { cost: bestFit(model), isTie: true },
    { cost: tieCost(graph, (position) => stepKey(catalog, graph.steps[position] as LearningStep)), isTie: true },
  ];
}

/** Fewer steps first, then those of the smallest weights: of equal plans always the same one comes back. */
function tieCost(graph: StepGraph, keyOf: (position: number) => number): Map<number, number> {
  const weights = graph.steps.map((_, i) => ((keyOf(i) * 7919) % 97) + 1);
  const one = weights.reduce((sum, weight) => sum + weight, 1);
  return new Map(weights.map((weight, i) => [i, one + weight]));
}

function sumOf(cost: ReadonlyMap<number, number>, valueAt: (column: number) => number): number {
  let sum = 0;
  for (const [column, factor] of cost) sum += factor * valueAt(column);
  return sum;
}
