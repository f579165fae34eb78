import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import type { Level } from '../model/scale.ts';
import { type Background, type EstimateReason, makeEstimator } from '../score/estimate.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../score/held-levels.ts';

/** A level that a plan takes for granted though nobody said it. */
export interface Assumption {
  readonly skill: number;
  /** The estimate, rounded down. */
  readonly level: Level;
  readonly reason: EstimateReason;
}

/** Where a plan starts: what is said, and what people like this usually hold beside it. */
export interface AssumedProfile {
  readonly declarations: readonly Declaration[];
  readonly held: HeldLevels;
  /** In the order of the skills' ids. */
  readonly assumed: readonly Assumption[];
}

/** Far above what a line between two points rounds. */
const tolerance = 1e-9;

/**
 * The assumed profile of somebody: each estimate that lies a whole level above what is held is declared beside what is said,
 * rounded down. What is said stays as it is: nothing is assumed at a level that would imply more of a skill than was said of it.
 */
export function assumeProfile(catalog: Catalog, declarations: readonly Declaration[], background: Background): AssumedProfile {
  const { index } = catalog;
  const said = holdLevels(index, declarations);
  const estimate = makeEstimator(catalog)(said, background);
  const highest = highestWithoutContradiction(index, said);
  const assumed: Assumption[] = [];
  for (let skill = 0; skill < index.skillCount; skill++) {
    const own = said.level[skill] as number;
    const estimated = Math.floor(estimate.levelOf(skill) + tolerance);
    if (estimated <= own) continue;
    const level = Math.min(estimated, highest(skill));
    const why = estimate.reasonOf(skill);
    if (level > own && why !== undefined) assumed.push({ skill, level, reason: why.reason });
  }
  const all = [...declarations, ...assumed.map(({ skill, level }) => ({ skill, level }))];
  return { declarations: all, held: holdLevels(index, all), assumed };
}

/** For a skill the highest level that implies no more of any skill than what was said of it. */
function highestWithoutContradiction(index: CatalogIndex, said: HeldLevels): (skill: number) => number {
  const known = new Map<number, number>();
  const highest = (skill: number): number => {
    const found = known.get(skill);
    if (found !== undefined) return found;
    let most = said.said[skill] === 1 ? (said.level[skill] as number) : Number.POSITIVE_INFINITY;
    for (let edge = index.impliesStart[skill] as number; edge < (index.impliesStart[skill + 1] as number); edge++) {
      most = Math.min(most, highest(index.impliesSkill[edge] as number) - (index.impliesOffset[edge] as number));
    }
    known.set(skill, most);
    return most;
  };
  return highest;
}
