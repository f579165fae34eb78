import { isNegated, meansSomethingElse, needsOwnSpelling } from './text-guards.ts';
import { compareText } from './text-order.ts';
import { type Stem, stemOf, stemsOf, stopWords, type TextWord, wordsOf } from './text-words.ts';

/** A name under which a text may speak of a skill. */
export interface SkillLabel {
  /** The skill's number. */
  readonly skill: number;
  readonly text: string;
  /** The skill's own name, not an alternative one. */
  readonly preferred: boolean;
}

/** A skill that a text names. Offsets count characters from 0; the end is just past the last one. */
export interface Mention {
  readonly skill: number;
  readonly start: number;
  readonly end: number;
  /** The label that was found. */
  readonly label: string;
}

export interface TextReader {
  /** The skills that a text names, in its order, none overlapping another. Linear in the text's length. */
  readonly read: (text: string) => Mention[];
  /** As `read`, with the places where a skill is named to say that it is absent. */
  readonly readAll: (text: string) => (Mention & { readonly negated: boolean })[];
}

/** Words that a label may have and a text may leave out: "cloud" for "cloud technologies". */
const genericWords =
  `development technology techniques systems principles software ict tools methods use operate develop implement
  manage perform conduct apply utilise work solutions processes provide carry out execute deploy create design field information
  computer programming`.split(/\s+/);

/** The words between the words of a label, at most: "solving [complex business] problems". */
const mostGap = 2;
/** Words of a list whose items share their last word, at most. */
const longestList = 6;
/** From so many names on that begin with a word, and that share of its places, the word counts as a verb of tasks. */
const verbFrom = 5;
const verbShare = 1 / 3;
/** How rare a label's words must be together (in nats) before words may stand between them or change places. */
const rareEnough = 8;
/** A word of this many names is no name by itself. */
const commonWord = 40;
/** A taxonomy's alternative label counts from so many words, and from so much rarity (in nats), on. */
const tellingWords = 3;
const tellingRarity = 12;
/** Of the alternative labels of a curated catalog, fewer than this share read like another skill's. */
const sharedAtMost = 0.02;

type LabelKind = 'name' | 'alternative' | 'core';

interface Pattern {
  readonly skill: number;
  readonly text: string;
  readonly kind: LabelKind;
  readonly stems: readonly string[];
  /** Its words may stand apart: in any order, or only in its own. */
  readonly loose: 'any order' | 'in order' | 'no';
  /** A name of one word counts in its inflections, not in what is derived from it: "communicate" is not communication. */
  readonly alone: string | undefined;
  /** Counts only as it is spelled. */
  readonly spelling: string | undefined;
  /** It joins words itself: "data structures and algorithms", "CI/CD". */
  readonly joins: boolean;
  /** Signs that stand inside the label, so that they may stand inside the text: `/` in CI/CD. */
  readonly signs: string;
}

interface Found {
  readonly pattern: Pattern;
  readonly first: number;
  readonly last: number;
  readonly gap: number;
  /** The last word belongs to another name as well: "tests" in "unit and integration tests". */
  readonly sharesLast?: boolean;
}

/**
 * Prepares the labels of a catalog for reading texts. All labels of a curated catalog are trusted. A taxonomy's alternative
 * labels are written to be searched rather than read: there only those of three or more rare words that no other skill shares
 * count.
 *
 * @param stem word → stem; forms of one word must give the same stem
 */
export function makeTextReader(labels: readonly SkillLabel[], stem: Stem): TextReader {
  const patterns = choosePatterns(labels, stem);
  const frequency = countStems(patterns.map((pattern) => pattern.stems));
  const byRarest = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const rarest = pattern.stems.reduce((a, b) => ((frequency.get(b) ?? 0) < (frequency.get(a) ?? 0) ? b : a));
    const same = byRarest.get(rarest);
    if (same === undefined) byRarest.set(rarest, [pattern]);
    else same.push(pattern);
  }
  const readAll = (text: string): (Mention & { negated: boolean })[] => {
    const words = wordsOf(text);
    const line = contentOf(words, stem);
    const found = line.stems.flatMap((word, i) =>
      (byRarest.get(word) ?? []).flatMap((pattern) => {
        const hit = matchInOrder(pattern, line, i) ?? matchCoordinated(pattern, line, i) ?? matchLoosely(pattern, line, i);
        return hit !== undefined && isMeant(text, words, line, hit) ? [hit] : [];
      }),
    );
    return withoutOverlaps(found, line).map(({ pattern, first, last }) => {
      const start = (words[line.at[first] as number] as TextWord).start;
      const end = (words[line.at[last] as number] as TextWord).end;
      return { skill: pattern.skill, start, end, label: pattern.text, negated: isNegated(text, start) };
    });
  };
  return { readAll, read: (text) => readAll(text).flatMap(({ negated, ...mention }) => (negated ? [] : [mention])) };
}

function choosePatterns(labels: readonly SkillLabel[], stem: Stem): Pattern[] {
  const read = labels.map((label) => {
    // "Ruby (computer programming)": what a parenthesis says about a name is not part of it.
    const text = label.preferred ? label.text.replace(/\s*\([^)]*\)$/, '') : label.text;
    return { ...label, text, stems: stemsOf(text, stem) };
  });
  const names = read.filter((label) => label.preferred);
  const owners = new Map<string, Set<number>>();
  for (const { stems, skill } of read) {
    const key = keyOf(stems);
    owners.set(key, (owners.get(key) ?? new Set()).add(skill));
  }
  const isShared = (stems: readonly string[]): boolean => (owners.get(keyOf(stems))?.size ?? 0) > 1;
  const alternatives = read.filter((label) => !label.preferred);
  const isCurated = alternatives.filter((label) => isShared(label.stems)).length <= sharedAtMost * alternatives.length;

  const inNames = countStems(names.map((label) => label.stems));
  const rarity = (stems: readonly string[]): number =>
    stems.reduce((sum, one) => sum + Math.log((names.length + 1) / ((inNames.get(one) ?? 0) + 1)), 0);
  const isVerb = verbsOf(names.map((label) => label.text));
  const make = (skill: number, text: string, kind: LabelKind, stems: readonly string[]): Pattern[] => {
    const words = wordsOf(text);
    const plain = words.filter((word) => !word.isSign);
    const [only] = plain;
    if (only === undefined || stems.length === 0) return [];
    return [
      {
        skill,
        text,
        kind,
        stems,
        loose: loosenessOf(kind, only.folded, stems),
        alone: plain.length === 1 ? inflectionOf(only.folded) : undefined,
        spelling: plain.length === 1 && needsOwnSpelling(only) ? only.text : undefined,
        joins: words.some((word) => joiner.test(word.folded)),
        signs: words
          .filter((word) => word.isSign)
          .map((word) => word.text)
          .join(''),
      },
    ];
  };
  const patterns = read.flatMap(({ skill, text, preferred, stems }): Pattern[] => {
    if (!preferred) {
      const isTelling = stems.length >= tellingWords && rarity(stems) >= tellingRarity && !isShared(stems);
      return isCurated || isTelling ? make(skill, text, 'alternative', stems) : [];
    }
    const isAlone = stems.length === 1 && !isCurated;
    if (isAlone && (wordsOf(text).length > 1 || (inNames.get(stems[0] as string) ?? 0) > commonWord)) return [];
    return make(skill, text, 'name', stems);
  });
  return isCurated ? patterns : [...patterns, ...coresOf()];

  function loosenessOf(kind: LabelKind, first: string, stems: readonly string[]): Pattern['loose'] {
    if (stems.length < 2) return 'no';
    if (kind === 'name' && rarity(stems) >= rareEnough && isVerb(first)) return 'any order';
    // "designing APIs" in a curated catalog: the stem shows that -ing is an ending there, as it is not in "Spring".
    return isCurated && first.endsWith('ing') && stem(first) !== first ? 'in order' : 'no';
  }

  /** Names without their generic words, where that leaves a name of its own. */
  function coresOf(): Pattern[] {
    const generic = new Set(genericWords.map(stem));
    const cores = new Map<string, { skill: number; text: string; stems: readonly string[] }[]>();
    for (const { skill, text, stems } of names) {
      const core = stems.filter((one) => !generic.has(one));
      const key = keyOf(core);
      if (core.length > 0)
        cores.set(key, [...(cores.get(key) ?? []), { skill, text, stems: core.length < stems.length ? core : [] }]);
    }
    return [...cores.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined || first.stems.length === 0 || same.some((one) => one.skill !== first.skill)) return [];
      const [alone] = first.stems;
      const rare = first.stems.length === 1 ? (inNames.get(alone as string) ?? 0) <= 2 : rarity(first.stems) >= rareEnough;
      return rare ? make(first.skill, first.text, 'core', first.stems) : [];
    });
  }
}

function keyOf(stems: readonly string[]): string {
  return [...stems].sort(compareText).join(' ');
}

function countStems(lists: readonly (readonly string[])[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const stems of lists) for (const one of stems) count.set(one, (count.get(one) ?? 0) + 1);
  return count;
}

/** Which words begin names so often, and stand elsewhere so seldom, that they are verbs of tasks: "develop", "manage". */
function verbsOf(names: readonly string[]): (word: string) => boolean {
  const first = new Map<string, number>();
  const all = new Map<string, number>();
  for (const name of names) {
    wordsOf(name).forEach(({ folded }, i) => {
      all.set(folded, (all.get(folded) ?? 0) + 1);
      if (i === 0) first.set(folded, (first.get(folded) ?? 0) + 1);
    });
  }
  return (word) => {
    const begins = first.get(word) ?? 0;
    return begins >= verbFrom && begins >= verbShare * (all.get(word) ?? 0);
  };
}

const joiner = /^(?:[,/&]|and|or)$/;

/** The words of a text that carry meaning, as stems, and what stands between them. */
interface ContentLine {
  readonly stems: readonly string[];
  /** The place of each in the list of all words. */
  readonly at: readonly number[];
  /** The signs before each word, since the one before it. */
  readonly signs: readonly string[];
  /** Whether a comma, a slash, "and" or "or" stands before each word. */
  readonly joined: readonly boolean[];
  readonly folded: readonly string[];
}

function contentOf(words: readonly TextWord[], stem: Stem): ContentLine {
  const stems: string[] = [];
  const at: number[] = [];
  const signs: string[] = [];
  const joined: boolean[] = [];
  const folded: string[] = [];
  let between = '';
  let isJoined = false;
  words.forEach((word, i) => {
    if (joiner.test(word.folded)) isJoined = true;
    if (word.isSign) between += word.text;
    else if (!stopWords.has(word.folded)) {
      stems.push(stemOf(word.folded, stem));
      at.push(i);
      signs.push(between);
      joined.push(isJoined);
      folded.push(word.folded);
      between = '';
      isJoined = false;
    }
  });
  return { stems, at, signs, joined, folded };
}

const ends = /[.;:!?()|•*\n]/;

/** Whether a label reaches over the signs before a word. */
function isParted(pattern: Pattern, signs: string): boolean {
  // A line that a mail program broke goes on.
  const kept = [...signs].filter((sign) => !pattern.signs.includes(sign) && sign !== '&').join('');
  return kept !== '' && kept !== '\n';
}

function matchInOrder(pattern: Pattern, line: ContentLine, i: number): Found | undefined {
  const { stems } = pattern;
  const first = i - stems.indexOf(line.stems[i] as string);
  if (first < 0) return undefined;
  for (let k = 0; k < stems.length; k++) {
    if (line.stems[first + k] !== stems[k]) return undefined;
    if (k === 0) continue;
    // "Java and Spring Boot" are two, whatever "Java Spring Boot" is.
    if (line.joined[first + k] === true && !pattern.joins) return undefined;
    if (isParted(pattern, line.signs[first + k] as string)) return undefined;
  }
  return { pattern, first, last: first + stems.length - 1, gap: 0 };
}

/** "unit, integration and functional tests": each of the items goes with the last word. */
function matchCoordinated(pattern: Pattern, line: ContentLine, i: number): Found | undefined {
  const [modifier, head] = pattern.stems;
  if (pattern.stems.length !== 2 || pattern.kind === 'core') return undefined;
  const isHead = line.stems[i] === head;
  const firsts = isHead ? Array.from({ length: longestList }, (_, k) => i - 1 - k) : [i];
  for (const first of firsts) {
    if (first < 0 || line.stems[first] !== modifier || line.joined[first + 1] !== true) continue;
    for (let last = first + 1; last <= first + longestList && last < line.stems.length; last++) {
      if (ends.test(line.signs[last] as string)) break;
      const isEnd = last > first + 1 && line.stems[last] === head && line.joined[last] !== true;
      if (isEnd) return { pattern, first, last, gap: last - first - 1, sharesLast: true };
    }
  }
  return undefined;
}

/** The shortest run of words around `i` that holds every word of a label, in any order, with a few others between. */
function matchLoosely(pattern: Pattern, line: ContentLine, i: number): Found | undefined {
  if (pattern.loose === 'no') return undefined;
  const most = pattern.stems.length + mostGap;
  let best: Found | undefined;
  for (let first = i; first >= 0 && i - first < most; first--) {
    if (first < i && ends.test(line.signs[first + 1] as string)) break;
    const missing = new Set(pattern.stems);
    let room = most;
    for (let last = first; last < line.stems.length; last++) {
      const signs = last === first ? '' : (line.signs[last] as string);
      if (ends.test(signs)) break;
      room -= signs.includes(',') || signs.includes('/') ? 2 : 1;
      if (room < 0) break;
      missing.delete(line.stems[last] as string);
      if (missing.size > 0 || last < i) continue;
      const gap = last - first + 1 - pattern.stems.length;
      const inOrder = pattern.loose === 'in order';
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

/** A word without the endings of number and tense. */
function inflectionOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const bare = word.replace(/ies$/, 'y').replace(/(?<=[a-z]{3})(?:ings?|ed|es|s|e)$/, '');
  return bare.replace(/([bdglmnprt])\1$/, '$1');
}

function isMeant(text: string, words: readonly TextWord[], line: ContentLine, { pattern, first }: Found): boolean {
  if (pattern.alone !== undefined && inflectionOf(line.folded[first] as string) !== pattern.alone) return false;
  if (pattern.spelling === undefined) return true;
  const at = line.at[first] as number;
  return (words[at] as TextWord).text === pattern.spelling && !meansSomethingElse(text, words, at);
}

const kindOrder: readonly LabelKind[] = ['name', 'alternative', 'core'];

/** The longest labels first; what overlaps one that was taken is not meant. In the order of the text. */
function withoutOverlaps(found: readonly Found[], line: ContentLine): Found[] {
  const sorted = [...found].sort(
    (a, b) =>
      b.pattern.stems.length - a.pattern.stems.length ||
      kindOrder.indexOf(a.pattern.kind) - kindOrder.indexOf(b.pattern.kind) ||
      a.gap - b.gap ||
      a.first - b.first ||
      a.pattern.skill - b.pattern.skill,
  );
  const taken = new Set<number>();
  const kept = sorted.filter(({ pattern, first, last, sharesLast }) => {
    const own: number[] = [];
    // What stands between the words of a loose label may name something else.
    for (let at = first; at <= last; at++) if (pattern.stems.includes(line.stems[at] as string)) own.push(at);
    if (sharesLast === true) own.pop();
    if (own.some((at) => taken.has(at))) return false;
    for (const at of own) taken.add(at);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}
