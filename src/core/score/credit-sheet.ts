import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { carriedCredit, directCredit, meanOfBest } from './credit.ts';
import type { HeldLevels } from './held-levels.ts';

/**
 * What a catalog demands: each skill at each level that some requirement asks it at, numbered by skill and then by level.
 * Thousands of alternatives of different roles are one demand, credited once a person.
 */
export interface Demands {
  /** By skill; the demands of skill s stand from `start[s]` up to, not including, `start[s + 1]`. */
  readonly start: Uint32Array;
  /** By demand: the level asked. */
  readonly level: Uint8Array;
  /** By alternative: its demand. */
  readonly ofAlternative: Uint32Array;
}

/** One person's credits for everything that a catalog demands, filled anew for one person after another. */
export interface CreditSheet {
  readonly demands: Demands;
  readonly fill: (held: HeldLevels) => void;
  /** By demand, 0 to 1: `creditAlternative` of the person last filled in, to the last bit. */
  readonly credits: Float64Array;
  /** The demands with a credit above 0: the first `earnedCount()` of them. */
  readonly earned: Uint32Array;
  readonly earnedCount: () => number;
  /** `creditRequirement` of the person last filled in, to the last bit. */
  readonly credit: (requirement: number) => number;
}

/**
 * The resolver from the other side: `creditAlternative` asks for one demand who carries over to it, the sheet goes once from each
 * held skill to what it carries over to. Both take the greatest of the very same products, so they agree to the last bit.
 */
export function makeCreditSheet(index: CatalogIndex): CreditSheet {
  const demands = collectDemands(index);
  const { start, level, ofAlternative } = demands;
  const credits = new Float64Array(level.length);
  const earned = new Uint32Array(level.length);
  let count = 0;
  const raise = (demand: number, credit: number): void => {
    const known = credits[demand] as number;
    if (credit <= known) return;
    if (known === 0) earned[count++] = demand;
    credits[demand] = credit;
  };
  const alternativeCredit = (alternative: number): number => credits[ofAlternative[alternative] as number] as number;
  return {
    demands,
    credits,
    earned,
    earnedCount: () => count,
    fill(held) {
      for (let i = 0; i < count; i++) credits[earned[i] as number] = 0;
      count = 0;
      for (const skill of held.touched) {
        const own = held.level[skill] as number;
        if (own === 0) continue;
        const end = start[skill + 1] as number;
        for (let demand = start[skill] as number; demand < end; demand++)
          raise(demand, directCredit(own, level[demand] as number));
        const lastEdge = index.relatedStart[skill + 1] as number;
        for (let edge = index.relatedStart[skill] as number; edge < lastEdge; edge++) {
          const other = index.relatedSkill[edge] as number;
          const transfer = index.relatedOutward[edge] as number;
          const last = start[other + 1] as number;
          for (let demand = start[other] as number; demand < last; demand++)
            raise(demand, carriedCredit(transfer, own, level[demand] as number));
        }
      }
    },
    credit(requirement) {
      const first = index.alternativeStart[requirement] as number;
      const end = index.alternativeStart[requirement + 1] as number;
      if (end === first + 1) return alternativeCredit(first);
      return meanOfBest(first, end, index.requirementAtLeast[requirement] as number, alternativeCredit);
    },
  };
}

function collectDemands(index: CatalogIndex): Demands {
  const { alternativeSkill, alternativeLevel, skillCount } = index;
  // For each skill a bit for each level that is asked.
  const asked = new Uint32Array(skillCount);
  for (let i = 0; i < alternativeSkill.length; i++) {
    const skill = alternativeSkill[i] as number;
    asked[skill] = (asked[skill] as number) | (1 << (alternativeLevel[i] as number));
  }
  const start = new Uint32Array(skillCount + 1);
  for (let skill = 0; skill < skillCount; skill++)
    start[skill + 1] = (start[skill] as number) + countBits(asked[skill] as number);
  const level = new Uint8Array(start[skillCount] as number);
  for (let skill = 0, demand = 0; skill < skillCount; skill++) {
    for (let bits = asked[skill] as number; bits !== 0; bits &= bits - 1) level[demand++] = 31 - Math.clz32(bits & -bits);
  }
  const ofAlternative = new Uint32Array(alternativeSkill.length);
  for (let i = 0; i < alternativeSkill.length; i++) {
    const skill = alternativeSkill[i] as number;
    const lower = (asked[skill] as number) & ((1 << (alternativeLevel[i] as number)) - 1);
    ofAlternative[i] = (start[skill] as number) + countBits(lower);
  }
  return { start, level, ofAlternative };
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
