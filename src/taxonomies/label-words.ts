/** Words that say nothing about what a skill is about. */
const emptyWords = new Set(
  (
    'a an and or the of to in for with on by as at from is are be that this it its their such which using use other into so can if ' +
    'they them these those not may how according order various different well'
  ).split(' '),
);

const endings = ['ations', 'ation', 'ings', 'ing', 'ies', 'es', 's', 'ed', 'ers', 'er'];
const shortestStem = 3;

/** The words of an English text, lower case, without the commonest endings and without empty words. */
export function keywordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9+#]+/g) ?? [];
  return words.filter((word) => !emptyWords.has(word)).map(stemOf);
}

function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** How often each word of a name, of the alternative labels and of a description counts. */
const nameWeight = 3;
const altLabelsWeight = 2;
/** A word counts in a description twice at most: what it repeats, it mostly repeats for grammar. */
const descriptionCap = 2;

/**
 * The words of a skill with their weights: ln(1 + w), where the alternative labels together weigh as much as two names,
 * however many there are.
 */
export function weighWords(name: string, altLabels: readonly string[], summary: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number): void => {
    counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const nameWords = keywordsOf(name);
  for (const word of nameWords) add(word, nameWeight);
  const labelWords = altLabels.flatMap(keywordsOf);
  for (const word of labelWords) add(word, (altLabelsWeight * nameWords.length) / labelWords.length);
  const said = new Map<string, number>();
  for (const word of keywordsOf(summary)) said.set(word, (said.get(word) ?? 0) + 1);
  for (const [word, times] of said) add(word, Math.min(times, descriptionCap));
  return new Map([...counts].filter(([, weight]) => weight > 0).map(([word, weight]) => [word, Math.log1p(weight)]));
}
