import fc from 'fast-check';
import type { Catalog } from '../../src/core/catalog/catalog-index.ts';
import { type Declaration, holdLevels } from '../../src/core/score/held-levels.ts';
import { makeCatalog } from './make-catalog.ts';

/** Skills of a generated catalog are called s0, s1 …, roles r0, r1 … */
export interface SmallWorld {
  readonly skills: Record<string, unknown>[];
  readonly roles: Record<string, unknown>[];
  readonly declared: Declaration[];
}

const efforts = ['small', 'medium', 'large'];
const transfers = [0.3, 0.45, 0.5, 0.6, 0.7];

/**
 * Catalogs small enough to try every set of steps: four skills, levels up to 3. Relations are drawn freely, so the same two
 * skills may require and imply one another, in circles too; the planner must leave what no chaining reaches alone.
 */
export function smallWorlds(grades: readonly string[] = ['entry']): fc.Arbitrary<SmallWorld> {
  const size = 4;
  const id = fc.integer({ min: 0, max: size - 1 });
  const level = fc.integer({ min: 1, max: 3 });
  // One skill, or a choice of which one is enough.
  const choices = fc.oneof(
    id.map((one) => [one]),
    fc.uniqueArray(id, { minLength: 2, maxLength: 3 }),
  );
  const skill = fc.record({
    effort: fc.constantFrom(...efforts),
    implies: fc.array(fc.record({ skill: id, offset: fc.constantFrom(0, -1, -2) }), { maxLength: 1 }),
    requires: fc.array(fc.record({ skills: choices, level: fc.constantFrom(1, 1, 2) }), { maxLength: 2 }),
    related: fc.array(fc.record({ skill: id, transfer: fc.constantFrom(...transfers) }), { maxLength: 2 }),
  });
  const alternative = fc.record({ skill: id, level });
  const requirement = fc.record({
    anyOf: fc.uniqueArray(alternative, { minLength: 1, maxLength: 3, selector: (one) => one.skill }),
    atLeast: fc.integer({ min: 1, max: 3 }),
    importance: fc.constantFrom('essential', 'important', 'helpful', 3.62),
  });
  const role = fc.record({
    requirements: fc.array(requirement, { minLength: 1, maxLength: 3 }),
    grade: fc.constantFrom(...grades),
  });
  return fc
    .record({
      skills: fc.array(skill, { minLength: size, maxLength: size }),
      roles: fc.array(role, { minLength: grades.length + 1, maxLength: grades.length + 1 }),
      declared: fc.uniqueArray(alternative, { maxLength: 2, selector: (one) => one.skill }),
    })
    .map(({ skills, roles, declared }) => ({
      skills: skills.map((one, i) => ({
        id: `s${i}`,
        kind: 'tool',
        effort: one.effort,
        implies: distinct(one.implies, i).map(({ skill: other, offset }) => ({ skill: `s${other}`, offset })),
        requires: one.requires.flatMap(({ skills: all, level: asked }) => {
          const [first, ...others] = all.filter((other) => other !== i).map((other) => `s${other}`);
          if (first === undefined) return [];
          return [others.length === 0 ? { skill: first, level: asked } : { anyOf: [first, ...others], level: asked }];
        }),
        related: distinct(one.related, i).map(({ skill: other, transfer }) => ({ skill: `s${other}`, transfer })),
      })),
      roles: roles.map((one, i) => ({
        id: `r${i}`,
        seniority: i < grades.length ? grades[i] : one.grade,
        requirements: one.requirements.map((asked, q) => ({
          name: `group ${q}`,
          anyOf: asked.anyOf.map(({ skill: other, level: at }) => ({ skill: `s${other}`, level: at })),
          atLeast: Math.min(asked.atLeast, asked.anyOf.length),
          level: 3,
          importance: asked.importance,
        })),
      })),
      declared,
    }));
}

function distinct<T extends { skill: number }>(items: readonly T[], own: number): T[] {
  return items.filter((item, i) => item.skill !== own && items.findIndex((other) => other.skill === item.skill) === i);
}

export function openWorld({ skills, roles, declared }: SmallWorld): { catalog: Catalog; held: ReturnType<typeof holdLevels> } {
  const catalog = makeCatalog(skills, roles);
  return { catalog, held: holdLevels(catalog.index, declared) };
}
