import { type Catalog, skillNumberOf } from './catalog-index.ts';
import { scoreFit } from './fit.ts';
import { explainRole, findGaps } from './gaps.ts';
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
  const chosen: LearningStep[] = [];
  let now = held;
  while (chosen.length < most) {
    const before = scoreFit(index, role, now);
    let best: { steps: LearningStep[]; rate: number } | undefined;
    for (const target of openSteps(catalog, role, now)) {
      const steps = missingSteps(catalog, target, now);
      const gain = scoreFit(index, role, heldAfter(steps)) - before;
      const hours = steps.reduce((sum, step) => sum + hoursOf(catalog, step).typical, 0);
      const rate = gain / hours;
      if (gain > 1e-9 && (best === undefined || rate > best.rate + 1e-12)) best = { steps, rate };
    }
    if (best === undefined) break;
    for (const step of best.steps) levels.set(step.skill, step.level);
    now = heldAfter([]);
    chosen.push(...best.steps);
  }
  return describeSteps(catalog, role, held, chosen.slice(0, most));

  function heldAfter(steps: readonly LearningStep[]): HeldLevels {
    const after = new Map(levels);
    for (const step of steps) after.set(step.skill, Math.max(after.get(step.skill) ?? 0, step.level));
    return holdLevels(index, declarationsOf(after));
  }
}

function declarationsOf(levels: ReadonlyMap<number, number>): Declaration[] {
  return [...levels].map(([skill, level]) => ({ skill, level }));
}

/** For each open requirement the next level of each alternative, and the level that it asks. */
function openSteps(catalog: Catalog, role: number, held: HeldLevels): LearningStep[] {
  const targets: LearningStep[] = [];
  for (const gap of findGaps(explainRole(catalog, role, held))) {
    for (const alternative of gap.requirement.anyOf) {
      const skill = skillNumberOf(catalog, alternative.skill);
      const own = held.level[skill] as number;
      if (own >= alternative.level) continue;
      targets.push({ skill, level: own + 1 });
      if (own + 1 < alternative.level) targets.push({ skill, level: alternative.level });
    }
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
