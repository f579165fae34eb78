import { type TextTable, textCount } from '../core/catalog/text-table.ts';

/** Shared pairs of neighbouring bytes and shared bytes are counted by their lowest bits: a collision only lets a text through. */
const pairKinds = 4096;
const byteKinds = 64;
/** Dice's coefficient, 0 to 1: at or below this two texts have no more in common than any two. */
const leastLikeness = 0.3;
/** Likeness is told apart in so many classes before it is compared exactly. */
const classes = 1024;

/**
 * The texts most likely to be spelled like the query: at most `most`, by pairs of neighbours and letters in common (Dice's
 * coefficient over both), in the order of the table. A cheap sieve before a costly comparison: linear in the table's bytes.
 *
 * @param worth says whether a text counts at all
 */
export function likelyTexts(table: TextTable, query: string, most: number, worth: (i: number) => boolean = () => true): number[] {
  const wanted = new TextEncoder().encode(query);
  const longest = 3 * wanted.length + 3;
  const pairs = new Int16Array(pairKinds);
  const letters = new Int16Array(byteKinds);
  wanted.forEach((byte, at) => {
    const letter = byte & (byteKinds - 1);
    letters[letter] = (letters[letter] as number) + 1;
    if (at === 0) return;
    const pair = (((wanted[at - 1] as number) & (byteKinds - 1)) << 6) | letter;
    pairs[pair] = (pairs[pair] as number) + 1;
  });
  const { start, bytes } = table;
  // What a text has used up of the wanted ones, to be put back after it: few are, so that is quicker than counting it again.
  const usedLetters = new Uint8Array(longest + 1);
  const usedPairs = new Uint16Array(longest);
  const total = textCount(table);
  const likenesses = new Float64Array(total);
  const counts = new Uint32Array(classes + 1);
  for (let i = 0; i < total; i++) {
    const from = start[i] as number;
    const end = start[i + 1] as number;
    const length = end - from;
    if (length === 0 || length > longest) continue;
    let letterCount = 0;
    let pairCount = 0;
    let last = -1;
    for (let at = from; at < end; at++) {
      const letter = (bytes[at] as number) & (byteKinds - 1);
      const left = letters[letter] as number;
      // 1 where one is left, else 0; without a branch, because half of all letters would be guessed wrong.
      const hit = -left >>> 31;
      letters[letter] = left - hit;
      usedLetters[letterCount] = letter;
      letterCount += hit;
      const pair = (last << 6) | letter;
      if (last >= 0 && (pairs[pair] as number) > 0) {
        pairs[pair] = (pairs[pair] as number) - 1;
        usedPairs[pairCount++] = pair;
      }
      last = letter;
    }
    for (let n = 0; n < letterCount; n++) {
      const letter = usedLetters[n] as number;
      letters[letter] = (letters[letter] as number) + 1;
    }
    for (let n = 0; n < pairCount; n++) {
      const pair = usedPairs[n] as number;
      pairs[pair] = (pairs[pair] as number) + 1;
    }
    const likeness = (letterCount + pairCount) / (length + wanted.length);
    if (likeness <= leastLikeness || !worth(i)) continue;
    likenesses[i] = likeness;
    const kind = Math.floor(likeness * classes);
    counts[kind] = (counts[kind] as number) + 1;
  }
  // Of a large table half is a little like anything: only those in the best classes are put in order.
  let least = classes;
  for (let count = counts[least] as number; count < most && least > 0; count += counts[least] as number) least--;
  const found: number[] = [];
  for (let i = 0; i < total; i++) {
    const likeness = likenesses[i] as number;
    if (likeness > 0 && Math.floor(likeness * classes) >= least) found.push(i);
  }
  return found
    .sort((a, b) => (likenesses[b] as number) - (likenesses[a] as number) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}
