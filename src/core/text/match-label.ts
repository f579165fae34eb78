import type { Pattern } from './label-patterns.ts';
import { joiner, type Stem, stemOf, stopWords, type TextWord } from './text-words.ts';

/** The words between the words of a label, at most: "solving [complex business] problems". */
const maxGap = 2;
/** Words of a list whose items share their last word, at most. */
const maxList = 6;

/** How many words away from one of its words another word of a label may stand, for labels of at most so many words. */
export function labelReach(words: number): number {
  return Math.max(words + maxGap - 1, maxList);
}

/** A place in a text where a label stands: the first and last of its words that carry meaning. */
export interface LabelMatch {
  readonly pattern: Pattern;
  readonly first: number;
  readonly last: number;
  readonly gap: number;
  /** The last word belongs to another name as well: "tests" in "unit and integration tests". */
  readonly sharesLast?: boolean;
}

/** The words of a text that carry meaning, as stems, and what stands between them. */
export interface ContentLine {
  readonly stems: readonly string[];
  /** The place of each in the list of all words. */
  readonly at: readonly number[];
  /** The separators before each word, since the one before it. */
  readonly separators: readonly string[];
  /** Whether a comma, a slash, "and" or "or" stands before each word. */
  readonly joined: readonly boolean[];
  readonly folded: readonly string[];
}

/** The line of words that labels are looked for in. */
export function contentOf(words: readonly TextWord[], stem: Stem): ContentLine {
  const stems: string[] = [];
  const at: number[] = [];
  const separators: string[] = [];
  const joined: boolean[] = [];
  const folded: string[] = [];
  let between = '';
  let isJoined = false;
  words.forEach((word, i) => {
    if (joiner.test(word.folded)) isJoined = true;
    if (word.isSeparator) between += word.text;
    else if (!stopWords.has(word.folded)) {
      stems.push(stemOf(word.folded, stem));
      at.push(i);
      separators.push(between);
      joined.push(isJoined);
      folded.push(word.folded);
      between = '';
      isJoined = false;
    }
  });
  return { stems, at, separators, joined, folded };
}

const ends = /[.;:!?()|•*\n]/;

/** Whether a label reaches over the separators before a word. */
function isParted(pattern: Pattern, separators: string): boolean {
  // A line that a mail program broke goes on.
  const kept = [...separators].filter((separator) => !pattern.separators.includes(separator) && separator !== '&').join('');
  return kept !== '' && kept !== '\n';
}

/** The label word for word, its stop words aside. */
function matchInOrder(pattern: Pattern, line: ContentLine, i: number): LabelMatch | undefined {
  const { stems } = pattern;
  const first = i - stems.indexOf(line.stems[i] as string);
  if (first < 0) return undefined;
  for (let k = 0; k < stems.length; k++) {
    if (line.stems[first + k] !== stems[k]) return undefined;
    if (k === 0) continue;
    // "Java and Spring Boot" are two, whatever "Java Spring Boot" is.
    if (line.joined[first + k] === true && !pattern.joins) return undefined;
    if (isParted(pattern, line.separators[first + k] as string)) return undefined;
  }
  return { pattern, first, last: first + stems.length - 1, gap: 0 };
}

/** "Structured" is no form of the word in "Data Structures". */
function isSameForm({ text }: Pattern, line: ContentLine, at: number): boolean {
  return line.folded[at]?.endsWith('ed') !== true || /ed$/i.test(text);
}

/** "unit, integration and functional tests": each of the items goes with the last word. */
function matchCoordinated(pattern: Pattern, line: ContentLine, i: number): LabelMatch | undefined {
  const [modifier, head] = pattern.stems;
  if (pattern.stems.length !== 2 || pattern.sharing === 0) return undefined;
  const isHead = line.stems[i] === head;
  const firsts = isHead ? Array.from({ length: maxList }, (_, k) => i - 1 - k) : [i];
  for (const first of firsts) {
    if (first < 0 || line.stems[first] !== modifier || line.joined[first + 1] !== true) continue;
    let length = 1;
    for (let last = first + 1; last <= first + maxList && last < line.stems.length; last++) {
      if (ends.test(line.separators[last] as string)) break;
      length = line.joined[last] === true ? 1 : length + 1;
      // The head comes on top of the last item's own words.
      if (length > pattern.sharing + 1) break;
      const isEnd =
        last > first + 1 && line.stems[last] === head && line.joined[last] !== true && isSameForm(pattern, line, last);
      if (isEnd) return { pattern, first, last, gap: last - first - 1, sharesLast: true };
    }
  }
  return undefined;
}

/** The shortest run of words around `i` that holds every word of a label, in any order, with a few others between. */
function matchLoosely(pattern: Pattern, line: ContentLine, i: number): LabelMatch | undefined {
  if (pattern.loose === 'no') return undefined;
  const most = pattern.stems.length + maxGap;
  const anyOrder = pattern.loose === 'any order';
  const inOrder = !anyOrder;
  let best: LabelMatch | undefined;
  for (let first = i; first >= 0 && i - first < most; first--) {
    if (first < i && ends.test(line.separators[first + 1] as string)) break;
    const missing = new Set(pattern.stems);
    let room = most;
    for (let last = first; last < line.stems.length; last++) {
      const separators = last === first ? '' : (line.separators[last] as string);
      if (ends.test(separators)) break;
      // "teams, leading" is not leading a team; a list takes its items apart.
      if (anyOrder && last > first && line.joined[last] === true) break;
      room -= separators.includes(',') || separators.includes('/') ? 2 : 1;
      if (room < 0) break;
      const here = line.stems[last] as string;
      if (missing.has(here) && pattern.isForm?.(here, line.folded[last] as string) !== false) missing.delete(here);
      if (missing.size > 0 || last < i) continue;
      const gap = last - first + 1 - pattern.stems.length;
      if (anyOrder && gap > 0 && !standInOrder(pattern.stems, line.stems.slice(first, last + 1))) break;
      if (inOrder && !standInOrder(pattern.stems, line.stems.slice(first, last + 1))) break;
      // "designing RESTful APIs" is designing APIs, and names RESTful APIs too.
      if (best === undefined || gap < best.gap) best = { pattern, first, last, gap, sharesLast: inOrder };
      break;
    }
  }
  return best;
}

function standInOrder(wanted: readonly string[], words: readonly string[]): boolean {
  const rest = words[Symbol.iterator]();
  return wanted.every((one) => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) if (next.value === one) return true;
    return false;
  });
}

/** The place of a label around the word `i` of a line, or nothing. */
export function matchLabel(pattern: Pattern, line: ContentLine, i: number): LabelMatch | undefined {
  return matchInOrder(pattern, line, i) ?? matchCoordinated(pattern, line, i) ?? matchLoosely(pattern, line, i);
}
