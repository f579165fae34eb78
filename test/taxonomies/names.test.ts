import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseLabel } from '../../src/core/model/label.ts';
import { yamlScalar } from '../../src/documents/write-yaml.ts';
import { levelFromOnet } from '../../src/taxonomies/read-onet.ts';
import { AdjustmentLog } from '../../src/taxonomies/taxonomy.ts';
import { makeNamesUnique, type NamedEntry, readableSlug } from '../../src/taxonomies/unique-names.ts';

test.each([
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['.NET tools', 'dot-net-tools'],
  ['prepare canapés', 'prepare-canapes'],
  ["children's toys & games", 'childrens-toys-and-games'],
  ['日本語', 'unnamed'],
])('%s is %s in an id', (name, slug) => expect(readableSlug(name)).toBe(slug));

test.each([
  [0, 1],
  [0.87, 1],
  [0.88, 2],
  [3.5, 3],
  [6.12, 4],
  [6.13, 5],
  [7, 5],
])("O*NET's level %f is our %i", (value, level) => expect(levelFromOnet(value)).toBe(level));

test.each([
  ['java', 'java'],
  ['no', '"no"'],
  ['101', '"101"'],
  ['1e3', '"1e3"'],
  ['a: b', '"a: b"'],
  ['say "x"', '"say \\"x\\""'],
])('%s is written %s in YAML', (text, written) => expect(yamlScalar(text, 'ids')).toBe(written));

describe('unique names', () => {
  const word = fc.constantFrom(
    'Bake',
    'bake',
    'bake bread',
    'bake-bread',
    'bake/bread',
    'bake 2',
    'C',
    'C#',
    'C++',
    'c sharp',
    '!',
  );
  const entries = fc
    .array(fc.record({ name: word, altLabels: fc.array(word, { maxLength: 3 }), asked: fc.nat(3) }), { maxLength: 8 })
    .map((all): NamedEntry[] => all.map((one, i) => ({ ...one, key: `k${i}`, qualifier: 'skill' })));
  const nameAll = (all: readonly NamedEntry[]) => makeNamesUnique(all, 'skills', new AdjustmentLog());

  test('no label belongs to two entries', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const owners = new Map<string, string>();
        for (const [key, { id, name, altLabels }] of nameAll(all)) {
          expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
          for (const label of [id, name, ...altLabels]) {
            const owner = owners.get(normaliseLabel(label)) ?? key;
            expect(owner).toBe(key);
            owners.set(normaliseLabel(label), key);
          }
        }
      }),
    );
  });

  test('the order of the entries changes nothing', () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect([...nameAll([...all].reverse())]).toEqual([...nameAll(all)]);
      }),
    );
  });
});
