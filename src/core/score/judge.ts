import type { Catalog } from '../catalog/catalog-index.ts';
import { makeClosenessSheet } from './closeness.ts';
import { type Background, type Estimate, makeEstimator } from './estimate.ts';
import { assessRole, type RoleFit, scoreFit } from './fit.ts';
import type { HeldLevels } from './held-levels.ts';
import { estimateFit, type LikelyFit } from './likely.ts';
import { greatestFirst, type RoleOrder } from './order-roles.ts';

/** A role's fit as it is proven, and as it is likely. */
export interface JudgedFit extends RoleFit {
  readonly likely: LikelyFit;
  /** 0 to 100: how much of what the person holds the role would use. */
  readonly use: number;
  /** 0 to 100: how near the role is, seen from both sides. */
  readonly closeness: number;
}

/** One person against the roles of a catalog. Every screen that shows a fit asks it. */
export interface Judge {
  readonly held: HeldLevels;
  readonly background: Background;
  readonly estimate: Estimate;
  readonly fitOf: (role: number) => JudgedFit;
  /** Roles in the order in which they are listed, by closeness unless told otherwise: all of them, or the first `most`. */
  readonly rank: (most?: number, by?: RoleOrder) => JudgedFit[];
}

/** @param held stays as it is while the judge is asked */
export function judgePerson(catalog: Catalog, held: HeldLevels, background: Background): Judge {
  const estimate = makeEstimator(catalog)(held, background);
  const sheet = makeClosenessSheet(catalog);
  sheet.take(held);
  const fitOf = (role: number): JudgedFit => {
    const fit = assessRole(catalog, role, held);
    const likely = estimateFit(catalog, fit, held, estimate);
    return { ...fit, likely, use: sheet.useOf(role), closeness: sheet.closenessOf(role) };
  };
  const { roleCount } = catalog.index;
  const valueBy: Record<RoleOrder, (role: number) => number> = {
    closeness: sheet.closenessOf,
    fit: (role) => scoreFit(catalog.index, role, held),
    likely: (role) => fitOf(role).likely.score,
    use: sheet.useOf,
  };
  return {
    held,
    background,
    estimate,
    fitOf,
    rank: (most = roleCount, by = 'closeness') => {
      const values = Float64Array.from({ length: roleCount }, (_, role) => valueBy[by](role));
      return greatestFirst(values, valueBy.fit, most).map(fitOf);
    },
  };
}
