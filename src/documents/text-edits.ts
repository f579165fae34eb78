import type { NodePath, Place } from '../core/model/model.ts';
import { readPlainScalar } from './plain-scalar.ts';
import { parseFully, type SourceDocument } from './yaml.ts';

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
  const document = parseFully(text, '');
  const found = findList(document, document.value, [], text, offset);
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

interface ListItem {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The texts of the list that an offset lies in, with where they stand; nothing where an item is no text. */
function findList(
  document: SourceDocument,
  value: unknown,
  path: NodePath,
  text: string,
  offset: number,
): readonly ListItem[] | undefined {
  if (value instanceof Map) {
    for (const [key, inner] of value as Map<string, unknown>) {
      const found = findList(document, inner, [...path, key], text, offset);
      if (found !== undefined) return found;
    }
  }
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string');
  if (texts.length === value.length) {
    const items = texts.map((item, i) => ({ value: item, ...offsetsOf(text, document.placeOf([...path, i])) }));
    return items.some((item) => item.start <= offset && offset < item.end) ? items : undefined;
  }
  for (const [i, item] of value.entries()) {
    const found = findList(document, item, [...path, i], text, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a plain scalar would be read as something else than its text. */
export function needsQuotes(text: string): boolean {
  return typeof readPlainScalar(text) !== 'string';
}
