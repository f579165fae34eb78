import { normaliseLabel } from '../core/model/label.ts';
import type { Level, Scale } from '../core/model/scale.ts';

/** The level that a word or digit stands for (`proficient`, `4`, `none`), or nothing. */
export function levelOfWord(scale: Scale, text: string): Level | undefined {
  const word = normaliseLabel(text);
  // As a label `-1` would be `1`.
  const digit = text.normalize('NFKC').trim();
  const found = scale.levels.find(
    (anchor) =>
      String(anchor.level) === digit ||
      normaliseLabel(anchor.word) === word ||
      anchor.alsoSaid.map(normaliseLabel).includes(word),
  );
  return found?.level;
}

/** All words that stand for levels, lowest first. */
export function levelWords(scale: Scale): string[] {
  return scale.levels.flatMap((anchor) => [anchor.word, ...anchor.alsoSaid]);
}

/** What a level may be written as, for messages: `0 to 5, or none, novice, …`. */
export function levelChoices({ levels }: Scale): string {
  return `0 to ${levels.length - 1}, or ${levels.map((anchor) => anchor.word).join(', ')}`;
}

/** Words of CV formats beside those of the scale: LinkedIn's for languages, the CEFR's grades, and what forms offer. */
const formWords: Readonly<Record<string, Level>> = {
  a1: 1,
  a2: 2,
  b1: 3,
  b2: 3,
  c1: 4,
  c2: 5,
  native: 5,
  'native speaker': 5,
  'mother tongue': 5,
  bilingual: 5,
  'native or bilingual proficiency': 5,
  'full professional proficiency': 4,
  'professional working proficiency': 4,
  fluent: 4,
  professional: 4,
  'limited working proficiency': 2,
  'elementary proficiency': 1,
  'very good': 4,
  excellent: 4,
  junior: 2,
  mid: 3,
  medium: 3,
  'mid level': 3,
  lead: 5,
};

/** The level that a form's own word stands for, such as "Intermediate", "C1", "4/5"; nothing when no table knows it. */
export function levelOfForm(scale: Scale, text: string): Level | undefined {
  // The hyphens of words go below; that of a number is its minus.
  if (/^\s*-\s*\d/.test(text)) return undefined;
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/ level$/, '');
  const known = levelOfWord(scale, word) ?? (Object.hasOwn(formWords, word) ? formWords[word] : undefined);
  if (known !== undefined) return known;
  const outOfFive = /^([0-5]) ?(?:\/|of|out of) ?5$/.exec(word);
  return outOfFive === null ? undefined : (Number(outOfFive[1]) as Level);
}
