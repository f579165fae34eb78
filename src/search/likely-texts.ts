import { type TextTable, textCount } from '../core/text-table.ts';

/** Shared pairs of neighbouring bytes and shared bytes are counted by their lowest bits: a collision only lets a text through. */
const pairKinds = 4096;
const byteKinds = 64;

/**
 * The texts most likely to be spelled like the query: at most `most`, by pairs of neighbours and letters in common (Dice's
 * coefficient over both), in the order of the table. A cheap sieve before a dear comparison: linear in the table's bytes.
 *
 * @param worth says whether a text counts at all
 */
export function likelyTexts(table: TextTable, query: string, most: number, worth: (i: number) => boolean = () => true): number[] {
  const wanted = new TextEncoder().encode(query);
  const longest = 3 * wanted.length + 3;
  const pairs = new Int16Array(pairKinds);
  const letters = new Int16Array(byteKinds);
  count(wanted, 0, wanted.length, pairs, letters, 1);
  const { start, bytes } = table;
  const found: { i: number; likeness: number }[] = [];
  const total = textCount(table);
  for (let i = 0; i < total; i++) {
    const from = start[i] as number;
    const end = start[i + 1] as number;
    const length = end - from;
    if (length === 0 || length > longest) continue;
    // Each match uses a wanted pair up; counting back restores them.
    let shared = 0;
    for (let at = from; at < end; at++) {
      const letter = (bytes[at] as number) & (byteKinds - 1);
      if ((letters[letter] as number) > 0) shared++;
      letters[letter] = (letters[letter] as number) - 1;
      if (at + 1 === end) break;
      const pair = pairKey(bytes[at] as number, bytes[at + 1] as number);
      if ((pairs[pair] as number) > 0) shared++;
      pairs[pair] = (pairs[pair] as number) - 1;
    }
    count(bytes, from, end, pairs, letters, 1);
    const likeness = shared / (length + wanted.length);
    if (likeness > 0.3 && worth(i)) found.push({ i, likeness });
  }
  found.sort((a, b) => b.likeness - a.likeness || a.i - b.i);
  return found
    .slice(0, most)
    .map((one) => one.i)
    .sort((a, b) => a - b);
}

function pairKey(a: number, b: number): number {
  return ((a & 63) << 6) | (b & 63);
}

function count(bytes: Uint8Array, from: number, end: number, pairs: Int16Array, letters: Int16Array, by: number): void {
  for (let at = from; at < end; at++) {
    const letter = (bytes[at] as number) & (byteKinds - 1);
    letters[letter] = (letters[letter] as number) + by;
    if (at + 1 === end) break;
    const pair = pairKey(bytes[at] as number, bytes[at + 1] as number);
    pairs[pair] = (pairs[pair] as number) + by;
  }
}
