import type { Catalog } from '../catalog/catalog-index.ts';
import { type Background, type Estimate, makeEstimator } from './estimate.ts';
import { assessRole, type RoleFit, rankRoles } from './fit.ts';
import type { HeldLevels } from './held-levels.ts';
import { estimateFit, type LikelyFit } from './likely.ts';

/** A role's fit as it is proven, and as it is likely. */
export interface JudgedFit extends RoleFit {
  readonly likely: LikelyFit;
}

/** One person against the roles of a catalog. Every screen that shows a fit asks it. */
export interface Judge {
  readonly held: HeldLevels;
  readonly background: Background;
  readonly estimate: Estimate;
  readonly fitOf: (role: number) => JudgedFit;
  /** Roles in the order in which they are listed: all of them, or the first `most`. */
  readonly rank: (most?: number) => JudgedFit[];
}

/** @param held stays as it is while the judge is asked */
export function judgePerson(catalog: Catalog, held: HeldLevels, background: Background): Judge {
  const estimate = makeEstimator(catalog)(held, background);
  const judged = (fit: RoleFit): JudgedFit => ({ ...fit, likely: estimateFit(catalog, fit, held, estimate) });
  return {
    held,
    background,
    estimate,
    fitOf: (role) => judged(assessRole(catalog, role, held)),
    rank: (most) => rankRoles(catalog, held, most).map(judged),
  };
}
