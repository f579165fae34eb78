import { compareText } from '../model/text-order.ts';
import { type Stem, stemOf, type TextWord } from './text-words.ts';

/**
 * How much a label of a taxonomy must say by its own words before a text is believed to mean it. Rarity is that of a label's
 * words together in the names of the taxonomy, in nats; spread is the number of skills that have a word in any label.
 * The values were chosen by cross-validation (docs/extraction.md).
 */
export interface LabelTrust {
  /** From so much rarity on, words may stand between the words of a name, or change places. */
  readonly looseRarity: number;
  /** From so much on, what is left of a name without its generic words counts. */
  readonly coreRarity: number;
  /** An alternative label counts by itself from so many words and so much rarity on. */
  readonly tellingWords: number;
  readonly tellingRarity: number;
  /** One that shares a word with its skill's name, from so much rarity on. */
  readonly kinRarity: number;
  /** One of a soft skill, from so much rarity on. */
  readonly softRarity: number;
  /** A name of one word counts anywhere up to this spread; beyond it, only where a text asks for something or lists. */
  readonly everydaySpread: number;
}

export const defaultTrust: LabelTrust = {
  looseRarity: 8,
  coreRarity: 8,
  tellingWords: 3,
  tellingRarity: 12,
  kinRarity: 8,
  softRarity: 8,
  everydaySpread: 3,
};

/** What asks for the word behind it: "knowledge of", "experienced in". */
const asking: ReadonlySet<string> = new Set(
  `knowledge knowledgeable understanding experience experienced expertise expert proficient proficiency familiar familiarity skill
  skills skilled background degree fluent fluency competent competence competency command grasp qualification qualifications
  training trained certified certificate certification`.split(/\s+/),
);
/** What asks for the word right behind it: "strong communication". */
const praising: ReadonlySet<string> = new Set('excellent strong good great solid outstanding effective clear'.split(' '));
/** What says of the word before it that it is something to be had, or well done: "communication skills". */
const had: ReadonlySet<string> = new Set(
  `skill skills experience knowledge expertise ability abilities competence competences competency competencies fundamentals
  background degree qualification qualifications effectively clearly fluently`.split(/\s+/),
);
/** So many words and signs lie between a word that asks and what it asks for, at most. */
const askingReach = 8;
const clauseEnds: ReadonlySet<string> = new Set([...'.;:!?•*\n']);
const listEdges: ReadonlySet<string> = new Set([...'.,;:!?•*\n|/']);

/**
 * Whether a text asks for the word at a place, or lists it: next to "knowledge of", "skills", or an item by itself. An everyday
 * word stands for a skill only there. Looks at a fixed number of words.
 */
export function isAskedFor(words: readonly TextWord[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  if (after !== undefined && had.has(after.folded)) return true;
  if (before !== undefined && praising.has(before.folded)) return true;
  if ((before === undefined || listEdges.has(before.text)) && (after === undefined || listEdges.has(after.text))) return true;
  for (let back = 1; back <= askingReach; back++) {
    const word = words[at - back];
    if (word === undefined || clauseEnds.has(word.text)) return false;
    if (asking.has(word.folded)) return true;
  }
  return false;
}

/** In how many skills' labels each of some stems stands. */
export function spreadOf(
  labels: readonly { readonly skill: number; readonly stems: readonly string[] }[],
  wanted: Iterable<string>,
): Map<string, number> {
  const owners = new Map<string, Set<number>>();
  for (const stem of wanted) owners.set(stem, new Set());
  for (const { skill, stems } of labels) for (const stem of stems) owners.get(stem)?.add(skill);
  return new Map([...owners].map(([stem, skills]) => [stem, skills.size]));
}

/** The same for all orders of the same stems. */
export function keyOf(stems: readonly string[]): string {
  return [...stems].sort(compareText).join(' ');
}

/** A word without the endings of number and tense. */
export function inflectionOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const bare = word.replace(/ies$/, 'y').replace(/(?<=[a-z]{3})(?:ings?|ed|es|s|e)$/, '');
  return bare.replace(/([bdglmnprt])\1$/, '$1');
}

/** What does something, or can be done something with, is not the doing: "managers" are no management. */
const actor = /(?:(?:e|o)rs?|(?:a|i)ble|(?:a|i)bility|(?:a|i)bly)$/;

/** Which of a label's words may stand in a text in another form than their inflections: the nouns of its verbs. */
export function formsOf(words: readonly TextWord[], stem: Stem): (stem: string, written: string) => boolean {
  const forms = new Map<string, Set<string>>();
  for (const { folded, isSeparator } of words) {
    if (isSeparator) continue;
    const key = stemOf(folded, stem);
    forms.set(key, (forms.get(key) ?? new Set()).add(inflectionOf(folded)));
  }
  return (key, written) => forms.get(key)?.has(inflectionOf(written)) === true || !actor.test(written);
}
