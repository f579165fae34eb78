import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keywordsOf } from '../../src/taxonomies/label-words.ts';
import { measureTransfers, type TransferConstants } from '../../src/taxonomies/measure-transfers.ts';
import type { TaxonomyRole, TaxonomySkill } from '../../src/taxonomies/taxonomy.ts';

const skill = (name: string, groups: readonly string[] = []): TaxonomySkill => ({
  key: name,
  name,
  altLabels: [],
  kind: 'practice',
  qualifier: 'skill',
  identifiers: {},
  groups,
});
const role = (group: string, skillLevel: number, skills: readonly string[]): TaxonomyRole => ({
  key: `${group} ${skills.join(' ')}`,
  title: group,
  altTitles: [],
  identifiers: {},
  group,
  skillLevel,
  requirements: skills.map((one) => ({ skills: [one], level: 3, importance: 'essential' })),
});
const none: TransferConstants = { words: 0, company: 0, hierarchy: 0, demand: 0, frequency: 0, carriers: 8 };

test('words lose their commonest endings, and empty words go', () => {
  expect(keywordsOf('Managing the databases of cities')).toEqual(['manag', 'databas', 'cit']);
  expect(keywordsOf('C# and C++')).toEqual(['c#', 'c++']);
});

describe('one part at a time', () => {
  test('words: two of one word carry over in full, up to the cap; others not at all', () => {
    const same = [skill('knead bread'), skill('kneads breads'), skill('sing')];
    expect(measureTransfers(same, [], { ...none, words: 0.5 })).toEqual([
      [{ skill: 1, transfer: 0.5 }],
      [{ skill: 0, transfer: 0.5 }],
      [],
    ]);
    expect(measureTransfers(same, [], { ...none, words: 2 })[0]).toEqual([{ skill: 1, transfer: 0.95 }]);
  });

  test('company: skills that the same groups of occupations ask for', () => {
    const skills = [skill('a1'), skill('b1'), skill('c1')];
    const roles = [role('75', 2, ['a1', 'b1']), role('52', 2, ['c1'])];
    expect(measureTransfers(skills, roles, { ...none, company: 0.4 })).toEqual([
      [{ skill: 1, transfer: 0.4 }],
      [{ skill: 0, transfer: 0.4 }],
      [],
    ]);
  });

  test('hierarchy: skills below one group', () => {
    const skills = [skill('a1', ['dough']), skill('b1', ['dough']), skill('c1', ['people'])];
    expect(measureTransfers(skills, [], { ...none, hierarchy: 0.3 })[0]).toEqual([{ skill: 1, transfer: 0.3 }]);
  });

  test('demand: less carries over to what demanding occupations ask for', () => {
    const skills = [skill('knead bread'), skill('kneads breads'), skill('sing')];
    // One occupation of level 4 and two mean ones, the mean being 3: (4 + 2 · 3) / 3 for the first, (2 + 2 · 3) / 3 for the second.
    const roles = [role('21', 4, ['knead bread']), role('91', 2, ['kneads breads'])];
    // .5 · e^−(3.33 − 2.7) and .5 · e^−(2.67 − 2.7)
    const [first, second] = measureTransfers(skills, roles, { ...none, words: 0.5, demand: 1 });
    expect(first).toEqual([{ skill: 1, transfer: 0.27 }]);
    expect(second).toEqual([{ skill: 0, transfer: 0.52 }]);
  });

  test('frequency: of carriers that are alike, the one that more occupations ask for is stated', () => {
    const skills = [skill('knead bread'), skill('kneads breads'), skill('kneaded bread'), skill('sing')];
    const roles = [role('75', 2, ['kneaded bread']), role('76', 2, ['kneaded bread', 'sing'])];
    const chosen = measureTransfers(skills, roles, { ...none, words: 0.5, frequency: 0.3, carriers: 1 });
    expect(chosen[0]).toEqual([{ skill: 2, transfer: 0.5 }]);
  });
});

test('transfers lie between 0 and 1, never point at the skill itself, and are no more than was asked', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-c]{1,2}( [a-c]{1,2}){0,2}$/), { maxLength: 12 });
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 4 }), fc.nat(3), (all, carriers, level) => {
      const roles = all.map((name, i) => role(String(i % 3), level, [name]));
      measureTransfers(
        all.map((name) => skill(name)),
        roles,
        { words: 1, company: 0.5, hierarchy: 0.5, demand: 1, frequency: 0.5, carriers },
      ).forEach((related, i) => {
        expect(related.length).toBeLessThanOrEqual(carriers);
        for (const { skill: other, transfer } of related) {
          expect(other).not.toBe(i);
          expect(transfer).toBeGreaterThan(0);
          expect(transfer).toBeLessThan(1);
        }
      });
    }),
  );
});
