import { type Catalog, noSeniority, roleNumberOf } from '../catalog/catalog-index.ts';
import { readJob } from './estimate.ts';
import type { Judge, JudgedFit } from './judge.ts';

/** Why a role is the target. */
export type TargetReason = 'asked' | 'declared' | 'next' | 'closest' | 'best';

export interface Target {
  readonly fit: JudgedFit;
  readonly why: TargetReason;
}

export interface TargetWish {
  /** Roles that the command line names. */
  readonly named: readonly number[];
  /** Roles that the profile names. */
  readonly declared: readonly number[];
  readonly currentRole: number | undefined;
}

/**
 * What to aim at: the role that is asked for, else the profile's target, else the next role from the current one that is not
 * likely reached yet, else the closest such role. That is never below the current role's grade, nor below the grade that years of
 * such work say; somebody from other work may begin below it. Nor is it more than one grade above what the years say, as long as
 * there is another: nobody who begins is sent to a job that asks for years.
 *
 * @param ranked all roles in the order in which they are listed; at least one
 */
export function chooseTarget(catalog: Catalog, judge: Judge, ranked: readonly JudgedFit[], wish: TargetWish): Target {
  const [asked] = wish.named;
  if (asked !== undefined) return { fit: judge.fitOf(asked), why: 'asked' };
  const [declared] = wish.declared;
  if (declared !== undefined) return { fit: judge.fitOf(declared), why: 'declared' };
  const { currentRole } = wish;
  const ahead = ranked.filter((fit) => fit.likely.verdict !== 'ready' && fit.role !== currentRole);
  if (currentRole !== undefined) {
    const next = nextRoles(catalog, currentRole);
    const fit = ahead.find((one) => next.includes(one.role));
    if (fit !== undefined) return { fit, why: 'next' };
  }
  const closest = closestAhead(catalog, ranked, ahead, judge, currentRole);
  if (closest !== undefined) return { fit: closest, why: 'closest' };
  const [best] = ranked;
  if (best === undefined) throw new Error('a catalog has at least one role');
  return { fit: best, why: 'best' };
}

function nextRoles(catalog: Catalog, role: number): number[] {
  return catalog.role(role).leadsTo.map((move) => roleNumberOf(catalog, move.role));
}

function closestAhead(
  catalog: Catalog,
  ranked: readonly JudgedFit[],
  ahead: readonly JudgedFit[],
  judge: Judge,
  currentRole: number | undefined,
): JudgedFit | undefined {
  const { job, years } = judge.background;
  const gradeOf = (role: number): number => {
    const grade = catalog.index.roleSeniority[role] as number;
    return grade === noSeniority ? catalog.scale.seniorities.length : grade;
  };
  const words = job === undefined ? undefined : readJob(catalog.scale, job);
  const isSuchWork = currentRole !== undefined || words === undefined || words.skills.length > 0;
  const stated = currentRole === undefined ? (words?.grade ?? -1) : (catalog.index.roleSeniority[currentRole] as number);
  const floor = Math.max(stated === noSeniority ? -1 : stated, years === undefined ? -1 : gradeAfter(catalog, years));
  const ceiling = Math.max(floor, gradeAfter(catalog, judge.estimate.years) + 1);
  const notBelow = ahead.filter(({ role }) => gradeOf(role) >= floor);
  const within = notBelow.filter(({ role }) => gradeOf(role) <= ceiling);
  const above = within.length > 0 ? within : notBelow;
  // Years may be of other work, unless the job says that they are not.
  const fits = isSuchWork ? above : above.filter(({ likely }) => likely.verdict === 'near' || likely.verdict === 'stretch');
  // Whoever names no job likely has one of the closest that they are ready for: where the first of them leads comes first.
  for (const { role, likely } of ranked) {
    if (likely.verdict !== 'ready') continue;
    const next = new Set(nextRoles(catalog, role));
    const fit = fits.find((one) => next.has(one.role));
    if (fit !== undefined) return fit;
  }
  return fits[0] ?? (isSuchWork ? above[0] : undefined) ?? ahead[0];
}

/** The highest grade that so many years of work stand behind, as an index into the scale's seniorities; -1 for none. */
function gradeAfter({ scale }: Catalog, years: number): number {
  return scale.seniorities.reduce((best, grade, i) => ((scale.likely.gradeYears[grade] ?? Infinity) <= years ? i : best), -1);
}
