import { describe, expect, test } from 'vitest';
import { type Catalog, roleNumberOf, skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { weightOf } from '../../../src/core/model/scale.ts';
import { assessRole, type RoleFit, rankRoles, reaches, scoreFit, wholeScore } from '../../../src/core/score/fit.ts';
import { explainRole, findGaps } from '../../../src/core/score/gaps.ts';
import { type HeldLevels, holdLevels } from '../../../src/core/score/held-levels.ts';
import { makeCatalog, scale } from '../../support/make-catalog.ts';

type Said = Record<string, number>;

function hold(catalog: Catalog, said: Said): HeldLevels {
  const declarations = Object.entries(said).map(([id, level]) => ({ skill: skillNumberOf(catalog, id), level }));
  return holdLevels(catalog.index, declarations);
}

const four = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

/** Skills a, b, c, d; a role that asks each of them at level 5 with the given importances. */
function roleOf(...importances: (string | number)[]): Catalog {
  const requirements = importances.map((importance, i) => ({ skill: 'abcd'[i], level: 5, importance }));
  return makeCatalog(four, [{ id: 'role', requirements }]);
}

const assess = (catalog: Catalog, said: Said): RoleFit => assessRole(catalog, 0, hold(catalog, said));

describe('the fit', () => {
  test('is the weighted mean of the credits: essential 4, important 2, helpful 1', () => {
    // (4 · 3/5 + 2 · 5/5 + 1 · 0) / 7 = 4.4 / 7
    const { fit } = assess(roleOf('essential', 'important', 'helpful'), { a: 3, b: 5 });
    expect(fit).toBeCloseTo(62.857142857, 9);
    expect(wholeScore(fit)).toBe(62);
  });

  test('takes a number as its own weight; 4 and above is essential', () => {
    expect([weightOf(3.5, scale), weightOf('essential', scale), weightOf('helpful', scale)]).toEqual([3.5, 4, 1]);
    // (5 · 1 + 1 · 0) / 6
    expect(assess(roleOf(5, 1), { a: 5 }).fit).toBe(100 * (5 / 6));
    expect(assess(roleOf(4, 3.9, 5, 1), { a: 5 })).toMatchObject({ essentialsMet: 1, essentialsTotal: 2 });
  });

  test('ranges up to what the skills not assessed could add, and no further', () => {
    const catalog = roleOf('essential', 'essential', 'important');
    // a counts 3/5; b is said to be absent; c alone is open: (2.4 + 0 + 0) / 10 to (2.4 + 0 + 2) / 10.
    const { fit, high } = assess(catalog, { a: 3, b: 0 });
    expect([fit, high]).toEqual([24, 44].map((n) => expect.closeTo(n, 9)));
    expect(assess(catalog, {})).toMatchObject({ fit: 0, high: 100 });
  });

  test('credits in a range each open alternative, although one that is held transfers to it', () => {
    const catalog = makeCatalog(
      [{ id: 'a', related: [{ skill: 'b', transfer: 0.5 }], implies: [{ skill: 'c' }] }, { id: 'b' }, { id: 'c' }],
      [
        {
          id: 'role',
          requirements: [
            { skill: 'a', level: 3, importance: 'essential' },
            { skill: 'c', level: 3, importance: 'essential' },
          ],
        },
      ],
    );
    expect(assess(catalog, { b: 3 })).toMatchObject({ fit: 25, high: 100 });
    // a would imply c, but nothing is propagated: c was said to be absent, and stays so.
    expect(assess(catalog, { b: 3, c: 0 })).toMatchObject({ fit: 25, high: 50 });
  });

  test('compares and shows by two functions that never contradict each other', () => {
    expect([reaches(80, 80), reaches(80 - 1e-10, 80), reaches(80 - 1e-8, 80), reaches(79.999, 80)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([wholeScore(79.999999), wholeScore(80 - 1e-10), wholeScore(99.99), wholeScore(100), wholeScore(0)]).toEqual([
      79, 80, 99, 100, 0,
    ]);
  });
});

describe('a verdict asks for the fit and for the essentials', () => {
  // Weights: one essential 4, the rest as numbers below 4, so that fit and essentials move apart.
  test.each([
    // ready: every essential met, and 80 reached
    ['ready', 80, roleOf('essential', 1), { a: 5, b: 0 }],
    ['near', 79, roleOf('essential', 1.05), { a: 5 }],
    ['near', 90, roleOf('essential', 'essential'), { a: 5, b: 4 }],
    // near: 65, and 0.75 of the essentials
    ['near', 75, roleOf('essential', 'essential', 'essential', 'essential'), { a: 5, b: 5, c: 5 }],
    ['stretch', 70, roleOf('essential', 'essential', 'essential', 'essential'), { a: 5, b: 5, c: 2, d: 2 }],
    ['near', 65, roleOf('essential', 3.5, 2.5), { a: 5, b: 0, c: 5 }],
    ['stretch', 64, roleOf('essential', 3.6, 2.4), { a: 5, b: 0, c: 5 }],
    ['stretch', 77, roleOf('essential', 3), { a: 3, b: 5 }],
    // stretch: 35, and 0.40 of the essentials
    ['stretch', 40, roleOf('essential'), { a: 2 }],
    ['stretch', 35, roleOf('essential', 1.2, 2.8), { a: 2, b: 5, c: 0 }],
    ['far', 34, roleOf('essential', 1.2, 2.9), { a: 2, b: 5, c: 0 }],
    ['far', 20, roleOf('essential'), { a: 1 }],
    ['far', 54, roleOf('essential', 3), { a: 1, b: 5 }],
    ['far', 0, roleOf('essential'), {}],
  ] as const)('%s at %d', (verdict, score, catalog, said) => {
    const one = assess(catalog, said as Said);
    expect([one.verdict, wholeScore(one.fit)]).toEqual([verdict, score]);
  });

  test('ready needs every essential, even where the fit is far above 80', () => {
    const catalog = roleOf('essential', 'essential', 'essential', 'essential');
    expect(assess(catalog, { a: 5, b: 5, c: 5, d: 4 })).toMatchObject({ verdict: 'near', essentialsMet: 3, essentialsTotal: 4 });
    expect(assess(catalog, { a: 5, b: 5, c: 5, d: 5 })).toMatchObject({ verdict: 'ready', essentialsMet: 4, essentialsTotal: 4 });
  });

  test('a role without essentials is judged by the fit alone, and nobody is ready for it', () => {
    expect(assess(roleOf('important'), { a: 5 })).toMatchObject({ fit: 100, verdict: 'near', essentialsTotal: 0 });
    expect(assess(roleOf('important'), { a: 3 }).verdict).toBe('stretch');
  });

  test('is the same in every order of the requirements: 0.2, 0.4 and 0.6 have a mean of 0.4', () => {
    // The sum is 1.2 or one unit in its last place below or above, as the order has it.
    const role = roleOf('essential', 'essential', 'essential');
    const orders = [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ] as const;
    expect(orders.map(([a, b, c]) => assess(role, { a, b, c }).verdict)).toEqual(orders.map(() => 'stretch'));
  });
});

describe('the gaps', () => {
  test('come costliest first: by lost points, equals in file order', () => {
    const catalog = roleOf('helpful', 'essential', 'important', 'essential');
    const held = hold(catalog, { a: 0, b: 5, c: 1, d: 3 });
    const gaps = findGaps(explainRole(catalog, 0, held));
    // Lost: a 1 · 1, c 2 · 4/5, d 4 · 2/5; c and d tie at 1.6 and stay in file order; b is met.
    expect(gaps.map((gap) => gap.requirement.id)).toEqual(['c', 'd', 'a']);
  });

  test('say what they are worth: points add up to the fit, and to 100 in full', () => {
    const catalog = roleOf('essential', 'important', 2, 'important');
    const held = hold(catalog, { a: 3, b: 5, c: 0 });
    const explained = explainRole(catalog, 0, held);
    expect(explained.map((one) => one.points)).toEqual([24, 20, 0, 0].map((n) => expect.closeTo(n, 9)));
    expect(explained.map((one) => one.maxPoints)).toEqual([40, 20, 20, 20].map((n) => expect.closeTo(n, 9)));
    expect(explained.map((one) => one.state)).toEqual(['partial', 'met', 'missing', 'not-assessed']);
    expect(scoreFit(catalog.index, 0, held)).toBeCloseTo(44, 9);
  });
});

test('roles are ranked by fit, equals by their ids', () => {
  const ask = (skill: string): unknown[] => [{ skill, level: 4, importance: 'essential' }];
  const catalog = makeCatalog(four, [
    { id: 'zebra', requirements: ask('a') },
    { id: 'apple', requirements: ask('a') },
    { id: 'melon', requirements: ask('b') },
  ]);
  const ranked = rankRoles(catalog, hold(catalog, { a: 1, b: 4 }));
  expect(ranked.map((one) => [one.role, one.fit])).toEqual([
    [roleNumberOf(catalog, 'melon'), 100],
    [roleNumberOf(catalog, 'apple'), 25],
    [roleNumberOf(catalog, 'zebra'), 25],
  ]);
});
