import Fuse from 'fuse.js';
import { packTexts } from '../core/catalog/text-table.ts';
import { likelyTexts } from './likely-texts.ts';

/** Longer input is cut: the matcher's cost grows with the square of a query's length. */
export const maxQueryLength = 64;

/** The matcher looks at so many words at most; of more, the likeliest are picked first. */
export const maxCompared = 2_000;
/** So many are left when there are more. */
export const maxLikely = 200;

/** How far a word may be from what was typed for the matcher: 0 is equal, 1 has nothing in common. It gathers; `costOf` decides. */
const nearEnough = 0.5;

/** Words longer than this many times the query, and a little, only happen to hold it. */
const maxHolder = (query: string): number => 3 * query.length + 3;

/**
 * The words that somebody most likely meant, best first; none when nothing is near, since a wrong suggestion is worse than
 * none. Suggests; never scores.
 */
export function suggestWords(input: string, words: readonly string[], most = 3): string[] {
  const isAcronym = acronym.test(input.trim());
  const whole = input.trim().toLowerCase();
  const query = whole.slice(0, maxQueryLength);
  if (query === '') return [];
  const compared =
    words.length <= maxCompared
      ? words
      : likelyTexts(packTexts(words.map((word) => word.toLowerCase())), query, maxLikely).map((i) => words[i] as string);
  // Of what was cut the beginnings are compared.
  const beginning = (word: string): string => (whole === query ? word : word.slice(0, maxQueryLength)).toLowerCase();
  const fuse = new Fuse(compared.map(beginning), { threshold: nearEnough, ignoreLocation: true });
  return fuse
    .search(query)
    .flatMap(({ item, refIndex }) => {
      const cost = item.length <= maxHolder(query) ? costOf(query, item, isAcronym) : undefined;
      return cost === undefined ? [] : [{ word: compared[refIndex] as string, cost, at: refIndex }];
    })
    .sort((a, b) => a.cost - b.cost || a.at - b.at)
    .slice(0, most)
    .map((hit) => hit.word);
}

/** What the nearest misspelling costs less than: one word of several. */
const partCost = 1;

/**
 * The one measure of nearness, and its floor: what a misspelling is off, as a share of the longer text (below 1); more than 1
 * where one text holds the other as whole words, or where a long word is a misspelling of one of several; nothing for all
 * other pairs, however many letters they share.
 */
function costOf(typed: string, word: string, isAcronym: boolean): number | undefined {
  const off = isAcronym && typed !== word ? undefined : slipsBetween(typed, word);
  const length = Math.max(typed.length, word.length);
  if (off !== undefined) return off / length;
  const [some, all] = typed.length < word.length ? [typed, word] : [word, typed];
  const words = wordsIn(all);
  const isPart =
    ` ${words.join(' ')} `.includes(` ${wordsIn(some).join(' ')} `) ||
    (words.length > 1 &&
      typed.length >= longWord &&
      words.some((one) => one.length >= longWord && slipsBetween(some, one) !== undefined));
  return isPart && some.length >= shortestPart ? partCost + 1 - some.length / length : undefined;
}

/** Whether a text is another one with slips of the finger, rather than one that only shares words with it. */
export function isMisspelling(typed: string, word: string): boolean {
  return (costOf(typed.toLowerCase(), word.toLowerCase(), false) ?? partCost) < partCost;
}

/** A word of so many letters is hardly another one with two of them wrong. */
const longWord = 8;
/** Who writes in capitals abbreviates, and does not misspell: `SAP` is not `SOAP`. */
const acronym = /^\p{Lu}{2,4}$/u;
/** Below so many letters one letter makes another word. */
const shortWord = 5;
/** Two letters are a word of too many names. */
const shortestPart = 3;

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== '');
}

/**
 * The slips of the finger that make one text the other; nothing where they are too many to be slips: none within two letters,
 * one below eight, two below twelve, else three. Short words are told apart by every letter (`Rust` and `REST`, `Ruby` and
 * `rugby`): only neighbours in the wrong order, a letter doubled, a vowel left out,
 * another last vowel and an unfinished word count as slips there. Nobody slips at the first letter of a word below eight, nor
 * from one number to another.
 */
function slipsBetween(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  const most = length < 3 ? 0 : length < longWord ? 1 : length < 12 ? 2 : 3;
  if (Math.abs(a.length - b.length) > most || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return undefined;
  const off = lettersOff(a, b);
  if (off > most) return undefined;
  if (length >= longWord) return off;
  // One slip at two places: neighbours in the wrong order.
  if (a.length === b.length && a.split('').filter((letter, i) => letter !== b[i]).length === 2) return off;
  if (length < shortWord) {
    const changed = a.length === b.length && a.slice(0, -1) !== b.slice(0, -1);
    const isNear = a.startsWith(b) || b.startsWith(a) || (!changed && slackOf(a) === slackOf(b));
    return isNear ? off : undefined;
  }
  return a[0] === b[0] ? off : undefined;
}

/** A text without what fingers leave out or double: vowels, and the second of two like letters. */
function slackOf(text: string): string {
  return text.replace(/(.)\1/gu, '$1').replace(/(?<=.)[aeiou]/g, '');
}

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
