import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { isCalendarDay } from '../../core/model/calendar-day.ts';
import { describeSteps, orderSteps } from '../../core/plan/order-steps.ts';
import { type Plan, type PlanQuestion, planCheapest, planWithin, type Unreachable } from '../../core/plan/plan.ts';
import { layOnWeeks, paceHours, sumHours } from '../../core/plan/plan-weeks.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { mondayFrom } from '../../report/calendar-day.ts';
import { wrapResults } from '../answers/envelope.ts';
import { planBlocks, planCalendar, planData } from '../answers/plan-answer.ts';
import { stepRecords, type TimedStep } from '../answers/step-answer.ts';
import { pickRoles } from '../open/pick-named.ts';
import {
  goalOf,
  hoursPerWeekOf,
  hoursPerWeekOption,
  paceOption,
  parseReach,
  planQuestion,
  solverOptions,
} from '../open/plan-options.ts';
import { withSolver } from '../open/with-solver.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';
import { numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** What is asked of a plan: a mark to reach, or hours to spend, at one's own pace. */
export type Wish = { readonly reach: 'ready' | number } | { readonly hours: number };

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
    { flags: '--reach <fit>', description: 'a fit from 0 to 100, or "ready" (the default)', parse: parseReach },
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
    { flags: '--start <day>', description: 'the first day, such as 2027-01-04 (else the next Monday)', parse: parseDay },
  ],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const roles = named.length > 0 ? named : person.targets;
    if (roles.length === 0) throw usageFailure('no role is named, and the profile has no targets', 'see: careerpath roles');
    const week = hoursPerWeekOf(person, options);
    const wish = wishOf(options, week.hours);
    const pace = (options['pace'] as number | undefined) ?? 1;
    const { answer, alone } = await withSolver(session, 'looking for the cheapest plan', async (solve) => {
      const question = planQuestion(catalog, person.held, options, solve);
      return {
        answer: await ask(question, roles, wish, pace),
        alone: roles.length < 2 || 'hours' in wish ? [] : await askEach(question, roles, wish),
      };
    });
    const steps = answer.status === 'unreachable' ? [] : timeSteps(catalog, roles, person, answer, pace, week.hours);
    const result = { roles, wish, pace, week, answer, steps, alone, hours: sumHours(steps.map((step) => step.hours)) };
    const start = (options['start'] as string | undefined) ?? mondayFrom(session.io.now());
    const notes = person.diagnostics;
    const exitCode = answer.status === 'unreachable' ? exitCodes.no : exitCodes.fine;
    return {
      report: {
        notes,
        blocks: () => planBlocks(catalog, person, result),
        records: () => stepRecords(catalog, steps),
        data: () =>
          wrapResults({ command: 'plan', opened, person, results: [planData(catalog, person, result)], diagnostics: notes }),
        calendar: () => planCalendar(catalog, result, start),
        diagram: () => {
          const { name, events } = planCalendar(catalog, result, start);
          return { kind: 'schedule', title: name, events };
        },
      },
      exitCode: () => exitCode,
    };
  },
};

/** Exactly one wish: the two kinds exclude each other. */
function wishOf(options: Readonly<Record<string, unknown>>, hoursPerWeek: number): Wish {
  const reach = options['reach'] as 'ready' | number | undefined;
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
  return planCheapest(
    question,
    roles.map((role) => goalOf(question.catalog, role, wish.reach)),
  );
}

async function askEach(
  question: PlanQuestion,
  roles: readonly number[],
  wish: { readonly reach: 'ready' | number },
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
  person: Person,
  answer: Plan,
  pace: number,
  hoursPerWeek: number,
): TimedStep[] {
  const ordered = orderSteps(catalog, roles, person.held, answer.steps);
  const described = describeSteps(catalog, roles, person.held, ordered).map((one) => ({
    ...one,
    hours: paceHours(one.hours, pace),
  }));
  const weeks = layOnWeeks(
    described.map((one) => one.hours),
    hoursPerWeek,
  );
  return described.map((one, i) => ({ ...one, order: i + 1, weeks: weeks[i] as [number, number] }));
}

function parseDay(text: string): string {
  // A plan must end before years have five digits.
  if (isCalendarDay(text) && text < '9000') return text;
  throw usageFailure(`--start: "${text}" is not a day of the calendar`, 'write it like 2027-01-04');
}
