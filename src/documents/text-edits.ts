import { isScalar, isSeq, parseDocument } from 'yaml';
import type { Place } from '../core/model.ts';
import { readPlainScalar } from './plain-scalar.ts';

/** Characters `start` to `end` of a text replaced by others. All else stays as it is, comments and layout included. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The offsets of a place in the text that it was found in. */
export function offsetsOf(text: string, place: Place): { start: number; end: number } {
  const offset = (line: number, column: number): number => {
    let at = 0;
    for (let i = 1; i < line; i++) {
      const next = text.indexOf('\n', at);
      if (next < 0) return text.length;
      at = next + 1;
    }
    return Math.min(text.length, at + column - 1);
  };
  return { start: offset(place.line, place.column), end: offset(place.endLine, place.endColumn) };
}

/** Applies edits that do not overlap; of two that do, the first one given counts. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let done = text;
  let before = Number.POSITIVE_INFINITY;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    if (edit.end > before) continue;
    done = done.slice(0, edit.start) + edit.text + done.slice(edit.end);
    before = edit.start;
  }
  return done;
}

/** A text in single quotes as YAML writes it. */
export function quoteScalar(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Edits that sort the list of texts around an offset, each text as it is written. None where that could lose something: a
 * comment within the list, an item over several lines, an item that is no text.
 */
export function sortListEdits(text: string, offset: number, compare: (a: string, b: string) => number): TextEdit[] {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return [];
  let found: { value: string; start: number; end: number }[] | undefined;
  const look = (node: unknown): void => {
    if (isSeq(node)) {
      const range = node.range;
      if (!range || offset < range[0] || offset > range[1]) return;
      const items = node.items.map((item) => {
        const at = isScalar(item) ? item.range : undefined;
        return at ? { value: String((item as { value: unknown }).value), start: at[0], end: at[1] } : undefined;
      });
      const sound = items.filter((item) => item !== undefined);
      if (sound.length === items.length) found = sound;
      for (const item of node.items) look(item);
    } else if (typeof node === 'object' && node !== null && 'items' in node) {
      for (const pair of node.items as { value: unknown }[]) look(pair.value);
    }
  };
  look(document.contents);
  const [first, last] = [found?.[0], found?.at(-1)];
  if (found === undefined || first === undefined || last === undefined) return [];
  const items = found;
  const between = items.slice(1).map((item, i) => text.slice(items[i]?.end, item.start));
  const written = items.map((item) => text.slice(item.start, item.end));
  if (between.some((part) => part.includes('#')) || written.some((part) => part.includes('\n'))) return [];
  const sorted = items.map((item, i) => ({ ...item, text: written[i] as string })).sort((a, b) => compare(a.value, b.value));
  return items
    .map(({ start, end }, i) => ({ start, end, text: sorted[i]?.text ?? '' }))
    .filter((edit, i) => edit.text !== written[i]);
}

/** Whether a plain scalar would be read as something else than its text. */
export function needsQuotes(text: string): boolean {
  return typeof readPlainScalar(text) !== 'string';
}
