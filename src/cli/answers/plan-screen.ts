import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { assessRole, wholeScore } from '../../core/score/fit.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block } from '../../report/report.ts';
import { reachWords } from '../open/plan-options.ts';
import { assumedBlocks, tooOpenBlocks } from './assumed-answer.ts';
import { count, personLine, verdictTones } from './fit-answer.ts';
import { type PlanResult, planHours, proofWords, unreachableBlocks } from './plan-answer.ts';
import { atPace, lastWeek, spanWords, timesOf } from './plan-times.ts';
import { hoursRange, requirementLabels, shownStep, stepTitle, type TimedStep } from './step-answer.ts';

/** A terminal shows what begins within so many weeks. */
const weeksShown = 12;
/** So many skills of the job are named in the summary. */
const namedAtWork = 3;

/** A plan for people: the result first, then the next weeks, then the milestones. */
export function planBlocks(catalog: Catalog, person: Person, result: PlanResult): Block[] {
  const { roles, wish, answer } = result;
  const titles = roles.map((role) => textAt(catalog.roleTitles, role)).join(' + ');
  const asked = 'hours' in wish ? `the best fit for ${wish.hours} h` : reachWords(wish.reach);
  const heading: Block[] = [
    personLine(catalog, person),
    { kind: 'heading', text: `Plan: ${titles}, ${asked}` },
    ...tooOpenBlocks(catalog, roles, person),
  ];
  const assumed = assumedBlocks(catalog, roles, result.start);
  if (answer.status === 'unreachable') return [...heading, ...unreachableBlocks(catalog, answer), ...assumed];
  return [
    ...heading,
    ...summaryBlocks(catalog, person, result, answer),
    ...assumed,
    ...aloneBlocks(catalog, result),
    ...stepBlocks(catalog, result),
    ...milestoneBlocks(catalog, result),
  ];
}

function summaryBlocks(catalog: Catalog, person: Person, result: PlanResult, answer: Plan): Block[] {
  const { roles, wish, steps, start } = result;
  const moves = roles.map((role): Block => {
    const before = assessRole(catalog, role, start.held);
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
  return [
    ...moves,
    { kind: 'text', text: timeWords(catalog, result), tone: 'strong' },
    ...jobBlocks(person, steps),
    ...insteadBlocks(catalog, result),
    { kind: 'text', text: proofWords(answer, 'hours' in wish), tone: 'dim' },
  ];
}

/** `310 h of study (200–460 h), 14 months at 5 h a week; beside it 600 h on the job, 9 months, with Docker 4 and 2 more` */
function timeWords(catalog: Catalog, { steps, hours, week, pace }: PlanResult): string {
  const { study, work } = timesOf(steps);
  // What is practised in the job takes less time than the hours of study alone.
  const practice = study.weeks * week.hours + 1 < study.hours ? ' and by practice in your job' : '';
  const studied = `${study.hours} h of study, ${spanWords(study.weeks)} at ${week.hours} h a week${week.assumed ? ' (assumed; --hours-per-week)' : ''}${practice}`;
  const atWork = steps.filter((step) => step.atWork === true);
  const skills = [...new Map(atWork.map(({ step }) => [step.skill, step.level]))];
  const named = skills.slice(0, namedAtWork).map(([skill, level]) => `${textAt(catalog.skillNames, skill)} ${level}`);
  const more = skills.length > named.length ? ` and ${skills.length - named.length} more` : '';
  const begin = Math.min(...atWork.map((step) => step.weeks?.[0] ?? 1));
  const span = spanWords(lastWeek(atWork) - begin + 1);
  const worked = `${work.hours} h on the job, ${span}, with ${named.join(', ')}${more}`;
  const both = study.hours === 0 ? worked : atWork.length === 0 ? studied : `${studied}; beside it ${worked}`;
  const paced = pace === 1 ? '' : ` at pace ${pace}`;
  return `${count(steps.length, 'step')} (${hoursRange(hours)} in all${paced}) · ${both}`;
}

/** What is learned on a job comes with one. */
function jobBlocks({ profile }: Person, steps: readonly TimedStep[]): Block[] {
  const hasJob = profile.role !== undefined || (profile.experience?.years ?? 0) > 0;
  if (hasJob || !steps.some((step) => step.atWork === true)) return [];
  const text = 'What is learned on the job comes with one: until then, plan the study.';
  return [{ kind: 'text', text, tone: 'fair' }];
}

/** `With Python; Java would take 40 h more.` */
function insteadBlocks(catalog: Catalog, { instead, pace }: PlanResult): Block[] {
  return instead.map(({ taken, skill, hours }): Block => {
    const name = textAt(catalog.skillNames, skill);
    const cost = hours <= 0 ? 'as long' : `${atPace(hours, pace)} h more`;
    return { kind: 'text', text: `With ${textAt(catalog.skillNames, taken)}; ${name} would take ${cost}.` };
  });
}

function aloneBlocks(catalog: Catalog, { hours, pace, alone }: PlanResult): Block[] {
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

/** The steps that begin within the next weeks, or all of them: what is studied, and beside it what the job teaches. */
function stepBlocks(catalog: Catalog, { roles, steps, showAll }: PlanResult): Block[] {
  const labelOf = requirementLabels(catalog, roles);
  const shown = showAll ? steps : steps.filter((step) => (step.weeks?.[0] ?? 1) <= weeksShown);
  const hidden = steps.length - shown.length;
  const weeks = showAll || hidden === 0 ? '' : `, the next ${weeksShown} weeks`;
  const section = (text: string, some: readonly TimedStep[]): Block[] =>
    some.length === 0
      ? []
      : [
          { kind: 'heading', text },
          { kind: 'steps', checklist: true, steps: some.map((step) => shownStep(catalog, step, labelOf)) },
        ];
  const study = shown.filter((step) => step.atWork !== true);
  const work = shown.filter((step) => step.atWork === true);
  return [
    ...section(`To study${weeks} (each after what it needs)`, study),
    ...section(`On the job, beside it${weeks}`, work),
    ...(hidden === 0
      ? []
      : [{ kind: 'text', text: `${count(hidden, 'later step')}: --all shows every one.`, tone: 'dim' } as const]),
  ];
}

function milestoneBlocks(catalog: Catalog, { milestones, steps }: PlanResult): Block[] {
  if (milestones.length === 0) return [];
  return [
    { kind: 'heading', text: 'Milestones' },
    {
      kind: 'table',
      columns: [{ title: 'When' }, { title: 'Verdict' }, { title: 'Role', wrap: true }, { title: 'After', wrap: true, drop: 1 }],
      rows: milestones.map(({ afterStep, role, verdict }) => {
        const last = steps[afterStep - 1]?.step;
        return [
          `by week ${lastWeek(steps.slice(0, afterStep))}`,
          { text: verdict, tone: verdictTones[verdict] },
          textAt(catalog.roleTitles, role),
          last === undefined ? '' : stepTitle(catalog, last),
        ];
      }),
    },
  ];
}
