import type { LabelContext } from '../model/model.ts';
import { compareText } from '../model/text-order.ts';
import { needsOwnSpelling } from './text-guards.ts';
import { joiner, type Stem, stemsOf, wordsOf } from './text-words.ts';

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
}

/** Words that a label may have and a text may leave out: "cloud" for "cloud technologies". */
const genericWords =
  `development technology techniques systems principles software ict tools methods use operate develop implement
  manage perform conduct apply utilise work solutions processes provide carry out execute deploy create design field information
  computer programming`.split(/\s+/);

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
  readonly alone: string | undefined;
  /** Counts only as it is spelled. */
  readonly spelling: string | undefined;
  /** Counts in these places alone, and there as it is spelled. */
  readonly contexts: readonly LabelContext[] | undefined;
  readonly isTechnical: boolean;
  /** It joins words itself: "data structures and algorithms", "CI/CD". */
  readonly joins: boolean;
  /** Characters that stand inside the label, so that they may stand inside the text: `/` in CI/CD. */
  readonly separators: string;
}

/** Chooses the labels to look for, and how each may stand in a text. */
export function choosePatterns(labels: readonly SkillLabel[], stem: Stem): Pattern[] {
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
    return [
      {
        skill,
        text,
        kind,
        stems,
        loose: loosenessOf(kind, only.folded, stems),
        alone: plain.length === 1 ? inflectionOf(only.folded) : undefined,
        spelling: plain.length === 1 && contexts === undefined && needsOwnSpelling(only) ? only.text : undefined,
        contexts,
        isTechnical,
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
      const isTelling = stems.length >= tellingWords && rarity(stems) >= tellingRarity && !isShared(stems);
      return isCurated || isTelling ? make(label, 'alternative', stems) : [];
    }
    const isAlone = stems.length === 1 && !isCurated;
    if (isAlone && (wordsOf(text).length > 1 || (inNames.get(stems[0] as string) ?? 0) > commonWord)) return [];
    return make(label, 'name', stems);
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
      return rare ? make({ skill: first.skill, text: first.text }, 'core', first.stems) : [];
    });
  }
}

function keyOf(stems: readonly string[]): string {
  return [...stems].sort(compareText).join(' ');
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

/** A word without the endings of number and tense. */
export function inflectionOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const bare = word.replace(/ies$/, 'y').replace(/(?<=[a-z]{3})(?:ings?|ed|es|s|e)$/, '');
  return bare.replace(/([bdglmnprt])\1$/, '$1');
}
