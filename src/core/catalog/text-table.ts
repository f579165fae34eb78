import { compareText } from '../model/text-order.ts';

/** Many texts as one run of UTF-8 bytes: text `i` is `bytes[start[i]] … bytes[start[i + 1] - 1]`. */
export interface TextTable {
  readonly start: Uint32Array;
  readonly bytes: Uint8Array;
}

const decoder = new TextDecoder();

export function packTexts(texts: readonly string[]): TextTable {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const start = new Uint32Array(texts.length + 1);
  parts.forEach((part, i) => {
    start[i + 1] = (start[i] ?? 0) + part.length;
  });
  const bytes = new Uint8Array(start[texts.length] ?? 0);
  parts.forEach((part, i) => {
    bytes.set(part, start[i]);
  });
  return { start, bytes };
}

export function textCount(table: TextTable): number {
  return table.start.length - 1;
}

/** Text `i`; the empty text for an index outside the table. */
export function textAt(table: TextTable, i: number): string {
  return decoder.decode(table.bytes.subarray(table.start[i] ?? 0, table.start[i + 1] ?? 0));
}

/** Where `text` stands in a table sorted by code point, or -1. Decodes only the texts that it compares. */
export function findText(table: TextTable, text: string): number {
  let low = 0;
  let high = textCount(table) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareText(textAt(table, middle), text);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
