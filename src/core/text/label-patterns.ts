import type { LabelContext } from '../model/model.ts';
import { defaultTrust, formsOf, inflectionOf, keyOf, type LabelTrust, spreadOf } from './label-trust.ts';
import { needsOwnSpelling } from './text-guards.ts';
import { joiner, type Stem, stemOf, stemsOf, stopWords, type TextWord, wordsOf } from './text-words.ts';

/** A name under which a text may speak of a skill. */
export interface SkillLabel {
  /** The skill's number. */
  readonly skill: number;
  readonly text: string;
  /** The skill's own name, not an alternative one. */
  readonly preferred: boolean;
  /** No name at all: a word that asks for the skill. Whatever is named at its place comes first. */
  readonly isCue?: boolean;
  /** An everyday word as well: the label counts in these places alone. */
  readonly contexts?: readonly LabelContext[] | undefined;
  /** The name of a technology: what stands beside it is meant technically. */
  readonly isTechnical?: boolean;
  /** Of a skill that no field of work owns: adverts and people paraphrase it as its alternative labels do. */
  readonly isSoft?: boolean;
}

/** Words at the beginning of a name that a text may leave out: "open source" for "operate open source software". */
const leadingWords =
  `use operate develop implement manage perform conduct apply utilise carry out execute deploy create provide design
  ict software principles`.split(/\s+/);
/** The same at its end. */
const trailingWords =
  `development technology technologies techniques systems software tools methods principles programming`.split(/\s+/);
/** The mark of a field, no part of what is meant. */
const fieldMark = 'ict';

/** Words of an item of a list whose items share their last word, at most. */
const maxShared = 6;

/** From so many names on that begin with a word, and that share of its places, the word counts as a verb of tasks. */
const verbFrom = 5;
const verbShare = 1 / 3;
/** Of the alternative labels of a curated catalog, fewer than this share read like another skill's. */
const sharedAtMost = 0.02;

export type LabelKind = 'name' | 'alternative' | 'core' | 'cue';

/** A label as the reader looks for it. */
export interface Pattern {
  readonly skill: number;
  readonly text: string;
  readonly kind: LabelKind;
  readonly stems: readonly string[];
  /** Its words may stand apart: in any order, or only in its own. */
  readonly loose: 'any order' | 'in order' | 'no';
  /** A name of one word counts in its inflections, not in what is derived from it: "communicate" is not communication. */
  readonly alone: ReadonlySet<string> | undefined;
  /** A name of what is done: "branding" is not a brand, nor are profiles profiling. */
  readonly isGerund: boolean;
  /** An everyday word: counts only where a text asks for it or lists it. */
  readonly isEveryday: boolean;
  /** Whether a word of the text is a form of the label's word of that stem; what may stand apart asks it. */
  readonly isForm: ((stem: string, written: string) => boolean) | undefined;
  /** Counts only as it is spelled. */
  readonly spelling: string | undefined;
  /** Counts in these places alone, and there as it is spelled. */
  readonly contexts: readonly LabelContext[] | undefined;
  readonly isTechnical: boolean;
  /** How many words an item of a list may have that shares the label's last word; 0: none does. */
  readonly sharing: number;
  /** It joins words itself: "data structures and algorithms", "CI/CD". */
  readonly joins: boolean;
  /** Characters that stand inside the label, so that they may stand inside the text: `/` in CI/CD. */
  readonly separators: string;
}

/** Chooses the labels to look for, and how each may stand in a text. */
export function choosePatterns(labels: readonly SkillLabel[], stem: Stem, trust: LabelTrust = defaultTrust): Pattern[] {
  const read = labels.map((label) => {
    // "Ruby (computer programming)": what a parenthesis says about a name is not part of it.
    const text = label.preferred ? label.text.replace(/\s*\([^)]*\)$/, '') : label.text;
    return { ...label, text, stems: stemsOf(text, stem) };
  });
  const names = read.filter((label) => label.preferred);
  const owners = new Map<string, Set<number>>();
  for (const { stems, skill, isCue } of read) {
    if (isCue === true) continue;
    const key = keyOf(stems);
    owners.set(key, (owners.get(key) ?? new Set()).add(skill));
  }
  const isShared = (stems: readonly string[]): boolean => (owners.get(keyOf(stems))?.size ?? 0) > 1;
  const alternatives = read.filter((label) => !label.preferred && label.isCue !== true);
  const isCurated = alternatives.filter((label) => isShared(label.stems)).length <= sharedAtMost * alternatives.length;

  const leading = new Set(leadingWords.map(stem));
  const trailing = new Set(trailingWords.map(stem));
  const isGeneric = (one: string): boolean => leading.has(one) || trailing.has(one);
  const nameOf = new Map(names.map((name) => [name.skill, name]));
  const properNames = new Set(
    names.flatMap(({ text, stems: [only, ...more] }) =>
      more.length === 0 && only !== undefined && text !== text.toLowerCase() ? [only] : [],
    ),
  );
  const single = names.flatMap(({ stems: [only, ...more] }) => (only !== undefined && more.length === 0 ? [only] : []));
  const spread = isCurated ? new Map<string, number>() : spreadOf(read, single);
  const formsOfSkill = new Map<number, string[]>();
  for (const { skill, text, stems } of isCurated ? [] : alternatives) {
    const name = nameOf.get(skill);
    if (/^[a-z]+$/.test(text) && name?.stems.length === 1 && name.stems[0] === stems[0])
      formsOfSkill.set(skill, [...(formsOfSkill.get(skill) ?? []), inflectionOf(text)]);
  }
  const inNames = countStems(names.map((label) => label.stems));
  const rarity = (stems: readonly string[]): number =>
    stems.reduce((sum, one) => sum + Math.log((names.length + 1) / ((inNames.get(one) ?? 0) + 1)), 0);
  const isVerb = verbsOf(names.map((label) => label.text));
  const make = (
    label: Pick<SkillLabel, 'skill' | 'text' | 'contexts' | 'isTechnical'>,
    kind: LabelKind,
    stems: readonly string[],
  ): Pattern[] => {
    const { skill, text, contexts, isTechnical = false } = label;
    const words = wordsOf(text);
    const plain = words.filter((word) => !word.isSeparator);
    const [only] = plain;
    if (only === undefined || stems.length === 0) return [];
    // Of "one-on-ones" nothing but "one" would be looked for.
    if (isCurated && stems.length === 1 && plain.filter(({ folded }) => !stopWords.has(folded)).length > 1) return [];
    const loose = loosenessOf(kind, only.folded, stems);
    return [
      {
        skill,
        text,
        kind,
        stems,
        loose,
        isGerund: isCurated && plain.length === 1 && /^[a-z]{4,}ing$/.test(only.folded) && stem(only.folded) !== only.folded,
        alone: aloneForms(kind, skill, plain, stems),
        isEveryday: !isCurated && plain.length === 1 && text === text.toLowerCase() && spreadOfStem(stems) > trust.everydaySpread,
        isForm: loose === 'any order' ? formsOf(words, stem) : undefined,
        spelling: plain.length === 1 && contexts === undefined && needsOwnSpelling(only) ? only.text : undefined,
        contexts,
        isTechnical,
        sharing: kind === 'core' || (kind === 'alternative' && !isCurated) ? 0 : isCurated ? maxShared : 1,
        joins: words.some((word) => joiner.test(word.folded)),
        separators: words
          .filter((word) => word.isSeparator)
          .map((word) => word.text)
          .join(''),
      },
    ];
  };
  const patterns = read.flatMap((label): Pattern[] => {
    const { text, preferred, isCue, stems } = label;
    if (isCue === true) return make(label, 'cue', stems);
    if (!preferred) {
      return isCurated || (!isShared(stems) && isTelling(label, stems)) ? make(label, 'alternative', stems) : [];
    }
    const isAlone = stems.length === 1 && !isCurated;
    if (isAlone && wordsOf(text).length > 1) return [];
    return [...make(label, 'name', stems), ...compoundOf(label, stems)];
  });
  return isCurated ? patterns : [...patterns, ...coresOf()];

  /** Many words, a kin of the name, or its initials. */
  function isTelling({ skill, text, isSoft = false }: SkillLabel, stems: readonly string[]): boolean {
    const own = rarity(stems);
    if (stems.length >= trust.tellingWords && own >= trust.tellingRarity) return true;
    if (stems.length < 2 || stems.some((one) => properNames.has(one))) return false;
    if (isSoft && own >= trust.softRarity) return true;
    const name = nameOf.get(skill);
    if (name === undefined || own < trust.kinRarity) return false;
    if (!stems.some((one) => !isGeneric(one) && name.stems.includes(one))) return false;
    return !/ (?:of|for|in|to) /.test(text) && !isVerb(wordsOf(text)[0]?.folded ?? '');
  }

  /** The forms of a label of one word: its inflections, and those of the skill's other labels of one word and the same stem. */
  function aloneForms(kind: LabelKind, skill: number, words: readonly TextWord[], stems: readonly string[]): Pattern['alone'] {
    if (stems.length !== 1 || (words.length > 1 && kind !== 'core')) return undefined;
    const [only] = stems;
    const own = words.filter((word) => stemOf(word.folded, stem) === only).map((word) => inflectionOf(word.folded));
    return new Set([...own, ...(isCurated ? [] : (formsOfSkill.get(skill) ?? []))]);
  }

  function spreadOfStem([only]: readonly string[]): number {
    return only === undefined ? 0 : (spread.get(only) ?? 0);
  }

  function loosenessOf(kind: LabelKind, first: string, stems: readonly string[]): Pattern['loose'] {
    if (stems.length < 2) return 'no';
    // Names of a curated catalog begin with nouns, however many begin with one: "structured data" is no data structure.
    if (kind === 'name' && !isCurated && rarity(stems) >= trust.looseRarity && isVerb(first)) return 'any order';
    // "designing APIs" in a curated catalog: the stem shows that -ing is an ending there, as it is not in "Spring".
    return isCurated && first.endsWith('ing') && stem(first) !== first ? 'in order' : 'no';
  }

  /** "teamwork" for "work in teams": verb and noun of a name as one word. */
  function compoundOf(label: SkillLabel, stems: readonly string[]): Pattern[] {
    const [verb, noun] = stems;
    if (isCurated || stems.length !== 2 || verb === undefined || noun === undefined) return [];
    const compound = `${noun}${verb}`;
    return isVerb(wordsOf(label.text)[0]?.folded ?? '') ? make({ skill: label.skill, text: compound }, 'name', [compound]) : [];
  }

  /** Names without the generic words around them, where that leaves a name of its own. */
  function coresOf(): Pattern[] {
    const cores = new Map<string, { skill: number; text: string; stems: readonly string[] }[]>();
    for (const { skill, text, stems } of names) {
      const from = stems.findIndex((one) => !leading.has(one));
      const to = stems.findLastIndex((one) => !trailing.has(one)) + 1;
      const core = from < 0 ? [] : stems.slice(from, to);
      if (core.length === 0) continue;
      const key = keyOf(core);
      const isCore = core.length < stems.length && isTellingCore(text, stems.slice(0, from), core);
      cores.set(key, [...(cores.get(key) ?? []), { skill, text, stems: isCore ? core : [] }]);
    }
    return [...cores.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined || first.stems.length === 0 || same.some((one) => one.skill !== first.skill)) return [];
      return make({ skill: first.skill, text: first.text }, 'core', first.stems);
    });
  }

  /** One word is left of a proper name ("Agile development") or of a word of the field alone ("ICT encryption"). */
  function isTellingCore(text: string, before: readonly string[], core: readonly string[]): boolean {
    const [only] = core;
    if (core.length > 1 || only === undefined) return rarity(core) >= trust.coreRarity;
    const isProper = /^\p{Lu}\p{Ll}/u.test(text) && before.length === 0;
    return (isProper || before.includes(fieldMark)) && (inNames.get(only) ?? 0) <= 2;
  }
}

/** How many of some lists hold each stem. */
export function countStems(lists: readonly (readonly string[])[]): Map<string, number> {
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
