/** Small words of each language that the others do not have. */
const smallWords: readonly (readonly [string, string])[] = [
  ['English', 'the and of with for from have this are was by is in to on as at an'],
  ['German', 'und der die das mit für von den im zur zum bei eine einer ist als auch sowie'],
  ['French', 'et le les des du dans pour avec une sur au aux est en par vous nous'],
  ['Spanish', 'y el los las del con para una por en que su como es al'],
  ['Portuguese', 'e o os as do da dos das com para uma em por na no que'],
  ['Italian', 'e il gli di del della con per una nel che sono di da'],
  ['Dutch', 'en het een van met voor op te bij aan ook zijn de naar'],
  ['Polish', 'i w z na do oraz się dla przez jest od o jako przy'],
];
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['a language in Cyrillic letters', /\p{Script=Cyrillic}/gu],
  ['a language in Greek letters', /\p{Script=Greek}/gu],
];
/** So much of a text shows its language. Characters. */
const sample = 20_000;
/** Fewer small words show nothing: lists of names have none in any language. */
const fewest = 4;
/** From this share of its letters on a script is the text's own. */
const scriptShare = 0.15;

/** The language of a text, where it is plainly another one than English; nothing for English, and where too little is said. */
export function otherLanguageOf(text: string): string | undefined {
  const begin = text.slice(0, sample);
  const letters = begin.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, sign] of scripts) {
    const count = begin.match(sign)?.length ?? 0;
    // A syllable of these is as much as three letters.
    if (count > 0 && 3 * count >= scriptShare * (letters + 2 * count)) return language;
  }
  const counts = new Map<string, number>();
  for (const [word] of begin.toLowerCase().matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const found = smallWords
    .map(([language, words]) => {
      const met = words.split(' ').filter((word) => counts.has(word));
      return { language, kinds: met.length, score: met.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = found;
  if (first === undefined || first.language === 'English' || first.kinds < fewest || first.score <= (second?.score ?? 0))
    return undefined;
  return first.language;
}
