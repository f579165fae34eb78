import type { CatalogIndex } from '../catalog/catalog-index.ts';

/** Entries by skill: the roles that ask for it, each with a value. */
export interface Postings {
  readonly start: Uint32Array;
  readonly role: Uint32Array;
  readonly value: Float64Array;
}

/** Calls back with each alternative of each role: its share of the requirement's weight is w · √(atLeast / alternatives). */
function eachAsked(index: CatalogIndex, visit: (role: number, skill: number, level: number, share: number) => void): void {
  for (let role = 0; role < index.roleCount; role++) {
    const end = index.requirementStart[role + 1] as number;
    for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) {
      const first = index.alternativeStart[requirement] as number;
      const last = index.alternativeStart[requirement + 1] as number;
      const spread = Math.sqrt((index.requirementAtLeast[requirement] as number) / (last - first));
      const share = (index.requirementWeight[requirement] as number) * spread;
      for (let i = first; i < last; i++)
        visit(role, index.alternativeSkill[i] as number, index.alternativeLevel[i] as number, share);
    }
  }
}

/** By skill: how many roles ask for it. */
export function countRoles(index: CatalogIndex): Uint32Array {
  const count = new Uint32Array(index.skillCount);
  const lastRole = new Int32Array(index.skillCount).fill(-1);
  eachAsked(index, (role, skill) => {
    if (lastRole[skill] === role) return;
    lastRole[skill] = role;
    count[skill] = (count[skill] as number) + 1;
  });
  return count;
}

/** What each role asks of some skills; of a skill that it asks for twice, the greater value. */
export function roleVectors(
  index: CatalogIndex,
  counts: (skill: number) => boolean,
  valueAt: (level: number, share: number) => number,
): Map<number, number>[] {
  const vectors = Array.from({ length: index.roleCount }, () => new Map<number, number>());
  eachAsked(index, (role, skill, level, share) => {
    const vector = vectors[role];
    if (vector !== undefined && counts(skill)) vector.set(skill, Math.max(vector.get(skill) ?? 0, valueAt(level, share)));
  });
  return vectors;
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

/** Vectors of roles by skill. */
export function post(index: CatalogIndex, vectors: readonly ReadonlyMap<number, number>[]): Postings {
  const start = new Uint32Array(index.skillCount + 1);
  for (const vector of vectors) for (const skill of vector.keys()) start[skill + 1] = (start[skill + 1] as number) + 1;
  for (let skill = 0; skill < index.skillCount; skill++)
    start[skill + 1] = (start[skill + 1] as number) + (start[skill] as number);
  const next = start.slice();
  const role = new Uint32Array(start[index.skillCount] as number);
  const value = new Float64Array(role.length);
  vectors.forEach((vector, number) => {
    for (const [skill, amount] of vector) {
      const at = next[skill] as number;
      next[skill] = at + 1;
      role[at] = number;
      value[at] = amount;
    }
  });
  return { start, role, value };
}
