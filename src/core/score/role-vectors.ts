import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { requirementsOf } from '../catalog/walk-requirements.ts';

/** Entries by skill: the roles that ask for it, each with a value. */
export interface Postings {
  readonly start: Uint32Array;
  readonly role: Uint32Array;
  readonly value: Float64Array;
}

/** Calls back with each alternative of each role: its share of the requirement's weight is w · √(atLeast / alternatives). */
function eachAsked(
  index: CatalogIndex,
  visit: (role: number, skill: number, level: number, share: number, requirement: number) => void,
  afterRole: (role: number) => void = () => {},
): void {
  for (let role = 0; role < index.roleCount; role++) {
    const end = index.requirementStart[role + 1] as number;
    for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
      const first = index.alternativeStart[requirement] as number;
      const last = index.alternativeStart[requirement + 1] as number;
      const spread = Math.sqrt((index.requirementAtLeast[requirement] as number) / (last - first));
      const share = (index.requirementWeight[requirement] as number) * spread;
      for (let i = first; i < last; i++)
        visit(role, index.alternativeSkill[i] as number, index.alternativeLevel[i] as number, share, requirement);
    }
    afterRole(role);
  }
}

/** By skill: how many roles ask for it. One of n alternatives, of which k are asked, counts as √(k / n) of a role. */
export function countRoles(index: CatalogIndex): Float64Array {
  const count = new Float64Array(index.skillCount);
  const own = new Map<number, number>();
  eachAsked(
    index,
    (_, skill, _level, _share, requirement) => {
      const alternatives = (index.alternativeStart[requirement + 1] as number) - (index.alternativeStart[requirement] as number);
      const part = Math.sqrt((index.requirementAtLeast[requirement] as number) / alternatives);
      own.set(skill, Math.max(part, own.get(skill) ?? 0));
    },
    () => {
      for (const [skill, part] of own) count[skill] = (count[skill] as number) + part;
      own.clear();
    },
  );
  return count;
}

/** By role: the skills of its vector, each with a value. The entries of role r stand from `start[r]` up to, not including, `start[r + 1]`. */
export interface RoleVectors {
  readonly start: Uint32Array;
  readonly skill: readonly number[];
  readonly value: readonly number[];
}

/** What becomes of a value: what carries over to other skills is added first, then every value is multiplied. */
export interface Spreading {
  readonly carry: (skill: number, value: number, add: (other: number, amount: number) => void) => void;
  readonly factor: (skill: number) => number;
}

/** What each role asks of some skills; of a skill that it asks for twice, the greater value. */
export function roleVectors(
  index: CatalogIndex,
  counts: (skill: number, requirement: number) => boolean,
  valueAt: (level: number, share: number) => number,
  spreading?: Spreading,
): RoleVectors {
  const start = new Uint32Array(index.roleCount + 1);
  const skill: number[] = [];
  const value: number[] = [];
  const sums = new Float64Array(index.skillCount);
  const seen = new Uint8Array(index.skillCount);
  const own: number[] = [];
  const see = (one: number): void => {
    if (seen[one] === 0) own.push(one);
    seen[one] = 1;
  };
  const add = (other: number, amount: number): void => {
    see(other);
    sums[other] = (sums[other] as number) + amount;
  };
  const finish = (role: number): void => {
    if (spreading !== undefined) {
      const asked = own.map((one) => sums[one] as number);
      asked.forEach((amount, i) => {
        spreading.carry(own[i] as number, amount, add);
      });
    }
    for (const one of own) {
      skill.push(one);
      value.push((sums[one] as number) * (spreading?.factor(one) ?? 1));
      sums[one] = 0;
      seen[one] = 0;
    }
    own.length = 0;
    start[role + 1] = skill.length;
  };
  eachAsked(
    index,
    (_, one, level, share, requirement) => {
      if (!counts(one, requirement)) return;
      see(one);
      sums[one] = Math.max(sums[one] as number, valueAt(level, share));
    },
    finish,
  );
  return { start, skill, value };
}

/** The mean weight that roles give a skill at a level; at a level that none asks for, the mean over all levels; 0 if none asks. */
export function usualWeights(index: CatalogIndex): (skill: number, level: number) => number {
  const levels = 6;
  const sum = new Float64Array(index.skillCount * levels);
  const count = new Uint32Array(sum.length);
  const add = (at: number, share: number): void => {
    sum[at] = (sum[at] as number) + share;
    count[at] = (count[at] as number) + 1;
  };
  eachAsked(index, (_, skill, level, share) => {
    add(skill * levels + level, share);
    add(skill * levels, share);
  });
  return (skill, level) => {
    const exact = skill * levels + level;
    const at = (count[exact] as number) > 0 ? exact : skill * levels;
    return (count[at] as number) === 0 ? 0 : (sum[at] as number) / (count[at] as number);
  };
}

/** Vectors of roles (or of their choices), from the skill's side. */
export function post(index: CatalogIndex, vectors: RoleVectors): Postings {
  const start = new Uint32Array(index.skillCount + 1);
  for (const skill of vectors.skill) start[skill + 1] = (start[skill + 1] as number) + 1;
  for (let skill = 0; skill < index.skillCount; skill++)
    start[skill + 1] = (start[skill + 1] as number) + (start[skill] as number);
  const next = start.slice();
  const role = new Uint32Array(vectors.skill.length);
  const value = new Float64Array(role.length);
  for (let number = 0; number + 1 < vectors.start.length; number++) {
    const end = vectors.start[number + 1] as number;
    for (let i = vectors.start[number] as number; i < end; i++) {
      const skill = vectors.skill[i] as number;
      const at = next[skill] as number;
      next[skill] = at + 1;
      role[at] = number;
      value[at] = vectors.value[i] as number;
    }
  }
  return { start, role, value };
}

/** Whether a requirement is a choice: not all of its alternatives are asked. */
export function isChoice(index: CatalogIndex, requirement: number): boolean {
  const alternatives = (index.alternativeStart[requirement + 1] as number) - (index.alternativeStart[requirement] as number);
  return (index.requirementAtLeast[requirement] as number) < alternatives;
}

/** By role: the share of its weight that stands on skills that count, 0 to 1; of a choice its first alternative decides. */
export function shareOf(index: CatalogIndex, counts: (skill: number) => boolean): Float64Array {
  const share = new Float64Array(index.roleCount);
  for (let role = 0; role < index.roleCount; role++) {
    let all = 0;
    let own = 0;
    for (const requirement of requirementsOf(index, role)) {
      const weight = index.requirementWeight[requirement] as number;
      all += weight;
      if (counts(index.alternativeSkill[index.alternativeStart[requirement] as number] as number)) own += weight;
    }
    share[role] = all === 0 ? 0 : own / all;
  }
  return share;
}
