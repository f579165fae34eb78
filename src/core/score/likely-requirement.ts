import type { Catalog } from '../catalog/catalog-index.ts';
import { alternativesOf } from '../catalog/walk-requirements.ts';
import { creditAlternative, creditRequirement, directCredit } from './credit.ts';
import type { EstimateReason } from './estimate.ts';
import type { Judge } from './judge.ts';
import { certaintyOf, estimatedCredit, isOpen, likelyCredit } from './likely.ts';

/** Why a level is likely. */
export interface Because {
  /** The skill that it is about. */
  readonly about: number;
  readonly reason: EstimateReason;
  /** The years that hold the estimate below what its source says; nothing where they do not bind. */
  readonly cappedAt?: number;
}

/** What an open requirement likely is worth. */
export interface LikelyRequirement {
  /** 0 to 1, never below the proven credit. */
  readonly credit: number;
  /** The level that is likely in the alternative that counts most; in fractions. */
  readonly level: number;
  /** By alternative that an estimate raises, those first that count most; empty where nothing is estimated. */
  readonly because: readonly Because[];
}

/** The likely credit of one of a role's requirements and where it comes from; nothing where the requirement is not open. */
export function explainLikely(
  catalog: Catalog,
  role: number,
  requirement: number,
  { held, estimate }: Judge,
): LikelyRequirement | undefined {
  const { index } = catalog;
  const credit = creditRequirement(index, requirement, held);
  if (credit === 1 || !isOpen(index, requirement, held)) return undefined;
  const estimated = estimatedCredit(index, requirement, held, estimate);
  const counted = [...alternativesOf(index, requirement)]
    .map((one) => {
      const skill = index.alternativeSkill[one] as number;
      const level = index.alternativeLevel[one] as number;
      const proven = creditAlternative(index, skill, level, held);
      return { skill, proven, likely: Math.max(proven, directCredit(estimate.levelOf(skill), level)) };
    })
    .sort((a, b) => b.likely - a.likely)
    .slice(0, index.requirementAtLeast[requirement] as number);
  const because = counted.flatMap(({ skill, proven, likely }): Because[] => {
    const why = likely > proven ? estimate.reasonOf(skill) : undefined;
    if (why === undefined) return [];
    return [{ about: skill, reason: why.reason, ...(why.capped ? { cappedAt: estimate.years } : {}) }];
  });
  const first = counted[0];
  return {
    credit: likelyCredit(credit, estimated, certaintyOf(catalog, role, held)),
    level: first === undefined ? 0 : estimate.levelOf(first.skill),
    because,
  };
}
