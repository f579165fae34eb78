import type { Catalog } from '../catalog/catalog-index.ts';
import { scoreFit } from '../score/fit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { type Hours, hoursOf, type LearningStep, prerequisitesOf, stepKey, typicalHours } from './learning-step.ts';
import { gainOf, type Move, openTrial } from './trial.ts';

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
 * The steps in an order that respects prerequisites: again and again the step that brings the most points an hour together
 * with those of its prerequisites that are still to come.
 */
export function orderSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  steps: readonly LearningStep[],
): LearningStep[] {
  const trial = openTrial(catalog, roles, held);
  const left = new Map(steps.map((step) => [stepKey(catalog, step), step]));
  const ordered: LearningStep[] = [];
  while (left.size > 0) {
    let best: { block: LearningStep[]; rate: number; hours: number } | undefined;
    for (const step of left.values()) {
      const block = withPrerequisites(catalog, trial.now, step, left);
      const hours = typicalHours(catalog, block);
      const rate = gainOf(trial.movesOf(block)) / hours;
      const isBetter = best === undefined || rate > best.rate + 1e-9 || (rate > best.rate - 1e-9 && hours < best.hours);
      if (isBetter) best = { block, rate, hours };
    }
    const block = best?.block ?? [];
    trial.take(block);
    ordered.push(...block);
    for (const step of block) left.delete(stepKey(catalog, step));
  }
  return ordered;
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
  return prerequisitesOf(catalog, later, (one) => holds(held, one)).some(
    (one) => one.skill === step.skill && one.level >= step.level,
  );
}

function holds(held: HeldLevels, { skill, level }: LearningStep): boolean {
  return (held.level[skill] as number) >= level;
}

/** The step after those of its prerequisites that are still to come. */
function withPrerequisites(
  catalog: Catalog,
  now: HeldLevels,
  step: LearningStep,
  left: ReadonlyMap<number, LearningStep>,
): LearningStep[] {
  const block: LearningStep[] = [];
  const seen = new Set<number>();
  const visit = (one: LearningStep): void => {
    const key = stepKey(catalog, one);
    if (seen.has(key) || !left.has(key)) return;
    seen.add(key);
    for (const needed of prerequisitesOf(catalog, one, (needed) => holds(now, needed))) visit(needed);
    block.push(one);
  };
  visit(step);
  return block;
}

function requirementIds(catalog: Catalog, roles: readonly number[]): Map<number, string> {
  const ids = roles.flatMap((role) => {
    const first = catalog.index.requirementStart[role] as number;
    return catalog.role(role).requirements.map((requirement, i): [number, string] => [first + i, requirement.id]);
  });
  return new Map(ids);
}
