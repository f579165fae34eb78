import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Hours } from '../../core/plan/learning-step.ts';
import { hoursOf } from '../../core/plan/learning-step.ts';
import type { Plan, Unreachable } from '../../core/plan/plan.ts';
import { paceHours, sumHours } from '../../core/plan/plan-weeks.ts';
import { assessRole, wholeScore } from '../../core/score/fit.ts';
import type { HeldLevels } from '../../core/score/held-levels.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { addDays } from '../../report/calendar-day.ts';
import type { Block, CalendarEvent } from '../../report/report.ts';
import { count, personLine, verdictTones } from './fit-answer.ts';
import { requirementLabel } from './requirement-answer.ts';
import { hoursRange, requirementLabels, shownStep, stepData, stepTitle, type TimedStep, whyWords } from './step-answer.ts';

/** Everything that a plan's formats show. */
export interface PlanResult {
  readonly roles: readonly number[];
  readonly wish: { readonly reach: 'ready' | number } | { readonly hours: number };
  readonly pace: number;
  readonly week: { readonly hours: number; readonly assumed: boolean };
  readonly answer: Plan | Unreachable;
  readonly steps: readonly TimedStep[];
  readonly hours: Hours;
  /** With several roles, what each of them would cost alone. */
  readonly alone: readonly { readonly role: number; readonly answer: Plan | Unreachable }[];
}

/** One plan as JSON carries it. */
export function planData(
  catalog: Catalog,
  person: Person,
  result: Omit<PlanResult, 'week' | 'hours'> & Partial<PlanResult>,
): Record<string, unknown> {
  const { roles, wish, pace, week, answer, steps, alone } = result;
  const scores = (held: HeldLevels): Record<string, number> =>
    Object.fromEntries(roles.map((role) => [textAt(catalog.roleIds, role), wholeScore(assessRole(catalog, role, held).fit)]));
  const exact = (held: HeldLevels): Record<string, number> =>
    Object.fromEntries(roles.map((role) => [textAt(catalog.roleIds, role), assessRole(catalog, role, held).fit]));
  const isReachable = answer.status !== 'unreachable';
  const after = isReachable ? answer.after : person.held;
  return {
    roles: roles.map((role) => textAt(catalog.roleIds, role)),
    goal: wish,
    status: answer.status,
    gapPercent: isReachable ? answer.gapPercent : null,
    hours: sumHours(steps.map((step) => step.hours)),
    pace,
    ...(week === undefined ? {} : { hoursPerWeek: week.hours, weeks: steps.at(-1)?.weeks?.[1] ?? 0 }),
    before: scores(person.held),
    after: scores(after),
    exactBefore: exact(person.held),
    exactAfter: exact(after),
    steps: steps.map((step) => stepData(catalog, step)),
    ...(alone.length === 0 ? {} : { alone: alone.map((one) => aloneData(catalog, one, pace)) }),
    ...(isReachable ? {} : { blocked: answer.blocked.map((one) => blockedData(catalog, one)) }),
  };
}

function aloneData(catalog: Catalog, { role, answer }: PlanResult['alone'][number], pace: number): Record<string, unknown> {
  const id = textAt(catalog.roleIds, role);
  if (answer.status === 'unreachable') return { role: id, status: answer.status, hours: null };
  return { role: id, status: answer.status, hours: planHours(catalog, answer, pace) };
}

/** What a plan's steps cost together. */
export function planHours(catalog: Catalog, answer: Plan, pace: number): Hours {
  return sumHours(answer.steps.map((step) => paceHours(hoursOf(catalog, step), pace)));
}

function blockedData(catalog: Catalog, { goal, requirements }: Unreachable['blocked'][number]): Record<string, unknown> {
  const first = catalog.index.requirementStart[goal.role] as number;
  const all = catalog.role(goal.role).requirements;
  return {
    role: textAt(catalog.roleIds, goal.role),
    requirements: requirements.map((number) => {
      const requirement = all[number - first];
      return requirement === undefined ? {} : { id: requirement.id, label: requirementLabel(catalog, requirement) };
    }),
  };
}

/** A plan for people: the result first, then step by step. */
export function planBlocks(catalog: Catalog, person: Person, result: PlanResult): Block[] {
  const { roles, wish, answer, steps, alone } = result;
  const titles = roles.map((role) => textAt(catalog.roleTitles, role)).join(' + ');
  const asked = 'hours' in wish ? `the best fit for ${wish.hours} h` : wish.reach === 'ready' ? 'ready' : `fit ${wish.reach}`;
  const heading: Block[] = [personLine(catalog, person), { kind: 'heading', text: `Plan: ${titles}, ${asked}` }];
  if (answer.status === 'unreachable') return [...heading, ...unreachableBlocks(catalog, answer)];
  const labelOf = requirementLabels(catalog, roles);
  const sections: Block[] =
    steps.length === 0
      ? []
      : [
          { kind: 'heading', text: 'Steps (most points an hour first, each after what it needs)' },
          { kind: 'steps', checklist: true, steps: steps.map((step) => shownStep(catalog, step, labelOf)) },
        ];
  return [...heading, ...summaryBlocks(catalog, person, result, answer), ...aloneBlocks(catalog, result, alone), ...sections];
}

function summaryBlocks(
  catalog: Catalog,
  person: Person,
  { roles, wish, hours, steps, week, pace }: PlanResult,
  answer: Plan,
): Block[] {
  const moves = roles.map((role): Block => {
    const before = assessRole(catalog, role, person.held);
    const after = assessRole(catalog, role, answer.after);
    const name = roles.length > 1 ? `${textAt(catalog.roleTitles, role)}: ` : '';
    const change = `${wholeScore(before.fit)} ${before.verdict} → ${wholeScore(after.fit)} ${after.verdict}`;
    return { kind: 'text', text: `${name}fit ${change}`, tone: verdictTones[after.verdict] };
  });
  if (steps.length === 0) {
    const text =
      'hours' in wish
        ? 'No step that brings points fits into these hours.'
        : 'You are there already: nothing to learn for this goal.';
    return [...moves, { kind: 'text', text, tone: 'good' }];
  }
  const weeks = steps.at(-1)?.weeks?.[1] ?? 0;
  const paced = pace === 1 ? '' : ` at pace ${pace}`;
  const time = `${count(steps.length, 'step')} · ${hours.typical} h (${hoursRange(hours)})${paced} · ${count(weeks, 'week')} of ${week.hours} h${week.assumed ? ' (assumed; --hours-per-week)' : ''}`;
  return [
    ...moves,
    { kind: 'text', text: time, tone: 'strong' },
    { kind: 'text', text: proofWords(answer, 'hours' in wish), tone: 'dim' },
  ];
}

/** How good the plan is proven to be. */
export function proofWords(answer: Plan, isBudget: boolean): string {
  const best = isBudget ? 'no other steps within these hours bring more points' : 'no other steps get there in fewer hours';
  if (answer.status === 'optimal') return `Proven optimal: ${best}.`;
  return `Within ${Math.ceil(answer.gapPercent * 10) / 10} % of the best plan: a limit came before the proof.`;
}

function aloneBlocks(catalog: Catalog, { hours, pace }: PlanResult, alone: PlanResult['alone']): Block[] {
  if (alone.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Role', wrap: true },
        { title: 'Alone', align: 'right' },
      ],
      rows: [
        ...alone.map(({ role, answer }) => [
          textAt(catalog.roleTitles, role),
          answer.status === 'unreachable' ? 'cannot be reached' : `${planHours(catalog, answer, pace).typical} h`,
        ]),
        ['this plan, for all', `${hours.typical} h`],
      ],
    },
  ];
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

/** The steps as all-day events from a first day on, each over the weeks that it takes. */
export function planCalendar(
  catalog: Catalog,
  { roles, steps }: PlanResult,
  start: string,
): { name: string; events: CalendarEvent[] } {
  const labelOf = requirementLabels(catalog, roles);
  const ids = roles.map((role) => textAt(catalog.roleIds, role)).join('+');
  const events = steps.map((timed): CalendarEvent => {
    const { step, hours, weeks } = timed;
    const learn = catalog.skill(step.skill).learn[step.level];
    const links = (learn?.resources ?? []).map((resource) => `${resource.title}: ${resource.url}`);
    const [first] = learn?.resources ?? [];
    return {
      id: `${ids}-${textAt(catalog.skillIds, step.skill)}-${step.level}@careerpath`,
      title: stepTitle(catalog, step),
      description: [
        `${hours.typical} h (${hoursRange(hours)}). ${whyWords(catalog, timed, labelOf)}`,
        learn?.do ?? '',
        ...links,
      ].join('\n'),
      ...(first === undefined ? {} : { url: first.url }),
      firstDay: addDays(start, 7 * ((weeks?.[0] ?? 1) - 1)),
      endDay: addDays(start, 7 * (weeks?.[1] ?? 1)),
    };
  });
  return { name: `Plan: ${roles.map((role) => textAt(catalog.roleTitles, role)).join(' + ')}`, events };
}
