import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePatterns } from '../../../src/core/text/label-patterns.ts';
import { contentOf, matchLabel } from '../../../src/core/text/match-label.ts';
import { indexPatterns } from '../../../src/core/text/pattern-index.ts';
import { makeTextReader } from '../../../src/core/text/text-reader.ts';
import { wordsOf } from '../../../src/core/text/text-words.ts';

const asWritten = (word: string): string => word;
const named = (names: readonly string[]) => names.map((text, skill) => ({ skill, text, preferred: true }));

test('by hand: a label is near its rarest word, where its other words stand near too', () => {
  const index = indexPatterns(choosePatterns(named(['java', 'java tests', 'unit tests', 'tests']), asWritten));
  const line = 'we write unit tests'.split(' ');
  // "unit" is in one label, "tests" in three: "unit tests" is found at "unit", and only there.
  expect(line.map((_, at) => index.near(line, at).map(({ text }) => text))).toEqual([[], [], ['unit tests'], ['tests']]);
  expect(index.near(['java'], 0).map(({ text }) => text)).toEqual(['java']);
});

test('no label that stands in a text is passed over', () => {
  const word = fc.constantFrom('a1', 'b1', 'c1', 'd1', 'e1', 'using');
  const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const text = fc.array(fc.constantFrom('a1', 'b1', 'c1', 'd1', 'e1', 'f1', ',', 'and', '.', '\n'), { maxLength: 30 });
  fc.assert(
    fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 12 }), text, (names, words) => {
      const patterns = choosePatterns(named(names), asWritten);
      const index = indexPatterns(patterns);
      const line = contentOf(wordsOf(words.join(' ')), asWritten);
      for (const pattern of patterns) {
        line.stems.forEach((stem, at) => {
          const found = pattern.stems.includes(stem) ? matchLabel(pattern, line, at) : undefined;
          if (found === undefined) return;
          const places = Array.from({ length: found.last - found.first + 1 }, (_, i) => found.first + i);
          expect(places.some((place) => index.near(line.stems, place).includes(pattern))).toBe(true);
        });
      }
    }),
  );
});

describe('the work grows with the text, not with the labels', () => {
  /** Steps for each word of a text. */
  const stepsPerWord = (names: readonly string[], text: string): number => {
    const meter = { steps: 0 };
    const reader = makeTextReader(named(names), asWritten, meter);
    reader.readAll(text);
    return meter.steps / wordsOf(text).filter((word) => !word.isSeparator).length;
  };
  /** A fixed sequence that looks like chance. */
  const wordsFrom = (vocabulary: number, length: number): string =>
    Array.from({ length }, (_, i) => `w${Math.imul(i + 1, 2654435761) % vocabulary}`.replace('-', '')).join(' ');
  const pairsOf = (vocabulary: number): string[] =>
    Array.from({ length: vocabulary * vocabulary }, (_, i) => `w${i % vocabulary} w${Math.floor(i / vocabulary)}`);

  // With labels of two words, six words on either side count: one look at each, and at most one label of each.
  const mostForPairs = 45;

  test('100,000 labels made of 317 words cost a place no more than 1,000 made of 32', () => {
    expect(pairsOf(317).length).toBeGreaterThan(100_000);
    for (const vocabulary of [32, 317]) {
      for (const length of [500, 5000])
        expect(stepsPerWord(pairsOf(vocabulary), wordsFrom(vocabulary, length))).toBeLessThan(mostForPairs);
    }
  });

  test('words that begin each other: a, aa, aaa, …', () => {
    const names = Array.from({ length: 1000 }, (_, i) => 'a'.repeat(i + 1));
    expect(stepsPerWord(names, 'a'.repeat(100_000))).toBeLessThan(5);
    expect(stepsPerWord(names, names.join(' '))).toBeLessThan(5);
    expect(stepsPerWord(names, 'a '.repeat(10_000))).toBeLessThan(5);
  });

  test('labels that begin each other: x0, x0 x1, x0 x1 x2, …', () => {
    const names = Array.from({ length: 5000 }, (_, chain) =>
      Array.from({ length: 10 }, (_, i) => Array.from({ length: i + 1 }, (_, k) => `x${chain}n${k}`).join(' ')),
    ).flat();
    // Ten labels end along one path, and each word of it has ten neighbours.
    expect(stepsPerWord(names, Array.from({ length: 2000 }, (_, i) => `x${i % 7}n${i % 10}`).join(' '))).toBeLessThan(60);
    expect(stepsPerWord(names, names.slice(0, 400).join(' '))).toBeLessThan(200);
  });

  test('one word of 100,000 labels, alone in a text', () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `x y${i}`);
    expect(stepsPerWord(names, 'x '.repeat(10_000))).toBeLessThan(5);
    expect(stepsPerWord(names, `x ${Array.from({ length: 5000 }, (_, i) => `y${i}`).join(' ')}`)).toBeLessThan(10);
  });
});
