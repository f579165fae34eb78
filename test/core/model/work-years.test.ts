import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWorkYears, type WorkSpan } from '../../../src/core/model/work-years.ts';

const today = '2026-11-20';

test.each<[string, WorkSpan[], number]>([
  ['a year and a half, its last month worked', [{ start: '2019-04', end: '2020-09' }], 1.5],
  ['years alone, both worked', [{ start: '2018', end: '2019' }], 2],
  [
    'overlaps count once',
    [
      { start: '2019-01', end: '2020-12' },
      { start: '2020-01', end: '2021-06' },
    ],
    2.5,
  ],
  [
    'gaps do not count',
    [
      { start: '2010-01', end: '2010-12' },
      { start: '2020-01', end: '2020-12' },
    ],
    2,
  ],
  ['what goes on ends today', [{ start: '2024-11' }], 2],
  ['what is planned has not been worked', [{ start: '2025-11', end: '2099-01' }, { start: '2030-01' }], 1],
  ['nobody has worked since the year 219', [{ start: '0219', end: '2020' }], 0],
  [
    'a date that is none',
    [
      { start: 'soon', end: '2020' },
      { start: '2019-13', end: '2020-01' },
    ],
    0,
  ],
  ['an end before the start', [{ start: '2020-01', end: '2019-01' }], 0],
])('%s', (_, spans, years) => {
  expect(countWorkYears(spans, today)).toBe(years);
});

const span = fc.record({
  start: fc.tuple(fc.integer({ min: 1900, max: 2040 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${m}`),
  end: fc.option(fc.integer({ min: 1900, max: 2100 }).map(String), { nil: undefined }),
});

test('one span more never takes years away, and order says nothing', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), span, (spans, one) => {
      const written = [...spans, one].map(({ start, end }) => ({ start, ...(end === undefined ? {} : { end }) }));
      const years = countWorkYears(written, today);
      expect(years).toBeGreaterThanOrEqual(countWorkYears(written.slice(0, -1), today));
      expect(countWorkYears(written.toReversed(), today)).toBe(years);
      expect(years).toBeLessThanOrEqual(80);
    }),
  );
});
