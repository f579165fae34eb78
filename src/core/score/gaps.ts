import type { Catalog } from '../catalog/catalog-index.ts';
import { alternativesOf } from '../catalog/walk-requirements.ts';
import type { Requirement } from '../model/model.ts';
import { creditRequirement, explainCredit, type Via } from './credit.ts';
import type { HeldLevels } from './held-levels.ts';

export type RequirementState = 'met' | 'partial' | 'transferable' | 'missing' | 'not-assessed';

/** One requirement of a role as a person meets it. */
export interface RequirementFit {
  readonly requirement: Requirement;
  /** The requirement's number in the catalog's index. */
  readonly number: number;
  /** 0 to 1 */
  readonly credit: number;
  readonly weight: number;
  /** What the credit adds to the fit; over a role's requirements these sum up to the fit. */
  readonly points: number;
  /** What full credit would add. */
  readonly maxPoints: number;
  readonly state: RequirementState;
  readonly via: readonly Via[];
}

/** Every requirement of a role, in file order, with its credit, its points and how they were earned. */
export function explainRole(catalog: Catalog, role: number, held: HeldLevels): RequirementFit[] {
  const { index } = catalog;
  const requirements = catalog.role(role).requirements;
  const first = index.requirementStart[role] as number;
  const total = requirements.reduce((sum, _, i) => sum + (index.requirementWeight[first + i] as number), 0);
  return requirements.map((requirement, i) => {
    const number = first + i;
    const weight = index.requirementWeight[number] as number;
    const credit = creditRequirement(index, number, held);
    const via = explainCredit(index, number, held);
    return {
      requirement,
      number,
      credit,
      weight,
      points: 100 * ((weight * credit) / total),
      maxPoints: 100 * (weight / total),
      state: stateOf(credit, via, assessedInFull()),
      via,
    };

    function assessedInFull(): boolean {
      return [...alternativesOf(index, number)].every((one) => held.assessed[index.alternativeSkill[one] as number] === 1);
    }
  });
}

function stateOf(credit: number, via: readonly Via[], assessed: boolean): RequirementState {
  if (credit === 1) return 'met';
  if (credit > 0) return via.every((way) => way.kind === 'transfer') ? 'transferable' : 'partial';
  return assessed ? 'missing' : 'not-assessed';
}

/** The requirements that are not met in full, those that cost the most points first; equals in file order. */
export function findGaps<R extends RequirementFit>(requirements: readonly R[]): R[] {
  const lost = (r: R): number => r.weight * (1 - r.credit);
  return requirements.filter((r) => r.state !== 'met').sort((a, b) => lost(b) - lost(a));
}
