import Fuse from 'fuse.js';
import { packTexts } from '../core/text-table.ts';
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
  // A typed word inside a longer one is a weak hint: prefer words of about the same length.
  const distance = (word: string): number => Math.abs(word.length - query.length) / Math.max(word.length, query.length);
  return found
    .map((hit) => ({ word: hit.item, cost: (hit.score ?? 1) + 0.5 * distance(hit.item), at: hit.refIndex }))
    .sort((a, b) => a.cost - b.cost || a.at - b.at)
    .slice(0, most)
    .map((hit) => hit.word);
}
