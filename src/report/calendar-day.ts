const dayLength = 86_400_000;

/** A day of the calendar such as `2026-11-23` as a count of days; nothing for a text that is none, `2026-02-30` among them. */
function dayNumber(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const number = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / dayLength;
  return dayText(number) === text ? number : undefined;
}

function dayText(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

export function isCalendarDay(text: string): boolean {
  return dayNumber(text) !== undefined;
}

/** The day so many days later. Throws on a text that is no day. */
export function addDays(day: string, days: number): string {
  const number = dayNumber(day);
  if (number === undefined) throw new Error(`${day} is not a day`);
  return dayText(number + days);
}

/** How many days lie between two days. Throws on a text that is no day. */
export function daysBetween(from: string, to: string): number {
  return ((dayNumber(to) ?? Number.NaN) - (dayNumber(from) ?? Number.NaN)) | 0;
}

/** The Monday on or after the day that a clock shows where it hangs. */
export function mondayFrom(now: Date): string {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayLength;
  return dayText(today + ((8 - now.getDay()) % 7));
}
