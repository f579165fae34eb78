import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import { scoreFit } from '../score/fit.ts';
import { type HeldLevels, holdLevels } from '../score/held-levels.ts';
import { type Hours, hoursOf, type LearningStep, prerequisitesOf, stepKey } from './learning-step.ts';
import { declarationsOf } from './step-graph.ts';

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

/** Who asks for a skill's level, and what a full credit is worth: points of fit, the mean over the roles. */
interface Ask {
  readonly requirement: number;
  readonly points: number;
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
  const { index } = catalog;
  const asks = asksBySkill(catalog, roles);
  const now = holdLevels(index, declarationsOf(held));
  const left = new Map(steps.map((step) => [stepKey(catalog, step), step]));
  const ordered: LearningStep[] = [];
  while (left.size > 0) {
    let best: { block: LearningStep[]; rate: number; hours: number } | undefined;
    for (const step of left.values()) {
      const block = withPrerequisites(catalog, now, step, left);
      const hours = block.reduce((sum, one) => sum + hoursOf(catalog, one).typical, 0);
      const rate = gainOf(block) / hours;
      const isBetter = best === undefined || rate > best.rate + 1e-9 || (rate > best.rate - 1e-9 && hours < best.hours);
      if (isBetter) best = { block, rate, hours };
    }
    for (const step of best?.block ?? []) {
      now.level[step.skill] = step.level;
      left.delete(stepKey(catalog, step));
      ordered.push(step);
    }
  }
  return ordered;

  /** Taken on trial and taken back. What the block implies is in it or held. */
  function gainOf(block: readonly LearningStep[]): number {
    const touched = new Map<number, number>();
    for (const { skill } of block) for (const ask of asks.get(skill) ?? []) touched.set(ask.requirement, ask.points);
    let gain = 0;
    const credits = [...touched].map(([requirement]) => creditRequirement(index, requirement, now));
    const before = block.map(({ skill }) => now.level[skill] as number);
    for (const { skill, level } of block) now.level[skill] = Math.max(now.level[skill] as number, level);
    [...touched].forEach(([requirement, points], i) => {
      gain += points * (creditRequirement(index, requirement, now) - (credits[i] as number));
    });
    for (let i = block.length - 1; i >= 0; i--) now.level[(block[i] as LearningStep).skill] = before[i] as number;
    return gain;
  }
}

/** What each of the ordered steps costs, brings and is for. */
export function describeSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  ordered: readonly LearningStep[],
): PlannedStep[] {
  const { index } = catalog;
  const now = holdLevels(index, declarationsOf(held));
  const asks = asksBySkill(catalog, roles);
  const meanFit = (): number => roles.reduce((sum, role) => sum + scoreFit(index, role, now), 0) / roles.length;
  const idOf = requirementIds(catalog, roles);
  let fit = meanFit();
  return ordered.map((step, i) => {
    const touched = [...new Set((asks.get(step.skill) ?? []).map((ask) => ask.requirement))];
    const before = touched.map((requirement) => creditRequirement(index, requirement, now));
    now.level[step.skill] = step.level;
    const after = touched.map((requirement) => creditRequirement(index, requirement, now));
    const fitAfter = meanFit();
    const gain = fitAfter - fit;
    fit = fitAfter;
    const moved = touched.filter((_, at) => (after[at] as number) > (before[at] as number));
    const isMet = (requirement: number): boolean => after[touched.indexOf(requirement)] === 1;
    const ids = (requirements: readonly number[]): string[] => [...new Set(requirements.map((one) => idOf.get(one) ?? ''))];
    return {
      step,
      hours: hoursOf(catalog, step),
      gain,
      closes: ids(moved.filter(isMet)),
      raises: ids(moved.filter((requirement) => !isMet(requirement))),
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

/** For each skill the requirements whose credit it can move: by itself, or by carrying over. */
export function asksBySkill({ index }: Catalog, roles: readonly number[]): Map<number, Ask[]> {
  const found = new Map<number, Ask[]>();
  const add = (skill: number, ask: Ask): void => {
    const known = found.get(skill);
    if (known === undefined) found.set(skill, [ask]);
    else known.push(ask);
  };
  for (const role of roles) {
    const first = index.requirementStart[role] as number;
    const end = index.requirementStart[role + 1] as number;
    const total = index.requirementWeight.subarray(first, end).reduce((sum, weight) => sum + weight, 0);
    for (let requirement = first; requirement < end; requirement++) {
      const ask = { requirement, points: (100 * (index.requirementWeight[requirement] as number)) / total / roles.length };
      for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
        const skill = index.alternativeSkill[a] as number;
        add(skill, ask);
        for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
          add(index.relatedSkill[i] as number, ask);
        }
      }
    }
  }
  return found;
}

function requirementIds(catalog: Catalog, roles: readonly number[]): Map<number, string> {
  const ids = roles.flatMap((role) => {
    const first = catalog.index.requirementStart[role] as number;
    return catalog.role(role).requirements.map((requirement, i): [number, string] => [first + i, requirement.id]);
  });
  return new Map(ids);
}
