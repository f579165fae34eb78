import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog-index.ts';
import { goalOfVerdict, isReached } from '../../../src/core/plan/goal.ts';
import { type PlanQuestion, planCheapest, planWithin } from '../../../src/core/plan/plan.ts';
import { gradeOf, seniorityOf } from '../../../src/core/plan/present-grade.ts';
import { findRoutes } from '../../../src/core/plan/route.ts';
import { assessRole, reaches, scoreFit } from '../../../src/core/score/fit.ts';
import type { HeldLevels } from '../../../src/core/score/held-levels.ts';
import { runProgram } from '../../../src/solver/run-program.ts';
import { openWorld, smallWorlds } from '../../support/small-catalogs.ts';
import { tryEveryPlan } from '../../support/try-every-plan.ts';

const runs = { numRuns: 50, seed: 4 };

function ask(catalog: Catalog, held: HeldLevels): PlanQuestion {
  return { catalog, held, isExcluded: () => false, solve: runProgram, limits: { nodes: 10_000 }, breakTies: true };
}

const cheapest = (outcomes: readonly { hours: number }[]): number => Math.min(...outcomes.map((one) => one.hours));

describe('a plan costs what trying everything finds', () => {
  test('ready, one role', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorlds(), async (world) => {
        const { catalog, held } = openWorld(world);
        const found = await planCheapest(ask(catalog, held), [goalOfVerdict(catalog, 0, 'ready')]);
        const right = tryEveryPlan(catalog, held).filter((one) => assessRole(catalog, 0, one.held).verdict === 'ready');
        if (found.status === 'unreachable') expect(right).toEqual([]);
        else {
          expect(found.status).toBe('optimal');
          expect(found.hours).toBe(cheapest(right));
          expect(assessRole(catalog, 0, found.after).verdict).toBe('ready');
        }
      }),
      runs,
    );
  });

  test('a fit to reach', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorlds(), fc.constantFrom(30, 50, 66, 80, 95, 100), async (world, mark) => {
        const { catalog, held } = openWorld(world);
        const found = await planCheapest(ask(catalog, held), [{ role: 0, fit: mark, essentials: 0 }]);
        const right = tryEveryPlan(catalog, held).filter((one) => reaches(scoreFit(catalog.index, 0, one.held), mark));
        if (found.status === 'unreachable') expect(right).toEqual([]);
        else expect([found.status, found.hours]).toEqual(['optimal', cheapest(right)]);
      }),
      runs,
    );
  });

  test('a fit that is met to the last bit: each fit that can be had is reached for what it costs', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorlds(), fc.nat(), async (world, pick) => {
        const { catalog, held } = openWorld(world);
        const outcomes = tryEveryPlan(catalog, held);
        const mark = scoreFit(catalog.index, 0, (outcomes[pick % outcomes.length] as { held: HeldLevels }).held);
        const found = await planCheapest(ask(catalog, held), [{ role: 0, fit: mark, essentials: 0 }]);
        const right = outcomes.filter((one) => reaches(scoreFit(catalog.index, 0, one.held), mark));
        expect('hours' in found && found.hours).toBe(cheapest(right));
      }),
      runs,
    );
  });

  test('a budget of hours: the best fit, and the fewest hours at it', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorlds(), fc.constantFrom(0, 30, 60, 110, 200), async (world, hours) => {
        const { catalog, held } = openWorld(world);
        const found = await planWithin(ask(catalog, held), [0], hours);
        const fits = tryEveryPlan(catalog, held)
          .filter((one) => one.hours <= hours)
          .map((one) => ({ hours: one.hours, fit: scoreFit(catalog.index, 0, one.held) }));
        const best = Math.max(...fits.map((one) => one.fit));
        expect(scoreFit(catalog.index, 0, found.after)).toBeCloseTo(best, 9);
        expect(found.hours).toBe(cheapest(fits.filter((one) => one.fit > best - 1e-9)));
      }),
      runs,
    );
  });

  test('several roles at once', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorlds(), async (world) => {
        const { catalog, held } = openWorld(world);
        const goals = [goalOfVerdict(catalog, 0, 'ready'), { role: 1, fit: 70, essentials: 0 }];
        const found = await planCheapest(ask(catalog, held), goals);
        const right = tryEveryPlan(catalog, held).filter((one) => goals.every((goal) => isReached(catalog, goal, one.held)));
        if (found.status === 'unreachable') expect(right).toEqual([]);
        else expect([found.status, found.hours]).toEqual(['optimal', cheapest(right)]);
      }),
      runs,
    );
  });
});

test('a route costs what trying every chain finds, and never less than going straight', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorlds(['entry', 'mid', 'senior']), async (world) => {
      const { catalog, held } = openWorld(world);
      const target = 2;
      const found = await findRoutes(ask(catalog, held), target, undefined, 3);
      const outcomes = tryEveryPlan(catalog, held).filter((one) => assessRole(catalog, target, one.held).verdict === 'ready');
      if (found.direct.status === 'unreachable') {
        expect(outcomes).toEqual([]);
        return;
      }
      const grades = Array.from({ length: Math.max(0, 2 - (gradeOf(catalog, held) + 1)) }, (_, i) => 1 - i).reverse();
      const roles = [0, 1, 2, 3];
      const chains = grades.reduce<number[][]>(
        (known, grade) => {
          const layer = roles.filter((role) => seniorityOf(catalog, role) === grade);
          return layer.length === 0 ? known : known.flatMap((chain) => layer.map((role) => [...chain, role]));
        },
        [[]],
      );
      const isNear = (role: number, at: HeldLevels): boolean => ['near', 'ready'].includes(assessRole(catalog, role, at).verdict);
      const costs = chains.map((chain) => cheapest(outcomes.filter((one) => chain.every((role) => isNear(role, one.held)))));
      const right = costs.filter(Number.isFinite).sort((a, b) => a - b);
      expect(found.routes.map((route) => route.plan.hours)).toEqual(right.slice(0, 3));
      for (const { hops, plan } of found.routes) {
        expect(plan.hours).toBeGreaterThanOrEqual(found.direct.hours);
        for (const hop of hops.slice(0, -1)) expect(isNear(hop.role, hop.held)).toBe(true);
        expect(hops.flatMap((hop) => hop.steps)).toHaveLength(plan.steps.length);
      }
    }),
    { ...runs, numRuns: 30 },
  );
});
