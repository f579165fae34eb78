import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankSingleSteps } from '../../../src/core/plan/single-steps.ts';
import { declarationsOf, findLearnableSteps } from '../../../src/core/plan/step-graph.ts';
import { rankWithTies } from '../../../src/core/plan/what-if.ts';
import { scoreFit } from '../../../src/core/score/fit.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { makeCatalog } from '../../support/make-catalog.ts';
import { openWorld, smallWorlds } from '../../support/small-catalogs.ts';

test('each step gains what the scores of all roles say before and after it, to the last bit', () => {
  fc.assert(
    fc.property(smallWorlds(['entry', 'mid']), (world) => {
      const { catalog, held } = openWorld(world);
      const { index } = catalog;
      const roles = [0, 1, 2];
      const found = rankSingleSteps(catalog, roles, held, () => false);
      const graph = findLearnableSteps(catalog, roles, held, () => false);
      const now = holdLevels(index, declarationsOf(held));
      const expected = graph.steps.flatMap((step, i) => {
        if (graph.needs[i]?.length !== 0) return [];
        const before = roles.map((role) => scoreFit(index, role, now));
        const own = now.level[step.skill] as number;
        now.level[step.skill] = step.level;
        const gains = roles.map((role) => ({ role, gain: scoreFit(index, role, now) - (before[role] as number) }));
        now.level[step.skill] = own;
        const gain = gains.reduce((sum, one) => sum + one.gain, 0);
        const moved = gains.filter((one) => one.gain > 1e-9).sort((a, b) => b.gain - a.gain || a.role - b.role);
        return gain > 1e-9 ? [{ step, gain, roles: moved }] : [];
      });
      expect(found).toHaveLength(expected.length);
      for (const one of expected) expect(found).toContainEqual({ ...one, hours: expect.anything() });
      expect(rankSingleSteps(catalog, roles, held, () => false, 2)).toEqual(found.slice(0, 2));
    }),
    { numRuns: 100, seed: 6 },
  );
});

test('of many ties the nearest are named, and all are counted', () => {
  const roles = Array.from({ length: 30 }, (_, i) => ({
    id: `r${String(i).padStart(2, '0')}`,
    requirements: [{ skill: 'a', level: 3, importance: 'essential' }],
  }));
  const catalog = makeCatalog([{ id: 'a', kind: 'tool', effort: 'small' }], roles);
  const ranked = rankWithTies(catalog, holdLevels(catalog.index, [{ skill: 0, level: 1 }]));
  expect(ranked.map((one) => one.tiedCount)).toEqual(Array(30).fill(29));
  expect(ranked[0]?.tiedWith).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(ranked[15]?.tiedWith).toEqual([...Array(10).keys()].map((i) => i + 5).concat([...Array(10).keys()].map((i) => i + 16)));
});
