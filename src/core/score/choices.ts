import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { alternativesOf, requirementsOf } from '../catalog/walk-requirements.ts';
import { isChoice, post, type Spreading } from './role-vectors.ts';

/**
 * What a person holds of requirements that are choices ("one backend language of fifteen"): the best `atLeast` of them count, each as
 * if it were asked alone. Whoever holds one of fifteen languages holds what is asked, not a fifteenth of it.
 */
export interface Choices {
  /** Forgets the person before. */
  readonly reset: () => void;
  /** Adds what one held skill brings each role, by role; a better one takes the place of a worse. */
  readonly add: (skill: number, value: number, sums: Float64Array) => void;
}

/** The choices among the skills that count, with the value of each alternative, and of what carries over to it. */
export function makeChoices(
  index: CatalogIndex,
  counts: (skill: number) => boolean,
  { carry, factor }: Spreading = { carry: () => {}, factor: () => 1 },
): Choices {
  const start: number[] = [0];
  const skill: number[] = [];
  const value: number[] = [];
  const roleOf: number[] = [];
  /** Where the best values of a choice stand, as many as it asks for. */
  const firstSlot: number[] = [0];
  for (let role = 0; role < index.roleCount; role++) {
    for (const requirement of requirementsOf(index, role)) {
      if (!isChoice(index, requirement)) continue;
      for (const [one, amount] of valuesOf(index, requirement, counts, carry)) {
        skill.push(one);
        value.push(amount * factor(one));
      }
      start.push(skill.length);
      roleOf.push(role);
      firstSlot.push((firstSlot.at(-1) as number) + (index.requirementAtLeast[requirement] as number));
    }
  }
  const postings = post(index, { start: Uint32Array.from(start), skill, value });
  const best = new Float64Array(firstSlot.at(-1) as number);
  const touched: number[] = [];
  return {
    reset() {
      for (const slot of touched) best[slot] = 0;
      touched.length = 0;
    },
    add(one, held, sums) {
      const end = postings.start[one + 1] as number;
      for (let i = postings.start[one] as number; i < end; i++) {
        const choice = postings.role[i] as number;
        const amount = held * (postings.value[i] as number);
        const slot = leastOf(best, firstSlot[choice] as number, firstSlot[choice + 1] as number);
        const before = best[slot] as number;
        if (amount <= before) continue;
        best[slot] = amount;
        touched.push(slot);
        const role = roleOf[choice] as number;
        sums[role] = (sums[role] as number) + amount - before;
      }
    },
  };
}

/** The alternatives of a choice at weight × level, and what carries over to them; of a skill that comes twice, the greater. */
function valuesOf(
  index: CatalogIndex,
  requirement: number,
  counts: (skill: number) => boolean,
  carry: Spreading['carry'],
): Map<number, number> {
  const values = new Map<number, number>();
  const see = (one: number, amount: number): void => {
    values.set(one, Math.max(amount, values.get(one) ?? 0));
  };
  const weight = index.requirementWeight[requirement] as number;
  for (const i of alternativesOf(index, requirement)) {
    const one = index.alternativeSkill[i] as number;
    if (!counts(one)) continue;
    const amount = weight * (index.alternativeLevel[i] as number);
    see(one, amount);
    carry(one, amount, see);
  }
  return values;
}

function leastOf(values: Float64Array, first: number, end: number): number {
  let least = first;
  for (let at = first + 1; at < end; at++) if ((values[at] as number) < (values[least] as number)) least = at;
  return least;
}
