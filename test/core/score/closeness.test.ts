import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { makeClosenessSheet } from '../../../src/core/score/closeness.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { judgePerson } from '../../../src/core/score/judge.ts';
import { builtInCatalog, makeCatalog } from '../../support/make-catalog.ts';

const skills = [
  { id: 'java', kind: 'language' },
  { id: 'css', kind: 'language' },
  { id: 'docker', kind: 'tool' },
  { id: 'talk', kind: 'soft-skill' },
  { id: 'draw', kind: 'practice' },
];
const single = (skill: string, level: number, importance = 'essential') => ({ skill, level, importance });

describe('a worked example', () => {
  const catalog = makeCatalog(skills, [
    { id: 'back', requirements: [single('java', 4), single('docker', 2)] },
    { id: 'front', requirements: [single('css', 4), single('docker', 2)] },
  ]);
  const sheet = makeClosenessSheet(catalog);
  const take = (levels: Record<string, number>): void =>
    sheet.take(
      holdLevels(
        catalog.index,
        Object.entries(levels).map(([id, level]) => ({ skill: skillNumberOf(catalog, id), level })),
      ),
    );

  // Technologies only, with ten roles of doubt. Rarity is r = ln(13 / 2) for java and css, which one of two roles asks, and q = ln(13 / 3)
  // for docker, which both ask. The person and `back` are (4 r, 2 q) in java and docker; `front` has the same in css and docker. Its cosine
  // is the docker alone: (2 q)² / ((4 r)² + (2 q)²) = 8.600 / 64.656.
  test('who holds what one role asks is as near to it as can be, and far from the other', () => {
    take({ java: 4, docker: 2 });
    const [r, q] = [Math.log(13 / 2), Math.log(13 / 3)];
    expect(sheet.closenessOf(0)).toBeCloseTo(100, 9);
    expect(sheet.closenessOf(1)).toBeCloseTo((100 * (2 * q) ** 2) / ((4 * r) ** 2 + (2 * q) ** 2), 9);
    expect(sheet.closenessOf(1)).toBeCloseTo(13.3, 1);
  });

  // Use weighs a level by ln(1 + roles / roles that ask): ln 3 for java, ln 2 for docker. Of java 4 and docker 2 the front end uses
  // the docker alone: 2 · ln 2 of 4 · ln 3 + 2 · ln 2.
  test('use is the share of what is held that a role asks for', () => {
    take({ java: 4, docker: 2 });
    expect(sheet.useOf(0)).toBeCloseTo(100, 9);
    expect(sheet.useOf(1)).toBeCloseTo((100 * 2 * Math.log(2)) / (4 * Math.log(3) + 2 * Math.log(2)), 9);
  });

  test('nobody is near to anything with an empty profile, and uses nothing', () => {
    take({});
    expect([sheet.closenessOf(0), sheet.closenessOf(1), sheet.useOf(0), sheet.useOf(1)]).toEqual([0, 0, 0, 0]);
  });

  test('of equals the better fit comes first, then the order of the file', () => {
    const judge = judgePerson(catalog, holdLevels(catalog.index, []), {});
    expect(judge.rank().map((fit) => fit.role)).toEqual([0, 1]);
    const docker = holdLevels(catalog.index, [{ skill: skillNumberOf(catalog, 'docker'), level: 2 }]);
    expect(
      judgePerson(catalog, docker, {})
        .rank(1)
        .map((fit) => fit.role),
    ).toEqual([0]);
  });
});

describe('laws over the built-in roles', () => {
  const catalog = builtInCatalog();
  const { index } = catalog;
  const declarations = fc.uniqueArray(fc.record({ skill: fc.nat(index.skillCount - 1), level: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 20,
    selector: (one) => one.skill,
  });

  test('both numbers lie in 0 … 100, and the order of the skills and who came before change nothing', () => {
    const used = makeClosenessSheet(catalog);
    fc.assert(
      fc.property(declarations, (declared) => {
        const fresh = makeClosenessSheet(catalog);
        used.take(holdLevels(index, declared));
        fresh.take(holdLevels(index, [...declared].reverse()));
        for (let role = 0; role < index.roleCount; role++) {
          expect(used.closenessOf(role)).toBe(fresh.closenessOf(role));
          expect(used.useOf(role)).toBe(fresh.useOf(role));
          for (const value of [used.closenessOf(role), used.useOf(role)]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['a front-end developer', { react: 4, typescript: 4, css: 4, html: 4, redux: 3 }, /front-end/],
    ['a database administrator', { oracle: 5, plsql: 5, sql: 4, linux: 3 }, /^database-administrator$/],
    [
      'who keeps services running',
      { kubernetes: 5, terraform: 4, aws: 4, prometheus: 5, linux: 5, bash: 4 },
      /site-reliability|devops|cloud/,
    ],
    ['a Java developer', { java: 5, 'spring-boot': 5, sql: 4, kafka: 3, kubernetes: 3 }, /java|senior-backend/],
    ['a data engineer', { python: 4, sql: 5, airflow: 4, dbt: 4, snowflake: 4, spark: 3 }, /^data-engineer$/],
  ])('%s is listed at a job of the kind', (_, levels, kind) => {
    const held = holdLevels(
      index,
      Object.entries(levels).map(([id, level]) => ({ skill: skillNumberOf(catalog, id), level })),
    );
    const [first] = judgePerson(catalog, held, {}).rank(1);
    expect(catalog.role(first?.role ?? 0).id).toMatch(kind);
  });
});
