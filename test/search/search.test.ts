import { expect, test } from 'vitest';
import { searchEntries } from '../../src/search/search-entries.ts';
import { suggestWords } from '../../src/search/suggest.ts';

const entries = [
  { number: 0, labels: ['javascript', 'js'] },
  { number: 1, labels: ['java', 'jdk'] },
  { number: 2, labels: ['enterprise java'] },
  { number: 3, labels: ['c++'] },
  { number: 4, labels: ['kotlin', 'java successor'] },
];

test('an equal label comes first, then a start, then a word, then a part; a name before an alternative label', () => {
  expect(searchEntries(entries, 'java')).toEqual([1, 0, 4, 2]);
  expect(searchEntries(entries, 'script')).toEqual([0]);
});

test('without a query everything is there; without an answer what is spelled nearly so', () => {
  expect(searchEntries(entries, '')).toEqual([0, 1, 2, 3, 4]);
  expect(searchEntries(entries, 'javascrpt')[0]).toBe(0);
  expect(searchEntries(entries, 'zzzzzz')).toEqual([]);
});

test('signs of a search language are signs', () => {
  expect(searchEntries(entries, 'c++')).toEqual([3]);
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
