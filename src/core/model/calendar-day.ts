const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How long something lasts: `{ count: 2, unit: 'y' }` is two years. */
export interface Period {
  readonly count: number;
  readonly unit: 'd' | 'w' | 'm' | 'y';
}

/** Whether a text is a day of the Gregorian calendar as year-month-day: `2026-11-23`, but not `2026-02-30`. */
export function isCalendarDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const days = daysIn(year, month);
  return days !== undefined && day >= 1 && day <= days;
}

/** How many days a month has, counted from 1; nothing where there is no such month. */
function daysIn(year: number, month: number): number | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !isLeap ? 28 : daysOfMonth[month - 1];
}

/**
 * The day that lies some months before another one, both as year-month-day: the last of its month where that is shorter, so that
 * a month before `2026-03-31` is `2026-02-28`. Never before the year 0.
 */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const counted = Math.max(0, year * 12 + month - 1 - months);
  const [y, m] = [Math.floor(counted / 12), (counted % 12) + 1];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(date, daysIn(y, m) ?? date))}`;
}
