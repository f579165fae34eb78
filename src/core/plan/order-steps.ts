import type { Catalog } from '../catalog/catalog-index.ts';
import { scoreFit } from '../score/fit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { type Hours, hoursOf, isLearnedAtWork, type LearningStep, openNeeds, stepKey, typicalHours } from './learning-step.ts';
import { gainOf, type Move, openTrial, type Trial } from './trial.ts';

/** A step in its turn: what it costs and what it brings after the steps before it. */
export interface PlannedStep {
  readonly step: LearningStep;
  readonly hours: Hours;
  /** Points of fit, the mean over the roles. */
  readonly gain: number;
  /** Requirements of the roles that this step meets in full: their ids. */
  readonly closes: readonly string[];
  /** Requirements whose credit it raises without meeting them in full. */
  readonly raises: readonly string[];
  /** The first later step that needs this one. */
  readonly opens: LearningStep | undefined;
}

/**
 * The steps in the order in which a teacher would teach them. Prerequisites come first, and a language before all else when
 * something is done in it; then the steps of `lead`, in their order; then again and again the skill that brings the most points
 * an hour together with what it needs. A skill is learned for a stretch, as far as study leads; what is learned on the job comes
 * after the study that does not wait for it.
 *
 * @param max the order is worked out as far as so many steps
 */
export function orderSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  steps: readonly LearningStep[],
  lead: readonly LearningStep[] = [],
  max: number = Number.POSITIVE_INFINITY,
): LearningStep[] {
  const trial = openTrial(catalog, roles, held);
  const left = new Map(chainSteps(catalog, held, steps).map((step) => [stepKey(catalog, step), step]));
  const places = new Map([...left.keys()].map((key, place) => [key, place]));
  const course: Course = { catalog, left, placeOf: (step) => places.get(stepKey(catalog, step)) ?? -1 };
  const ordered: LearningStep[] = [];
  const take = (block: readonly LearningStep[]): void => {
    trial.take(block);
    ordered.push(...block);
    for (const step of block) left.delete(stepKey(catalog, step));
  };
  for (const language of languagesNeeded(catalog, held, steps)) {
    const [lowest] = stepsOf(left.values(), language);
    if (lowest !== undefined) take(stretchTo(course, trial.now, lowest));
  }
  for (const step of lead) if (left.has(stepKey(catalog, step))) take(blockTo(course, trial.now, step));
  while (left.size > 0 && ordered.length < max) take(bestStretch(course, trial));
  return ordered.slice(0, max);
}

/** What is still to be put in order. */
interface Course {
  readonly catalog: Catalog;
  /** By `stepKey`. */
  readonly left: ReadonlyMap<number, LearningStep>;
  /** The place in an order in which the steps can be taken: of two that one waits for, the one before it leads in no circle. */
  readonly placeOf: (step: LearningStep) => number;
}

/** The steps in an order in which they can be taken; what waits for something that is not among them comes last. */
function chainSteps(catalog: Catalog, held: HeldLevels, steps: readonly LearningStep[]): LearningStep[] {
  const levels = held.level.slice();
  const chained: LearningStep[] = [];
  let waiting = [...steps].sort((a, b) => stepKey(catalog, a) - stepKey(catalog, b));
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter((step) => {
      if (openNeeds(catalog, step, levels).length > 0) return true;
      levels[step.skill] = step.level;
      chained.push(step);
      return false;
    });
  }
  return [...chained, ...waiting];
}

/** The stretch that brings the most points an hour; one of study alone before one with a step that is learned on the job. */
function bestStretch(course: Course, trial: Trial): LearningStep[] {
  const { catalog, left } = course;
  let best: { block: LearningStep[]; rate: number; hours: number; atWork: boolean } | undefined;
  const lowest = new Map<number, LearningStep>();
  for (const step of left.values())
    if (step.level < (lowest.get(step.skill)?.level ?? Number.POSITIVE_INFINITY)) lowest.set(step.skill, step);
  for (const step of lowest.values()) {
    const block = stretchTo(course, trial.now, step);
    const atWork = block.some((one) => isLearnedAtWork(catalog, one));
    if (best !== undefined && atWork && !best.atWork) continue;
    const hours = typicalHours(catalog, block);
    const rate = gainOf(trial.movesOf(block)) / hours;
    const isFirstStudy = best === undefined || (best.atWork && !atWork);
    const isBetter = best === undefined || rate > best.rate + 1e-9 || (rate > best.rate - 1e-9 && hours < best.hours);
    if (isFirstStudy || isBetter) best = { block, rate, hours, atWork };
  }
  return best?.block ?? [];
}

/** The languages among the steps that steps of other skills wait for, those that most of them wait for first. */
function languagesNeeded(catalog: Catalog, held: HeldLevels, steps: readonly LearningStep[]): number[] {
  const waiting = new Map<number, number>();
  for (const step of steps) {
    const needed = new Set(openNeeds(catalog, step, held.level).flatMap((need) => need.map((one) => one.skill)));
    for (const skill of needed) if (skill !== step.skill) waiting.set(skill, (waiting.get(skill) ?? 0) + 1);
  }
  return [...new Set(steps.map((step) => step.skill))]
    .filter((skill) => waiting.has(skill) && catalog.skill(skill).kind === 'language')
    .sort((a, b) => (waiting.get(b) as number) - (waiting.get(a) as number) || a - b);
}

function stepsOf(steps: Iterable<LearningStep>, skill: number): LearningStep[] {
  return [...steps].filter((step) => step.skill === skill).sort((a, b) => a.level - b.level);
}

/** What each of the ordered steps costs, brings and is for. */
export function describeSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  ordered: readonly LearningStep[],
): PlannedStep[] {
  const trial = openTrial(catalog, roles, held);
  const meanFit = (): number => roles.reduce((sum, role) => sum + scoreFit(catalog.index, role, trial.now), 0) / roles.length;
  const idOf = requirementIds(catalog, roles);
  const idsOf = (moves: readonly Move[]): string[] => [...new Set(moves.map((move) => idOf.get(move.requirement) ?? ''))];
  let fit = meanFit();
  return ordered.map((step, i) => {
    const moves = trial.movesOf([step]);
    trial.take([step]);
    const fitAfter = meanFit();
    const gain = fitAfter - fit;
    fit = fitAfter;
    return {
      step,
      hours: hoursOf(catalog, step),
      gain,
      closes: idsOf(moves.filter((move) => move.credit === 1)),
      raises: idsOf(moves.filter((move) => move.credit < 1)),
      opens: ordered.slice(i + 1).find((later) => needs(catalog, held, later, step)),
    };
  });
}

function needs(catalog: Catalog, held: HeldLevels, later: LearningStep, step: LearningStep): boolean {
  return openNeeds(catalog, later, held.level).some((need) =>
    need.some((one) => one.skill === step.skill && one.level >= step.level),
  );
}

/** A step after those of its prerequisites that are still to come. */
function blockTo(course: Course, now: HeldLevels, step: LearningStep): LearningStep[] {
  return buildBlock(course, now, step, false);
}

/** A step after its prerequisites, each of these skills and its own as far as study leads without anything else. */
function stretchTo(course: Course, now: HeldLevels, step: LearningStep): LearningStep[] {
  return buildBlock(course, now, step, true);
}

function buildBlock(
  { catalog, left, placeOf }: Course,
  now: HeldLevels,
  target: LearningStep,
  isStretch: boolean,
): LearningStep[] {
  const block: LearningStep[] = [];
  const levels = now.level.slice();
  const isLeft = (step: LearningStep): boolean => left.has(stepKey(catalog, step));
  const push = (step: LearningStep): void => {
    levels[step.skill] = step.level;
    block.push(step);
  };
  const visit = (step: LearningStep): void => {
    for (const need of openNeeds(catalog, step, levels)) {
      // What an earlier need brought along may have met this one by now.
      if (need.some((one) => (levels[one.skill] as number) >= one.level)) continue;
      const [next] = need.filter(isLeft).sort((a, b) => placeOf(a) - placeOf(b));
      if (next !== undefined && placeOf(next) < placeOf(step)) visit(next);
    }
    if ((levels[step.skill] as number) >= step.level) return;
    push(step);
    if (isStretch) goOn(step);
  };
  const goOn = ({ skill, level }: LearningStep): void => {
    for (let at = level + 1; ; at++) {
      const step = left.get(stepKey(catalog, { skill, level: at }));
      if (step === undefined || isLearnedAtWork(catalog, step) || openNeeds(catalog, step, levels).length > 0) return;
      push(step);
    }
  };
  visit(target);
  return block;
}

function requirementIds(catalog: Catalog, roles: readonly number[]): Map<number, string> {
  const ids = roles.flatMap((role) => {
    const first = catalog.index.requirementStart[role] as number;
    return catalog.role(role).requirements.map((requirement, i): [number, string] => [first + i, requirement.id]);
  });
  return new Map(ids);
}
