import type { Catalog } from '../catalog/catalog-index.ts';
import type { Declaration, HeldLevels } from '../score/held-levels.ts';
import { type Goal, goalOfVerdict } from './goal.ts';
import type { LearningStep } from './learning-step.ts';
import { stepKey } from './learning-step.ts';
import { type Plan, type PlanQuestion, planCheapest, type Unreachable } from './plan.ts';
import { belowEntry, gradeOf, seniorityOf } from './present-grade.ts';
import { followChains, isFree, leastHours, withGap } from './wide-grades.ts';

/** One role on the way, and the steps that lead to its first day. */
export interface Hop {
  readonly role: number;
  readonly steps: readonly LearningStep[];
  /** What is held when the role is reached. */
  readonly held: HeldLevels;
}

/** A chain of roles, the target last. */
export interface Route {
  readonly hops: readonly Hop[];
  /** The steps of the whole chain: one plan, so that a step serves every role. */
  readonly plan: Plan;
  /** Moves that the data does not call usual (`leadsTo`). */
  readonly unusualMoves: number;
}

export interface RouteAnswer {
  /** Cheapest first; of equals, the one with more usual moves. */
  readonly routes: readonly Route[];
  /** The cheapest plan straight to the target. */
  readonly direct: Plan | Unreachable;
  /** Whether the target is at most one grade above the present one. */
  readonly directViable: boolean;
  /** Roles that could have been an intermediate role and were not tried, because a grade has so many. */
  readonly leftOut: number;
}

/** Where a grade has more roles than this, no grade is tried role by role: each more would be a program for every chain. */
const maxIntermediates = 4;

/** What a role asks, as if somebody held exactly that: of each group the first ones. */
export function declarationsOfRole(catalog: Catalog, role: number): Declaration[] {
  const { index } = catalog;
  const declared: Declaration[] = [];
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    const first = index.alternativeStart[r] as number;
    for (let a = first; a < first + (index.requirementAtLeast[r] as number); a++) {
      declared.push({ skill: index.alternativeSkill[a] as number, level: index.alternativeLevel[a] as number });
    }
  }
  return declared;
}

interface PartialRoute {
  readonly roles: readonly number[];
  /** At least so many typical hours; exactly, once there is a plan of its own. */
  readonly hours: number;
  readonly unusualMoves: number;
  /** The cheapest plan over all the roles; nothing as long as nobody looked. */
  readonly plan?: Plan;
}

/**
 * The cheapest routes to a role over one role of each seniority grade between the present one and the target's. Each
 * intermediate role is at least `near` when it is reached, the target `ready`. Chains are grown grade by grade, the cheapest beginning first: a
 * longer chain never costs less than its beginning, so the first complete ones are the cheapest of all. For the same reason an
 * intermediate role that the plan so far makes near anyway costs nothing, and others are planned only when their turn comes.
 *
 * A grade may have very many roles. Then only some chains are followed, those that cost least beyond the plan so far; how much
 * better a route over the others could be is said in the plan's gap.
 *
 * @param from the present role, for the moves that are usual from there
 * @param max how many routes to return at most
 * @param grade the present seniority, -1 below entry; else that of the roles that what is held makes ready
 */
export async function findRoutes(
  question: PlanQuestion,
  target: number,
  from: number | undefined,
  max: number,
  grade: number = gradeOf(question.catalog, question.held),
): Promise<RouteAnswer> {
  const { catalog } = question;
  const targetGrade = seniorityOf(catalog, target) ?? belowEntry;
  const ready = goalOfVerdict(catalog, target, 'ready');
  const layers = intermediatesBetween(catalog, grade, targetGrade);
  // With roles between, the way straight there is only a beginning: the choice among equals is made for the whole chain.
  const quick: PlanQuestion = { ...question, breakTies: false };
  const direct = await planCheapest(layers.length === 0 ? question : quick, [ready]);
  const directViable = targetGrade - grade <= 1;
  if (direct.status === 'unreachable') return { routes: [], direct, directViable, leftOut: 0 };
  // A route is a way there too: what no direct plan goes below, no route does.
  const leastDirect = leastHours(direct);
  if (layers.some((layer) => layer.length > maxIntermediates)) {
    const { chains, leftOut } = await followChains(quick, layers, direct, ready, max);
    const routes: Route[] = [];
    for (const { roles: between, plan } of chains) {
      const roles = [...between, target];
      const moves = roles.reduce((sum, role, i) => sum + unusual(catalog, i === 0 ? from : roles[i - 1], role), 0);
      // Chains that nobody followed may cost as little as the way straight there.
      routes.push({ hops: await cutIntoHops(quick, roles, plan), plan: withGap(plan, leastDirect), unusualMoves: moves });
    }
    return { routes, direct, directViable, leftOut };
  }
  const open: PartialRoute[] = [{ roles: [], hours: direct.hours, unusualMoves: 0, plan: direct }];
  const found: PartialRoute[] = [];
  while (open.length > 0 && found.length < max) {
    open.sort(comparePartialRoutes);
    const next = open.shift() as PartialRoute;
    if (next.plan === undefined) {
      const plan = await planCheapest(quick, [...nearGoals(catalog, next.roles), ready]);
      if (plan.status !== 'unreachable') open.push({ ...next, hours: plan.hours, plan });
    } else if (next.roles.length > layers.length) found.push(next);
    else if (next.roles.length === layers.length) open.push({ ...extend(next, target), plan: next.plan });
    else {
      const { plan } = next;
      for (const role of layers[next.roles.length] as number[]) {
        const chain = extend(next, role);
        open.push(isFree(catalog, role, plan) ? { ...chain, plan } : chain);
      }
    }
  }
  const routes: Route[] = [];
  for (const { roles, unusualMoves, plan: known } of found) {
    // Planned again for the choice among equals.
    const goals = [...nearGoals(catalog, roles.slice(0, -1)), ready];
    const plan = roles.length === 1 ? known : await planCheapest(question, goals);
    if (plan === undefined || plan.status === 'unreachable') throw new Error('a route that was found can be planned');
    const hops = await cutIntoHops(question, roles, plan);
    routes.push({ hops, plan: withGap(plan, Math.max(leastDirect, leastHours(plan))), unusualMoves });
  }
  // A search that was cut short may find a better way straight there while it looks for another.
  const cheapest = routes.reduce<Plan>((best, { plan }) => (plan.hours < best.hours ? plan : best), direct);
  return { routes, direct: withGap(cheapest, leastDirect), directViable, leftOut: 0 };

  function extend({ roles, hours, unusualMoves }: PartialRoute, to: number): PartialRoute {
    return { roles: [...roles, to], hours, unusualMoves: unusualMoves + unusual(catalog, roles.at(-1) ?? from, to) };
  }
}

function comparePartialRoutes(a: PartialRoute, b: PartialRoute): number {
  return a.hours - b.hours || a.unusualMoves - b.unusualMoves || compareRoles(a.roles, b.roles);
}

function compareRoles(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  // Of equal beginnings the longer one first: it is nearer to an answer.
  return b.length - a.length;
}

/** The roles of each grade strictly between two; a grade without roles is passed over. */
function intermediatesBetween(catalog: Catalog, grade: number, targetGrade: number): number[][] {
  const layers: number[][] = [];
  for (let at = grade + 1; at < targetGrade; at++) {
    const roles = Array.from({ length: catalog.index.roleCount }, (_, role) => role);
    const layer = roles.filter((role) => seniorityOf(catalog, role) === at);
    if (layer.length > 0) layers.push(layer);
  }
  return layers;
}

function nearGoals(catalog: Catalog, roles: readonly number[]): Goal[] {
  return roles.map((role) => goalOfVerdict(catalog, role, 'near'));
}

/** 1 for a move that the data does not call usual. */
function unusual(catalog: Catalog, from: number | undefined, to: number): number {
  if (from === undefined) return 0;
  const id = catalog.role(to).id;
  return catalog.role(from).leadsTo.some((move) => move.role === id) ? 0 : 1;
}

/** Deals a route's steps out: to each intermediate role in turn the cheapest of them that make it near, to the last one the rest. */
async function cutIntoHops(question: PlanQuestion, roles: readonly number[], plan: Plan): Promise<Hop[]> {
  const { catalog } = question;
  const left = new Map(plan.steps.map((step) => [stepKey(catalog, step), step]));
  const hops: Hop[] = [];
  let held = question.held;
  for (const role of roles.slice(0, -1)) {
    const isExcluded = (step: LearningStep): boolean => !left.has(stepKey(catalog, step));
    const part = await planCheapest({ ...question, held, isExcluded }, nearGoals(catalog, [role]));
    if (part.status === 'unreachable') throw new Error("a route's steps reach each of its intermediate roles");
    for (const step of part.steps) left.delete(stepKey(catalog, step));
    held = part.after;
    hops.push({ role, steps: part.steps, held });
  }
  return [...hops, { role: roles.at(-1) as number, steps: [...left.values()], held: plan.after }];
}
