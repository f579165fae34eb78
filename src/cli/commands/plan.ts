import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { isCalendarDay } from '../../core/model/calendar-day.ts';
import { findMilestones } from '../../core/plan/find-milestones.ts';
import { planFirstSteps } from '../../core/plan/first-steps.ts';
import type { Goal } from '../../core/plan/goal.ts';
import { layCalendar, type WeeklyHours } from '../../core/plan/lay-calendar.ts';
import type { LearningStep } from '../../core/plan/learning-step.ts';
import { describeSteps, orderSteps } from '../../core/plan/order-steps.ts';
import { type Plan, type PlanQuestion, planCheapest, planWithin, type Unreachable } from '../../core/plan/plan.ts';
import { paceHours, sumHours } from '../../core/plan/plan-weeks.ts';
import { findWaysNotTaken } from '../../core/plan/ways-not-taken.ts';
import type { HeldLevels } from '../../core/score/held-levels.ts';
import { mondayFrom } from '../../report/calendar-day.ts';
import { wrapResults } from '../answers/envelope.ts';
import { type PlanResult, planData } from '../answers/plan-answer.ts';
import { planCalendar } from '../answers/plan-calendar.ts';
import { planBlocks } from '../answers/plan-screen.ts';
import { stepRecords, type TimedStep } from '../answers/step-answer.ts';
import { aimedRoles } from '../open/aimed-roles.ts';
import { pickRoles } from '../open/pick-named.ts';
import {
  goalOf,
  hoursPerWeekOf,
  hoursPerWeekOption,
  paceOption,
  parseReach,
  planQuestion,
  type Reach,
  reachedVerdicts,
  solverOptions,
} from '../open/plan-options.ts';
import { openStart, preferredSkills } from '../open/plan-start.ts';
import { withSolver } from '../open/with-solver.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';
import { numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** What is asked of a plan: a mark to reach, or hours to spend, at one's own pace. */
export type Wish = { readonly reach: Reach } | { readonly hours: number };

export const plan: CommandSpec = {
  name: 'plan',
  argument: '[role...]',
  group: 'Learn',
  summary: 'the cheapest learning steps to a role, in order, with hours and weeks; several roles: one plan for them all',
  examples: [
    'careerpath plan senior-backend-developer',
    'careerpath plan principal-api-architect --reach 80 --hours-per-week 6',
    'careerpath plan backend-developer --hours 120',
    'careerpath plan senior-backend-developer --exclude kafka -f markdown > checklist.md',
    'careerpath plan backend-developer --start 2027-01-04 -f ics -o plan.ics',
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'ics', 'mermaid'],
  usesProfile: true,
  options: [
    {
      flags: '--reach <fit>',
      description: 'ready (the default), near or stretch, or a fit from 0 to 100',
      values: reachedVerdicts,
      parse: parseReach,
    },
    {
      flags: '--hours <hours>',
      description: 'the best fit that so many hours allow',
      parse: numberOption('--hours', 0, 1_000_000),
    },
    hoursPerWeekOption,
    {
      flags: '--weeks <weeks>',
      description: 'the best fit that so many weeks allow',
      parse: numberOption('--weeks', 1, 5200, true),
    },
    paceOption,
    ...solverOptions,
    { flags: '--all', description: 'every step; a terminal shows those of the next twelve weeks' },
    { flags: '--start <day>', description: 'the first day, such as 2027-01-04 (else the next Monday)', parse: parseDay },
  ],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const roles = aimedRoles(catalog, person, named);
    const week = hoursPerWeekOf(person, options);
    const wish = wishOf(options, week.hours);
    const pace = (options['pace'] as number | undefined) ?? 1;
    const start = openStart(catalog, person, options);
    const prefer = preferredSkills(catalog, person, options);
    const { answer, alone, instead } = await withSolver(session, 'looking for the cheapest plan', async (solve) => {
      const question = planQuestion(catalog, start.held, options, solve, prefer);
      const answer = await ask(question, roles, wish, pace);
      if ('hours' in wish || answer.status === 'unreachable') return { answer, alone: [], instead: [] };
      return {
        answer,
        alone: roles.length < 2 ? [] : await askEach(question, roles, wish),
        // For a fit there are as many ways as there are points: what one of them costs says little, and takes a long search.
        instead:
          typeof wish.reach !== 'number' || prefer.size > 0
            ? await findWaysNotTaken(question, goalsOf(catalog, roles, wish), answer)
            : [],
      };
    });
    const ordered =
      answer.status === 'unreachable'
        ? []
        : orderSteps(catalog, roles, start.held, answer.steps, planFirstSteps(catalog, roles, start.held));
    const steps = timeSteps(catalog, roles, start.held, ordered, pace, {
      study: week.hours,
      work: catalog.scale.workHoursPerWeek,
      hasJob: person.currentRole !== undefined,
    });
    const result: PlanResult = {
      ...{ roles, wish, pace, week, answer, steps, alone, instead, start },
      hours: sumHours(steps.map((step) => step.hours)),
      milestones: findMilestones(catalog, roles, start.held, ordered),
      showAll: options['all'] === true || session.format !== 'table',
    };
    const firstDay = (options['start'] as string | undefined) ?? mondayFrom(session.io.now());
    const notes = person.diagnostics;
    const exitCode = answer.status === 'unreachable' ? exitCodes.no : exitCodes.fine;
    return {
      report: {
        notes,
        blocks: () => planBlocks(catalog, person, result),
        records: () => stepRecords(catalog, steps),
        data: () => wrapResults({ command: 'plan', opened, person, results: [planData(catalog, result)], diagnostics: notes }),
        calendar: () => planCalendar(catalog, result, firstDay),
        diagram: () => {
          const { name, events } = planCalendar(catalog, result, firstDay);
          return { kind: 'schedule', title: name, events };
        },
      },
      exitCode: () => exitCode,
    };
  },
};

/** Exactly one wish: the two kinds exclude each other. */
function wishOf(options: Readonly<Record<string, unknown>>, hoursPerWeek: number): Wish {
  const reach = options['reach'] as Reach | undefined;
  const hours = options['hours'] as number | undefined;
  const weeks = options['weeks'] as number | undefined;
  const given = [reach, hours, weeks].filter((one) => one !== undefined);
  if (given.length > 1) {
    throw usageFailure('--reach, --hours and --weeks ask for different plans', 'give one of them');
  }
  if (hours !== undefined) return { hours };
  if (weeks !== undefined) return { hours: weeks * hoursPerWeek };
  return { reach: reach ?? 'ready' };
}

function ask(question: PlanQuestion, roles: readonly number[], wish: Wish, pace: number): Promise<Plan | Unreachable> {
  if ('hours' in wish) return planWithin(question, roles, wish.hours / pace);
  return planCheapest(question, goalsOf(question.catalog, roles, wish));
}

function goalsOf(catalog: Catalog, roles: readonly number[], { reach }: { readonly reach: Reach }): Goal[] {
  return roles.map((role) => goalOf(catalog, role, reach));
}

async function askEach(
  question: PlanQuestion,
  roles: readonly number[],
  wish: { readonly reach: Reach },
): Promise<{ role: number; answer: Plan | Unreachable }[]> {
  const each: { role: number; answer: Plan | Unreachable }[] = [];
  for (const role of roles) {
    const goal = goalOf(question.catalog, role, wish.reach);
    each.push({ role, answer: await planCheapest({ ...question, breakTies: false }, [goal]) });
  }
  return each;
}

function timeSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  ordered: readonly LearningStep[],
  pace: number,
  perWeek: WeeklyHours,
): TimedStep[] {
  const described = describeSteps(catalog, roles, held, ordered).map((one) => ({
    ...one,
    hours: paceHours(one.hours, pace),
  }));
  const times = layCalendar(
    catalog,
    held,
    ordered,
    described.map((one) => one.hours.typical),
    perWeek,
  );
  return described.map((one, i) => ({ ...one, order: i + 1, ...times[i] }));
}

function parseDay(text: string): string {
  // A plan must end before years have five digits.
  if (isCalendarDay(text) && text < '9000') return text;
  throw usageFailure(`--start: "${text}" is not a day of the calendar`, 'write it like 2027-01-04');
}
