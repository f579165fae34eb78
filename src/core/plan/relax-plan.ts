import type { Catalog } from '../catalog/catalog-index.ts';
import { carriedCredit, creditAlternative, creditRequirement, directCredit } from '../score/credit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import type { Goal } from './goal.ts';
import { hoursOf, type LearningStep } from './learning-step.ts';

/** A row of the relaxation: what must be gained in all, in points of weight, of essential credit, or of requirements met. */
interface Need {
  readonly amount: number;
}

/** A share of a need, for one unit of credit of a place. */
interface Worth {
  readonly need: number;
  readonly factor: number;
}

/** A requirement: so many ways of earning credit count at most. */
export interface Place {
  readonly room: number;
  readonly worths: readonly Worth[];
}

/** What a skill brings to a place at each level from `from` on: credit on top of what is there. */
interface Offer {
  readonly place: number;
  /** By the number of levels learned, less one. */
  readonly credit: readonly number[];
}

/** One skill that can be learned. */
export interface Source {
  readonly skill: number;
  /** The level held. */
  readonly held: number;
  /** Typical hours of its own steps, by the number of levels learned, less one; prerequisites are left out. */
  readonly hours: readonly number[];
  readonly offers: readonly Offer[];
}

/** What every plan to some goals must at least do: a problem of which each plan is a solution, and that falls apart by skill. */
export interface Relaxation {
  readonly needs: readonly Need[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
}

/**
 * The relaxation of a plan: prerequisites are forgotten, and a skill may count at one level in one place and at another in the
 * next. Credit is counted from what is held: a requirement gains at most what its best ways add.
 */
export function relaxPlan(
  catalog: Catalog,
  steps: readonly LearningStep[],
  goals: readonly Goal[],
  held: HeldLevels,
): Relaxation {
  const { index } = catalog;
  const needs: Need[] = [];
  const places: Place[] = [];
  const offers = new Map<number, Map<number, number[][]>>();
  const highest = new Map<number, number>();
  for (const { skill, level } of steps) highest.set(skill, Math.max(level, highest.get(skill) ?? 0));
  for (const goal of goals) addGoal(goal);
  const sources = [...highest].map(([skill, top]): Source => {
    const from = held.level[skill] as number;
    const hours: number[] = [];
    for (let level = from + 1; level <= top; level++) {
      hours.push((hours.at(-1) ?? 0) + hoursOf(catalog, { skill, level }).typical);
    }
    const own = [...(offers.get(skill) ?? [])].map(([place, ways]) => ({
      place,
      credit: bestOf(ways, (places[place] as Place).room),
    }));
    return { skill, held: from, hours, offers: own };
  });
  return { needs, places, sources };

  function addGoal({ role, fit, essentials }: Goal): void {
    let total = 0;
    let earned = 0;
    let essentialCount = 0;
    let essentialEarned = 0;
    const points = needs.push({ amount: 0 }) - 1;
    const mean = essentials > 0 && essentials < 1 ? needs.push({ amount: 0 }) - 1 : -1;
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      const weight = index.requirementWeight[r] as number;
      const isEssential = index.requirementEssential[r] === 1;
      const now = creditRequirement(index, r, held);
      const mustBeMet = isEssential && essentials === 1;
      total += weight;
      earned += weight * (mustBeMet ? 1 : now);
      if (isEssential) {
        essentialCount++;
        essentialEarned += now;
      }
      if (now === 1) continue;
      if (mustBeMet) meetInFull(r);
      else addPlace(r, now, [{ need: points, factor: weight }, ...(isEssential && mean >= 0 ? [{ need: mean, factor: 1 }] : [])]);
    }
    needs[points] = { amount: ((fit - 1e-9) / 100) * total - earned };
    if (mean >= 0) needs[mean] = { amount: essentials * essentialCount - essentialEarned };
  }

  function meetInFull(requirement: number): void {
    let missing = index.requirementAtLeast[requirement] as number;
    const open: { skill: number; level: number }[] = [];
    for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
      const skill = index.alternativeSkill[a] as number;
      const level = index.alternativeLevel[a] as number;
      if ((held.level[skill] as number) >= level) missing--;
      else open.push({ skill, level });
    }
    if (missing <= 0) return;
    const need = needs.push({ amount: missing }) - 1;
    const place = places.push({ room: missing, worths: [{ need, factor: 1 }] }) - 1;
    for (const { skill, level } of open) offer(skill, place, (at) => (at >= level ? 1 : 0));
  }

  function addPlace(requirement: number, now: number, worths: readonly Worth[]): void {
    const asked = index.requirementAtLeast[requirement] as number;
    const place = places.push({ room: asked, worths }) - 1;
    for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
      const skill = index.alternativeSkill[a] as number;
      const level = index.alternativeLevel[a] as number;
      const floor = asked === 1 ? now : creditAlternative(index, skill, level, held);
      offer(skill, place, (at) => (directCredit(at, level) - floor) / asked);
      for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
        const transfer = index.relatedTransfer[i] as number;
        offer(index.relatedSkill[i] as number, place, (at) => (carriedCredit(transfer, at, level) - floor) / asked);
      }
    }
  }

  function offer(skill: number, place: number, creditAt: (level: number) => number): void {
    const top = highest.get(skill);
    if (top === undefined) return;
    const from = (held.level[skill] as number) + 1;
    const credit = Array.from({ length: top - from + 1 }, (_, i) => Math.max(0, creditAt(from + i)));
    if (credit.every((one) => one === 0)) return;
    const own = offers.get(skill) ?? new Map<number, number[][]>();
    offers.set(skill, own);
    own.set(place, [...(own.get(place) ?? []), credit]);
  }
}

/** A skill may serve several alternatives of one requirement: at each level the sum of the best of them, as many as count. */
function bestOf(ways: readonly (readonly number[])[], room: number): number[] {
  const [first = []] = ways;
  return first.map((_, at) => {
    const credits = ways.map((way) => way[at] as number).sort((a, b) => b - a);
    return Math.min(
      1,
      credits.slice(0, room).reduce((sum, one) => sum + one, 0),
    );
  });
}
