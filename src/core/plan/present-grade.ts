import { type Catalog, noSeniority } from '../catalog/catalog-index.ts';
import { type Background, makeEstimator, readJob } from '../score/estimate.ts';
import { rankRoles } from '../score/fit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { estimateFit } from '../score/likely.ts';

/** The grade of somebody who is ready for no role: below entry. */
export const belowEntry = -1;

/** A role's place in the scale's seniorities; nothing when it has none. */
export function seniorityOf({ index }: Catalog, role: number): number | undefined {
  const grade = index.roleSeniority[role] as number;
  return grade === noSeniority ? undefined : grade;
}

/** The highest seniority among the roles that somebody is ready for, as an index into the scale's seniorities; -1 below entry. */
export function gradeOf(catalog: Catalog, held: HeldLevels): number {
  const ready = rankRoles(catalog, held).filter((fit) => fit.verdict === 'ready');
  return Math.max(belowEntry, ...ready.map((fit) => seniorityOf(catalog, fit.role) ?? belowEntry));
}

/**
 * The grade of the job that somebody has, as an index into the scale's seniorities: the current role's; else what its words say;
 * else the highest among the roles that what is said makes ready or likely ready; -1 (below entry) without any.
 *
 * @param role the current role, where the catalog has it
 */
export function presentGrade(catalog: Catalog, held: HeldLevels, background: Background, role: number | undefined): number {
  const stated = role === undefined ? undefined : seniorityOf(catalog, role);
  if (stated !== undefined) return stated;
  const worded = background.job === undefined ? belowEntry : readJob(catalog.scale, background.job).grade;
  if (worded >= 0) return worded;
  const estimate = makeEstimator(catalog)(held, background);
  const ready = rankRoles(catalog, held).filter((fit) => estimateFit(catalog, fit, held, estimate).verdict === 'ready');
  return Math.max(belowEntry, ...ready.map((fit) => seniorityOf(catalog, fit.role) ?? belowEntry));
}
