import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { AssumedProfile } from '../../core/plan/assume-profile.ts';
import type { Milestone } from '../../core/plan/find-milestones.ts';
import type { Hours } from '../../core/plan/learning-step.ts';
import { hoursOf } from '../../core/plan/learning-step.ts';
import type { Plan, Unreachable } from '../../core/plan/plan.ts';
import { paceHours, sumHours } from '../../core/plan/plan-weeks.ts';
import type { WayNotTaken } from '../../core/plan/ways-not-taken.ts';
import { assessRole, wholeScore } from '../../core/score/fit.ts';
import type { HeldLevels } from '../../core/score/held-levels.ts';
import type { Block } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { planResult } from '../../schema/answers/plan.ts';
import type { Reach } from '../open/plan-options.ts';
import { assumedData } from './assumed-answer.ts';
import { atPace, lastWeek, timesOf } from './plan-times.ts';
import { requirementLabel } from './requirement-answer.ts';
import { stepData, type TimedStep } from './step-answer.ts';

/** Everything that a plan's formats show. */
export interface PlanResult {
  readonly roles: readonly number[];
  readonly wish: { readonly reach: Reach } | { readonly hours: number };
  readonly pace: number;
  readonly week: { readonly hours: number; readonly assumed: boolean };
  readonly answer: Plan | Unreachable;
  readonly steps: readonly TimedStep[];
  readonly hours: Hours;
  /** Where the plan starts. */
  readonly start: AssumedProfile;
  readonly milestones: readonly Milestone[];
  /** Ways that the plan could have taken. */
  readonly instead: readonly WayNotTaken[];
  /** Every step, and not only the next weeks'. */
  readonly showAll: boolean;
  /** With several roles, what each of them would cost alone. */
  readonly alone: readonly { readonly role: number; readonly answer: Plan | Unreachable }[];
}

/** What every answer about a plan has. */
export type PlanCore = Pick<PlanResult, 'roles' | 'wish' | 'pace' | 'answer' | 'steps' | 'start'>;

/** One plan as JSON carries it. */
export function planData(catalog: Catalog, result: PlanCore & Partial<PlanResult>): Answer<typeof planResult> {
  const { roles, wish, pace, week, answer, steps, start, milestones = [], instead = [], alone = [] } = result;
  const { held } = start;
  const scores = (at: HeldLevels): Record<string, number> =>
    Object.fromEntries(roles.map((role) => [textAt(catalog.roleIds, role), wholeScore(assessRole(catalog, role, at).fit)]));
  const exact = (at: HeldLevels): Record<string, number> =>
    Object.fromEntries(roles.map((role) => [textAt(catalog.roleIds, role), assessRole(catalog, role, at).fit]));
  const isReachable = answer.status !== 'unreachable';
  const after = isReachable ? answer.after : held;
  return {
    roles: roles.map((role) => textAt(catalog.roleIds, role)),
    goal: wish,
    status: answer.status,
    gapPercent: isReachable ? answer.gapPercent : null,
    hours: sumHours(steps.map((step) => step.hours)),
    pace,
    ...(week === undefined ? {} : { hoursPerWeek: week.hours, weeks: lastWeek(steps), ...timesOf(steps) }),
    assumed: assumedData(catalog, start.assumed),
    instead: instead.map(({ skill, hours, taken }) => ({
      skill: textAt(catalog.skillIds, skill),
      hours: atPace(hours, pace),
      taken: textAt(catalog.skillIds, taken),
    })),
    milestones: milestones.map(({ afterStep, role, verdict }) => ({
      afterStep,
      role: textAt(catalog.roleIds, role),
      verdict,
      ...(week === undefined ? {} : { week: lastWeek(steps.slice(0, afterStep)) }),
    })),
    before: scores(held),
    after: scores(after),
    exactBefore: exact(held),
    exactAfter: exact(after),
    steps: steps.map((step) => stepData(catalog, step)),
    ...(alone.length === 0 ? {} : { alone: alone.map((one) => aloneData(catalog, one, pace)) }),
    ...(isReachable ? {} : { blocked: answer.blocked.map((one) => blockedData(catalog, one)) }),
  };
}

function aloneData(
  catalog: Catalog,
  { role, answer }: PlanResult['alone'][number],
  pace: number,
): NonNullable<Answer<typeof planResult>['alone']>[number] {
  const id = textAt(catalog.roleIds, role);
  if (answer.status === 'unreachable') return { role: id, status: answer.status, hours: null };
  return { role: id, status: answer.status, hours: planHours(catalog, answer, pace) };
}

/** What a plan's steps cost together. */
export function planHours(catalog: Catalog, answer: Plan, pace: number): Hours {
  return sumHours(answer.steps.map((step) => paceHours(hoursOf(catalog, step), pace)));
}

function blockedData(
  catalog: Catalog,
  { goal, requirements }: Unreachable['blocked'][number],
): NonNullable<Answer<typeof planResult>['blocked']>[number] {
  const first = catalog.index.requirementStart[goal.role] as number;
  const all = catalog.role(goal.role).requirements;
  return {
    role: textAt(catalog.roleIds, goal.role),
    requirements: requirements
      .map((number) => all[number - first])
      .filter((one) => one !== undefined)
      .map((one) => ({ id: one.id, label: requirementLabel(catalog, one) })),
  };
}

/** How good the plan is proven to be. */
export function proofWords(answer: Plan, isBudget: boolean): string {
  const best = isBudget ? 'no other steps within these hours bring more points' : 'no other steps get there in fewer hours';
  if (answer.status === 'optimal') return `Proven optimal: ${best}.`;
  return `Within ${Math.ceil(answer.gapPercent * 10) / 10} % of the best plan: a limit came before the proof.`;
}

/** What stands in the way, for people. */
export function unreachableBlocks(catalog: Catalog, { blocked }: Unreachable): Block[] {
  return blocked.flatMap(({ goal, requirements }): Block[] => {
    const first = catalog.index.requirementStart[goal.role] as number;
    const all = catalog.role(goal.role).requirements;
    const title = textAt(catalog.roleTitles, goal.role);
    const names = requirements.map((number) => all[number - first]).filter((one) => one !== undefined);
    const list = names.map((one) => requirementLabel(catalog, one)).join(', ');
    if (names.length === 0) {
      const why = 'it has no essential requirement, so nobody counts as ready for it';
      const instead = `careerpath plan ${textAt(catalog.roleIds, goal.role)} --reach 80`;
      return [{ kind: 'text', text: `${title} cannot be reached: ${why}. Ask for a fit: ${instead}`, tone: 'poor' }];
    }
    return [
      { kind: 'text', text: `${title} cannot be reached: every step that can be taken is not enough.`, tone: 'poor' },
      { kind: 'text', text: `In the way: ${list}. An --exclude, or a circle of prerequisites, keeps them out of reach.` },
    ];
  });
}
