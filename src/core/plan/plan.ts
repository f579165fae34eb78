import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { findForcedSteps } from './forced-steps.ts';
import { type Goal, isReached } from './goal.ts';
import { type LearningStep, stepKey, typicalHours } from './learning-step.ts';
import type { Solve, SolveLimits } from './linear-program.ts';
import { buildPlanModel } from './plan-model.ts';
import { pruneSteps } from './prune-steps.ts';
import { bestFit, preferenceTurns, solveInTurns, tieTurns } from './solve-plan.ts';
import { findLearnableSteps, holdAfter, hoursAt, keepSteps, type StepGraph, stepsAt, surelyWith } from './step-graph.ts';

export interface PlanQuestion {
  readonly catalog: Catalog;
  /** Where the plan starts. */
  readonly held: HeldLevels;
  /** Steps that must not be taken. */
  readonly isExcluded: (step: LearningStep) => boolean;
  readonly solve: Solve;
  readonly limits: SolveLimits;
  /** Skills that a plan rather takes where it may choose between equals. */
  readonly prefer?: ReadonlySet<number> | undefined;
  /** Whether of equal plans always the same one must come back. Costs time, and changes no hours. */
  readonly breakTies: boolean;
}

/** A set of steps that reaches what was asked. */
export interface Plan {
  readonly status: 'optimal' | 'feasible';
  /** How far the plan may be from the best one, in percent; 0 when it is proven. */
  readonly gapPercent: number;
  /** Each after its prerequisites. */
  readonly steps: readonly LearningStep[];
  /** Typical hours. */
  readonly hours: number;
  readonly after: HeldLevels;
}

/** Every step that can be taken does not suffice. */
export interface Unreachable {
  readonly status: 'unreachable';
  /** The goals that stay open, with the numbers of the requirements that stand in their way. */
  readonly blocked: readonly { readonly goal: Goal; readonly requirements: readonly number[] }[];
  /** What is held after every step that can be taken. */
  readonly after: HeldLevels;
}

/**
 * The steps of the fewest typical hours after which every goal is reached.
 *
 * Why not again and again the step of the most points an hour? A role asks X for 50 points, A for 10, B and C for 20 each; X
 * takes 80 h, A 10 h, B 20 h, C 240 h. To reach 50, the best points an hour are A and B, 1 a piece: 30 points that do not
 * suffice, so X must follow: 110 h. X alone, at 0.6 points an hour, is there after 80 h. The first would be 37 % more costly.
 */
export async function planCheapest(question: PlanQuestion, goals: readonly Goal[]): Promise<Plan | Unreachable> {
  const { catalog, held } = question;
  const open = goals.filter((goal) => !isReached(catalog, goal, held));
  const graph = findLearnableSteps(
    catalog,
    goals.map((goal) => goal.role),
    held,
    question.isExcluded,
  );
  const everything = holdAfter(catalog, held, graph.steps);
  const blocked = open
    .filter((goal) => !isReached(catalog, goal, everything))
    .map((goal) => ({ goal, requirements: requirementsInTheWay(catalog, goal, everything) }));
  if (blocked.length > 0) return { status: 'unreachable', blocked, after: everything };
  const forced = stepsAt(graph, findForcedSteps(catalog, graph, open, held));
  return planRest({ ...question, held: forced.length === 0 ? held : holdAfter(catalog, held, forced) }, open, forced);
}

/** The cheapest plan to goals that can be reached, from where every plan to them comes by. */
async function planRest(question: PlanQuestion, goals: readonly Goal[], forced: readonly LearningStep[]): Promise<Plan> {
  const { catalog, held, isExcluded, solve, limits } = question;
  const open = goals.filter((goal) => !isReached(catalog, goal, held));
  if (open.length === 0) return describe(question, forced, { proven: true }, 0);
  const roles = open.map((goal) => goal.role);
  const graph = pruneSteps(catalog, findLearnableSteps(catalog, roles, held, isExcluded), open, held, question.prefer);
  const model = buildPlanModel(catalog, graph, open, held);
  const isEnough = makeAccepts(catalog, graph, open, held);
  const ties = [...preferenceTurns(graph, question.prefer), ...tieTurns(catalog, graph, model)];
  const turns = [{ cost: model.hours }, ...(question.breakTies ? ties : [])];
  // Every step together is a plan too: without one to start from, a limit could leave none.
  const start = new Set(graph.steps.keys());
  const found = await solveInTurns(
    { graph, model, rows: [], start, hasPoorStart: true, accepts: isEnough, solve, limits },
    turns,
  );
  const steps = [...forced, ...stepsAt(graph, found.positions)];
  const saved = (found.value - Math.ceil(found.bound - 1e-6)) * model.hourUnit;
  return describe(question, steps, found, (100 * saved) / typicalHours(catalog, steps));
}

/**
 * Whether steps that need nothing but each other and what is held reach goals. The search asks this many times: the levels
 * are raised in one place again and again.
 */
function makeAccepts(
  catalog: Catalog,
  graph: StepGraph,
  goals: readonly Goal[],
  held: HeldLevels,
): (positions: ReadonlySet<number>) => boolean {
  const after = holdAfter(catalog, held, graph.steps);
  return (positions) => {
    after.level.set(held.level);
    for (const position of positions) {
      const { skill, level } = graph.steps[position] as LearningStep;
      after.level[skill] = Math.max(after.level[skill] as number, level);
    }
    return goals.every((goal) => isReached(catalog, goal, after));
  };
}

/**
 * The best fit that a budget of typical hours allows, the mean over several roles, and among those the fewest hours.
 * Two solves: the first alone would fill the budget with steps that bring nothing.
 */
export async function planWithin(question: PlanQuestion, roles: readonly number[], hours: number): Promise<Plan> {
  const { catalog, held, isExcluded, solve, limits } = question;
  const goals = roles.map((role) => ({ role, fit: 0, essentials: 0 }));
  const affordable = keepWithin(catalog, findLearnableSteps(catalog, roles, held, isExcluded), hours);
  const graph = pruneSteps(catalog, affordable, goals, held, question.prefer);
  if (graph.steps.length === 0) return { status: 'optimal', gapPercent: 0, steps: [], hours: 0, after: held };
  const model = buildPlanModel(catalog, graph, goals, held);
  const budget = { lower: Number.NEGATIVE_INFINITY, upper: Math.floor(hours / model.hourUnit + 1e-9), terms: model.hours };
  const turns = [
    { cost: bestFit(model) },
    { cost: model.hours },
    ...(question.breakTies ? [...preferenceTurns(graph, question.prefer), ...tieTurns(catalog, graph, model).slice(1)] : []),
  ];
  const start = new Set<number>();
  const found = await solveInTurns({ graph, model, rows: [budget], start, accepts: () => true, solve, limits }, turns);
  const gained = -found.value;
  return describe(question, stepsAt(graph, found.positions), found, (100 * (-found.bound - gained)) / Math.max(1, gained));
}

function describe(
  { catalog, held }: PlanQuestion,
  steps: readonly LearningStep[],
  { proven }: { readonly proven: boolean },
  gapPercent: number,
): Plan {
  return {
    status: proven ? 'optimal' : 'feasible',
    gapPercent: proven ? 0 : Math.max(0, Math.min(100, gapPercent)),
    steps,
    hours: typicalHours(catalog, steps),
    after: holdAfter(catalog, held, steps),
  };
}

/** The steps that a budget of hours may pay together with what they need: what leaves a choice is left to the program. */
function keepWithin(catalog: Catalog, graph: StepGraph, hours: number): StepGraph {
  const fits = (step: LearningStep): boolean => {
    const position = graph.position.get(stepKey(catalog, step)) as number;
    return hoursAt(graph, surelyWith(graph, [position])) <= hours + 1e-9;
  };
  return keepSteps(catalog, graph, fits);
}

/** What stays short after every step: the essentials where they are what is short, else everything that costs points. */
function requirementsInTheWay(catalog: Catalog, goal: Goal, after: HeldLevels): number[] {
  const { index } = catalog;
  const open: number[] = [];
  for (let r = index.requirementStart[goal.role] as number; r < (index.requirementStart[goal.role + 1] as number); r++) {
    if (creditRequirement(index, r, after) < 1) open.push(r);
  }
  // A fit of 0 is always reached: what is short then are the essentials.
  if (isReached(catalog, { ...goal, fit: 0 }, after)) return open;
  return open.filter((r) => index.requirementEssential[r] === 1);
}
