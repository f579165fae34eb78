import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { judgePerson } from '../../../src/core/score/judge.ts';
import { declarationsOn, type SkillHistory, traceProgress } from '../../../src/core/score/progress.ts';
import { arbitraryWorld } from '../../support/arbitrary-catalog.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

const today = '2026-11-25';

describe('a role that asks java 4 and docker 4 alike', () => {
  const catalog = makeCatalog(
    [{ id: 'docker' }, { id: 'java' }],
    [
      {
        id: 'role',
        requirements: [
          { skill: 'java', level: 4, importance: 'essential' },
          { skill: 'docker', level: 4, importance: 'essential' },
        ],
      },
    ],
  );
  const [docker, java] = [0, 1];

  test('each level is worth 100 / 8 points; the days and what moved stand in order', () => {
    const histories: SkillHistory[] = [
      {
        skill: java,
        levels: [
          { on: '', level: 1 },
          { on: '2026-03-01', level: 3 },
        ],
      },
      { skill: docker, levels: [{ on: '2026-06-01', level: 2 }] },
    ];
    const { points, moves } = traceProgress(catalog, histories, [0], today, {});
    expect(points[0]?.map(({ on, fit }) => [on, fit.fit])).toEqual([
      ['', 12.5],
      ['2026-03-01', 37.5],
      ['2026-06-01', 62.5],
      [today, 62.5],
    ]);
    expect(moves).toEqual([
      { skill: java, from: 1, to: 3, on: '2026-03-01', points: [25] },
      { skill: docker, from: undefined, to: 2, on: '2026-06-01', points: [25] },
    ]);
  });

  test('no day anywhere: today alone', () => {
    const { points, moves } = traceProgress(catalog, [{ skill: java, levels: [{ on: '', level: 4 }] }], [0], today, {});
    expect([points[0]?.map(({ on }) => on), moves]).toEqual([[today], []]);
  });

  test('the first day that is written is where it begins when every level has one', () => {
    const { points, moves } = traceProgress(catalog, [{ skill: java, levels: [{ on: '2026-01-01', level: 4 }] }], [0], today, {});
    expect([points[0]?.map(({ on }) => on), moves]).toEqual([['2026-01-01', today], []]);
  });

  test('of two names of one skill the higher level counts', () => {
    const histories = [3, 2].map((level) => ({ skill: java, levels: [{ on: '', level }] }));
    expect(declarationsOn(histories, today)).toEqual([{ skill: java, level: 3 }]);
  });
});

test('two ways to one credit, taken on one day, share its points', () => {
  const catalog = makeCatalog(
    [{ id: 'aws' }, { id: 'azure' }],
    [{ id: 'role', requirements: [{ anyOf: ['aws', 'azure'], name: 'a cloud', level: 4, importance: 'essential' }] }],
  );
  const histories = [0, 1].map((skill) => ({
    skill,
    levels: [
      { on: '', level: 0 },
      { on: '2026-03-01', level: 4 },
    ],
  }));
  expect(traceProgress(catalog, histories, [0], today, {}).moves.map((move) => move.points)).toEqual([[50], [50]]);
});

const days = ['', '2024-02-29', '2025-01-01', '2026-06-01', today] as const;

test('laws: it ends with today’s fit, and the moves of a day add up to what the fit moved by', () => {
  const world = arbitraryWorld.chain(({ entries }) =>
    fc.record({
      entries: fc.constant(entries),
      histories: fc.array(
        fc.record({
          skill: fc.nat({ max: entries.skills.length - 1 }),
          levels: fc
            .uniqueArray(fc.record({ on: fc.constantFrom(...days), level: fc.nat({ max: 5 }), assumed: fc.boolean() }), {
              minLength: 1,
              selector: (one) => one.on,
            })
            .map((levels) => levels.sort((a, b) => days.indexOf(a.on) - days.indexOf(b.on))),
        }),
        { maxLength: 6 },
      ),
      years: fc.nat({ max: 20 }),
    }),
  );
  fc.assert(
    fc.property(world, ({ entries, histories, years }) => {
      const catalog = decodeCatalog(encodeCatalog(entries));
      const roles = entries.roles.map((_, role) => role);
      const { points, moves } = traceProgress(catalog, histories, roles, today, { years });
      const now = holdLevels(catalog.index, declarationsOn(histories, today));
      const judge = judgePerson(catalog, now, { years });
      roles.forEach((role) => {
        const own = points[role] ?? [];
        expect(own.at(-1)).toEqual({ on: today, fit: judge.fitOf(role) });
        own.slice(1).forEach(({ on, fit }, i) => {
          const moved = moves.filter((move) => move.on === on).reduce((sum, move) => sum + (move.points[role] ?? 0), 0);
          expect(moved).toBeCloseTo(fit.fit - (own[i]?.fit.fit ?? 0), 9);
        });
      });
    }),
  );
});
