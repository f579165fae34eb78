import { type Catalog, noSeniority } from './catalog-index.ts';
import { rankRoles } from './fit.ts';
import { type Goal, goalOfVerdict } from './goal.ts';
import type { Declaration, HeldLevels } from './held-levels.ts';
import type { LearningStep } from './learning-step.ts';
import { stepKey } from './learning-step.ts';
import { type Plan, type PlanQuestion, planCheapest, type Unreachable } from './plan.ts';

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
}

/** The grade of somebody who is ready for no role: below entry. */
const belowEntry = -1;

/** The highest seniority among the roles that somebody is ready for, as an index into the scale's seniorities; -1 below entry. */
export function gradeOf(catalog: Catalog, held: HeldLevels): number {
  const ready = rankRoles(catalog, held).filter((fit) => fit.verdict === 'ready');
  return Math.max(belowEntry, ...ready.map((fit) => seniorityOf(catalog, fit.role) ?? belowEntry));
}

/** A role's place in the scale's seniorities; nothing when it has none. */
export function seniorityOf({ index }: Catalog, role: number): number | undefined {
  const grade = index.roleSeniority[role] as number;
  return grade === noSeniority ? undefined : grade;
}

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

interface Partial {
  readonly roles: readonly number[];
  readonly hours: number;
  readonly unusualMoves: number;
  readonly plan: Plan;
}

/**
 * The cheapest routes to a role over one role of each seniority grade between the present one and the target's. Each stone
 * is at least `near` when it is reached, the target `ready`. Chains are grown grade by grade, the cheapest beginning first: a
 * longer chain never costs less than its beginning, so the first complete ones are the cheapest of all.
 *
 * @param from the present role, for the moves that are usual from there
 * @param most how many routes to return at most
 */
export async function findRoutes(
  question: PlanQuestion,
  target: number,
  from: number | undefined,
  most: number,
): Promise<RouteAnswer> {
  const { catalog, held } = question;
  const targetGrade = seniorityOf(catalog, target) ?? belowEntry;
  const grade = gradeOf(catalog, held);
  const ready = goalOfVerdict(catalog, target, 'ready');
  const direct = await planCheapest(question, [ready]);
  const directViable = targetGrade - grade <= 1;
  if (direct.status === 'unreachable') return { routes: [], direct, directViable };
  const layers = stonesBetween(catalog, grade, targetGrade);
  const open: Partial[] = [{ roles: [], hours: direct.hours, unusualMoves: 0, plan: direct }];
  const found: Partial[] = [];
  const quick: PlanQuestion = { ...question, breakTies: false };
  while (open.length > 0 && found.length < most) {
    open.sort(comparePartials);
    const next = open.shift() as Partial;
    if (next.roles.length > layers.length) {
      found.push(next);
      continue;
    }
    if (next.roles.length === layers.length) {
      const moved = next.unusualMoves + unusual(catalog, next.roles.at(-1) ?? from, target);
      open.push({ ...next, roles: [...next.roles, target], unusualMoves: moved });
      continue;
    }
    for (const stone of layers[next.roles.length] as number[]) {
      const roles = [...next.roles, stone];
      const plan = await planCheapest(quick, [...nearGoals(catalog, roles), ready]);
      if (plan.status === 'unreachable') continue;
      const moved = next.unusualMoves + unusual(catalog, next.roles.at(-1) ?? from, stone);
      open.push({ roles, hours: plan.hours, unusualMoves: moved, plan });
    }
  }
  const routes: Route[] = [];
  for (const { roles, unusualMoves } of found) {
    const plan = await planCheapest(question, [...nearGoals(catalog, roles.slice(0, -1)), ready]);
    if (plan.status === 'unreachable') throw new Error('a route that was found can be planned');
    routes.push({ hops: await cutIntoHops(question, roles, plan), plan, unusualMoves });
  }
  return { routes, direct, directViable };
}

function comparePartials(a: Partial, b: Partial): number {
  return a.hours - b.hours || a.unusualMoves - b.unusualMoves || compareRoles(a.roles, b.roles);
}

function compareRoles(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  // Of equal beginnings the longer one first: it is nearer to an answer.
  return b.length - a.length;
}

/** The roles of each grade strictly between two; a grade without roles is passed over. */
function stonesBetween(catalog: Catalog, grade: number, targetGrade: number): number[][] {
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

/** Deals a route's steps out: to each stone in turn the cheapest of them that make it near, to the last one the rest. */
async function cutIntoHops(question: PlanQuestion, roles: readonly number[], plan: Plan): Promise<Hop[]> {
  const { catalog } = question;
  const left = new Map(plan.steps.map((step) => [stepKey(catalog, step), step]));
  const hops: Hop[] = [];
  let held = question.held;
  for (const role of roles.slice(0, -1)) {
    const isExcluded = (step: LearningStep): boolean => !left.has(stepKey(catalog, step));
    const part = await planCheapest({ ...question, held, isExcluded }, nearGoals(catalog, [role]));
    if (part.status === 'unreachable') throw new Error("a route's steps reach each of its stones");
    for (const step of part.steps) left.delete(stepKey(catalog, step));
    held = part.after;
    hops.push({ role, steps: part.steps, held });
  }
  return [...hops, { role: roles.at(-1) as number, steps: [...left.values()], held: plan.after }];
}
