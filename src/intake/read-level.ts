import { normaliseLabel } from '../core/model/label.ts';
import type { Level, Scale } from '../core/model/scale.ts';

/**
 * What a cell says about a level. `rounded`: it stands between two levels, and the lower one counts. `held`: the skill is
 * there, and no level is given. `unsaid`: nothing is said about the skill.
 */
export type LevelReading =
  | { readonly kind: 'level'; readonly level: Level; readonly rounded: boolean }
  | { readonly kind: 'held' }
  | { readonly kind: 'unsaid' };

const held: LevelReading = { kind: 'held' };
const unsaid: LevelReading = { kind: 'unsaid' };
/** No level is written in more. */
const maxLength = 100;
/** Cells repeat; so many different ones are remembered before starting over. */
const maxRemembered = 5000;

type Words = ReadonlyMap<string, LevelReading>;

/** A reader of levels as people, forms and spreadsheets write them; `undefined` for what is no level. It remembers what it read. */
export function makeLevelReader(scale: Scale): (text: string) => LevelReading | undefined {
  const words = wordsOf(scale);
  const highest = scale.levels.length - 1;
  const known = new Map<string, LevelReading | undefined>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found;
    const read = text.length > maxLength ? undefined : readLevel(text, words, highest);
    if (known.size >= maxRemembered) known.clear();
    known.set(text, read);
    return read;
  };
}

function wordsOf(scale: Scale): Words {
  const words = new Map<string, LevelReading>();
  // The first one stays: a word of a level says more than "held".
  const add = (word: string, reading: LevelReading): void => {
    const key = normaliseLabel(word);
    if (!words.has(key)) words.set(key, reading);
  };
  for (const { level, word, alsoSaid } of scale.levels) {
    for (const one of [word, ...alsoSaid]) add(one, { kind: 'level', level, rounded: false });
  }
  for (const word of scale.unsaidWords) add(word, unsaid);
  for (const word of scale.heldWords) add(word, held);
  return words;
}

function readLevel(text: string, words: Words, highest: Level): LevelReading | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/(?:[\s\u200b\ufeff]|\ufe0f)+/gu, ' ')
    .trim();
  // A lone dash or question mark is a box that nobody filled in.
  if (/^[\p{Pd}−_.?\s]*$/u.test(plain)) return unsaid;
  return (
    readNumber(plain, highest) ??
    words.get(normaliseLabel(plain)) ??
    readShare(plain, highest) ??
    readMarks(plain, highest) ??
    readNumbered(plain, words, highest) ??
    readPhrase(plain, words)
  );
}

const between = (value: number, highest: Level): LevelReading | undefined =>
  value >= 0 && value <= highest
    ? { kind: 'level', level: Math.floor(value + 1e-9), rounded: value - Math.floor(value + 1e-9) > 1e-9 }
    : undefined;

/** `4`, `04`, `4.`, `3.5`, `3,5`. */
function readNumber(plain: string, highest: Level): LevelReading | undefined {
  return /^\d{1,6}(?:[.,]\d{0,6})?$/.test(plain) ? between(Number(plain.replace(',', '.')), highest) : undefined;
}

/** `80 %`, `4/5`, `8 of 10`: a share of the whole scale. */
function readShare(plain: string, highest: Level): LevelReading | undefined {
  const percent = /^(\d{1,3}(?:[.,]\d{1,3})?) ?%$/.exec(plain)?.[1];
  const [, part, whole] = /^(\d{1,3}(?:[.,]\d{1,3})?) ?(?:[/⁄]|out of|of|von|sur|de|di|su|van) ?(\d{1,3})$/iu.exec(plain) ?? [];
  const share = percent === undefined ? decimal(part) / Number(whole) : decimal(percent) / 100;
  return share <= 1 ? between(share * highest, highest) : undefined;
}

function decimal(text: string | undefined): number {
  return text === undefined ? Number.NaN : Number(text.replace(',', '.'));
}

/** Stars, dots and Roman numbers: `★★★☆☆`, `***`, `III`. */
function readMarks(plain: string, highest: Level): LevelReading | undefined {
  const [, full = '', empty = ''] = /^((?:[★⭐*●⬤■✭🌟] ?)*)((?:[☆○◯□✩] ?)*)$/u.exec(plain) ?? [];
  const count = (marks: string): number => [...marks.replaceAll(' ', '')].length;
  const marks = count(full) + count(empty);
  if (marks > 0 && marks <= highest) return between(count(full), highest);
  if (marks === 2 * highest) return between(count(full) / 2, highest);
  const roman = ['I', 'II', 'III', 'IV', 'V'].indexOf(plain);
  return roman >= 0 ? between(roman + 1, highest) : undefined;
}

const levelNoun =
  /^(?:level|lvl|lv|l|stufe|niveau|nivel|nível|livello|rating|score|grade|grad|stage|punkte)\.?[ :#\p{Pd}]*(\d[.,]?\d*|I{1,3}|IV|V)$/iu;
/** `3 - Competent`, `3: Competent`, `3 (alone)`, `3 Competent`. */
const numberFirst = /^(\d)(?: ?[\p{Pd}:.=|)/(] ?| )(\p{L}.*)$/u;
/** `Competent (3)`, `Competent - 3`. */
const numberLast = /^\p{L}[\p{L} ]*? ?[\p{Pd}:=(] ?(\d)\)?$/u;
/** Years say how long, not how well. */
const duration = /^(?:\+ ?)?(?:y|yrs?|years?|months?|mo|jahre?n?|monate?|ans?|mois|años?|anos?|anni|jaar)\b/iu;

function readNumbered(plain: string, words: Words, highest: Level): LevelReading | undefined {
  const named = levelNoun.exec(plain)?.[1];
  if (named !== undefined) return readNumber(named, highest) ?? readMarks(named.toUpperCase(), highest);
  const range = /^(\d) ?(?:\p{Pd}|to|bis|à) ?(\d)$/u.exec(plain);
  if (range !== null) {
    const lower = between(Math.min(Number(range[1]), Number(range[2])), highest);
    return lower?.kind === 'level' && range[1] !== range[2] ? { ...lower, rounded: true } : lower;
  }
  const first = numberFirst.exec(plain);
  if (first !== null && !duration.test(first[2] ?? '')) return between(Number(first[1]), highest);
  const last = numberLast.exec(plain);
  return last !== null && words.get(normaliseLabel(plain.replace(/[^\p{L} ]+\d\)?$/u, '')))?.kind === 'level'
    ? between(Number(last[1]), highest)
    : undefined;
}

const nounBehind =
  /[ -](?:level|knowledge|user|users|skills?|experience|proficiency|expertise|kenntnisse|niveau|kennis|conocimientos?|connaissances?|conhecimentos?|conoscenz[ae])$/iu;

/** `Basic knowledge`, `First-Level`, and words between two levels: `Mid-Senior` is the lower one. */
function readPhrase(plain: string, words: Words): LevelReading | undefined {
  const bare = plain.replace(/[!.]+$/, '').replace(nounBehind, '');
  if (bare !== plain) {
    const read = words.get(normaliseLabel(bare));
    if (read !== undefined) return read;
  }
  const parts = bare.split(/ ?[-–/] ?| to | bis | à /u);
  if (parts.length !== 2) return undefined;
  const [a, b] = parts.map((part) => words.get(normaliseLabel(part)));
  if (a?.kind !== 'level' || b?.kind !== 'level') return undefined;
  return { kind: 'level', level: Math.min(a.level, b.level), rounded: a.level !== b.level };
}
