import type { Catalog } from '../catalog/catalog-index.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { boundPlan, type PlanBound } from './bound-plan.ts';
import { type Goal, isReached } from './goal.ts';
import { type LearningStep, stepKey } from './learning-step.ts';
import { commonDivisor, type Solve, type SolveLimits } from './linear-program.ts';
import { planGreedily } from './plan-greedily.ts';
import { buildPlanModel } from './plan-model.ts';
import { relaxPlan } from './relax-plan.ts';
import { solveInTurns, tieTurns } from './solve-plan.ts';
import { holdAfter, keepSteps, type StepGraph, stepsAt } from './step-graph.ts';

/** With fewer steps the solver is done before the narrowing is. */
const worthNarrowing = 150;
/** When more steps than this are left, the most promising ones are tried first, for a better plan to narrow by. */
const worthTrying = 250;
/** The most promising ones: so many. */
const tried = 200;
/** With more steps than this the solver does not end in seconds: the plan found so far is given, with the bound. */
export const mostSteps = 800;

export interface FoundSteps {
  readonly steps: readonly LearningStep[];
  readonly proven: boolean;
  /** No plan costs fewer typical hours. */
  readonly leastHours: number;
}

/**
 * The cheapest steps of a graph that reach goals; all of its steps together do. What the solver gets is first narrowed to
 * the steps with which a plan could cost less than, or the same as, one that is known.
 */
export async function searchCheapest(
  { catalog, held }: { readonly catalog: Catalog; readonly held: HeldLevels },
  graph: StepGraph,
  goals: readonly Goal[],
  breakTies: boolean,
  solve: Solve,
  limits: SolveLimits,
): Promise<FoundSteps> {
  if (graph.steps.length < worthNarrowing) return solveOver(graph, graph.steps, breakTies);
  const relaxation = relaxPlan(catalog, graph.steps, goals, held);
  const accepts = (positions: ReadonlySet<number>): boolean => isEnough(stepsAt(graph, positions));
  let known: readonly LearningStep[] = stepsAt(graph, planGreedily(graph, relaxation, accepts));
  const bound = boundPlan(relaxation, hoursOfSteps(graph, known));
  let left = narrow(catalog, graph, bound, known);
  if (left.steps.length > worthTrying) {
    const first = await solveOver(promising(catalog, graph, bound, known), known, false);
    known = first.steps;
    left = narrow(catalog, graph, bound, known);
    const hours = hoursOfSteps(graph, known);
    const leastHours = Math.max(0, Math.min(hours, roundUpTo(commonDivisor(graph.hours), bound.hours)));
    const proven = leastHours === hours;
    if (proven || left.steps.length > mostSteps) return { steps: known, proven, leastHours };
  }
  return solveOver(left, known, breakTies);

  function isEnough(steps: readonly LearningStep[]): boolean {
    const after = holdAfter(catalog, held, steps);
    return goals.every((goal) => isReached(catalog, goal, after));
  }

  /** The cheapest among some steps, searched from a plan among them that is known. */
  async function solveOver(some: StepGraph, from: readonly LearningStep[], withTies: boolean): Promise<FoundSteps> {
    const model = buildPlanModel(catalog, some, goals, held);
    const start = new Set(from.map((step) => some.position.get(stepKey(catalog, step)) as number));
    const turns = [{ cost: model.hours }, ...(withTies ? tieTurns(catalog, some, model) : [])];
    const test = (positions: ReadonlySet<number>): boolean => isEnough(stepsAt(some, positions));
    const chosen = await solveInTurns(some, model, turns, [], start, test, solve, limits);
    const least = Math.ceil(chosen.bound - 1e-6) * model.hourUnit;
    return { steps: stepsAt(some, chosen.positions), proven: chosen.proven, leastHours: least };
  }
}

/** The steps with which a plan may cost no more than a known one, and those of the known one. All best plans are among them. */
function narrow(catalog: Catalog, graph: StepGraph, bound: PlanBound, known: readonly LearningStep[]): StepGraph {
  const most = hoursOfSteps(graph, known);
  const unit = commonDivisor(graph.hours);
  const keys = new Set(known.map((step) => stepKey(catalog, step)));
  return keepSteps(catalog, graph, (step) => keys.has(stepKey(catalog, step)) || roundUpTo(unit, bound.hoursWith(step)) <= most);
}

/** The steps with the lowest bounds, and those of a known plan. */
export function promising(catalog: Catalog, graph: StepGraph, bound: PlanBound, known: readonly LearningStep[]): StepGraph {
  const ranked = graph.steps
    .map((step) => ({ key: stepKey(catalog, step), hours: bound.hoursWith(step) }))
    .sort((a, b) => a.hours - b.hours || a.key - b.key)
    .slice(0, tried);
  const keys = new Set([...ranked.map((one) => one.key), ...known.map((step) => stepKey(catalog, step))]);
  return keepSteps(catalog, graph, (step) => keys.has(stepKey(catalog, step)));
}

/** All hours are multiples of the unit, so a bound between two of them counts as the higher one. */
function roundUpTo(unit: number, hours: number): number {
  return unit * Math.ceil(hours / unit - 1e-6);
}

export function hoursOfSteps(graph: StepGraph, steps: readonly LearningStep[]): number {
  const wanted = new Set(steps);
  return graph.steps.reduce((sum, step, i) => (wanted.has(step) ? sum + (graph.hours[i] as number) : sum), 0);
}
