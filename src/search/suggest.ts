import Fuse from 'fuse.js';
import { packTexts } from '../core/catalog/text-table.ts';
import { likelyTexts } from './likely-texts.ts';

/** Longer input is cut: the matcher's cost grows with the square of a query's length. */
const longestQuery = 64;

/** How far a word may be from what was typed: 0 is equal, 1 has nothing in common. */
const nearEnough = 0.4;

/** The matcher looks at so many words at most; of more, the likeliest are picked first. */
export const mostCompared = 2_000;
/** So many are left when there are more. */
export const mostLikely = 400;

/** The words nearest to what was typed, best first, none when nothing is near. Suggests; never scores. */
export function suggestWords(input: string, words: readonly string[], most = 3): string[] {
  const query = input.trim().slice(0, longestQuery);
  if (query === '') return [];
  const compared =
    words.length <= mostCompared
      ? words
      : likelyTexts(packTexts(words.map((word) => word.toLowerCase())), query.toLowerCase(), mostLikely).map(
          (i) => words[i] as string,
        );
  const fuse = new Fuse(compared, { threshold: nearEnough, ignoreLocation: true, includeScore: true });
  const found = fuse.search(query).filter((hit) => hit.item.length <= 3 * query.length + 3);
  // The matcher does not mind what else a word holds: the letters that are off decide, and a name inside a longer one is a hint.
  const typed = query.toLowerCase();
  const cost = (word: string): number => {
    const other = word.toLowerCase();
    const off = lettersOff(typed, other) / Math.max(typed.length, other.length);
    return other.includes(typed) || typed.includes(other) ? Math.min(off, 0.3 + off / 10) : off;
  };
  return found
    .map((hit) => ({ word: hit.item, cost: cost(hit.item), at: hit.refIndex }))
    .filter((hit) => hit.cost <= mostOff)
    .sort((a, b) => a.cost - b.cost || a.at - b.at)
    .slice(0, most)
    .map((hit) => hit.word);
}

/** Of the letters of a word, so many may be wrong, missing or too many. */
const mostOff = 0.5;

/** Letters to add, drop, change or swap with their neighbour to come from one word to the other (optimal string alignment). */
function lettersOff(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
