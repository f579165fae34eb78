import { isCalendarDay, monthsBefore, type Period } from '../core/model/calendar-day.ts';

const dayLength = 86_400_000;

/** A day of the calendar as a count of days. Throws on a text that is none. */
function dayNumber(day: string): number {
  if (!isCalendarDay(day)) throw new Error(`${day} is not a day`);
  return Date.parse(day) / dayLength;
}

function dayText(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

/** The day so many days later. Throws on a text that is no day. */
export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** The day that lies a period before another one. Throws on a text that is no day. */
export function dayBefore(day: string, { count, unit }: Period): string {
  if (unit === 'y' || unit === 'm') return monthsBefore(day, unit === 'y' ? 12 * count : count);
  return addDays(day, -count * (unit === 'w' ? 7 : 1));
}

/** How many days lie between two days. Throws on a text that is no day. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that a clock shows where it hangs. */
export function dayOf(now: Date): string {
  return dayText(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayLength);
}

/** The Monday on or after the day that a clock shows where it hangs. */
export function mondayFrom(now: Date): string {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayLength;
  return dayText(today + ((8 - now.getDay()) % 7));
}
