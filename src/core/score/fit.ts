import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import type { Verdict } from '../model/scale.ts';
import { creditRequirement } from './credit.ts';
import type { HeldLevels } from './held-levels.ts';
import { makeRoleScorer } from './score-roles.ts';

/** Far above what summing rounds, far below a point that anybody could see. */
const tolerance = 1e-9;

/** Whether a fit (0 to 100) or a mean credit (0 to 1) counts as at least `mark`. The one comparison of both. */
export function reaches(value: number, mark: number): boolean {
  return value + tolerance >= mark;
}

/** A fit as the whole number that is shown. It never rounds up, so 100 means that nothing is open. */
export function wholeScore(fit: number): number {
  return Math.floor(fit + tolerance);
}

export interface RoleFit {
  readonly role: number;
  /** 0 to 100 */
  readonly fit: number;
  /** The fit with every alternative that is not said credited in full; nothing is propagated from it. */
  readonly high: number;
  readonly verdict: Verdict;
  readonly essentialsMet: number;
  readonly essentialsTotal: number;
  /** The mean credit of the essential requirements, 0 to 1; 1 when there are none. */
  readonly essentialCredit: number;
}

/** The fit of one role alone, 0 to 100: 100 · (Σ w·credit / Σ w), requirements in file order. */
export function scoreFit(index: CatalogIndex, role: number, held: HeldLevels): number {
  const end = index.requirementStart[role + 1] as number;
  let earned = 0;
  let total = 0;
  for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
    const weight = index.requirementWeight[requirement] as number;
    earned += weight * creditRequirement(index, requirement, held);
    total += weight;
  }
  return 100 * (earned / total);
}

/**
 * The fit of one role with its range, verdict and essentials.
 *
 * @param creditOf `creditRequirement` for this person, where a caller knows it already
 */
export function assessRole(
  catalog: Catalog,
  role: number,
  held: HeldLevels,
  creditOf: (requirement: number) => number = (requirement) => creditRequirement(catalog.index, requirement, held),
): RoleFit {
  const { index, scale } = catalog;
  const end = index.requirementStart[role + 1] as number;
  let earned = 0;
  let possible = 0;
  let total = 0;
  let essentialsMet = 0;
  let essentialsTotal = 0;
  let essentialCredit = 0;
  for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
    const weight = index.requirementWeight[requirement] as number;
    const credit = creditOf(requirement);
    earned += weight * credit;
    possible += weight * (credit === 1 ? 1 : creditRequirement(index, requirement, held, 'unsaid-in-full'));
    total += weight;
    if (index.requirementEssential[requirement] === 1) {
      essentialsTotal++;
      essentialCredit += credit;
      if (credit === 1) essentialsMet++;
    }
  }
  const scored = {
    role,
    fit: 100 * (earned / total),
    high: 100 * (possible / total),
    essentialsMet,
    essentialsTotal,
    essentialCredit: essentialsTotal === 0 ? 1 : essentialCredit / essentialsTotal,
  };
  return { ...scored, verdict: scale.verdicts.find((marks) => meetsMarks(scored, marks))?.verdict ?? 'far' };
}

/**
 * Whether a role's fit and mean essential credit both reach their marks, in whatever order the requirements were added up.
 * A mean of 1 is `ready`: it asks for every essential one met, and for at least one to meet.
 */
export function meetsMarks(
  scored: Omit<RoleFit, 'verdict'>,
  marks: { readonly fit: number; readonly essentials: number },
): boolean {
  const { fit, essentialCredit, essentialsMet, essentialsTotal } = scored;
  if (marks.essentials >= 1 && (essentialsTotal === 0 || essentialsMet < essentialsTotal)) return false;
  return reaches(fit, marks.fit) && reaches(essentialCredit, marks.essentials);
}

/** Roles, best fit first, equals in the order of their ids: all of them, or the `most` best. */
export function rankRoles(catalog: Catalog, held: HeldLevels, most = catalog.index.roleCount): RoleFit[] {
  const scorer = makeRoleScorer(catalog);
  scorer.take(held);
  return scorer.best(most).map((role) => assessRole(catalog, role, held, scorer.credit));
}
