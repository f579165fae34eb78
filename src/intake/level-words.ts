import { normaliseLabel } from '../core/model/label.ts';
import type { Level, Scale } from '../core/model/scale.ts';
import { formLevels } from './form-levels.ts';

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

/** What stands behind a word of level without changing it. */
const nounBehind = /[ -](?:level|proficiency|speaker|knowledge|skills?|user|experience|kenntnisse|niveau)$/;
const cefrGrade = /^(?:level )?([abc][12])(?![\p{L}\p{N}])/u;

/** The level that a form's own word stands for, such as "Intermediate", "C1", "B2 (Upper-Intermediate)", "4/5", "80 %"; nothing when no table knows it. */
export function levelOfForm(scale: Scale, text: string): Level | undefined {
  // The hyphens of words go below; that of a number is its minus.
  if (text.length > 100 || /^\s*-\s*\d/.test(text)) return undefined;
  const word = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/ level$/, '');
  const bare = word.replace(/ ?\([^()]*\)$/, '').replace(nounBehind, '');
  const grade = cefrGrade.exec(word)?.[1];
  for (const one of [word, ...(grade === undefined ? [] : [grade]), bare, bare.replace(nounBehind, '')]) {
    const known = levelOfWord(scale, one) ?? formLevels.get(one);
    if (known !== undefined) return known;
  }
  return levelOfShare(scale, word);
}

/** `4/5`, `8 of 10`, `80%`: a share of the scale; what lies between two levels is the lower one. */
function levelOfShare({ levels }: Scale, word: string): Level | undefined {
  const [, part, whole] = /^(\d{1,3}) ?(?:\/|of|out of) ?(\d{1,3})$/.exec(word) ?? [];
  const [, percent] = /^(\d{1,3})(?:\.\d{1,2})? ?%$/.exec(word) ?? [];
  const share = percent === undefined ? Number(part) / Number(whole) : Number(percent) / 100;
  if (!(share >= 0 && share <= 1) || (whole !== undefined && Number(whole) < 3)) return undefined;
  return levels[Math.floor(share * (levels.length - 1) + 1e-9)]?.level;
}
