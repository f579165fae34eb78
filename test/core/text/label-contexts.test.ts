import fc from 'fast-check';
import { stemmer } from 'stemmer';
import { describe, expect, test } from 'vitest';
import type { LabelContext } from '../../../src/core/model/model.ts';
import { makeTextReader } from '../../../src/core/text/text-reader.ts';

interface Named {
  readonly text: string;
  readonly contexts?: readonly LabelContext[];
  readonly isTechnical?: boolean;
}

const both: readonly LabelContext[] = ['list', 'tool'];
const named: readonly Named[] = [
  { text: 'Java', isTechnical: true },
  { text: 'Node.js', isTechnical: true },
  { text: 'Communication' },
  { text: 'Express', contexts: both, isTechnical: true },
  { text: 'Swift', contexts: both, isTechnical: true },
  { text: 'Word', contexts: ['list'], isTechnical: true },
  { text: 'pandas', contexts: both, isTechnical: true },
];
const reader = makeTextReader(
  named.map((one, skill) => ({ skill, preferred: true, ...one })),
  stemmer,
);
const read = (text: string): string[] => reader.read(text).map(({ skill }) => named[skill]?.text ?? '');

describe('a label that is an everyday word', () => {
  test.each([
    ['We built the API in Express.'],
    ['They express themselves with care.'],
    ['A Swift answer to every customer.'],
    ['With Express delivery and good Communication we win.'],
    ['Java is what we write. Our Express line goes to Kent.'],
    ['We write Java and express ideas.'],
    ['We know Java, and swift answers help.'],
    ['Ships Express, Standard and Overnight.'],
    ['We feed pandas.'],
  ])('is prose in %j', (text) => {
    expect(read(text).filter((one) => one !== 'Java' && one !== 'Communication')).toEqual([]);
  });

  test.each([
    ['We built it on Node.js with Express.', ['Node.js', 'Express']],
    ['Our Express services talk to Java.', ['Express', 'Java']],
    ['Word documents about Java', ['Java']],
    ['Cleaned with pandas and Java code', ['pandas', 'Java']],
    ['Cleaned with Pandas in Java code', ['pandas', 'Java']],
  ])('counts beside a technology, if it may: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['Java, Express, Word', ['Java', 'Express', 'Word']],
    ['java, express, swift', ['Java', 'Express', 'Swift']],
    ['Experience with Word and Swift', ['Word', 'Swift']],
    ['Express / Koa / Swift', ['Express', 'Swift']],
    ['Excel, PowerPoint, Java, Outlook, Word', ['Java', 'Word']],
    ['• Java\n• Word\n', ['Java', 'Word']],
    ['Tools: Word', ['Word']],
    ['Word', ['Word']],
    ['eat, express, swift', []],
    ['word', []],
    ['Topic: Word', []],
  ])('counts in a list of skills: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('contexts only ever take mentions away', () => {
    const free = makeTextReader(
      named.map(({ text, isTechnical }, skill) => ({ skill, text, preferred: true, isTechnical: isTechnical ?? false })),
      stemmer,
    );
    const words = fc.constantFrom(
      'Java',
      'Express',
      'express',
      'Swift',
      'Word',
      'we',
      'with',
      ',',
      '.',
      '/',
      'and',
      ':',
      '\n',
      'Node.js',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const text = parts.join(' ');
        const folded = (mentions: ReturnType<typeof free.read>): string[] => mentions.map((one) => `${one.skill}@${one.start}`);
        // Listed beside a plain name, a word may be spelled in any way: the free reader sees those as spelled too.
        const inAnySpelling = free.read(text.replaceAll('express', 'Express'));
        expect(folded([...free.read(text), ...inAnySpelling])).toEqual(expect.arrayContaining(folded(reader.read(text))));
      }),
    );
  });
});
