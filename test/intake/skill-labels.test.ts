import { expect, test } from 'vitest';
import { findFamilies } from '../../src/intake/posting/skill-families.ts';
import { readerOf } from '../../src/intake/skill-labels.ts';
import { makeCatalog } from '../support/make-catalog.ts';

const catalog = makeCatalog(
  [
    {
      id: 'express',
      name: 'Express',
      altLabels: ['Express.js', 'expressjs framework'],
      kind: 'framework',
      ambiguous: ['tool', 'list'],
    },
    { id: 'spring', name: 'Spring Framework', altLabels: ['Spring'], kind: 'framework', ambiguous: { Spring: ['tool', 'list'] } },
    { id: 'java', name: 'Java', kind: 'language' },
    { id: 'rest-apis', name: 'REST APIs', kind: 'practice' },
    { id: 'communication', name: 'Communication', kind: 'soft-skill' },
  ],
  [],
);
const read = (text: string): string[] =>
  readerOf(catalog)
    .read(text)
    .map(({ skill }) => catalog.skill(skill).id);

test('contexts without a label are those of every label of one word', () => {
  expect(catalog.skill(1).ambiguous).toEqual({ Express: ['tool', 'list'], 'Express.js': ['tool', 'list'] });
  expect(read('Our Express lines')).toEqual([]);
  expect(read('The expressjs framework serves it')).toEqual(['express']);
});

test('an id of an everyday word is one too', () => {
  const office = makeCatalog(
    [
      { id: 'access', name: 'Microsoft Access', kind: 'database', ambiguous: ['list', 'tool'] },
      { id: 'java', name: 'Java', kind: 'language' },
    ],
    [],
  );
  expect(office.skill(0).ambiguous).toEqual({ access: ['list', 'tool'] });
  const ids = (text: string): string[] =>
    readerOf(office)
      .read(text)
      .map(({ skill }) => office.skill(skill).id);
  expect(ids('Java code to access the files')).toEqual(['java']);
  expect(ids('Microsoft Access')).toEqual(['access']);
});

test.each([
  ['In Spring we hire.', []],
  ['Our Spring services', []],
  ['Our Spring services are written in Java', ['spring', 'java']],
  ['Our Spring services offer REST APIs', ['spring', 'rest-apis']],
  ['A Spring of good Communication', ['communication']],
  ['The Spring Framework', ['spring']],
])('the neighbour of an everyday word is technical: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('an advert that asks for a back-end language gets those of the family, else any programming language', () => {
  const languages = (families: readonly string[][]): ReturnType<typeof makeCatalog> =>
    makeCatalog(
      families.map((of, i) => ({ id: `l${i}`, families: of })),
      [],
    );
  const membersOf = (families: readonly string[][]): (readonly number[])[] =>
    findFamilies('One back-end language is needed.', languages(families)).map(({ members }) => members);
  const both = ['programming-language', 'backend-language'];
  expect(membersOf([['programming-language'], both, both])).toEqual([[1, 2]]);
  expect(membersOf([['programming-language'], ['programming-language']])).toEqual([[0, 1]]);
});
