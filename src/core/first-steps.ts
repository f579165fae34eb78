import type { Catalog, CatalogIndex } from './catalog-index.ts';
import { creditRequirement } from './credit.ts';
import { scoreFit } from './fit.ts';
import { explainRole } from './gaps.ts';
import { type Declaration, type HeldLevels, holdLevels } from './held-levels.ts';
import { type Hours, hoursOf, type LearningStep, prerequisitesOf } from './learning-step.ts';

/** A step to take, what it costs and what it brings for the role when it is taken in its turn. */
export interface SuggestedStep {
  readonly step: LearningStep;
  readonly hours: Hours;
  /** Points of fit, after the steps before it. */
  readonly gain: number;
  /** Requirements of the role that this step meets in full: their ids. */
  readonly closes: readonly string[];
}

/**
 * The first steps towards a role: again and again the open alternative that brings the most points an hour,
 * its missing prerequisites counted and put before it. A quick ordering, not a proven plan.
 *
 * @param most how many steps to return at most
 */
export function suggestFirstSteps(catalog: Catalog, role: number, held: HeldLevels, most: number): SuggestedStep[] {
  const { index } = catalog;
  const levels = new Map<number, number>(held.touched.map((skill) => [skill, held.level[skill] as number]));
  const influenced = requirementsBySkill(catalog, role);
  const chosen: LearningStep[] = [];
  while (chosen.length < most) {
    const now = holdLevels(index, declarationsOf(levels));
    const credits = creditsOf(index, role, now);
    let best: { steps: LearningStep[]; rate: number } | undefined;
    for (const target of openSteps(catalog, role, now)) {
      const steps = missingSteps(catalog, target, now);
      const hours = steps.reduce((sum, step) => sum + hoursOf(catalog, step).typical, 0);
      const rate = gainOf(index, influenced, credits, steps, now) / hours;
      if (rate > 1e-9 && (best === undefined || rate > best.rate + 1e-12)) best = { steps, rate };
    }
    if (best === undefined) break;
    for (const step of best.steps) levels.set(step.skill, step.level);
    chosen.push(...best.steps);
  }
  return describeSteps(catalog, role, held, chosen.slice(0, most));
}

/** For each skill, the requirements of a role whose credit it can move: by itself, or by carrying over. */
function requirementsBySkill(catalog: Catalog, role: number): Map<number, Set<number>> {
  const { index } = catalog;
  const found = new Map<number, Set<number>>();
  const add = (skill: number, requirement: number): void => {
    const known = found.get(skill);
    if (known === undefined) found.set(skill, new Set([requirement]));
    else known.add(requirement);
  };
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    for (let a = index.alternativeStart[r] as number; a < (index.alternativeStart[r + 1] as number); a++) {
      const skill = index.alternativeSkill[a] as number;
      add(skill, r);
      for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
        add(index.relatedSkill[i] as number, r);
      }
    }
  }
  return found;
}

/** The credits of a role's requirements, by their numbers. */
function creditsOf(index: CatalogIndex, role: number, held: HeldLevels): Map<number, number> {
  const credits = new Map<number, number>();
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    credits.set(r, creditRequirement(index, r, held));
  }
  return credits;
}

/**
 * The weighted credit that some steps add. They are taken on trial in `held` itself and taken back: their prerequisites are
 * among them or held, so nothing beyond them would be implied.
 */
function gainOf(
  index: CatalogIndex,
  influenced: ReadonlyMap<number, ReadonlySet<number>>,
  credits: ReadonlyMap<number, number>,
  steps: readonly LearningStep[],
  held: HeldLevels,
): number {
  const touched = new Set<number>();
  for (const { skill } of steps) {
    for (const requirement of influenced.get(skill) ?? []) if (credits.get(requirement) !== 1) touched.add(requirement);
  }
  const old = steps.map((step) => held.level[step.skill] as number);
  for (const { skill, level } of steps) held.level[skill] = Math.max(held.level[skill] as number, level);
  let gain = 0;
  for (const r of touched)
    gain += (index.requirementWeight[r] as number) * (creditRequirement(index, r, held) - (credits.get(r) ?? 0));
  for (let i = steps.length - 1; i >= 0; i--) held.level[(steps[i] as LearningStep).skill] = old[i] as number;
  return gain;
}

function declarationsOf(levels: ReadonlyMap<number, number>): Declaration[] {
  return [...levels].map(([skill, level]) => ({ skill, level }));
}

/** For each alternative that is held too low its next level, and the level that it asks. */
function openSteps({ index }: Catalog, role: number, held: HeldLevels): LearningStep[] {
  const targets: LearningStep[] = [];
  const end = index.alternativeStart[index.requirementStart[role + 1] as number] as number;
  for (let a = index.alternativeStart[index.requirementStart[role] as number] as number; a < end; a++) {
    const skill = index.alternativeSkill[a] as number;
    const asked = index.alternativeLevel[a] as number;
    const own = held.level[skill] as number;
    if (own < asked) targets.push({ skill, level: own + 1 });
    if (own + 1 < asked) targets.push({ skill, level: asked });
  }
  return targets;
}

/** The step and all its prerequisites that are not held, in an order in which they can be taken. */
function missingSteps(catalog: Catalog, target: LearningStep, held: HeldLevels): LearningStep[] {
  const ordered: LearningStep[] = [];
  const seen = new Set<string>();
  const visit = (step: LearningStep): void => {
    const key = `${step.skill}:${step.level}`;
    if (seen.has(key) || (held.level[step.skill] as number) >= step.level) return;
    seen.add(key);
    for (const needed of prerequisitesOf(catalog, step)) visit(needed);
    ordered.push(step);
  };
  visit(target);
  return ordered;
}

/** What each step brings when the steps are taken in the given order. */
function describeSteps(catalog: Catalog, role: number, held: HeldLevels, steps: readonly LearningStep[]): SuggestedStep[] {
  const levels = new Map<number, number>(held.touched.map((skill) => [skill, held.level[skill] as number]));
  let fit = scoreFit(catalog.index, role, held);
  let open = openIds(held);
  return steps.map((step) => {
    levels.set(step.skill, Math.max(levels.get(step.skill) ?? 0, step.level));
    const after = holdLevels(catalog.index, declarationsOf(levels));
    const fitAfter = scoreFit(catalog.index, role, after);
    const openAfter = openIds(after);
    const described: SuggestedStep = {
      step,
      hours: hoursOf(catalog, step),
      gain: fitAfter - fit,
      closes: open.filter((id) => !openAfter.includes(id)),
    };
    fit = fitAfter;
    open = openAfter;
    return described;
  });

  function openIds(at: HeldLevels): string[] {
    return explainRole(catalog, role, at)
      .filter((r) => r.state !== 'met')
      .map((r) => r.requirement.id);
  }
}
