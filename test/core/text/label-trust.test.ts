import { stemmer } from 'stemmer';
import { describe, expect, test } from 'vitest';
import type { SkillLabel } from '../../../src/core/text/label-patterns.ts';
import { defaultTrust, isAskedFor, type LabelTrust } from '../../../src/core/text/label-trust.ts';
import { makeTextReader } from '../../../src/core/text/text-reader.ts';
import { wordsOf } from '../../../src/core/text/text-words.ts';

/** An invented taxonomy: of the words that matter here, and of 400 others, so that a word of one name is rare. */
const named: Record<string, readonly string[]> = {
  'work in squads': ['join the squad'],
  'work with wood': [],
  'work with glass': [],
  'work at heights': [],
  'work at night': [],
  'cloud technologies': ['cloud computing', 'remote racks'],
  'Nimble development': [],
  'ICT enciphering': [],
  'operate open ledger software': [],
  'solution rollout': [],
  ceramics: ['ceramics of old', 'tin ceramics'],
  'fire ceramics': ['glazed ceramics'],
  'sort ceramics': ['heaps of ceramics'],
  'paint ceramics': [],
  bonds: ['government bonds'],
  'issue bonds': ['bonds to issue'],
  'price bonds': ['bonds to price'],
  'redeem bonds': [],
  'unit checks': [],
  Zorblang: [],
  'write Zorblang': ['be fluent in Zorblang'],
  'show resolve': ['strive onwards'],
};
const soft = new Set(['write Zorblang', 'show resolve']);
const preferred = [...Object.keys(named), ...Array.from({ length: 400 }, (_, i) => `qu${i}x vo${i}z`)];
const labels: SkillLabel[] = preferred.flatMap((text, skill) => [
  { skill, text, preferred: true, isSoft: soft.has(text) },
  ...(named[text] ?? ['shared words']).map((one) => ({ skill, text: one, preferred: false, isSoft: soft.has(text) })),
]);
const namesIn = (text: string, trust: LabelTrust = defaultTrust): (string | undefined)[] =>
  makeTextReader(labels, stemmer, undefined, trust)
    .read(text)
    .map(({ skill }) => preferred[skill]);

describe('of a taxonomy, by hand', () => {
  test.each([
    // Verb and noun of a task: other words between, the noun of the verb, one compound; no list, and nobody who does it.
    ['We work in large happy squads.', ['work in squads']],
    ['You like squad working and squadwork.', ['work in squads', 'work in squads']],
    ['Our squads, work and pay are good.', []],
    ['Squads of hard workers meet.', []],
    // What is left of a name without the generic words around it.
    ['Nimble teams wanted.', ['Nimble development']],
    ['You know enciphering.', ['ICT enciphering']],
    ['Open ledger tools are ours.', ['operate open ledger software']],
    ['The rollout is next week.', []],
    // An alternative label that shares a word with the name, and one that does not.
    ['We use cloud computing.', ['cloud technologies']],
    ['We use remote racks.', []],
    // A soft skill's, unless it holds a proper name that is a skill by itself.
    ['Those who strive onwards.', ['show resolve']],
    ['Be fluent in Zorblang.', ['Zorblang']],
    // A word of many labels, where it is asked for and elsewhere; the plural is not the singular.
    ['The shop sells ceramics to ships.', []],
    ['Good knowledge of wood and ceramics.', ['ceramics']],
    ['Ceramics skills help.', ['ceramics']],
    ['Knowledge of bonds', ['bonds']],
    ['Knowledge of the bond between people', []],
    // A list shares its last word over items of one word each.
    ['Unit and smoke checks.', ['unit checks']],
    ['Unit and slow public smoke checks.', []],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('each constant decides', () => {
    const none = Number.POSITIVE_INFINITY;
    expect(namesIn('We work in large happy squads.', { ...defaultTrust, looseRarity: none })).toEqual([]);
    expect(namesIn('Open ledger tools are ours.', { ...defaultTrust, coreRarity: none })).toEqual([]);
    expect(namesIn('We use cloud computing.', { ...defaultTrust, kinRarity: none })).toEqual([]);
    expect(namesIn('Those who strive onwards.', { ...defaultTrust, softRarity: none })).toEqual([]);
    expect(namesIn('The shop sells ceramics to ships.', { ...defaultTrust, everydaySpread: none })).toEqual(['ceramics']);
    expect(namesIn('We use remote racks.', { ...defaultTrust, tellingWords: 2, tellingRarity: 0 })).toEqual([
      'cloud technologies',
    ]);
  });
});

test('what asks for a word stands before it in its clause, within eight words', () => {
  const asks = (text: string): boolean => {
    const words = wordsOf(text);
    return isAskedFor(
      words,
      words.findIndex(({ text: word }) => word === 'X'),
    );
  };
  expect(asks('experience with a, b or X in shops')).toBe(true);
  expect(asks('we have experience. The X is big')).toBe(false);
  expect(asks('experience one two three four five six seven X here')).toBe(true);
  expect(asks('experience one two three four five six seven eight X here')).toBe(false);
  expect(asks('many X skills')).toBe(true);
  expect(asks('paint, X, glue')).toBe(true);
  expect(asks('paint the X with glue')).toBe(false);
});
