import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import { type RoleFit, rankRoles } from '../score/fit.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../score/held-levels.ts';

/** The held levels of somebody who declares some skills differently: each change takes the place of what was declared. */
export function holdChanged(index: CatalogIndex, declared: readonly Declaration[], changes: readonly Declaration[]): HeldLevels {
  const changed = new Set(changes.map((change) => change.skill));
  return holdLevels(index, [...declared.filter((one) => !changed.has(one.skill)), ...changes]);
}

/** A role in a ranking, and how far its fit can be moved by judging importances differently. */
export interface RankedRole {
  readonly fit: RoleFit;
  /** The lowest and the highest fit when every importance is moved by one grade either way. */
  readonly low: number;
  readonly high: number;
  /** Roles that could change places with it, the nearest in the ranking: which is better is a matter of importances. */
  readonly tiedWith: readonly number[];
  /** How many such roles there are in all. */
  readonly tiedCount: number;
}

/** So many of the roles that another is tied with are named: in a taxonomy nearly every role is tied with a thousand. */
const maxTies = 20;

/** All roles, best fit first, each with the roles that it is as good as tied with. */
export function rankWithTies(catalog: Catalog, held: HeldLevels): RankedRole[] {
  const bounds = rankRoles(catalog, held).map((fit) => ({ fit, ...movedFit(catalog, fit.role, held) }));
  type Bound = (typeof bounds)[number];
  return bounds.map((one, place) => {
    const isTied = (other: Bound): boolean => other !== one && other.low <= one.high && one.low <= other.high;
    let tiedCount = 0;
    for (const other of bounds) if (isTied(other)) tiedCount++;
    const near: number[] = [];
    for (let away = 1; near.length < Math.min(maxTies, tiedCount); away++) {
      for (const at of [place - away, place + away]) {
        const other = bounds[at];
        if (other !== undefined && isTied(other)) near.push(at);
      }
    }
    const named = near.slice(0, maxTies).sort((a, b) => a - b);
    return { ...one, tiedWith: named.map((at) => (bounds[at] as Bound).fit.role), tiedCount };
  });
}

/** The lowest and the highest of three fits: as the role is written, with every importance a grade lower, and a grade higher. */
export function movedFit(catalog: Catalog, role: number, held: HeldLevels): { low: number; high: number } {
  const { index } = catalog;
  const earned = [0, 0, 0];
  const total = [0, 0, 0];
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    const credit = creditRequirement(index, r, held);
    const weight = index.requirementWeight[r] as number;
    [weight, ...neighbouringWeights(catalog, weight)].forEach((moved, i) => {
      earned[i] = (earned[i] as number) + moved * credit;
      total[i] = (total[i] as number) + moved;
    });
  }
  const fits = earned.map((points, i) => 100 * (points / (total[i] as number)));
  return { low: Math.min(...fits), high: Math.max(...fits) };
}

/** The weights one grade down and one grade up; a number from an imported taxonomy moves by 1 between 1 and 5. */
function neighbouringWeights({ scale }: Catalog, weight: number): [number, number] {
  const grades = Object.values(scale.importances).sort((a, b) => a - b);
  const at = grades.indexOf(weight);
  if (at < 0) return [Math.max(1, weight - 1), Math.min(5, weight + 1)];
  return [grades[Math.max(0, at - 1)] as number, grades[Math.min(grades.length - 1, at + 1)] as number];
}
