import type { Catalog, CatalogIndex } from './catalog-index.ts';
import { creditAlternative, creditRequirement } from './credit.ts';
import type { HeldLevels } from './held-levels.ts';

/**
 * Scores every role for one person after another. The credits come from the one resolver; what is saved is work whose result
 * is known: a requirement that no held skill reaches has credit 0 and adds nothing, and equal alternatives of different roles
 * are credited once. The rest is added up in file order, so each fit equals `scoreFit`'s to the last bit.
 */
export interface RoleScorer {
  /** 0 to 100 by role, valid until the next call of `score`. */
  readonly fits: Float64Array;
  readonly score: (held: HeldLevels) => void;
  /** `creditRequirement` of the person last scored. */
  readonly credit: (requirement: number) => number;
}

export function makeRoleScorer({ index, scale }: Catalog): RoleScorer {
  const requirements = index.alternativeStart.length - 1;
  const { start, requirement: reached } = requirementsBySkill(index, requirements);
  const { roleOf, totals } = sumWeights(index, requirements);
  const levels = scale.levels.length;
  const single = singleAlternatives(index, requirements, levels);
  const fits = new Float64Array(index.roleCount);
  const marks = new Uint32Array((requirements + 31) >>> 5);
  // Credits of (skill, level) pairs, and of which call they are: nothing has to be cleared between people.
  const credits = new Float64Array(index.skillCount * levels);
  const creditedIn = new Uint32Array(index.skillCount * levels);
  const markedIn = new Uint32Array(index.skillCount);
  let call = 0;
  let held: HeldLevels | undefined;

  const mark = (skill: number): void => {
    if (markedIn[skill] === call) return;
    markedIn[skill] = call;
    const end = start[skill + 1] as number;
    for (let i = start[skill] as number; i < end; i++) {
      const requirement = reached[i] as number;
      const word = requirement >>> 5;
      marks[word] = (marks[word] as number) | (1 << (requirement & 31));
    }
  };
  const creditOf = (requirement: number): number => {
    const pair = single[requirement] as number;
    if (held === undefined) return 0;
    if (pair < 0) return creditRequirement(index, requirement, held);
    if (creditedIn[pair] === call) return credits[pair] as number;
    const skill = Math.floor(pair / levels);
    const credit = creditAlternative(index, skill, pair - skill * levels, held);
    creditedIn[pair] = call;
    credits[pair] = credit;
    return credit;
  };

  return {
    fits,
    credit: creditOf,
    score(person) {
      call++;
      held = person;
      for (const skill of person.touched) {
        if (person.level[skill] === 0) continue;
        mark(skill);
        // Relations stand on both sides, so what a skill carries over to is among what carries over to it.
        const end = index.relatedStart[skill + 1] as number;
        for (let edge = index.relatedStart[skill] as number; edge < end; edge++) mark(index.relatedSkill[edge] as number);
      }
      fits.fill(0);
      for (let word = 0; word < marks.length; word++) {
        let bits = marks[word] as number;
        if (bits === 0) continue;
        marks[word] = 0;
        while (bits !== 0) {
          const requirement = (word << 5) + (31 - Math.clz32(bits & -bits));
          bits &= bits - 1;
          const role = roleOf[requirement] as number;
          fits[role] = (fits[role] as number) + (index.requirementWeight[requirement] as number) * creditOf(requirement);
        }
      }
      for (let role = 0; role < fits.length; role++) fits[role] = 100 * ((fits[role] as number) / (totals[role] as number));
    },
  };
}

/** For each skill the requirements with an alternative in it, in file order. */
function requirementsBySkill(index: CatalogIndex, requirements: number): { start: Uint32Array; requirement: Uint32Array } {
  const start = new Uint32Array(index.skillCount + 1);
  for (const skill of index.alternativeSkill) start[skill + 1] = (start[skill + 1] as number) + 1;
  for (let skill = 0; skill < index.skillCount; skill++)
    start[skill + 1] = (start[skill + 1] as number) + (start[skill] as number);
  const next = start.slice();
  const requirement = new Uint32Array(index.alternativeSkill.length);
  for (let r = 0; r < requirements; r++) {
    const end = index.alternativeStart[r + 1] as number;
    for (let i = index.alternativeStart[r] as number; i < end; i++) {
      const skill = index.alternativeSkill[i] as number;
      const at = next[skill] as number;
      requirement[at] = r;
      next[skill] = at + 1;
    }
  }
  return { start, requirement };
}

/** The role of each requirement, and each role's sum of weights, added up as `scoreFit` does. */
function sumWeights(index: CatalogIndex, requirements: number): { roleOf: Uint32Array; totals: Float64Array } {
  const roleOf = new Uint32Array(requirements);
  const totals = new Float64Array(index.roleCount);
  for (let role = 0; role < index.roleCount; role++) {
    const end = index.requirementStart[role + 1] as number;
    let total = 0;
    for (let r = index.requirementStart[role] as number; r < end; r++) {
      roleOf[r] = role;
      total += index.requirementWeight[r] as number;
    }
    totals[role] = total;
  }
  return { roleOf, totals };
}

/** Skill · levels + level for each requirement of one alternative, -1 for a group. */
function singleAlternatives(index: CatalogIndex, requirements: number, levels: number): Int32Array {
  return Int32Array.from({ length: requirements }, (_, r) => {
    const first = index.alternativeStart[r] as number;
    const isSingle = (index.alternativeStart[r + 1] as number) === first + 1 && index.requirementAtLeast[r] === 1;
    return isSingle ? (index.alternativeSkill[first] as number) * levels + (index.alternativeLevel[first] as number) : -1;
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
