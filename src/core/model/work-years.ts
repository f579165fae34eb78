/** A span of work. Dates are text as written: `2019`, `2019-04` or `2019-04-30`; no end means that it goes on. */
export interface WorkSpan {
  readonly start: string;
  readonly end?: string;
}

/** Nobody works longer: an older start is a slip, as `0219` for `2019`. Months. */
const maxCareer = 80 * 12;

const datePattern = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/;

/**
 * The years that some spans of work cover, overlaps counted once, rounded down to one decimal. Months are the unit, because that is what
 * résumés give, and the month in which a span ends was worked as well; dates stay text, so no time zone can move them. Spans without a readable start count nothing, nor does what lies
 * ahead.
 *
 * @param today the end of spans that go on, such as `2026-10-01`
 */
export function countWorkYears(spans: readonly WorkSpan[], today: string): number {
  const now = monthOf(today, 12) ?? 0;
  const months = spans
    .map((span) => {
      const end = span.end === undefined ? now : monthOf(span.end, 12);
      const last = span.end === undefined || end === undefined ? end : end + 1;
      return { from: monthOf(span.start, 1), end, to: last === undefined ? undefined : Math.min(last, now) };
    })
    .filter(
      (span): span is { from: number; end: number; to: number } =>
        span.from !== undefined &&
        span.end !== undefined &&
        span.to !== undefined &&
        span.end >= span.from &&
        span.to >= span.from &&
        span.from >= now - maxCareer,
    )
    .sort((a, b) => a.from - b.from);
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of months) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  // Rounded down: nobody is made to have worked longer.
  return Math.floor((covered * 10) / 12) / 10;
}

/** Months since the year 0; a year alone stands for its given month. */
function monthOf(date: string, monthOfYear: number): number | undefined {
  const parts = datePattern.exec(date.trim());
  if (parts === null) return undefined;
  const month = parts[2] === undefined ? monthOfYear : Number(parts[2]);
  if (month < 1 || month > 12) return undefined;
  return Number(parts[1]) * 12 + month - 1;
}
