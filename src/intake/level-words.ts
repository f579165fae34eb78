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
