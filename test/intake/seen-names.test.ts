import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSeenNames } from '../../src/intake/seen-names.ts';

test('a name is known once it was added, and no other is', () => {
  const seen = makeSeenNames();
  expect(seen.has('Ada')).toBe(false);
  seen.add('Ada');
  expect(seen.has('Ada')).toBe(true);
  expect(seen.has('Adb')).toBe(false);
  expect(seen.has('')).toBe(false);
});

test('it answers as a set does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 4 })), fc.array(fc.string({ maxLength: 4 })), (added, asked) => {
      const seen = makeSeenNames();
      const set = new Set(added);
      for (const name of added) seen.add(name);
      for (const name of [...added, ...asked]) expect(seen.has(name)).toBe(set.has(name));
    }),
  );
});

test('names that differ in one sign only, numbered by the hundred thousand, stay apart', () => {
  const seen = makeSeenNames();
  let mistaken = 0;
  for (let i = 0; i < 200_000; i++) {
    for (const name of [`p${i}`, `${i}p`, `employee-${i}@example.org`]) {
      if (seen.has(name)) mistaken++;
      seen.add(name);
    }
  }
  expect(mistaken).toBe(0);
});
