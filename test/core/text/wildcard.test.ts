import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesWildcard } from '../../../src/core/text/wildcard.ts';

test('by hand', () => {
  expect(matchesWildcard('*.test.ts', 'a.test.ts')).toBe(true);
  expect(matchesWildcard('*.test.ts', 'a.test.tsx')).toBe(false);
  expect(matchesWildcard('a?c', 'abc')).toBe(false);
  expect(matchesWildcard('a?c', 'abc', '?')).toBe(true);
  expect(matchesWildcard('a?', 'a', '?')).toBe(false);
});

test('stars and marks match as a regular expression would', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?') });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '?') });
  fc.assert(
    fc.property(pattern, text, fc.boolean(), (written, name, hasMark) => {
      const source = written.replace(/\*+/g, '.*').replaceAll('?', hasMark ? '.' : '\\?');
      expect(matchesWildcard(written, name, hasMark ? '?' : '')).toBe(new RegExp(`^${source}$`).test(name));
    }),
    { numRuns: 500 },
  );
});
