import { isCalendarDay } from '../core/model/calendar-day.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { SkillProfile } from '../core/model/model.ts';

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
    if (!isCalendarDay(found)) return [{ code: 'no-such-date', facts: { found }, place: on.place }];
    return found > latest ? [{ code: 'future-date', facts: { found, today: latest }, place: on.place }] : [];
  });
}
