import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { ImportedSpan } from './imported.ts';

const readable = /^\d{4}(?:-\d{1,2}){0,2}/;

/** Spans of work that count nothing, with the reason: a date that nobody can read, or an end before the beginning. */
export function checkSpans(spans: readonly ImportedSpan[], file: string): Diagnostic[] {
  return spans.flatMap(({ start, end, origin }): Diagnostic[] => {
    const unread = [start, ...(end === undefined ? [] : [end])].find((date) => !readable.test(date));
    if (unread !== undefined)
      return [{ code: 'unread-date', facts: { found: unread.slice(0, 60) }, file: `${file}, ${origin.slice(0, 100)}` }];
    // Where one of the two names no month, their years decide.
    const length = Math.min(start.length, end?.length ?? 0);
    if (end === undefined || end.slice(0, length) >= start.slice(0, length)) return [];
    return [{ code: 'reversed-dates', facts: { start, end }, file: `${file}, ${origin.slice(0, 100)}` }];
  });
}
