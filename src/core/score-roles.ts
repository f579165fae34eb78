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
  const totals = sumWeights(index);
  const levels = scale.levels.length;
  const { onlySkill, onlyLevel } = singleAlternatives(index, requirements);
  const levelsAsked = levelsAskedBySkill(index);
  const fits = new Float64Array(index.roleCount);
  const marks = new Uint32Array((requirements + 31) >>> 5);
  // Each skill that a person reaches gets a place in a short table of credits by level; 0 is the place of all others.
  const placeOf = new Uint32Array(index.skillCount);
  let credits = new Float64Array(256 * levels);
  const reachedSkills: number[] = [];
  let held: HeldLevels | undefined;

  const reach = (skill: number, person: HeldLevels): void => {
    if (placeOf[skill] !== 0) return;
    const place = reachedSkills.push(skill);
    placeOf[skill] = place;
    if ((place + 1) * levels > credits.length) {
      const longer = new Float64Array(2 * credits.length);
      longer.set(credits);
      credits = longer;
    }
    const asked = levelsAsked[skill] as number;
    for (let level = 1; level < levels; level++) {
      if ((asked & (1 << level)) !== 0) credits[place * levels + level] = creditAlternative(index, skill, level, person);
    }
    const end = start[skill + 1] as number;
    for (let i = start[skill] as number; i < end; i++) {
      const requirement = reached[i] as number;
      const word = requirement >>> 5;
      marks[word] = (marks[word] as number) | (1 << (requirement & 31));
    }
  };
  const forget = (): void => {
    for (const skill of reachedSkills) placeOf[skill] = 0;
    reachedSkills.length = 0;
  };
  const creditOf = (requirement: number): number => {
    const skill = onlySkill[requirement] as number;
    if (skill === group) return held === undefined ? 0 : creditRequirement(index, requirement, held);
    const place = placeOf[skill] as number;
    return place === 0 ? 0 : (credits[place * levels + (onlyLevel[requirement] as number)] as number);
  };

  return {
    fits,
    credit: creditOf,
    score(person) {
      forget();
      held = person;
      for (const skill of person.touched) {
        if (person.level[skill] === 0) continue;
        reach(skill, person);
        // Relations stand on both sides, so what a skill carries over to is among what carries over to it.
        const end = index.relatedStart[skill + 1] as number;
        for (let edge = index.relatedStart[skill] as number; edge < end; edge++)
          reach(index.relatedSkill[edge] as number, person);
      }
      fits.fill(0);
      let role = -1;
      let roleEnd = 0;
      let earned = 0;
      for (let word = 0; word < marks.length; word++) {
        let bits = marks[word] as number;
        if (bits === 0) continue;
        marks[word] = 0;
        while (bits !== 0) {
          const requirement = (word << 5) + (31 - Math.clz32(bits & -bits));
          bits &= bits - 1;
          if (requirement >= roleEnd) {
            if (role >= 0) fits[role] = 100 * (earned / (totals[role] as number));
            while (requirement >= roleEnd) roleEnd = index.requirementStart[++role + 1] as number;
            earned = 0;
          }
          earned += (index.requirementWeight[requirement] as number) * creditOf(requirement);
        }
      }
      if (role >= 0) fits[role] = 100 * (earned / (totals[role] as number));
    },
  };
}

/** In place of the skill of a requirement that is a group. */
const group = 0xffff_ffff;

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

/** Each role's sum of weights, added up as `scoreFit` does. */
function sumWeights(index: CatalogIndex): Float64Array {
  return Float64Array.from({ length: index.roleCount }, (_, role) => {
    const end = index.requirementStart[role + 1] as number;
    let total = 0;
    for (let r = index.requirementStart[role] as number; r < end; r++) total += index.requirementWeight[r] as number;
    return total;
  });
}

/** Skill and level of each requirement of one alternative. */
function singleAlternatives(index: CatalogIndex, requirements: number): { onlySkill: Uint32Array; onlyLevel: Uint8Array } {
  const onlySkill = new Uint32Array(requirements).fill(group);
  const onlyLevel = new Uint8Array(requirements);
  for (let r = 0; r < requirements; r++) {
    const first = index.alternativeStart[r] as number;
    if (index.alternativeStart[r + 1] !== first + 1 || index.requirementAtLeast[r] !== 1) continue;
    onlySkill[r] = index.alternativeSkill[first] as number;
    onlyLevel[r] = index.alternativeLevel[first] as number;
  }
  return { onlySkill, onlyLevel };
}

/** For each skill a bit for each level at which some requirement asks it. */
function levelsAskedBySkill(index: CatalogIndex): Uint32Array {
  const asked = new Uint32Array(index.skillCount);
  for (let i = 0; i < index.alternativeSkill.length; i++) {
    const skill = index.alternativeSkill[i] as number;
    asked[skill] = (asked[skill] as number) | (1 << (index.alternativeLevel[i] as number));
  }
  return asked;
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
