import type { NamedItem } from './group-mentions.ts';
import { bullet } from './sentences.ts';

export interface UnmatchedWords {
  readonly text: string;
  /** Where they stand in the sentence. */
  readonly start: number;
}

/** Capitalised words of adverts that are no names of skills. */
const ordinary =
  /^(?:e\.g|i\.e|I|I['’](?:m|d)|We|You|Your|Our|The|A|An|In|At|As|On|Or|And|If|With|For|To|Of|IT|CV|EU|UK|US|USA|EMEA|Bachelor|Master|PhD|BS|BA|MS|MA|BSc|MSc|MBA|Computer|Science|CS|STEM|Engineering|Degree|Senior|Junior|Principal|Lead|Staff|Architect|Developers?|Engineers?|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Experience|Knowledge|Familiarity|Understanding|Proficiency|Strong|Solid|Excellent|Good|Must|Nice|Required|Preferred)$/;
const maxShownLength = 160;

/**
 * What of a demand named no skill: names in the middle of the sentence that no mention covers, or the whole sentence where it
 * names nothing at all.
 *
 * @param isCounted the sentence was read as years or education
 */
export function unmatchedDemands(sentence: string, named: readonly NamedItem[], isCounted: boolean): UnmatchedWords[] {
  const lead = bullet.exec(sentence)?.[0].length ?? 0;
  const words: UnmatchedWords[] = [];
  let isFirst = true;
  for (const match of sentence.slice(lead).matchAll(/\.?[\p{L}\p{N}][\p{L}\p{N}.+#'’-]*/gu)) {
    const start = lead + match.index;
    const text = match[0].replace(/[.'’-]+$/, '').replace(/['’]s$/, '');
    const starts = isFirst || (/[:.!?*"“(]\s*$/.test(sentence.slice(0, start)) && !/\($/.test(sentence.slice(0, start)));
    isFirst = false;
    const inside = /\p{Lu}|[+#]|\.\p{L}/u.test(text.slice(1));
    const isName = (inside && /^[^\d]/.test(text)) || (!starts && /^\p{Lu}/u.test(text));
    const isCovered = named.some((one) => start < one.end && one.start < start + text.length);
    if (isName && !isCovered && !ordinary.test(text) && !(isCounted && !inside)) {
      const previous = words.at(-1);
      if (previous !== undefined && sentence.slice(previous.start + previous.text.length, start) === ' ') {
        words[words.length - 1] = { start: previous.start, text: sentence.slice(previous.start, start + text.length) };
      } else words.push({ text, start });
    }
  }
  const plain = sentence.slice(lead).trim();
  if (words.length > 0 || named.length > 0 || isCounted || plain.split(/\s+/).length < 2) return words;
  return [
    { text: plain.length > maxShownLength ? `${plain.slice(0, maxShownLength - 3)}...` : plain, start: sentence.indexOf(plain) },
  ];
}
