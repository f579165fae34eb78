import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { LearnEntry } from '../../core/model/model.ts';
import type { Hours, LearningStep } from '../../core/plan/learning-step.ts';
import type { PlannedStep } from '../../core/plan/order-steps.ts';
import { type Records, recordsOf, type Step } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { step as stepSchema } from '../../schema/answers/step.ts';
import { points, requirementLabel } from './requirement-answer.ts';

/** A step in its turn, at somebody's pace and in somebody's weeks. */
export interface TimedStep extends PlannedStep {
  readonly order: number;
  /** The first and the last week, counted from 1; unknown where nobody said how many hours a week has. */
  readonly weeks?: readonly [number, number];
  /** Learned on the job, beside the study weeks. */
  readonly atWork?: boolean;
}

/** Which step it is, the same in every answer that lists steps. */
export function whichStep(catalog: Catalog, step: LearningStep): { skill: string; name: string; from: number; to: number } {
  return {
    skill: textAt(catalog.skillIds, step.skill),
    name: textAt(catalog.skillNames, step.skill),
    from: step.level - 1,
    to: step.level,
  };
}

/** A learning step as JSON carries it. */
export function stepData(
  catalog: Catalog,
  { step, hours, gain, closes, raises, opens, order, weeks, atWork }: TimedStep,
): Answer<typeof stepSchema> {
  const learn = catalog.skill(step.skill).learn[step.level];
  return {
    order,
    ...whichStep(catalog, step),
    hours,
    gain,
    closes,
    raises,
    neededFor: opens === undefined ? null : { skill: textAt(catalog.skillIds, opens.skill), to: opens.level },
    do: learn?.do ?? null,
    resources: learn?.resources ?? [],
    ...(weeks === undefined ? {} : { weeks }),
    ...(atWork === undefined ? {} : { atWork }),
  };
}

/** A step and its hours as columns of flat rows. */
export function stepColumns<T extends { readonly step: LearningStep; readonly hours: Hours }>(
  catalog: Catalog,
): [string, (item: T) => unknown][] {
  return [
    ['skill', ({ step }) => textAt(catalog.skillIds, step.skill)],
    ['name', ({ step }) => textAt(catalog.skillNames, step.skill)],
    ['from', ({ step }) => step.level - 1],
    ['to', ({ step }) => step.level],
    ['hoursLow', ({ hours }) => hours.low],
    ['hoursTypical', ({ hours }) => hours.typical],
    ['hoursHigh', ({ hours }) => hours.high],
  ];
}

/** Learning steps as flat rows. */
export function stepRecords(catalog: Catalog, steps: readonly TimedStep[]): Records {
  const learnOf = ({ step }: TimedStep): LearnEntry | undefined => catalog.skill(step.skill).learn[step.level];
  return recordsOf(
    [
      ['order', ({ order }) => order],
      ...stepColumns<TimedStep>(catalog),
      ['gain', ({ gain }) => gain],
      ['closes', ({ closes }) => closes],
      ['raises', ({ raises }) => raises],
      ['neededFor', ({ opens }) => (opens === undefined ? null : `${textAt(catalog.skillIds, opens.skill)}=${opens.level}`)],
      ['weekFirst', ({ weeks }) => weeks?.[0] ?? null],
      ['weekLast', ({ weeks }) => weeks?.[1] ?? null],
      ['atWork', ({ atWork }) => atWork ?? null],
      ['do', (one) => learnOf(one)?.do ?? null],
      ['resources', (one) => (learnOf(one)?.resources ?? []).map((resource) => resource.url)],
    ],
    steps,
  );
}

/** A learning step for people: what, how long, what it brings, what to do and where to read. */
export function shownStep(catalog: Catalog, timed: TimedStep, labelOf: (requirement: string) => string): Step {
  const { step, hours, gain, weeks, atWork } = timed;
  const learn = catalog.skill(step.skill).learn[step.level];
  const word = catalog.scale.levels[step.level]?.word ?? '';
  return {
    title: `${stepTitle(catalog, step)} (${word})`,
    facts: [
      hoursRange(hours),
      ...(gain > 1e-9 ? [`+${points(gain)} points`] : []),
      ...(weeks === undefined ? [] : [weeksWords(weeks)]),
      ...(atWork === true ? ['on the job'] : []),
    ],
    why: whyWords(catalog, timed, labelOf),
    body: learn?.do ?? 'No activity is written down for this step yet.',
    links: learn?.resources ?? [],
  };
}

/** `Kafka 0 → 1` */
export function stepTitle(catalog: Catalog, step: LearningStep): string {
  return `${textAt(catalog.skillNames, step.skill)} ${step.level - 1} → ${step.level}`;
}

/** `20–60 h` */
export function hoursRange(hours: Hours): string {
  return hours.low === hours.high ? `${hours.low} h` : `${hours.low}–${hours.high} h`;
}

function weeksWords([first, last]: readonly [number, number]): string {
  return first === last ? `week ${first}` : `weeks ${first}–${last}`;
}

/** Why a step stands in a plan: what it meets, what it raises, what it opens. */
export function whyWords(
  catalog: Catalog,
  { step, closes, raises, opens }: PlannedStep,
  labelOf: (requirement: string) => string,
): string {
  const parts = [
    closes.length === 0 ? '' : `meets ${nameSome(closes, labelOf)}`,
    raises.length === 0 ? '' : `counts towards ${nameSome(raises, labelOf)}`,
    opens === undefined || (opens.skill === step.skill && raises.length > 0)
      ? ''
      : `needed for ${textAt(catalog.skillNames, opens.skill)} ${opens.level}`,
  ].filter((part) => part !== '');
  const text = parts.join('; ');
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}

/** At most so many requirements are named in a sentence. */
const maxNamed = 3;

function nameSome(requirements: readonly string[], labelOf: (requirement: string) => string): string {
  const named = requirements.slice(0, maxNamed).map(labelOf);
  const more = requirements.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What the requirements of some roles are called, by their ids. */
export function requirementLabels(catalog: Catalog, roles: readonly number[]): (requirement: string) => string {
  const labels = new Map<string, string>();
  for (const role of roles) {
    for (const one of catalog.role(role).requirements) labels.set(one.id, requirementLabel(catalog, one));
  }
  return (id) => labels.get(id) ?? id;
}
