import { meantByContext } from './label-contexts.ts';
import { choosePatterns, type LabelKind, type SkillLabel } from './label-patterns.ts';
import { defaultTrust, inflectionOf, isAskedFor, type LabelTrust } from './label-trust.ts';
import { type ContentLine, contentOf, type LabelMatch, matchLabel } from './match-label.ts';
import { indexPatterns, type WorkMeter } from './pattern-index.ts';
import { isNegated, meansSomethingElse } from './text-guards.ts';
import { type Stem, type TextWord, wordsOf } from './text-words.ts';

/** A skill that a text names. Offsets count characters from 0; the end is just past the last one. */
export interface Mention {
  readonly skill: number;
  readonly start: number;
  readonly end: number;
  /** The label that was found. */
  readonly label: string;
  /** The label is no name: it only asks for the skill. */
  readonly isCue: boolean;
}

export interface TextReader {
  /** The skills that a text names, in its order, none overlapping another. Linear in the text's length, whatever the number of labels. */
  readonly read: (text: string) => Mention[];
  /** As `read`, with the places where a skill is named to say that it is absent. */
  readonly readAll: (text: string) => (Mention & { readonly negated: boolean })[];
}

/**
 * Prepares the labels of a catalog for reading texts. All labels of a curated catalog are trusted. A taxonomy's alternative
 * labels are written to be searched rather than read: there only those of three or more rare words that no other skill shares
 * count.
 *
 * @param stem word → stem; forms of one word must give the same stem
 * @param meter counts the work of every reading
 */
export function makeTextReader(
  labels: readonly SkillLabel[],
  stem: Stem,
  meter?: WorkMeter,
  trust: LabelTrust = defaultTrust,
): TextReader {
  const patterns = choosePatterns(labels, stem, trust);
  const index = indexPatterns(patterns, meter);
  const readAll = (text: string): (Mention & { negated: boolean })[] => {
    const words = wordsOf(text);
    const line = contentOf(words, stem);
    const found = line.stems.flatMap((_, i) =>
      index.near(line.stems, i).flatMap((pattern) => {
        const hit = matchLabel(pattern, line, i);
        return hit !== undefined && isMeant(text, words, line, hit) ? [hit] : [];
      }),
    );
    return withoutOverlaps(meantByContext(text, words, line, found), line).map(({ pattern, first, last }) => {
      const start = (words[line.at[first] as number] as TextWord).start;
      const end = (words[line.at[last] as number] as TextWord).end;
      return {
        skill: pattern.skill,
        start,
        end,
        label: pattern.text,
        isCue: pattern.kind === 'cue',
        negated: isNegated(text, start),
      };
    });
  };
  return { readAll, read: (text) => readAll(text).flatMap(({ negated, ...mention }) => (negated ? [] : [mention])) };
}

function isMeant(text: string, words: readonly TextWord[], line: ContentLine, { pattern, first }: LabelMatch): boolean {
  if (pattern.alone !== undefined && !pattern.alone.has(inflectionOf(line.folded[first] as string))) return false;
  if (pattern.isGerund && !/(?:ings?|ed)$/.test(line.folded[first] as string)) return false;
  const at = line.at[first] as number;
  if (pattern.isEveryday) {
    // "securities" are not security.
    if (isPlural(pattern.text) && !isPlural(line.folded[first] as string)) return false;
    if (!isAskedFor(words, at)) return false;
  }
  // Where a label with contexts counts, `meantByContext` says.
  if (pattern.contexts !== undefined) return pattern.alone === undefined || !meansSomethingElse(text, words, at);
  if (pattern.spelling === undefined) return true;
  return (words[at] as TextWord).text === pattern.spelling && !meansSomethingElse(text, words, at);
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word);
}

const kindOrder: readonly LabelKind[] = ['name', 'alternative', 'core', 'cue'];

/** The longest labels first; what overlaps one that was taken is not meant. In the order of the text. */
function withoutOverlaps(found: readonly LabelMatch[], line: ContentLine): LabelMatch[] {
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
