import fc from 'fast-check';
import type { CatalogEntries } from '../../src/core/catalog/compiled-layout.ts';
import type { Alternative, Requirement, Role, Skill, SkillKind } from '../../src/core/model/model.ts';
import { efforts, type Importance } from '../../src/core/model/scale.ts';
import type { Background } from '../../src/core/score/estimate.ts';
import type { Declaration } from '../../src/core/score/held-levels.ts';
import { scale } from './make-catalog.ts';

/** Something declared about the skill of this number, in the catalog of a world. */
export interface Said {
  readonly skill: number;
  readonly level: number;
}

/** A catalog's entries and what a person says; the number of a skill is its place in `entries.skills`. */
export interface World {
  readonly entries: CatalogEntries;
  readonly said: readonly Said[];
}

const highestLevel = 5;
const level = fc.integer({ min: 1, max: highestLevel });

// Two digits, so that the order of the numbers is the code-point order of the ids.
const idOf = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(2, '0')}`;

const importance: fc.Arbitrary<Importance> = fc.oneof(
  fc.constantFrom<Importance>('essential', 'important', 'helpful'),
  fc.double({ min: 1, max: 5, noNaN: true }),
  fc.integer({ min: 1, max: 5 }),
);

const transfer = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((n) => n / 100),
  fc.double({ min: 0.01, max: 0.99, noNaN: true }),
);

function someOf(numbers: readonly number[], maxLength: number): fc.Arbitrary<number[]> {
  return fc.subarray([...numbers], { maxLength: Math.min(maxLength, numbers.length) });
}

/** Implications and prerequisites point at smaller numbers only, so they are acyclic; relations point anywhere else. */
function arbitrarySkill(number: number, count: number): fc.Arbitrary<Skill> {
  const below = Array.from({ length: number }, (_, i) => i);
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => i !== number);
  return fc
    .record({
      implies: someOf(below, 3),
      offsets: fc.array(fc.integer({ min: -4, max: 0 }), { minLength: 3, maxLength: 3 }),
      usually: someOf(others, 3),
      requires: someOf(below, 2),
      requiredLevel: level,
      related: someOf(others, 3),
      transfers: fc.array(transfer, { minLength: 3, maxLength: 3 }),
      effort: fc.constantFrom(...efforts),
    })
    .map((one) => ({
      id: idOf('skill', number),
      name: `The Name ${number}`,
      altLabels: [`Älias ${number}`, `n.${number}+`],
      effort: one.effort,
      implies: one.implies.map((skill, i) => ({ skill: idOf('skill', skill), offset: one.offsets[i] ?? 0 })),
      usually: one.usually.map((skill, i) => ({ skill: idOf('skill', skill), offset: 0 - (i % 3) })),
      related: one.related.map((skill, i) => ({ skill: idOf('skill', skill), transfer: one.transfers[i] ?? 0.5 })),
      requires: one.requires.map((skill) => ({ skill: idOf('skill', skill), level: one.requiredLevel })),
      learn: {},
    }));
}

function arbitraryRequirement(count: number): fc.Arbitrary<Omit<Requirement, 'id'>> {
  const all = Array.from({ length: count }, (_, i) => i);
  return fc
    .record({
      skills: fc.subarray(all, { minLength: 1, maxLength: Math.min(4, count) }),
      levels: fc.array(level, { minLength: 4, maxLength: 4 }),
      atLeast: fc.integer({ min: 1, max: 4 }),
      importance,
    })
    .map((one) => ({
      anyOf: one.skills.map((skill, i): Alternative => ({ skill: idOf('skill', skill), level: one.levels[i] ?? 1 })),
      atLeast: Math.min(one.atLeast, one.skills.length),
      importance: one.importance,
    }));
}

function arbitraryRole(number: number, count: number): fc.Arbitrary<Role> {
  return fc.array(arbitraryRequirement(count), { minLength: 1, maxLength: 6 }).map((requirements) => ({
    id: idOf('role', number),
    title: `Role ${number}`,
    altTitles: [],
    sources: [],
    responsibilities: [],
    requirements: requirements.map((one, i) => ({ ...one, id: idOf('asked', i) })),
    leadsTo: [],
  }));
}

/** Catalogs of 1 to 10 skills and so many roles, as a pack without errors could say them, and a person in each. */
export function worldsOf(roles: { readonly min: number; readonly max: number }): fc.Arbitrary<World> {
  return fc
    .record({ skillCount: fc.integer({ min: 1, max: 10 }), roleCount: fc.integer(roles) })
    .chain(({ skillCount, roleCount }) =>
      fc
        .record({
          skills: fc.tuple(...Array.from({ length: skillCount }, (_, i) => arbitrarySkill(i, skillCount))),
          roles: fc.tuple(...Array.from({ length: roleCount }, (_, i) => arbitraryRole(i, skillCount))),
          said: fc.array(
            fc.record({
              skill: fc.integer({ min: 0, max: skillCount - 1 }),
              level: fc.integer({ min: 0, max: highestLevel }),
            }),
            { maxLength: 8 },
          ),
        })
        .map(({ skills, roles, said }) => ({
          entries: { packs: [{ name: 'generated', version: '1' }], scale, skills, roles },
          said,
        })),
    );
}

export const arbitraryWorld: fc.Arbitrary<World> = worldsOf({ min: 1, max: 4 });

/** What the likely fit reads beside levels. */
export interface LikelyWorld {
  readonly entries: CatalogEntries;
  /** Some of it named without a level. */
  readonly said: readonly Declaration[];
  readonly background: Background;
  /** Chooses something, modulo what there is. */
  readonly pick: number;
}

const jobs = ['Senior Backend Developer', 'Junior Web Developer', 'Team Lead', 'Teacher', 'Platform Engineer'];

/** Worlds with general skills, languages and frameworks, graded roles, names without a level, years and jobs. */
export const likelyWorld: fc.Arbitrary<LikelyWorld> = arbitraryWorld.chain(({ entries, said }) =>
  fc
    .record({
      general: fc.array(fc.option(fc.integer({ min: -2, max: 0 }), { nil: undefined, freq: 3 }), {
        minLength: entries.skills.length,
        maxLength: entries.skills.length,
      }),
      kinds: fc.array(fc.constantFrom<SkillKind>('language', 'framework', 'tool', 'concept'), {
        minLength: entries.skills.length,
        maxLength: entries.skills.length,
      }),
      grades: fc.array(fc.constantFrom(undefined, ...scale.seniorities), {
        minLength: entries.roles.length,
        maxLength: entries.roles.length,
      }),
      ambiguous: fc.boolean(),
      assumed: fc.array(fc.boolean(), { minLength: said.length, maxLength: said.length }),
      years: fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
      job: fc.option(fc.constantFrom(...jobs), { nil: undefined }),
      pick: fc.nat(1000),
    })
    .map(({ general, kinds, grades, ambiguous, assumed, years, job, pick }) => ({
      entries: {
        ...entries,
        skills: entries.skills.map((skill, i) => ({
          ...skill,
          kind: kinds[i],
          ...(general[i] === undefined ? {} : { general: { offset: general[i] } }),
          ...(ambiguous && i === 0 ? { ambiguous: { [skill.name]: ['list' as const] } } : {}),
        })),
        roles: entries.roles.map((role, i) => ({ ...role, ...(grades[i] === undefined ? {} : { seniority: grades[i] }) })),
      },
      said: said.map((one, i) => ({ ...one, assumed: assumed[i] === true })),
      background: { years, job },
      pick,
    })),
);
