import { type Catalog, type CatalogIndex, noSeniority } from '../catalog/catalog-index.ts';
import type { Scale, Verdict } from '../model/scale.ts';
import { creditAlternative, creditRequirement, directCredit, meanOfBest } from './credit.ts';
import type { Estimate } from './estimate.ts';
import { type RoleFit, reaches } from './fit.ts';
import type { HeldLevels } from './held-levels.ts';

/** The best estimate of the fit that a thorough interview would find. */
export interface LikelyFit {
  /** 0 to 100, exact; never below the fit, never above the high end of its range. */
  readonly score: number;
  /** `unknown` where hardly anything is said or can be estimated. */
  readonly verdict: Verdict | 'unknown';
  /** The share of the role's weight that is not open, 0 to 1. */
  readonly said: number;
}

/** Worst first, so that verdicts can be compared. */
const order: readonly Verdict[] = ['far', 'stretch', 'near', 'ready'];

/**
 * The likely fit of one role: each open requirement is credited with credit + κ · (estimated − credit), where the estimated
 * credit takes every alternative that is not said at its estimated level, and κ is how sure an estimate for this role is.
 * The verdict goes by the mean likely credit of the essentials, with marks that rise with the role's grade, and is never below
 * the proven one.
 *
 * @param creditOf `creditRequirement` for this person, where a caller knows it already
 */
export function estimateFit(
  catalog: Catalog,
  proven: RoleFit,
  held: HeldLevels,
  estimate: Estimate,
  creditOf: (requirement: number) => number = (requirement) => creditRequirement(catalog.index, requirement, held),
): LikelyFit {
  const { index, scale } = catalog;
  const { role } = proven;
  const certainty = certaintyOf(catalog, role, held, creditOf);
  const end = index.requirementStart[role + 1] as number;
  let earned = 0;
  let closed = 0;
  let known = 0;
  let total = 0;
  let essential = 0;
  for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
    const weight = index.requirementWeight[requirement] as number;
    const credit = creditOf(requirement);
    const open = credit < 1 && isOpen(index, requirement, held);
    const likely = open ? likelyCredit(credit, estimatedCredit(index, requirement, held, estimate), certainty) : credit;
    earned += weight * likely;
    total += weight;
    if (!open) closed += weight;
    if (!open || likely > 0) known += weight;
    if (index.requirementEssential[requirement] === 1) essential += likely;
  }
  const said = closed / total;
  // Nothing open: the same number as the fit, to the last bit, and the same verdict.
  const score = closed === total ? proven.fit : Math.min(proven.high, Math.max(proven.fit, 100 * (earned / total)));
  const marks = { scale, grade: gradeOf(index, role), essentials: proven.essentialsTotal };
  const verdict = closed === total ? proven.verdict : better(proven.verdict, judgeLikely(marks, essential, score));
  const { leastKnown, leastDeclared } = scale.likely;
  const isThin = known / total < leastKnown || estimate.declared < leastDeclared;
  const unknown = isThin && proven.verdict === 'far' && closed < total;
  return { score, verdict: unknown ? 'unknown' : verdict, said };
}

/** What an open requirement counts for, 0 to 1: its credit, and `certainty` of what the estimate adds. */
export function likelyCredit(credit: number, estimated: number, certainty: number): number {
  return credit + certainty * (estimated - credit);
}

/** Whether an answer could still raise the credit: a skill of the requirement's own is not said. */
export function isOpen(index: CatalogIndex, requirement: number, held: HeldLevels): boolean {
  const end = index.alternativeStart[requirement + 1] as number;
  for (let one = index.alternativeStart[requirement] as number; one < end; one++)
    if (held.said[index.alternativeSkill[one] as number] === 0) return true;
  return false;
}

/** The resolver's credit, each alternative that is not said taken at its estimated level: 0 to 1. Estimates carry nothing over. */
export function estimatedCredit(index: CatalogIndex, requirement: number, held: HeldLevels, estimate: Estimate): number {
  const first = index.alternativeStart[requirement] as number;
  const end = index.alternativeStart[requirement + 1] as number;
  return meanOfBest(first, end, index.requirementAtLeast[requirement] as number, (one) => {
    const skill = index.alternativeSkill[one] as number;
    const level = index.alternativeLevel[one] as number;
    const credit = creditAlternative(index, skill, level, held);
    return held.said[skill] === 1 ? credit : Math.max(credit, directCredit(estimate.levelOf(skill), level));
  });
}

/**
 * How far estimates count for a role, 0 to 1: `least`, and up to `stack` more by the mean credit of the essential requirements
 * that ask for a language or a framework: somebody from another stack is estimated less. In full without such requirements.
 */
export function certaintyOf(
  catalog: Catalog,
  role: number,
  held: HeldLevels,
  creditOf: (requirement: number) => number = (requirement) => creditRequirement(catalog.index, requirement, held),
): number {
  const { index, scale } = catalog;
  const { least, stack } = scale.likely.certainty;
  const end = index.requirementStart[role + 1] as number;
  let credit = 0;
  let count = 0;
  for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
    const first = index.alternativeSkill[index.alternativeStart[requirement] as number] as number;
    if (index.requirementEssential[requirement] === 0 || index.skillStack[first] === 0) continue;
    credit += creditOf(requirement);
    count++;
  }
  return Math.min(1, least + stack * (count === 0 ? 1 : credit / count));
}

function gradeOf(index: CatalogIndex, role: number): number {
  const grade = index.roleSeniority[role] as number;
  return grade === noSeniority ? 0 : grade;
}

/** Without essentials the whole score stands in for their mean credit, and nothing is `ready`. */
function judgeLikely(
  { scale, grade, essentials }: { scale: Scale; grade: number; essentials: number },
  essentialCredit: number,
  score: number,
): Verdict {
  const beyond = score + scale.likely.mostAboveScore;
  const mean = essentials === 0 ? score : Math.min(beyond, 100 * (essentialCredit / essentials));
  const reached = scale.likely.verdicts.find(
    ({ verdict, mark, perGrade }) => reaches(mean, mark + perGrade * grade) && !(verdict === 'ready' && essentials === 0),
  );
  return reached?.verdict ?? 'far';
}

function better(a: Verdict, b: Verdict): Verdict {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
