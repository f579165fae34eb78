import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import type { SkillProfile } from '../../../src/core/model/model.ts';
import { assessRole, type RoleFit, rankRoles, reaches, scoreFit, wholeScore } from '../../../src/core/score/fit.ts';
import { explainRole, findGaps } from '../../../src/core/score/gaps.ts';
import {
  clearHeldLevels,
  type Declaration,
  declareSkills,
  emptyHeldLevels,
  holdLevels,
} from '../../../src/core/score/held-levels.ts';
import { resolveProfile } from '../../../src/intake/resolve-profile.ts';
import { arbitraryWorld, type Said, type World } from '../../support/arbitrary-catalog.ts';
import { makeCatalog } from '../../support/make-catalog.ts';
import { tries } from '../../support/thorough.ts';

const runs = { numRuns: tries(1000, 250) };

/** Opens a world's catalog and holds the law for what its person says. */
function law(holds: (catalog: Catalog, said: readonly Said[], world: World) => void): void {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      holds(decodeCatalog(encodeCatalog(world.entries)), world.said, world);
    }),
    runs,
  );
}

function fitsOf(catalog: Catalog, said: readonly Declaration[]): RoleFit[] {
  const held = holdLevels(catalog.index, said);
  return Array.from({ length: catalog.index.roleCount }, (_, role) => assessRole(catalog, role, held));
}

function profileOf(skills: readonly { input: string; level: number }[]): SkillProfile {
  return { skills: skills.map((skill) => ({ ...skill, assumed: false })), targets: [] };
}

const suggestNothing = (): string[] => [];

describe('the fit', () => {
  test('is in 0 to 100, and so is the end of its range', () => {
    law((catalog, said) => {
      for (const { fit, high } of fitsOf(catalog, said)) {
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(100);
        expect(high).toBeLessThanOrEqual(100);
      }
    });
  });

  test('is never lowered by one more thing said: a new skill, or a higher level', () => {
    fc.assert(
      fc.property(arbitraryWorld, fc.nat(), fc.integer({ min: 0, max: 5 }), (world, pick, level) => {
        const catalog = decodeCatalog(encodeCatalog(world.entries));
        const before = fitsOf(catalog, world.said);
        const after = fitsOf(catalog, [...world.said, { skill: pick % catalog.index.skillCount, level }]);
        // Exactly, without a tolerance: each operation of the formula rounds monotonically.
        before.forEach(({ fit }, role) => {
          expect(after[role]?.fit).toBeGreaterThanOrEqual(fit);
        });
      }),
      runs,
    );
  });

  test('of an empty profile is 0, and its range goes up to 100', () => {
    law((catalog) => {
      for (const { fit, high } of fitsOf(catalog, [])) expect([fit, high]).toEqual([0, 100]);
    });
  });

  test('of a profile that holds every skill of every requirement at its level is exactly 100', () => {
    law((catalog) => {
      for (let role = 0; role < catalog.index.roleCount; role++) {
        const asked = catalog.role(role).requirements.flatMap((requirement) => requirement.anyOf);
        const inputs = asked.map((one) => ({ input: one.skill, level: one.level }));
        const { held } = resolveProfile(catalog, profileOf(inputs), suggestNothing);
        const { fit, high, verdict, essentialsTotal } = assessRole(catalog, role, held);
        expect([fit, high, verdict]).toEqual([100, 100, essentialsTotal === 0 ? 'near' : 'ready']);
        expect(findGaps(explainRole(catalog, role, held))).toEqual([]);
      }
    });
  });

  test('is 100 on screen only when nothing is open', () => {
    law((catalog, said) => {
      const held = holdLevels(catalog.index, said);
      for (const { role, fit } of fitsOf(catalog, said)) {
        if (wholeScore(fit) === 100) expect(findGaps(explainRole(catalog, role, held))).toEqual([]);
      }
    });
  });

  test('is the same to the last bit for one role, for all of them, with its range and alone', () => {
    law((catalog, said) => {
      const held = holdLevels(catalog.index, said);
      const ranked = rankRoles(catalog, held);
      expect(ranked.map((one) => one.role).sort((a, b) => a - b)).toEqual(ranked.map((_, role) => role));
      for (const one of ranked) {
        expect(assessRole(catalog, one.role, held)).toEqual(one);
        expect(Object.is(scoreFit(catalog.index, one.role, held), one.fit)).toBe(true);
      }
      for (let i = 1; i < ranked.length; i++) {
        const [above, below] = [ranked[i - 1] as RoleFit, ranked[i] as RoleFit];
        expect(above.fit > below.fit || (above.fit === below.fit && above.role < below.role)).toBe(true);
      }
    });
  });
});

describe('the order of requirements and of their alternatives', () => {
  const shuffle = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...items], { minLength: items.length });
  const shuffledWorld = arbitraryWorld.chain((world) =>
    fc.record({
      world: fc.constant(world),
      roles: fc.tuple(
        ...world.entries.roles.map((role) =>
          fc
            .tuple(...role.requirements.map((one) => shuffle(one.anyOf).map((anyOf) => ({ ...one, anyOf }))))
            .chain((requirements) => shuffle(requirements).map((all) => ({ ...role, requirements: all }))),
        ),
      ),
    }),
  );

  test('changes nothing', () => {
    fc.assert(
      fc.property(shuffledWorld, ({ world, roles }) => {
        const fits = fitsOf(decodeCatalog(encodeCatalog(world.entries)), world.said);
        const shuffled = fitsOf(decodeCatalog(encodeCatalog({ ...world.entries, roles })), world.said);
        const shown = (one: RoleFit): unknown => ({
          ...one,
          whole: wholeScore(one.fit),
          fit: expect.closeTo(one.fit, 9),
          high: expect.closeTo(one.high, 9),
          essentialCredit: expect.closeTo(one.essentialCredit, 9),
        });
        expect(shuffled.map((one) => ({ ...one, whole: wholeScore(one.fit) }))).toEqual(fits.map(shown));
      }),
      runs,
    );
  });

  test('changes no verdict where credits and marks meet on the point', () => {
    // Essentials at levels of 5: means of exactly .40 and .75 come up all the time, and sums round differently in each order.
    const levels = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(
        levels.chain((held) => fc.tuple(fc.constant(held), shuffle(held))),
        (orders) => {
          const skills = orders[0].map((_, i) => ({ id: `s${i}` }));
          const requirements = skills.map(({ id }) => ({ skill: id, level: 5, importance: 'essential' }));
          const catalog = makeCatalog(skills, [{ id: 'role', requirements }]);
          const [one, other] = orders.map(
            (held) =>
              fitsOf(
                catalog,
                held.map((level, skill) => ({ skill, level })),
              )[0]?.verdict,
          );
          expect(one).toBe(other);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the range', () => {
  test('starts at the fit, and never ends below it', () => {
    law((catalog, said) => {
      for (const { fit, high } of fitsOf(catalog, said)) expect(high).toBeGreaterThanOrEqual(fit);
    });
  });

  test('has no width once every skill is assessed, even as none', () => {
    law((catalog, said) => {
      const none = Array.from({ length: catalog.index.skillCount }, (_, skill) => ({ skill, level: 0 }));
      const before = fitsOf(catalog, said);
      for (const { fit, high, role } of fitsOf(catalog, [...said, ...none])) {
        expect(high).toBe(fit);
        expect(fit).toBe(before[role]?.fit);
      }
    });
  });
});

describe('the points', () => {
  test('add up to the fit, and what full credit would give adds up to 100, within 1e-9', () => {
    law((catalog, said) => {
      const held = holdLevels(catalog.index, said);
      for (const { role, fit } of fitsOf(catalog, said)) {
        const explained = explainRole(catalog, role, held);
        const sum = (pick: (one: (typeof explained)[number]) => number): number => explained.reduce((n, one) => n + pick(one), 0);
        expect(Math.abs(sum((one) => one.points) - fit)).toBeLessThanOrEqual(1e-9);
        expect(Math.abs(sum((one) => one.maxPoints) - 100)).toBeLessThanOrEqual(1e-9);
      }
    });
  });

  test('of the gaps are those below full credit, costliest first', () => {
    law((catalog, said) => {
      const held = holdLevels(catalog.index, said);
      for (let role = 0; role < catalog.index.roleCount; role++) {
        const explained = explainRole(catalog, role, held);
        const gaps = findGaps(explained);
        expect(gaps.length).toBe(explained.filter((one) => one.credit < 1).length);
        const lost = gaps.map((one) => one.weight * (1 - one.credit));
        expect(lost).toEqual([...lost].sort((a, b) => b - a));
      }
    });
  });

  test('are earned in the ways that are named: the credits of the ways make up the credit', () => {
    law((catalog, said) => {
      const held = holdLevels(catalog.index, said);
      for (let role = 0; role < catalog.index.roleCount; role++) {
        for (const { requirement, credit, via } of explainRole(catalog, role, held)) {
          const earned = via.map((way) => {
            const asked = catalog.index.alternativeLevel[way.alternative] ?? 0;
            expect(way.level).toBe(held.level[way.skill]);
            return way.transfer * Math.min(1, way.level / asked);
          });
          expect(earned.reduce((sum, one) => sum + one, 0) / requirement.atLeast).toBeCloseTo(credit, 12);
        }
      }
    });
  });
});

describe('the verdict', () => {
  test('ready means that every essential level is really held, in as many alternatives as are asked', () => {
    law((catalog, said) => {
      const held = holdLevels(catalog.index, said);
      for (const { role, fit, verdict } of fitsOf(catalog, said)) {
        if (verdict !== 'ready') continue;
        expect(reaches(fit, 80)).toBe(true);
        for (const { requirement, weight } of explainRole(catalog, role, held)) {
          if (weight < catalog.scale.essentialFrom) continue;
          const inFull = requirement.anyOf.filter((one) => {
            const number = Number(one.skill.slice('skill-'.length));
            return (held.level[number] ?? 0) >= one.level;
          });
          expect(inFull.length).toBeGreaterThanOrEqual(requirement.atLeast);
        }
      }
    });
  });
});

describe('what a person holds', () => {
  test('does not depend on the order in which it is said, nor on saying it twice', () => {
    fc.assert(
      fc.property(
        arbitraryWorld.chain((world) =>
          fc.tuple(fc.constant(world), fc.shuffledSubarray([...world.said], { minLength: world.said.length })),
        ),
        ([world, shuffled]) => {
          const { index } = decodeCatalog(encodeCatalog(world.entries));
          const plain = holdLevels(index, world.said);
          for (const other of [holdLevels(index, shuffled), holdLevels(index, [...world.said, ...shuffled])]) {
            expect(other.level).toEqual(plain.level);
            expect(other.assessed).toEqual(plain.assessed);
            expect(other.declared).toEqual(plain.declared);
            expect(other.impliedBy).toEqual(plain.impliedBy);
          }
        },
      ),
      runs,
    );
  });

  test('is what a plain reading of the rule gives: implications applied until nothing changes', () => {
    law((catalog, said, { entries }) => {
      const held = holdLevels(catalog.index, said);
      const level = new Map<string, number>();
      const assessed = new Set<string>();
      for (const one of said) {
        const { id } = entries.skills[one.skill] ?? { id: '' };
        assessed.add(id);
        level.set(id, Math.max(level.get(id) ?? 0, one.level));
      }
      for (let changed = true; changed; ) {
        changed = false;
        for (const skill of entries.skills) {
          for (const { skill: implied, offset } of skill.implies) {
            const reached = (level.get(skill.id) ?? 0) + offset;
            if (reached < 1 || (level.get(skill.id) ?? 0) < 1 || reached <= (level.get(implied) ?? 0)) continue;
            level.set(implied, reached);
            assessed.add(implied);
            changed = true;
          }
        }
      }
      entries.skills.forEach((skill, number) => {
        expect(held.level[number]).toBe(level.get(skill.id) ?? 0);
        expect(held.assessed[number]).toBe(assessed.has(skill.id) ? 1 : 0);
      });
    });
  });

  test('leaves nothing behind when it is cleared for the next person', () => {
    law((catalog, said) => {
      const held = emptyHeldLevels(catalog.index);
      declareSkills(catalog.index, said, held);
      clearHeldLevels(held);
      expect(held).toEqual(emptyHeldLevels(catalog.index));
    });
  });

  test('does not depend on case, alias or white space of the names', () => {
    fc.assert(
      fc.property(arbitraryWorld, fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }), (world, choices) => {
        const catalog = decodeCatalog(encodeCatalog(world.entries));
        const ways = [
          (id: string) => id,
          (id: string) => id.toUpperCase(),
          (id: string) => ` ${id.replace('-', '_')} `,
          (_: string, n: number) => `the  NAME-${n}`,
          (_: string, n: number) => `a\u0308LIAS ${n}`,
          (_: string, n: number) => `N.${n}+`,
        ];
        const written = world.said.map(({ skill, level }, i) => {
          const way = ways[choices[i] ?? 0] ?? String;
          return { input: way(world.entries.skills[skill]?.id ?? '', skill), level };
        });
        const person = resolveProfile(catalog, profileOf(written), suggestNothing);
        expect(person.unrecognised).toEqual([]);
        expect(rankRoles(catalog, person.held)).toEqual(rankRoles(catalog, holdLevels(catalog.index, world.said)));
      }),
      runs,
    );
  });
});

describe('the compiled form', () => {
  test('has the same bytes in whatever order the files come', () => {
    fc.assert(
      fc.property(
        arbitraryWorld.chain(({ entries }) =>
          fc.record({
            entries: fc.constant(entries),
            skills: fc.shuffledSubarray([...entries.skills], { minLength: entries.skills.length }),
            roles: fc.shuffledSubarray([...entries.roles], { minLength: entries.roles.length }),
          }),
        ),
        ({ entries, skills, roles }) => {
          const bytes = Buffer.from(encodeCatalog(entries));
          expect(bytes.equals(encodeCatalog({ ...entries, skills, roles }))).toBe(true);
          expect(bytes.equals(encodeCatalog(structuredClone(entries)))).toBe(true);
        },
      ),
      runs,
    );
  });

  test('gives the same entries back', () => {
    law((catalog, _, { entries }) => {
      expect(entries.skills.map((_, i) => catalog.skill(i))).toEqual(entries.skills);
      expect(entries.roles.map((_, i) => catalog.role(i))).toEqual(entries.roles);
      expect([catalog.packs, catalog.scale]).toEqual([entries.packs, entries.scale]);
    });
  });
});
