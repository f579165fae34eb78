import type { ContentLine, LabelMatch } from './match-label.ts';
import { isRated } from './text-guards.ts';
import { joiner, type TextWord } from './text-words.ts';

/** What parts the items of a list, besides commas, slashes, "and" and "or". */
const listSign = /^[|;•*\n]$/;
const sentenceEnd = /^[.!?•\n]$/;
/** Where a list begins or ends. */
const listEdge = /^[.!?:()]$/;
/** "Frameworks: Express" lists one item. */
const listHeading =
  /^(?:skills?|languages?|frameworks?|tools?|tooling|technolog(?:y|ies)|librar(?:y|ies)|databases?|platforms?|stack|software)$/;
/** Before a name: what one does with a tool or language. */
const practised =
  /^(?:learn(?:ing|ed|t)?|us(?:e|ed|ing)|kn(?:ow|ows|owing|ew)|programm(?:ing|ed)|coding|coded|proficient|fluent)$/;
/** An item of so many words is prose. */
const maxItem = 4;
/** So many items away a known name still shows that a list is one of skills. */
const maxItems = 12;

/**
 * Leaves out the labels that are everyday words where no context shows that they are meant: "Express" counts as an item of a
 * list with another skill in it, or in one sentence with the plain name of a technology, if its data says so. In a list whose
 * other item is plain it may be spelled in any way, elsewhere it counts only as the label is. Linear in the text.
 */
export function meantByContext(
  text: string,
  words: readonly TextWord[],
  line: ContentLine,
  found: readonly LabelMatch[],
): readonly LabelMatch[] {
  if (found.every(({ pattern }) => pattern.contexts === undefined)) return found;
  const sentenceOf = countSentences(words);
  const technical = new Set<number>();
  const beginAt = new Map<number, LabelMatch[]>();
  const endAt = new Map<number, LabelMatch[]>();
  for (const one of found) {
    if (one.pattern.kind === 'cue') continue;
    const first = line.at[one.first] as number;
    const last = line.at[one.last] as number;
    enter(beginAt, first, one);
    enter(endAt, last, one);
    if (one.pattern.isTechnical && one.pattern.contexts === undefined) technical.add(sentenceOf[first] as number);
  }
  return found.filter((one) => {
    const { pattern, first, last } = one;
    const { contexts } = pattern;
    if (contexts === undefined) return true;
    const from = line.at[first] as number;
    const to = line.at[last] as number;
    const spelled = isSpelled(one);
    if ((spelled || textOf(one) === pattern.text) && contexts.includes('tool') && technical.has(sentenceOf[from] as number))
      return true;
    if (!contexts.includes('list')) return false;
    const next = words[to + (/^[|(:]$/.test(words[to + 1]?.text ?? '') ? 2 : 1)];
    // "Go 80 %", "SQL advanced": whatever is rated is a name.
    if (spelled && next !== undefined && isRated(text, next)) return true;
    // "Currently learning Go", at the end of its clause.
    const ended = words[to + 1] === undefined || isParting(words[to + 1]);
    if (spelled && ended && practised.test(words[from - 1]?.folded ?? '')) return true;
    const before = words[from - 1];
    const after = words[to + 1];
    const isWhole = (before === undefined || isParting(before)) && (after === undefined || isParting(after));
    const isHeaded = before?.text === ':' && listHeading.test(words[from - 2]?.folded ?? '');
    if (spelled && isWhole && (before === undefined || isHeaded) && (after === undefined || isHeaded)) return true;
    const others = [...neighbours(from - 1, -1), ...neighbours(to + 1, 1)].filter(
      (other) => other.pattern.skill !== pattern.skill,
    );
    return spelled ? others.length > 0 : isWhole && others.some((other) => other.pattern.contexts === undefined);
  });

  /** The nearest names that are whole items of the list that goes on from `at`, on one side. */
  function neighbours(at: number, step: 1 | -1): readonly LabelMatch[] {
    const named = step === 1 ? beginAt : endAt;
    let items = 0;
    for (let next = at; items < maxItems && isSeparator(words[next]); items++) {
      while (isSeparator(words[next])) next += step;
      const here = named.get(next)?.filter((one) => one.pattern.contexts === undefined || isSpelled(one));
      if (here !== undefined && here.length > 0) return here;
      for (let length = 0; length < maxItem && words[next] !== undefined && !isParting(words[next]); length++) next += step;
    }
    return [];
  }

  function textOf({ first, last }: LabelMatch): string {
    return text.slice(words[line.at[first] as number]?.start, words[line.at[last] as number]?.end);
  }

  /** As the label is, where that is more than a lower-case word; of a label in lower case a capital shows it. */
  function isSpelled(one: LabelMatch): boolean {
    const written = textOf(one);
    const label = one.pattern.text;
    if (written === written.toLowerCase()) return false;
    return written === label || (label === label.toLowerCase() && written.toLowerCase() === label);
  }
}

function enter(places: Map<number, LabelMatch[]>, at: number, one: LabelMatch): void {
  const known = places.get(at);
  if (known === undefined) places.set(at, [one]);
  else known.push(one);
}

function isSeparator(word: TextWord | undefined): boolean {
  return word !== undefined && (joiner.test(word.folded) || listSign.test(word.text));
}

function isParting(word: TextWord | undefined): boolean {
  return word !== undefined && (isSeparator(word) || listEdge.test(word.text));
}

/** For each word the number of its sentence. A line is one at least. */
function countSentences(words: readonly TextWord[]): Uint32Array {
  const numbers = new Uint32Array(words.length);
  let sentence = 0;
  words.forEach((word, i) => {
    if (sentenceEnd.test(word.text)) sentence++;
    numbers[i] = sentence;
  });
  return numbers;
}
