import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { carriedCredit, creditRequirement, directCredit } from '../score/credit.ts';
import { type HeldLevels, holdLevels } from '../score/held-levels.ts';
import { type Hours, hoursOf, type LearningStep, stepKey } from './learning-step.ts';
import { declarationsOf, findLearnableSteps } from './step-graph.ts';

/** One step that can be taken at once, and what it brings. */
export interface StepGain {
  readonly step: LearningStep;
  readonly hours: Hours;
  /** Points of fit, summed over the roles. */
  readonly gain: number;
  /** Points in each role that it moves, the most first. */
  readonly roles: readonly { readonly role: number; readonly gain: number }[];
}

/**
 * The single steps whose prerequisites are held, those that bring the most points a typical hour first; equals by id.
 *
 * @param max how many to return at most
 */
export function rankSingleSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  isExcluded: (step: LearningStep) => boolean,
  max = Number.POSITIVE_INFINITY,
): StepGain[] {
  const graph = findLearnableSteps(catalog, roles, held, isExcluded);
  const forEachGain = makeGainCounter(catalog.index, roles, holdLevels(catalog.index, declarationsOf(held)));
  const gains: { step: LearningStep; hours: Hours; gain: number }[] = [];
  graph.steps.forEach((step, i) => {
    if (graph.needs[i]?.length !== 0) return;
    let gain = 0;
    forEachGain(step, (_, more) => {
      gain += more;
    });
    if (gain > 1e-9) gains.push({ step, hours: hoursOf(catalog, step), gain });
  });
  type Gain = (typeof gains)[number];
  // Rounded, so that what floating point alone tells apart counts as equal.
  const rate = (one: Gain): number => Math.round((1e9 * one.gain) / one.hours.typical);
  const order = (a: Gain, b: Gain): number => rate(b) - rate(a) || stepKey(catalog, a.step) - stepKey(catalog, b.step);
  return gains
    .sort(order)
    .slice(0, max)
    .map((one) => {
      const moved: { role: number; gain: number }[] = [];
      forEachGain(one.step, (role, gain) => {
        if (gain > 1e-9) moved.push({ role, gain });
      });
      return { ...one, roles: moved.sort((a, b) => b.gain - a.gain || a.role - b.role) };
    });
}

/** A function that hands out what one step adds to the fit of each role that it can move, in the roles' order. It looks only at those. */
function makeGainCounter(
  index: CatalogIndex,
  roles: readonly number[],
  held: HeldLevels,
): (step: LearningStep, take: (role: number, gain: number) => void) => void {
  const credits = new Float64Array(index.requirementWeight.length).fill(1);
  const roleOf = new Uint32Array(index.requirementWeight.length);
  const before = new Float64Array(index.roleCount);
  for (const role of roles) {
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      credits[r] = creditRequirement(index, r, held);
      roleOf[r] = role;
    }
    before[role] = fitOf(role);
  }
  const { start, alternative, requirementOf } = alternativesBySkill(index);
  /** The requirements that the present step moves, with their credits as they were, and the roles that ask them. */
  const moved: number[] = [];
  const creditBefore = new Float64Array(index.requirementWeight.length).fill(-1);
  const touched = new Uint32Array(index.roleCount);
  const isTouched = new Uint8Array(index.roleCount);

  return ({ skill, level }, take) => {
    const own = held.level[skill] as number;
    held.level[skill] = level;
    raiseAll(skill, (asked) => directCredit(level, asked));
    for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
      const transfer = index.relatedOutward[i] as number;
      raiseAll(index.relatedSkill[i] as number, (asked) => carriedCredit(transfer, level, asked));
    }
    let count = 0;
    for (const r of moved) {
      const role = roleOf[r] as number;
      if (isTouched[role] === 1) continue;
      isTouched[role] = 1;
      touched[count++] = role;
    }
    for (const role of touched.subarray(0, count).sort()) {
      isTouched[role] = 0;
      take(role, fitOf(role) - (before[role] as number));
    }
    for (const r of moved) {
      credits[r] = creditBefore[r] as number;
      creditBefore[r] = -1;
    }
    moved.length = 0;
    held.level[skill] = own;
  };

  /** The credits of the requirements that ask for a skill, with one more way to earn them. */
  function raiseAll(target: number, creditFor: (asked: number) => number): void {
    for (let i = start[target] as number; i < (start[target + 1] as number); i++) {
      const r = requirementOf[alternative[i] as number] as number;
      const now = credits[r] as number;
      const way = creditFor(index.alternativeLevel[alternative[i] as number] as number);
      if (now === 1 || way <= 0) continue;
      // Of one that counts once the best way is the credit; several are weighed against each other.
      const credit = index.requirementAtLeast[r] === 1 ? Math.max(now, way) : creditRequirement(index, r, held);
      if (credit <= now) continue;
      if (creditBefore[r] === -1) {
        creditBefore[r] = now;
        moved.push(r);
      }
      credits[r] = credit;
    }
  }

  /** The fit of a role from the credits at hand, summed as `scoreFit` does. */
  function fitOf(role: number): number {
    let earned = 0;
    let total = 0;
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      earned += (index.requirementWeight[r] as number) * (credits[r] as number);
      total += index.requirementWeight[r] as number;
    }
    return 100 * (earned / total);
  }
}

/** The alternatives that ask for each skill, and the requirement of each alternative. */
function alternativesBySkill(index: CatalogIndex): { start: Uint32Array; alternative: Uint32Array; requirementOf: Uint32Array } {
  const count = index.alternativeSkill.length;
  const start = new Uint32Array(index.skillCount + 1);
  for (const skill of index.alternativeSkill) start[skill + 1] = (start[skill + 1] as number) + 1;
  for (let skill = 0; skill < index.skillCount; skill++)
    start[skill + 1] = (start[skill + 1] as number) + (start[skill] as number);
  const next = start.slice();
  const alternative = new Uint32Array(count);
  for (let a = 0; a < count; a++) {
    const skill = index.alternativeSkill[a] as number;
    alternative[next[skill] as number] = a;
    next[skill] = (next[skill] as number) + 1;
  }
  const requirementOf = new Uint32Array(count);
  for (let r = 0; r < index.requirementWeight.length; r++) {
    requirementOf.fill(r, index.alternativeStart[r] as number, index.alternativeStart[r + 1] as number);
  }
  return { start, alternative, requirementOf };
}
