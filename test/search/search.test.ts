import { expect, test } from 'vitest';
import { labelKinds, makeLabelTable } from '../../src/core/catalog/label-table.ts';
import { packTexts } from '../../src/core/catalog/text-table.ts';
import { likelyTexts } from '../../src/search/likely-texts.ts';
import { searchLabels } from '../../src/search/search-labels.ts';
import { suggestWords } from '../../src/search/suggest.ts';

const table = makeLabelTable(
  [['javascript', 'js'], ['java', 'jdk'], ['enterprise java'], ['c++'], ['kotlin', 'java successor']].map(
    ([name = '', ...others], i) => [
      { text: `id${i}`, kind: labelKinds.id },
      { text: name, kind: labelKinds.name },
      ...others.map((text) => ({ text, kind: labelKinds.alternative })),
      { text: `http://example.org/skill/${i}`, kind: labelKinds.identifier },
    ],
  ),
);
const search = (query: string): number[] => searchLabels(table, query);

test('an equal label comes first, then a start, then a word, then a part; a name before an alternative label', () => {
  expect(search('java')).toEqual([1, 0, 4, 2]);
  expect(search('script')).toEqual([0]);
});

test('without an answer comes what is spelled nearly so', () => {
  expect(search('javascrpt')[0]).toBe(0);
  expect(search('zzzzzz')).toEqual([]);
});

test('signs of a search language are signs', () => {
  expect(search('c++')).toEqual([3]);
  expect(suggestWords("'java | !x", ['java'])).toEqual([]);
});

test('the nearest word comes first, and what is near nothing gets none', () => {
  const words = ['kubernetes', 'kibana', 'java', 'javascript'];
  expect(suggestWords('kubernets', words)[0]).toBe('kubernetes');
  expect(suggestWords('jav', words)[0]).toBe('java');
  expect(suggestWords('javascrip', words)[0]).toBe('javascript');
  expect(suggestWords('xyzxyz', words)).toEqual([]);
  expect(suggestWords('  ', words)).toEqual([]);
  expect(suggestWords('java', words, 1)).toEqual(['java']);
});

test('a query of a thousand letters is cut, not refused', () => {
  expect(suggestWords('java'.repeat(250), ['java'])).toEqual([]);
});

test('an identifier answers to its whole self, not to a part that all of them share', () => {
  expect(search('http://example.org/skill/3')).toEqual([3]);
  expect(search('example')).toEqual([]);
});

test('a match across the border of two labels is none', () => {
  // Sorted, `java successor` stands right before `javascript`; only the second is spelled nearly so.
  expect(search('rjavascriptj')).not.toContain(4);
});

test('of very many words the likely ones are compared: a typo still finds its word', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `word${i.toString(26)} ${(i * 7919).toString(30)}`);
  words[4321] = 'kubernetes';
  expect(suggestWords('kubernets', words)[0]).toBe('kubernetes');
  const likely = likelyTexts(packTexts(words), 'kubernets', 10);
  expect(likely.length).toBeLessThanOrEqual(10);
  expect(likely).toContain(4321);
});
