import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalog, skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { verdicts } from '../../../src/core/model/scale.ts';
import { makeClosenessSheet } from '../../../src/core/score/closeness.ts';
import type { Background } from '../../../src/core/score/estimate.ts';
import { makeEstimator } from '../../../src/core/score/estimate.ts';
import { assessRole } from '../../../src/core/score/fit.ts';
import {
  clearHeldLevels,
  type Declaration,
  declareSkills,
  emptyHeldLevels,
  holdLevels,
} from '../../../src/core/score/held-levels.ts';
import { type JudgedFit, judgePerson } from '../../../src/core/score/judge.ts';
import { estimateFit } from '../../../src/core/score/likely.ts';
import { explainLikely } from '../../../src/core/score/likely-requirement.ts';
import { makeManyScorer } from '../../../src/core/score/score-roles.ts';
import { backgroundOf } from '../../../src/intake/background.ts';
import { resolveProfile } from '../../../src/intake/resolve-profile.ts';
import { type LikelyWorld, likelyWorld } from '../../support/arbitrary-catalog.ts';
import { makeCatalog, scale } from '../../support/make-catalog.ts';
import { tries } from '../../support/thorough.ts';

const runs = { numRuns: tries(1000, 250) };
/** Sums over the same credits in another order, or of credits that differ in the last bit. */
const rounding = 1e-9;

describe('a worked example', () => {
  // Ten years of work: between 8 years (3.6) and 12 years (4), half way: 3.8 is usual, and no estimate lies above it.
  const catalog = makeCatalog(
    [
      { id: 'java', kind: 'language', usually: [{ skill: 'debugging' }] },
      { id: 'debugging' },
      { id: 'team', general: { offset: -1 } },
      { id: 'kafka' },
      { id: 'secrets' },
    ].map((one) => ({ kind: 'tool', ...one })),
    [
      {
        id: 'role',
        seniority: 'entry',
        requirements: [
          { skill: 'java', level: 4, importance: 'essential' },
          { skill: 'debugging', level: 4, importance: 'essential' },
          { skill: 'team', level: 4, importance: 'important' },
          { skill: 'kafka', level: 4, importance: 'important' },
          { skill: 'secrets', level: 4, importance: 'important' },
        ],
      },
    ],
    // Values of its own: the built-in ones are tuned.
    {
      ...scale,
      likely: {
        ...scale.likely,
        usualLevels: [
          { years: 8, level: 3.6 },
          { years: 12, level: 4 },
        ],
        usuallyCost: 0.5,
        certainty: { least: 0.7, stack: 0.3 },
      },
    },
  );
  const number = (id: string): number => skillNumberOf(catalog, id);
  const said = [
    { skill: number('java'), level: 4 },
    { skill: number('kafka'), level: 0 },
  ];
  const judge = judgePerson(catalog, holdLevels(catalog.index, said), { years: 10 });

  test('what comes with a skill, what years bring, and what is said', () => {
    expect(judge.estimate.levelOf(number('java'))).toBe(4);
    // Java 4, and .5 for an edge that is not sure.
    expect(judge.estimate.levelOf(number('debugging'))).toBeCloseTo(3.5, 9);
    // A level below what is usual.
    expect(judge.estimate.levelOf(number('team'))).toBeCloseTo(2.8, 9);
    expect(judge.estimate.levelOf(number('kafka'))).toBe(0);
    expect(judge.estimate.levelOf(number('secrets'))).toBe(0);
  });

  test('the likely fit is the weighted mean; the stack is held, so estimates count in full', () => {
    const { fit, likely } = judge.fitOf(0);
    expect(fit).toBeCloseTo((100 * 4) / 14, 9);
    // Weights 4, 4, 2, 2, 2 of 14: Java 1, debugging 3.5 of 4, teamwork 2.8 of 4, Kafka none, secrets unknown. Java is all of
    // the stack, and held: estimates count in full.
    expect(likely.score).toBeCloseTo((100 * (4 + (4 * 3.5) / 4 + (2 * 2.8) / 4)) / 14, 9);
    // Java and Kafka are said.
    expect(likely.said).toBeCloseTo(6 / 14, 12);
  });

  test('each open requirement says why', () => {
    const at = (requirement: number): ReturnType<typeof explainLikely> => explainLikely(catalog, 0, requirement, judge);
    expect(at(0)).toBeUndefined();
    expect(at(1)?.because[0]?.reason).toEqual({ kind: 'usually', skill: number('java'), level: 4 });
    expect(at(2)?.because[0]?.reason).toEqual({ kind: 'general', years: 10 });
    expect(at(3)).toBeUndefined();
    expect(at(4)).toEqual({ credit: 0, level: 0, because: [] });
  });
});

function openWorld({ entries }: LikelyWorld): Catalog {
  return decodeCatalog(encodeCatalog(entries));
}

function judgeAll(catalog: Catalog, said: readonly Declaration[], background: Background): JudgedFit[] {
  const judge = judgePerson(catalog, holdLevels(catalog.index, said), background);
  return Array.from({ length: catalog.index.roleCount }, (_, role) => judge.fitOf(role));
}

function law(holds: (catalog: Catalog, world: LikelyWorld) => void): void {
  fc.assert(
    fc.property(likelyWorld, (world) => holds(openWorld(world), world)),
    runs,
  );
}

const rank = (verdict: JudgedFit['likely']['verdict']): number => (verdict === 'unknown' ? -1 : -verdicts.indexOf(verdict));

describe('laws', () => {
  test('the likely fit lies within the range; its verdict is never below the proven one', () => {
    law((catalog, { said, background }) => {
      for (const { fit, high, verdict, likely } of judgeAll(catalog, said, background)) {
        expect(likely.score).toBeGreaterThanOrEqual(fit);
        expect(likely.score).toBeLessThanOrEqual(high);
        expect(likely.said).toBeGreaterThanOrEqual(0);
        expect(likely.said).toBeLessThanOrEqual(1);
        if (likely.verdict !== 'unknown') expect(rank(likely.verdict)).toBeGreaterThanOrEqual(rank(verdict));
        else expect(verdict).toBe('far');
      }
    });
  });

  test('with nothing open all three numbers are one, and so are the verdicts', () => {
    law((catalog, { said, background }) => {
      const all = Array.from({ length: catalog.index.skillCount }, (_, skill) => ({ skill, level: skill % 6 }));
      for (const { fit, high, verdict, likely } of judgeAll(
        catalog,
        [...said.map((one) => ({ ...one, assumed: false })), ...all],
        background,
      )) {
        expect(likely).toEqual({ score: fit, verdict, said: 1 });
        expect(high).toBe(fit);
      }
    });
  });

  test('a higher level lowers no likely fit', () => {
    law((catalog, { said, background, pick }) => {
      const at = said.length === 0 ? -1 : pick % said.length;
      const higher = said.map((one, i) => (i === at ? { ...one, level: Math.min(5, one.level + 1) } : one));
      const before = judgeAll(catalog, said, background);
      judgeAll(catalog, higher, background).forEach(({ likely }, role) => {
        expect(likely.score).toBeGreaterThanOrEqual((before[role]?.likely.score ?? 0) - rounding);
      });
    });
  });

  test('saying what was estimated, or more, lowers no likely fit', () => {
    law((catalog, { said, background, pick }) => {
      const skill = pick % catalog.index.skillCount;
      const held = holdLevels(catalog.index, said);
      if (held.said[skill] === 1) return;
      const estimated = makeEstimator(catalog)(held, background).levelOf(skill);
      const before = judgeAll(catalog, said, background);
      for (let level = Math.ceil(estimated - rounding); level <= 5; level++) {
        judgeAll(catalog, [...said, { skill, level }], background).forEach(({ likely }, role) => {
          expect(likely.score).toBeGreaterThanOrEqual((before[role]?.likely.score ?? 0) - rounding);
        });
      }
    });
  });

  test('"none" is respected: what is said to be absent earns nothing by an estimate', () => {
    law((catalog, { said, background, pick }) => {
      const skill = pick % catalog.index.skillCount;
      const known = [...said.filter((one) => one.skill !== skill), { skill, level: 0 }];
      const held = holdLevels(catalog.index, known);
      expect(makeEstimator(catalog)(held, background).levelOf(skill)).toBe(held.level[skill]);
    });
  });

  test('the order of what is said, and the names that it is said by, change nothing', () => {
    law((catalog, { said, background, entries }) => {
      const profile = (order: readonly Declaration[], name: (skill: number) => string): ReturnType<typeof resolveProfile> =>
        resolveProfile(
          catalog,
          {
            skills: order.map(({ skill, level, assumed }) => ({ input: name(skill), level, assumed: assumed === true })),
            targets: [],
            experience: { ...(background.years === undefined ? {} : { years: background.years }), of: [] },
            ...(background.job === undefined ? {} : { role: background.job }),
          },
          () => [],
        );
      const once = [...new Map(said.map((one) => [one.skill, one])).values()];
      const one = profile(once, (skill) => entries.skills[skill]?.name ?? '');
      const other = profile([...once].reverse(), (skill) => entries.skills[skill]?.altLabels[0]?.toUpperCase() ?? '');
      for (let role = 0; role < catalog.index.roleCount; role++) {
        expect(judgePerson(catalog, one.held, backgroundOf(one)).fitOf(role)).toEqual(
          judgePerson(catalog, other.held, backgroundOf(other)).fitOf(role),
        );
      }
    });
  });

  test('a batch gives the same as one person alone, to the last bit', () => {
    fc.assert(
      fc.property(likelyWorld, fc.array(fc.nat(9), { maxLength: 4 }), (world, others) => {
        const catalog = openWorld(world);
        const held = emptyHeldLevels(catalog.index);
        const scorer = makeManyScorer(catalog);
        const closeness = makeClosenessSheet(catalog);
        const estimator = makeEstimator(catalog);
        const before = others.map((skill) => ({ skill: skill % catalog.index.skillCount, level: 4 }));
        for (const [said, background] of [
          [before, { years: 20, job: 'Senior Developer' }],
          [world.said, world.background],
        ] as const) {
          clearHeldLevels(held);
          declareSkills(catalog.index, said, held);
          scorer.take(held);
          closeness.take(held);
          const estimate = estimator(held, background);
          const alone = judgeAll(catalog, said, background);
          alone.forEach((one, role) => {
            const fit = assessRole(catalog, role, held, scorer.credit);
            const likely = estimateFit(catalog, fit, held, estimate, scorer.credit);
            const both = { use: closeness.useOf(role), closeness: closeness.closenessOf(role) };
            expect({ ...fit, likely, ...both }).toEqual(one);
          });
        }
      }),
      runs,
    );
  });
});
