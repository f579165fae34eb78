import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { type CreditSheet, makeCreditSheet } from './credit-sheet.ts';
import type { HeldLevels } from './held-levels.ts';

/** Scores roles for one person after another; each fit equals `scoreFit`'s to the last bit. */
export interface RoleScorer {
  /** The person that all answers are about, until the next one. */
  readonly take: (held: HeldLevels) => void;
  /** 0 to 100 */
  readonly fitOf: (role: number) => number;
  /** `creditRequirement`, 0 to 1 */
  readonly credit: (requirement: number) => number;
  /** The numbers of the `most` best roles, best first; equals in the order of their numbers. */
  readonly best: (most: number) => number[];
}

/** For one person, or for all roles: each role is added up. */
export function makeRoleScorer({ index }: Catalog): RoleScorer {
  return scorerOver(index, makeCreditSheet(index), sumWeights(index));
}

/**
 * For many people against the best few of many roles. Credits are first added up demand by demand, which costs only what the
 * person earns somewhere; a different order of addition may differ in the last bits, so it only tells which roles can be among the
 * best: those are added up exactly.
 */
export function makeManyScorer({ index }: Catalog): RoleScorer {
  const sheet = makeCreditSheet(index);
  const totals = sumWeights(index);
  const scorer = scorerOver(index, sheet, totals);
  const postings = postDemands(index, sheet, totals);
  const { credits, earned } = sheet;
  const { start, role: roleOf, share, groupStart, group } = postings;
  const rough = new Float64Array(index.roleCount);
  const seenFor = new Uint32Array(index.requirementWeight.length);
  let turn = 0;

  const addRough = (): void => {
    rough.fill(0);
    turn = (turn + 1) >>> 0;
    const count = sheet.earnedCount();
    for (let n = 0; n < count; n++) {
      const demand = earned[n] as number;
      const credit = credits[demand] as number;
      const end = start[demand + 1] as number;
      for (let i = start[demand] as number; i < end; i++) {
        const role = roleOf[i] as number;
        rough[role] = (rough[role] as number) + credit * (share[i] as number);
      }
      const lastGroup = groupStart[demand + 1] as number;
      for (let i = groupStart[demand] as number; i < lastGroup; i++) {
        const requirement = group[i] as number;
        if (seenFor[requirement] === turn) continue;
        seenFor[requirement] = turn;
        const role = postings.groupRole[i] as number;
        rough[role] = (rough[role] as number) + scorer.credit(requirement) * (postings.groupShare[i] as number);
      }
    }
  };
  return {
    ...scorer,
    best(most) {
      if (most * 4 >= index.roleCount) return scorer.best(most);
      addRough();
      const enough = leastOfBest(rough, most) - roundingSlack;
      const candidates: number[] = [];
      for (let role = 0; role < rough.length; role++) if ((rough[role] as number) >= enough) candidates.push(role);
      const fits = Float64Array.from(candidates, scorer.fitOf);
      return bestRoles(fits, most).map((at) => candidates[at] as number);
    },
  };
}

/** Points: far above what adding up some thousand credits in another order can differ by, far below what tells roles apart. */
const roundingSlack = 1e-6;

function scorerOver(index: CatalogIndex, sheet: CreditSheet, totals: Float64Array): RoleScorer {
  const { credit } = sheet;
  const fitOf = (role: number): number => {
    const end = index.requirementStart[role + 1] as number;
    let earned = 0;
    for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++)
      earned += (index.requirementWeight[requirement] as number) * credit(requirement);
    return 100 * (earned / (totals[role] as number));
  };
  const fits = new Float64Array(index.roleCount);
  return {
    take: sheet.fill,
    fitOf,
    credit,
    best(most) {
      for (let role = 0; role < fits.length; role++) fits[role] = fitOf(role);
      return bestRoles(fits, most);
    },
  };
}

/** Who asks a demand: for each the roles, with the points that full credit is worth there; groups of alternatives apart. */
interface Postings {
  readonly start: Uint32Array;
  readonly role: Uint32Array;
  readonly share: Float64Array;
  readonly groupStart: Uint32Array;
  /** Requirements by number. */
  readonly group: Uint32Array;
  readonly groupRole: Uint32Array;
  readonly groupShare: Float64Array;
}

function postDemands(index: CatalogIndex, { demands }: CreditSheet, totals: Float64Array): Postings {
  const count = demands.level.length;
  const start = new Uint32Array(count + 1);
  const groupStart = new Uint32Array(count + 1);
  const eachAlternative = (visit: (demand: number, isGroup: boolean, requirement: number, role: number) => void): void => {
    for (let role = 0; role < index.roleCount; role++) {
      const end = index.requirementStart[role + 1] as number;
      for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
        const first = index.alternativeStart[requirement] as number;
        const last = index.alternativeStart[requirement + 1] as number;
        for (let i = first; i < last; i++) visit(demands.ofAlternative[i] as number, last > first + 1, requirement, role);
      }
    }
  };
  eachAlternative((demand, isGroup) => {
    const counts = isGroup ? groupStart : start;
    counts[demand + 1] = (counts[demand + 1] as number) + 1;
  });
  for (let demand = 0; demand < count; demand++) {
    start[demand + 1] = (start[demand + 1] as number) + (start[demand] as number);
    groupStart[demand + 1] = (groupStart[demand + 1] as number) + (groupStart[demand] as number);
  }
  const next = start.slice();
  const nextGroup = groupStart.slice();
  const role = new Uint32Array(start[count] as number);
  const share = new Float64Array(role.length);
  const group = new Uint32Array(groupStart[count] as number);
  const groupRole = new Uint32Array(group.length);
  const groupShare = new Float64Array(group.length);
  eachAlternative((demand, isGroup, requirement, owner) => {
    const points = 100 * ((index.requirementWeight[requirement] as number) / (totals[owner] as number));
    const places = isGroup ? nextGroup : next;
    const at = places[demand] as number;
    places[demand] = at + 1;
    if (isGroup) group[at] = requirement;
    (isGroup ? groupRole : role)[at] = owner;
    (isGroup ? groupShare : share)[at] = points;
  });
  return { start, role, share, groupStart, group, groupRole, groupShare };
}

/** Each role's sum of weights, added up as `scoreFit` does. */
function sumWeights(index: CatalogIndex): Float64Array {
  return Float64Array.from({ length: index.roleCount }, (_, role) => {
    const end = index.requirementStart[role + 1] as number;
    let total = 0;
    for (let r = index.requirementStart[role] as number; r < end; r++) total += index.requirementWeight[r] as number;
    return total;
  });
}

/** The numbers of the `most` best fits, best first; equals in the order of their numbers. */
export function bestRoles(fits: Float64Array, most: number): number[] {
  if (most > 64 || most >= fits.length) {
    const all = Array.from({ length: fits.length }, (_, role) => role);
    return all.sort((a, b) => (fits[b] as number) - (fits[a] as number) || a - b).slice(0, most);
  }
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let role = 0; role < fits.length; role++) {
    const fit = fits[role] as number;
    // Among equals the earlier role stays.
    if (best.length === most && fit <= least) continue;
    if (best.length === most) best.pop();
    let at = best.length;
    while (at > 0 && (fits[best[at - 1] as number] as number) < fit) at--;
    best.splice(at, 0, role);
    least = fits[best[best.length - 1] as number] as number;
  }
  return best;
}

/** The value that stands last among the `most` greatest. */
function leastOfBest(values: Float64Array, most: number): number {
  return values[bestRoles(values, most).at(-1) ?? 0] ?? 0;
}
