import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCalendarDay } from '../../../src/core/model/calendar-day.ts';

test('days by hand', () => {
  const days = ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'];
  const none = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00', ''];
  expect(days.filter((day) => !isCalendarDay(day))).toEqual([]);
  expect(none.filter(isCalendarDay)).toEqual([]);
});

test("the days are those that the system's calendar has", () => {
  const two = (most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), two(13), two(33), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const time = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
      expect(isCalendarDay(text)).toBe(time.toISOString().slice(0, 10) === text);
    }),
    { numRuns: 500 },
  );
});
