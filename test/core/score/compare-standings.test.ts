import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareStandings,
  type FitChange,
  type LevelChange,
  type Standing,
  sortChanges,
} from '../../../src/core/score/compare-standings.ts';

const standing = (levels: Record<string, number>, fits: Record<string, number>): Standing => ({
  levels: new Map(Object.entries(levels)),
  fits: new Map(Object.entries(fits).map(([role, fit]) => [role, { fit, verdict: fit >= 65 ? 'near' : 'far' }])),
});

describe('two standings of Ada', () => {
  const before = standing({ java: 3, sql: 2, perl: 1 }, { dev: 62, ops: 40, gone: 10 });
  const after = standing({ java: 4, sql: 2, rust: 0 }, { dev: 55, ops: 70, fresh: 20 });
  const { levels, fits } = compareStandings('Ada', before, after);

  test('a level that is no longer said, or said at none, differs; roles of one side are left out', () => {
    expect(levels.map(({ skill, from, to }) => [skill, from, to])).toEqual([
      ['java', 3, 4],
      ['perl', 1, undefined],
      ['rust', undefined, 0],
    ]);
    expect(fits.map(({ role, from, to }) => [role, from.fit, to.fit, to.verdict])).toEqual([
      ['dev', 62, 55, 'far'],
      ['ops', 40, 70, 'near'],
    ]);
  });

  test('the greatest change comes first; what one side does not say counts as none, or stands apart', () => {
    expect(sortChanges({ levels, fits }).fits.map(({ role }) => role)).toEqual(['ops', 'dev']);
    expect(sortChanges({ levels, fits }).levels.map(({ skill }) => skill)).toEqual(['java', 'perl', 'rust']);
    const said = [{ person: 'A', skill: 'x', from: undefined, to: 5 }, ...levels];
    expect(sortChanges({ levels: said, fits }).levels[0]?.skill).toBe('x');
    expect(sortChanges({ levels: said, fits }, 'apart').levels[0]?.skill).toBe('java');
  });
});

describe('laws', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const arbitrary = fc
    .record({
      levels: fc.dictionary(ids, fc.nat({ max: 5 })),
      fits: fc.dictionary(ids, fc.double({ min: 0, max: 100, noNaN: true })),
    })
    .map((one) => standing(one.levels, one.fits));

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        expect(compareStandings('A', one, one)).toEqual({ levels: [], fits: [] });
      }),
    );
  });

  test('the other way round, every change is turned round, in the same order', () => {
    const turnLevel = (one: LevelChange): LevelChange => ({ ...one, from: one.to, to: one.from });
    const turnFit = (one: FitChange): FitChange => ({ ...one, from: one.to, to: one.from });
    fc.assert(
      fc.property(arbitrary, arbitrary, fc.constantFrom('none' as const, 'apart' as const), (a, b, unsaid) => {
        const there = sortChanges(compareStandings('A', a, b), unsaid);
        const back = sortChanges(compareStandings('A', b, a), unsaid);
        expect(back).toEqual({ levels: there.levels.map(turnLevel), fits: there.fits.map(turnFit) });
      }),
    );
  });
});
