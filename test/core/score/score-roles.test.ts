import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { creditRequirement } from '../../../src/core/score/credit.ts';
import { assessRole, rankRoles, scoreFit } from '../../../src/core/score/fit.ts';
import { clearHeldLevels, declareSkills, emptyHeldLevels, holdLevels } from '../../../src/core/score/held-levels.ts';
import { bestRoles, makeManyScorer, makeRoleScorer } from '../../../src/core/score/score-roles.ts';
import { arbitraryWorld, worldsOf } from '../../support/arbitrary-catalog.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

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
  scorer.take(
    holdLevels(catalog.index, [
      { skill: 1, level: 2 },
      { skill: 2, level: 3 },
    ]),
  );
  expect(scorer.fitOf(0)).toBe(50);
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
          scorer.take(held);
          for (let role = 0; role < index.roleCount; role++) {
            const alone = assessRole(catalog, role, held);
            expect(scorer.fitOf(role)).toBe(alone.fit);
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

test('the best few of many roles, found for one person after another, are the first of all in order, equals by their numbers', () => {
  fc.assert(
    fc.property(
      worldsOf({ min: 9, max: 40 }),
      fc.array(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 5 })), { maxLength: 6 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 12 }),
      (world, more, most) => {
        const catalog = decodeCatalog(encodeCatalog(world.entries));
        const { index } = catalog;
        const scorer = makeManyScorer(catalog);
        for (const said of [
          world.said,
          ...more.map((one) => one.map(([n, level]) => ({ skill: n % index.skillCount, level }))),
        ]) {
          const held = holdLevels(index, said);
          scorer.take(held);
          const fits = Array.from({ length: index.roleCount }, (_, role) => scoreFit(index, role, held));
          const order = fits.map((_, role) => role).sort((a, b) => (fits[b] ?? 0) - (fits[a] ?? 0) || a - b);
          expect(scorer.best(most)).toEqual(order.slice(0, most));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('roles whose exact fits are equal come in the order of their numbers, however their credits were added up', () => {
  // The same three requirements in two orders: 1·0.1 + 1·0.2 + 1·0.3 rounds differently either way round.
  const skills = [...['a', 'b', 'c'].map((id, i) => ({ id, related: [{ skill: 'z', transfer: (i + 1) / 10 }] })), { id: 'z' }];
  const asks = (ids: string[]) => ids.map((skill) => ({ skill, level: 1, importance: 'helpful' as const }));
  const roles = Array.from({ length: 12 }, (_, i) => ({
    id: `r-${10 + i}`,
    requirements: asks(i === 7 || i === 9 ? ['a', 'b', 'c'] : i === 8 ? ['c', 'b', 'a'] : ['a']),
  }));
  const catalog = makeCatalog(skills, roles);
  const held = holdLevels(catalog.index, [{ skill: 3, level: 1 }]);
  const scorer = makeManyScorer(catalog);
  scorer.take(held);
  const exact = [7, 8, 9].map((role) => scoreFit(catalog.index, role, held));
  expect(exact[0]).not.toBe(exact[1]);
  expect(scorer.best(2)).toEqual((exact[0] ?? 0) > (exact[1] ?? 0) ? [7, 9] : [8, 7]);
});
