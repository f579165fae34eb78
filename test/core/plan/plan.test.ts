import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalog, roleNumberOf, skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { textAt } from '../../../src/core/catalog/text-table.ts';
import { goalOfVerdict, isReached } from '../../../src/core/plan/goal.ts';
import { type LearningStep, openNeeds } from '../../../src/core/plan/learning-step.ts';
import { orderSteps } from '../../../src/core/plan/order-steps.ts';
import { type PlanQuestion, planCheapest, planWithin } from '../../../src/core/plan/plan.ts';
import { paceHours, sumHours } from '../../../src/core/plan/plan-weeks.ts';
import { declarationsOf, findLearnableSteps, holdAfter } from '../../../src/core/plan/step-graph.ts';
import { scoreFit } from '../../../src/core/score/fit.ts';
import { type HeldLevels, holdLevels } from '../../../src/core/score/held-levels.ts';
import { runProgram } from '../../../src/solver/run-program.ts';
import { greedyHours } from '../../support/greedy-plan.ts';
import { builtInCatalog, makeCatalog } from '../../support/make-catalog.ts';
import { openWorld, smallWorlds } from '../../support/small-catalogs.ts';

function ask(catalog: Catalog, held: HeldLevels): PlanQuestion {
  return { catalog, held, isExcluded: () => false, solve: runProgram, limits: { nodes: 10_000 }, breakTies: true };
}

const named = (catalog: Catalog, steps: readonly LearningStep[]): string[] =>
  steps.map((step) => `${textAt(catalog.skillIds, step.skill)}=${step.level}`);

describe('by hand', () => {
  const trap = makeCatalog(
    [
      { id: 'a', kind: 'tool', effort: 'small' },
      { id: 'b', kind: 'tool', effort: 'medium' },
      { id: 'c', kind: 'tool', effort: 'huge' },
      { id: 'x', kind: 'tool', effort: 'huge' },
    ],
    [
      {
        id: 'role',
        requirements: [
          { skill: 'a', level: 1, importance: 1 },
          { skill: 'b', level: 1, importance: 2 },
          { skill: 'c', level: 2, importance: 2 },
          { skill: 'x', level: 1, importance: 5 },
        ],
      },
    ],
  );
  const nobody = holdLevels(trap.index, []);

  test('the most points an hour are a trap: 110 h instead of 80 h', async () => {
    const goal = { role: 0, fit: 50, essentials: 0 };
    expect(greedyHours(trap, goal, nobody)).toBe(110);
    const plan = await planCheapest(ask(trap, nobody), [goal]);
    expect(plan).toMatchObject({ status: 'optimal', gapPercent: 0, hours: 80 });
    expect('steps' in plan && named(trap, plan.steps)).toEqual(['x=1']);
  });

  test('a budget holds no step that brings nothing: 35 h buy a and b, and the last 5 h stay free', async () => {
    const plan = await planWithin(ask(trap, nobody), [0], 35);
    expect(named(trap, plan.steps)).toEqual(['a=1', 'b=1']);
    expect(plan).toMatchObject({ status: 'optimal', hours: 30 });
  });

  test('an implication is a prerequisite and no gift: Spring at 2 does not teach Java', async () => {
    const catalog = makeCatalog(
      [
        { id: 'java', kind: 'language', effort: 'small' },
        {
          id: 'spring',
          kind: 'framework',
          effort: 'small',
          implies: [{ skill: 'java', offset: -1 }],
          requires: [{ skill: 'java', level: 2 }],
        },
      ],
      [{ id: 'role', requirements: [{ skill: 'spring', level: 2, importance: 'essential' }] }],
    );
    const plan = await planCheapest(ask(catalog, holdLevels(catalog.index, [])), [goalOfVerdict(catalog, 0, 'ready')]);
    expect(plan).toMatchObject({ hours: 60 });
    expect('steps' in plan && named(catalog, plan.steps)).toEqual(['java=1', 'java=2', 'spring=1', 'spring=2']);
  });

  test('what cannot be reached says what stands in the way, and is never an empty plan', async () => {
    const question = { ...ask(trap, nobody), isExcluded: (step: LearningStep) => step.skill === skillNumberOf(trap, 'x') };
    const plan = await planCheapest(question, [{ role: 0, fit: 51, essentials: 0 }]);
    expect(plan).toMatchObject({ status: 'unreachable', blocked: [{ requirements: [3] }] });
  });

  test('a search that is cut short says how far it may be off', async () => {
    const catalog = builtInCatalog();
    const goal = { role: roleNumberOf(catalog, 'senior-backend-developer'), fit: 80, essentials: 0 };
    const question = { ...ask(catalog, holdLevels(catalog.index, [])), limits: { nodes: 0 }, breakTies: false };
    const plan = await planCheapest(question, [goal]);
    expect(plan.status).not.toBe('unreachable');
    if (plan.status === 'feasible') expect(plan.gapPercent).toBeGreaterThan(0);
    expect(isReached(catalog, goal, plan.after)).toBe(true);
  });

  test('hours at a pace add up', () => {
    const hours = [10, 30].map((typical) => ({ low: typical, typical, high: typical }));
    expect(sumHours(hours.map((one) => paceHours(one, 1.15)))).toEqual({ low: 46, typical: 46, high: 46 });
  });
});

describe('laws', () => {
  const runs = { numRuns: 40, seed: 40 };
  const worlds = smallWorlds();

  test('a larger budget never gives a lower fit', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(150), fc.nat(150), async (world, hours, more) => {
        const { catalog, held } = openWorld(world);
        const less = await planWithin(ask(catalog, held), [0], hours);
        const larger = await planWithin(ask(catalog, held), [0], hours + more);
        expect(scoreFit(catalog.index, 0, larger.after)).toBeGreaterThanOrEqual(scoreFit(catalog.index, 0, less.after) - 1e-9);
      }),
      runs,
    );
  });

  test('hours never grow when the profile grows', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(3), fc.integer({ min: 1, max: 3 }), async (world, skill, level) => {
        const { catalog, held } = openWorld(world);
        const more = holdLevels(catalog.index, [...declarationsOf(held), { skill, level }]);
        const goal = goalOfVerdict(catalog, 0, 'ready');
        const before = await planCheapest(ask(catalog, held), [goal]);
        const after = await planCheapest(ask(catalog, more), [goal]);
        if (!('hours' in before)) return;
        expect('hours' in after && after.hours).toBeLessThanOrEqual(before.hours);
      }),
      runs,
    );
  });

  test('every prefix respects prerequisites, and no step is useless', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { catalog, held } = openWorld(world);
        const goal = { role: 0, fit: 80, essentials: 0 };
        const plan = await planCheapest(ask(catalog, held), [goal]);
        if (!('steps' in plan)) return;
        const ordered = orderSteps(catalog, [0], held, plan.steps);
        expect(ordered).toHaveLength(plan.steps.length);
        const levels = [...held.level];
        for (const step of ordered) {
          expect(openNeeds(catalog, step, levels)).toEqual([]);
          levels[step.skill] = step.level;
        }
        for (const dropped of plan.steps) {
          // Without a step, what needs it goes as well.
          const others = findWithout(catalog, held, plan.steps, dropped);
          expect(isReached(catalog, goal, holdAfter(catalog, held, others))).toBe(false);
        }
      }),
      runs,
    );
  });

  test('shuffled skills, roles, requirements and alternatives give the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.infiniteStream(fc.nat(1000)), async (world, numbers) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const skills = shuffle(world.skills);
        const roles = shuffle(world.roles).map((role) => ({
          ...role,
          requirements: shuffle(role['requirements'] as Record<string, unknown>[]).map((one) => ({
            ...one,
            anyOf: shuffle(one['anyOf'] as unknown[]),
          })),
        }));
        const plans: unknown[] = [];
        for (const shuffled of [world, { ...world, skills, roles }]) {
          const { catalog, held } = openWorld(shuffled);
          const plan = await planCheapest(ask(catalog, held), [goalOfVerdict(catalog, roleNumberOf(catalog, 'r0'), 'ready')]);
          plans.push('steps' in plan ? named(catalog, plan.steps) : plan.status);
        }
        expect(plans[1]).toEqual(plans[0]);
      }),
      runs,
    );
  });
});

/** The steps that can still be taken, one after the other, when one is dropped. */
function findWithout(catalog: Catalog, held: HeldLevels, steps: readonly LearningStep[], dropped: LearningStep): LearningStep[] {
  const levels = [...held.level];
  const taken = new Set<LearningStep>();
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const step of steps) {
      if (step === dropped || taken.has(step) || openNeeds(catalog, step, levels).length > 0) continue;
      levels[step.skill] = step.level;
      taken.add(step);
    }
  }
  return [...taken];
}

test('every step that the built-in roles can ask for has an activity and a resource', () => {
  const catalog = builtInCatalog();
  const bare: string[] = [];
  const roles = Array.from({ length: catalog.index.roleCount }, (_, role) => role);
  const graph = findLearnableSteps(catalog, roles, holdLevels(catalog.index, []), () => false);
  // Of a family it is enough that some members can be learned: `level-beyond-learn` and the test of the data hold that.
  const inFamily = new Set(
    roles.flatMap((role) =>
      catalog.role(role).requirements.flatMap((one) => (one.family === undefined ? [] : one.anyOf.map(({ skill }) => skill))),
    ),
  );
  for (const step of graph.steps) {
    if (inFamily.has(catalog.skill(step.skill).id)) continue;
    const learn = catalog.skill(step.skill).learn[step.level];
    if (learn === undefined || learn.do.length < 20 || learn.resources.length === 0) bare.push(named(catalog, [step]).join());
  }
  expect(graph.steps.length).toBeGreaterThan(250);
  expect(bare).toEqual([]);
});
