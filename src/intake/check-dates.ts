import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { SkillProfile } from '../core/model/model.ts';

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Assessment days that no calendar has, or that are still to come. Dates are compared as text: a `Date` would shift them by
 * the time zone.
 *
 * @param latest the last day that it can be anywhere on Earth now, as year-month-day
 */
export function checkDates(profile: SkillProfile, latest: string): Diagnostic[] {
  return profile.skills.flatMap(({ on }): Diagnostic[] => {
    if (on === undefined) return [];
    const { text: found } = on;
    if (!isDay(found)) return [{ code: 'no-such-date', facts: { found }, place: on.place }];
    return found > latest ? [{ code: 'future-date', facts: { found, today: latest }, place: on.place }] : [];
  });
}

/** Whether a text is a day of the Gregorian calendar as year-month-day. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && !isLeap ? 28 : daysOfMonth[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
