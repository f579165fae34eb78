/** Many texts as one run of UTF-8 bytes: text `i` is `bytes[start[i]] … bytes[start[i + 1] - 1]`. */
export interface TextTable {
  readonly start: Uint32Array;
  readonly bytes: Uint8Array;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const halfSign = /\p{Surrogate}/u;

export function packTexts(texts: readonly string[]): TextTable {
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

/**
 * Where `text` stands in a table sorted by code point, or -1. UTF-8 has the order of code points, so no text is decoded.
 *
 * @param sorted the indices of the table by code point of their texts, where the table itself has another order
 */
export function findText({ start, bytes }: TextTable, text: string, sorted?: Uint32Array): number {
  // Half a sign would be encoded as the sign for what is lost, and equal it.
  if (halfSign.test(text)) return -1;
  const wanted = encoder.encode(text);
  let low = 0;
  let high = start.length - 2;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted?.[middle] ?? middle;
    const order = compareBytes(bytes, start[at] ?? 0, start[at + 1] ?? 0, wanted);
    if (order === 0) return at;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function compareBytes(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): number {
  const shared = Math.min(to - from, wanted.length);
  for (let i = 0; i < shared; i++) {
    const order = (bytes[from + i] as number) - (wanted[i] as number);
    if (order !== 0) return order;
  }
  return to - from - wanted.length;
}
