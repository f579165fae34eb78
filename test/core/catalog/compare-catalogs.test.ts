import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCatalogs } from '../../../src/core/catalog/compare-catalogs.ts';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { arbitraryWorld } from '../../support/arbitrary-catalog.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

test('entries that came, went and changed, and what a role asks otherwise', () => {
  const asks = (level: number, ...more: string[]): Record<string, unknown> => ({
    id: 'dev',
    requirements: ['java', ...more].map((skill) => ({ skill, level, importance: 'essential' })),
  });
  const before = makeCatalog([{ id: 'java' }, { id: 'perl' }], [asks(3)]);
  const after = makeCatalog([{ id: 'java', altLabels: ['jdk'] }, { id: 'rust' }], [asks(4, 'rust'), { ...asks(1), id: 'new' }]);
  expect(compareCatalogs(before, after)).toMatchObject([
    {
      kind: 'role',
      id: 'dev',
      change: 'changed',
      fields: ['requirements'],
      requirements: [
        { id: 'java', from: { anyOf: [{ level: 3 }] }, to: { anyOf: [{ level: 4 }] } },
        { id: 'rust', from: undefined, to: { anyOf: [{ level: 4 }] } },
      ],
    },
    { kind: 'role', id: 'new', change: 'added' },
    { kind: 'skill', id: 'java', change: 'changed', fields: ['altLabels'] },
    { kind: 'skill', id: 'perl', change: 'removed' },
    { kind: 'skill', id: 'rust', change: 'added' },
  ]);
});

test('laws: nothing differs from itself, and the other way round added and removed change places', () => {
  const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
  fc.assert(
    fc.property(arbitraryWorld, arbitraryWorld, (one, other) => {
      const [a, b] = [decodeCatalog(encodeCatalog(one.entries)), decodeCatalog(encodeCatalog(other.entries))];
      expect(compareCatalogs(a, decodeCatalog(encodeCatalog(one.entries)))).toEqual([]);
      const there = compareCatalogs(a, b).map((change) => ({
        ...change,
        change: turned[change.change],
        requirements: change.requirements.map(({ id, from, to }) => ({ id, from: to, to: from })),
      }));
      expect(compareCatalogs(b, a)).toEqual(there);
    }),
  );
});
