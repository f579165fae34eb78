import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { lookUpRole, lookUpSkill } from '../../../src/core/catalog/label-lookup.ts';
import { normaliseLabel, slugOf } from '../../../src/core/model/label.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

describe('a normalised label', () => {
  test.each([
    ['Spring Boot', 'spring boot'],
    ['  spring--boot ', 'spring boot'],
    ['SPRING_BOOT', 'spring boot'],
    ['spring\u2013boot\tx\u00a0y', 'spring boot x y'],
    // NFKC: full width, ligature, circled digit, telephone sign, decomposed letters
    ['Ｊａｖａ', 'java'],
    ['oﬃce', 'office'],
    ['℡', 'tel'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['Ⅳ', 'iv'],
    ['Node.js', 'node.js'],
    ['CI/CD', 'ci/cd'],
    ['', ''],
    ['-', ''],
  ])('%j → %j', (written, normalised) => {
    expect(normaliseLabel(written)).toBe(normalised);
  });

  test('keeps apart what differs by more than case, spaces, hyphens and underscores', () => {
    const names = ['C', 'C++', 'C#', '.NET', 'Go', 'R', 'Node.js', 'Java', 'JavaScript', 'F#', 'ASP.NET', 'Node', 'nodejs', 'CC'];
    expect(new Set(names.map(normaliseLabel)).size).toBe(names.length);
  });

  test('is normalised already: the same again for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseLabel(text);
        expect(normaliseLabel(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  test('is normalised already for every code point, alone and after a letter', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      for (const text of [String.fromCodePoint(code), `a${String.fromCodePoint(code)}`]) {
        const once = normaliseLabel(text);
        if (normaliseLabel(once) !== once) unstable.push(`U+${code.toString(16)}`);
      }
    }
    expect(unstable).toEqual([]);
  });

  test('does not depend on case where lower case undoes upper case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz019 .+#-_/äöé') }), (text) => {
        expect(normaliseLabel(text.toUpperCase())).toBe(normaliseLabel(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a slug is an id: letters and digits with single hyphens', () => {
  expect(slugOf('One cloud platform')).toBe('one-cloud-platform');
  expect(slugOf('  C++ / C# ')).toBe('c-c');
  expect(slugOf('Grüße_42')).toBe('grüße-42');
  expect(slugOf('...')).toBe('');
});

describe('looking up', () => {
  const catalog = makeCatalog(
    [
      { id: 'postgresql', name: 'PostgreSQL', altLabels: ['postgres', 'PG SQL'], identifiers: { esco: 'http://e.org/Skill/1' } },
      // The name of the one is the id of the other: the id wins.
      { id: 'go', name: 'Golang' },
      { id: 'golang', name: 'The Go toolchain' },
    ],
    [{ id: 'dev', title: 'Developer', altTitles: ['Coder'], requirements: [{ skill: 'go', level: 1, importance: 'helpful' }] }],
  );

  test.each(['postgresql', 'POSTGRESQL', 'Postgres', 'pg_sql', ' pg  sql ', 'http://e.org/skill/1'])(
    '%j is PostgreSQL',
    (text) => {
      expect(lookUpSkill(catalog, text)).toBe(skillNumberOf(catalog, 'postgresql'));
    },
  );

  test('is exact: near is nothing', () => {
    for (const text of ['postgre', 'postgres!', 'pgsql', '', ' ', 'constructor', '__proto__']) {
      expect(lookUpSkill(catalog, text)).toBe(-1);
    }
  });

  test('gives an id to its own skill, whatever others are called', () => {
    expect(lookUpSkill(catalog, 'Golang')).toBe(skillNumberOf(catalog, 'golang'));
  });

  test('finds roles by id, title and alternative title', () => {
    expect(['dev', 'DEVELOPER', 'coder', 'go'].map((text) => lookUpRole(catalog, text))).toEqual([0, 0, 0, -1]);
  });
});
