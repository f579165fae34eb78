import type { Catalog, CatalogIndex } from './catalog-index.ts';
import { creditRequirement } from './credit.ts';
import { type RoleFit, rankRoles, scoreFit } from './fit.ts';
import { type Declaration, type HeldLevels, holdLevels } from './held-levels.ts';
import { type Hours, hoursOf, type LearningStep, stepKey } from './learning-step.ts';
import { declarationsOf, findLearnableSteps } from './step-graph.ts';

/** The held levels of somebody who declares some skills differently: each change takes the place of what was declared. */
export function holdChanged(index: CatalogIndex, declared: readonly Declaration[], changes: readonly Declaration[]): HeldLevels {
  const changed = new Set(changes.map((change) => change.skill));
  return holdLevels(index, [...declared.filter((one) => !changed.has(one.skill)), ...changes]);
}

/** One step that can be taken at once, and what it brings. */
export interface StepGain {
  readonly step: LearningStep;
  readonly hours: Hours;
  /** Points of fit, summed over the roles. */
  readonly gain: number;
  /** Points in each role that it moves, the most first. */
  readonly roles: readonly { readonly role: number; readonly gain: number }[];
}

/** The single steps whose prerequisites are held, those that bring the most points a typical hour first; equals by id. */
export function rankSingleSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  isExcluded: (step: LearningStep) => boolean,
): StepGain[] {
  const { index } = catalog;
  const graph = findLearnableSteps(catalog, roles, held, isExcluded);
  const now = holdLevels(index, declarationsOf(held));
  const before = roles.map((role) => scoreFit(index, role, now));
  const gains = graph.steps
    .filter((_, i) => graph.needs[i]?.length === 0)
    .map((step): StepGain => {
      const own = now.level[step.skill] as number;
      now.level[step.skill] = step.level;
      const moved = roles.map((role, i) => ({ role, gain: scoreFit(index, role, now) - (before[i] as number) }));
      now.level[step.skill] = own;
      const shown = moved.filter((one) => one.gain > 1e-9).sort((a, b) => b.gain - a.gain || a.role - b.role);
      return { step, hours: hoursOf(catalog, step), gain: moved.reduce((sum, one) => sum + one.gain, 0), roles: shown };
    });
  // Rounded, so that what floating point alone tells apart counts as equal.
  const rate = (one: StepGain): number => Math.round((1e9 * one.gain) / one.hours.typical);
  const order = (a: StepGain, b: StepGain): number => rate(b) - rate(a) || stepKey(catalog, a.step) - stepKey(catalog, b.step);
  return gains.filter((one) => one.gain > 1e-9).sort(order);
}

/** A role in a ranking, and how far its fit can be moved by judging importances differently. */
export interface RankedRole {
  readonly fit: RoleFit;
  /** The lowest and the highest fit when every importance is moved by one grade either way. */
  readonly low: number;
  readonly high: number;
  /** Roles that could change places with it: which of them is better is a matter of importances. */
  readonly tiedWith: readonly number[];
}

/** All roles, best fit first, each with the roles that it is as good as tied with. */
export function rankWithTies(catalog: Catalog, held: HeldLevels): RankedRole[] {
  const bounds = rankRoles(catalog, held).map((fit) => ({ fit, ...movedFit(catalog, fit.role, held) }));
  return bounds.map((one) => ({
    ...one,
    tiedWith: bounds
      .filter((other) => other !== one && other.low <= one.high && one.low <= other.high)
      .map((other) => other.fit.role),
  }));
}

/** The lowest and the highest of three fits: as the role is written, with every importance a grade lower, and a grade higher. */
export function movedFit(catalog: Catalog, role: number, held: HeldLevels): { low: number; high: number } {
  const { index } = catalog;
  const earned = [0, 0, 0];
  const total = [0, 0, 0];
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    const credit = creditRequirement(index, r, held);
    const weight = index.requirementWeight[r] as number;
    [weight, ...neighbouringWeights(catalog, weight)].forEach((moved, i) => {
      earned[i] = (earned[i] as number) + moved * credit;
      total[i] = (total[i] as number) + moved;
    });
  }
  const fits = earned.map((points, i) => 100 * (points / (total[i] as number)));
  return { low: Math.min(...fits), high: Math.max(...fits) };
}

/** The weights one grade down and one grade up; a number from an imported taxonomy moves by 1 between 1 and 5. */
function neighbouringWeights({ scale }: Catalog, weight: number): [number, number] {
  const grades = Object.values(scale.importances).sort((a, b) => a - b);
  const at = grades.indexOf(weight);
  if (at < 0) return [Math.max(1, weight - 1), Math.min(5, weight + 1)];
  return [grades[Math.max(0, at - 1)] as number, grades[Math.min(grades.length - 1, at + 1)] as number];
}
