import type { Catalog } from '../catalog/catalog-index.ts';
import { findGoodStart } from './good-start.ts';
import { type LearningStep, stepKey } from './learning-step.ts';
import type { LinearProgram, ProgramRow, Solve, SolveLimits, SolverAnswer } from './linear-program.ts';
import type { PlanModel } from './plan-model.ts';
import { blockOf, type StepGraph, takeable } from './step-graph.ts';

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
const maxTieColumns = 1000;
/** A program with more columns is large: a node of its search takes seconds. The built-in roles have up to 700. */
const largeColumns = 5000;
/** Nodes for a large one. Stopped by nodes and never by the clock, so that the same question has the same answer. */
const largeNodes = 200;
/** Beyond this many proposals that only just miss a goal, the search gives up its proof. */
const maxRefusals = 40;
/** And so many while breaking a tie: an equal plan is not worth a long search. */
const maxTieRefusals = 5;

/** What is searched. */
export interface PlanSearch {
  readonly graph: StepGraph;
  readonly model: PlanModel;
  /** Further rows beside the model's. */
  readonly rows: readonly ProgramRow[];
  /** Steps that are known to be accepted. */
  readonly start: ReadonlySet<number>;
  /** The first turn makes hours few, and the start is merely accepted: a cheap one is looked for first. */
  readonly hasPoorStart?: boolean;
  /** Whether steps reach what is asked, by the real score. */
  readonly accepts: (positions: ReadonlySet<number>) => boolean;
  readonly solve: Solve;
  readonly limits: SolveLimits;
}

/**
 * Solves turn after turn, each among the best of the turns before. `accepts` decides with the real score; a proposal that
 * it refuses is extended by all that does not help, and cut off together with all its subsets, which score no more.
 */
export async function solveInTurns(search: PlanSearch, turns: readonly Turn[]): Promise<ChosenSteps> {
  const rows = [...search.model.rows, ...search.rows];
  const [firstTurn] = turns;
  let best = search.start;
  if (seeksStart(search) && firstTurn !== undefined) {
    const start = await goodStart(search, firstTurn, rows);
    if (search.limits.nodes === 0) return start;
    best = start.positions;
  }
  let first: Omit<ChosenSteps, 'positions'> | undefined;
  for (const turn of turns) {
    const { answer, positions } = await solveTurn(search, turn, rows, best);
    if (positions !== undefined) best = positions;
    const valueAt = (column: number): number =>
      positions === undefined ? Number(best.has(column)) : (answer.values[column] ?? 0);
    const value = sumOf(turn.cost, valueAt);
    first ??= { value, bound: answer.bound, proven: positions !== undefined && answer.status === 'optimal' };
    if (positions === undefined) break;
    // The values are whole, so half a unit keeps what is equal and nothing worse.
    rows.push({ lower: Number.NEGATIVE_INFINITY, upper: Math.round(value) + 0.5, terms: turn.cost });
  }
  return { positions: best, ...(first ?? { value: 0, bound: 0, proven: true }) };
}

/** Not in a large program: there the relaxed one takes long already. */
function seeksStart({ model, hasPoorStart = false }: PlanSearch): boolean {
  return hasPoorStart && model.columnCount <= largeColumns;
}

/** A start near the best one, by the program in which steps may be taken in part: no plan is better than that one's solution. */
async function goodStart(search: PlanSearch, { cost }: Turn, rows: readonly ProgramRow[]): Promise<ChosenSteps> {
  const { graph, model, start, solve, limits } = search;
  const relaxed = await solve(makeProgram(graph, model, rows, cost, start), { ...limits, isRelaxed: true });
  const positions = findGoodStart(search, (position) => relaxed.values[position] ?? 0);
  const value = sumOf(cost, (column) => Number(positions.has(column)));
  return { positions, value, bound: relaxed.bound, proven: Math.ceil(relaxed.bound - 1e-6) >= value };
}

/** One turn: asks again, with one more row for each refusal, until a proposal is accepted. No positions: none was. */
async function solveTurn(
  search: PlanSearch,
  { cost, isTie = false }: Turn,
  rows: ProgramRow[],
  start: ReadonlySet<number>,
): Promise<{ answer: SolverAnswer; positions: ReadonlySet<number> | undefined }> {
  const { graph, model, accepts, solve, limits } = search;
  const nodes = model.columnCount > largeColumns ? largeNodes : limits.nodes;
  const within = isTie
    ? { ...limits, nodes: Math.min(nodes, tieNodes), isStartGood: true }
    : { ...limits, nodes, ...(seeksStart(search) ? { isStartGood: true } : {}) };
  const maxRefused = isTie ? maxTieRefusals : maxRefusals;
  for (let refusals = 0; ; refusals++) {
    const answer = await solve(makeProgram(graph, model, rows, cost, start), within);
    if (answer.values.length === 0) return { answer, positions: undefined };
    const proposed = new Set([...graph.steps.keys()].filter((i) => (answer.values[i] ?? 0) > 0.5));
    const loose = graph.hasChoices ? unsupported(graph, proposed) : new Set<number>();
    if (loose.size === 0 && accepts(proposed)) return { answer, positions: proposed };
    if (refusals === maxRefused) return { answer, positions: undefined };
    if (loose.size > 0) {
      rows.push(...supportRows(graph, proposed, loose));
      continue;
    }
    const refused = extendRefused(graph, proposed, accepts);
    const missing = [...graph.steps.keys()].filter((i) => !refused.has(i));
    rows.push({ lower: 1, upper: Number.POSITIVE_INFINITY, terms: new Map(missing.map((i) => [i, 1])) });
  }
}

/** Steps of a proposal that hold each other up in a circle: of each choice one is there, and yet none can be the first. */
function unsupported(graph: StepGraph, proposed: ReadonlySet<number>): Set<number> {
  const founded = takeable(graph, proposed);
  return new Set([...proposed].filter((one) => !founded.has(one)));
}

/**
 * What no plan breaks and a circle does. Of the steps of a circle that a plan takes, one is the first: what it waits for is
 * met by a step outside. So none of them is taken without one of the steps outside that any of them waits for in vain.
 */
function supportRows(graph: StepGraph, proposed: ReadonlySet<number>, circle: ReadonlySet<number>): ProgramRow[] {
  const isMet = (need: readonly number[]): boolean => need.some((one) => proposed.has(one) && !circle.has(one));
  const outside = [...circle].flatMap((step) =>
    (graph.needs[step] as readonly (readonly number[])[])
      .filter((need) => !isMet(need))
      .flatMap((need) => need.filter((one) => !circle.has(one))),
  );
  const support = new Map(outside.map((one) => [one, -1]));
  return [...circle].map((step) => ({ lower: Number.NEGATIVE_INFINITY, upper: 0, terms: new Map([...support, [step, 1]]) }));
}

function makeProgram(
  graph: StepGraph,
  { columnCount }: PlanModel,
  rows: readonly ProgramRow[],
  cost: ReadonlyMap<number, number>,
  start: ReadonlySet<number>,
): LinearProgram {
  const costs = new Float64Array(columnCount);
  for (const [column, value] of cost) costs[column] = value;
  const started = Float64Array.from(graph.steps, (_, i) => Number(start.has(i)));
  return { columnCount, integerCount: graph.steps.length, cost: costs, rows, start: started };
}

/** A refused set with every further step, the cheapest first, with which it is still refused: what is cut off by it is the more. */
function extendRefused(
  graph: StepGraph,
  refused: ReadonlySet<number>,
  accepts: (positions: ReadonlySet<number>) => boolean,
): ReadonlySet<number> {
  let extended = refused;
  const hours = (position: number): number => graph.hours[position] as number;
  for (const position of [...graph.steps.keys()].sort((a, b) => hours(a) - hours(b) || a - b)) {
    if (extended.has(position)) continue;
    const more = new Set([...extended, ...blockOf(graph, position)]);
    if (!accepts(more)) extended = more;
  }
  return extended;
}

/** The best fit, as a cost. */
export function bestFit(model: PlanModel): Map<number, number> {
  return new Map([...model.fit].map(([column, value]) => [column, -value]));
}

/** The turn that takes of equals what is preferred; none where nothing of that can be learned. */
export function preferenceTurns(graph: StepGraph, prefer: ReadonlySet<number> = new Set()): Turn[] {
  const preferred = [...graph.steps.keys()].filter((position) => prefer.has((graph.steps[position] as LearningStep).skill));
  return preferred.length === 0 ? [] : [{ cost: new Map(preferred.map((position) => [position, -1])) }];
}

/**
 * The turns that choose among equals: the best fit, then fewer steps, rather of what is held than of new skills, and a weight from
 * the steps' ids. None in a large program.
 */
export function tieTurns(catalog: Catalog, graph: StepGraph, model: PlanModel): Turn[] {
  if (model.columnCount > maxTieColumns) return [];
  return [
    { cost: bestFit(model), isTie: true },
    { cost: tieCost(graph, (position) => stepKey(catalog, graph.steps[position] as LearningStep)), isTie: true },
  ];
}

/** Fewer steps first, the first one of a skill counted twice, then those of the smallest weights: always the same plan comes back. */
function tieCost(graph: StepGraph, keyOf: (position: number) => number): Map<number, number> {
  const weights = graph.steps.map((_, i) => ((keyOf(i) * 7919) % 97) + 1);
  const one = weights.reduce((sum, weight) => sum + weight, 1);
  return new Map(weights.map((weight, i) => [i, (graph.steps[i]?.level === 1 ? 2 : 1) * one + weight]));
}

function sumOf(cost: ReadonlyMap<number, number>, valueAt: (column: number) => number): number {
  let sum = 0;
  for (const [column, factor] of cost) sum += factor * valueAt(column);
  return sum;
}
