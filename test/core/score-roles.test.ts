import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCatalog, encodeCatalog } from '../../src/core/catalog-index.ts';
import { creditRequirement } from '../../src/core/credit.ts';
import { assessRole, rankRoles } from '../../src/core/fit.ts';
import { clearHeldLevels, declareSkills, emptyHeldLevels, holdLevels } from '../../src/core/held-levels.ts';
import { bestRoles, makeRoleScorer } from '../../src/core/score-roles.ts';
import { arbitraryWorld } from '../support/arbitrary-catalog.ts';
import { makeCatalog } from '../support/make-catalog.ts';

test('two skills carry over to a role: 100 · (4 · 0.5 · 2/4 + 2 · 1) / (4 + 2) = 50', () => {
  const catalog = makeCatalog(
    [{ id: 'a', related: [{ skill: 'b', transfer: 0.5 }] }, { id: 'b' }, { id: 'c' }],
    [
      {
        id: 'r',
        requirements: [
          { skill: 'a', level: 4, importance: 'essential' },
          { skill: 'c', level: 1, importance: 'important' },
        ],
      },
    ],
  );
  const scorer = makeRoleScorer(catalog);
  scorer.score(
    holdLevels(catalog.index, [
      { skill: 1, level: 2 },
      { skill: 2, level: 3 },
    ]),
  );
  expect(scorer.fits[0]).toBe(50);
});

test('scoring one person after another equals scoring each role alone, to the last bit', () => {
  fc.assert(
    fc.property(
      arbitraryWorld,
      fc.array(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 5 })), { maxLength: 6 })),
      (world, more) => {
        const catalog = decodeCatalog(encodeCatalog(world.entries));
        const { index } = catalog;
        const scorer = makeRoleScorer(catalog);
        const held = emptyHeldLevels(index);
        const people = [world.said, ...more.map((said) => said.map(([n, level]) => ({ skill: n % index.skillCount, level })))];
        for (const said of people) {
          clearHeldLevels(held);
          declareSkills(index, said, held);
          scorer.score(held);
          for (let role = 0; role < index.roleCount; role++) {
            const alone = assessRole(catalog, role, held);
            expect(scorer.fits[role]).toBe(alone.fit);
            expect(assessRole(catalog, role, held, scorer.credit)).toEqual(alone);
          }
          for (let r = 0; r < index.requirementWeight.length; r++)
            expect(scorer.credit(r)).toBe(creditRequirement(index, r, held));
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('the best roles are the first of all roles in order, however many are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), fc.integer({ min: 1, max: 80 }), (values, most) => {
      const all = values.map((_, role) => role).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
      expect(bestRoles(Float64Array.from(values), most)).toEqual(all.slice(0, most));
    }),
  );
});

test('a few of the best roles are the same as the first of all', () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const catalog = decodeCatalog(encodeCatalog(world.entries));
      const held = holdLevels(catalog.index, world.said);
      expect(rankRoles(catalog, held, 2)).toEqual(rankRoles(catalog, held).slice(0, 2));
    }),
    { numRuns: 200 },
  );
});
