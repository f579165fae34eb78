import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTexts } from '../../src/core/catalog/text-table.ts';
import { likelyTexts } from '../../src/search/likely-texts.ts';

/** What two lists have in common, each item as often as both hold it. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const pairsOf = (text: string): string[] => [...text].slice(1).map((letter, i) => `${text[i]}${letter}`);

test('by hand: the text with more letters and pairs in common is the likelier one', () => {
  const table = packTexts(['java', 'javascript', 'welding']);
  expect(likelyTexts(table, 'javascritp', 1)).toEqual([1]);
  expect(likelyTexts(table, 'javascritp', 3)).toEqual([0, 1]);
});

test('the most likely texts are those that counting letters and pairs one by one finds, skipping none', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh '), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), word, fc.integer({ min: 1, max: 8 }), (texts, query, most) => {
      const ranked = texts
        .map((text, i) => ({ i, text, both: shared([...text], [...query]) + shared(pairsOf(text), pairsOf(query)) }))
        .map(({ i, text, both }) => ({ i, text, likeness: both / (text.length + query.length) }))
        .filter(({ text, likeness }) => likeness > 0.3 && text.length <= 3 * query.length + 3)
        .sort((a, b) => b.likeness - a.likeness || a.i - b.i);
      const expected = ranked.slice(0, most).map((one) => one.i);
      expect(likelyTexts(packTexts(texts), query, most)).toEqual(expected.sort((a, b) => a - b));
    }),
    { numRuns: 300, seed: 8 },
  );
});
