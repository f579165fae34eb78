import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog-index.ts';
import { findForcedSteps } from '../../../src/core/plan/forced-steps.ts';
import { type Goal, goalOfVerdict, isReached } from '../../../src/core/plan/goal.ts';
import type { LearningStep } from '../../../src/core/plan/learning-step.ts';
import type { Solve, SolveLimits } from '../../../src/core/plan/linear-program.ts';
import { planCheapest } from '../../../src/core/plan/plan.ts';
import { buildPlanModel } from '../../../src/core/plan/plan-model.ts';
import { pruneSteps } from '../../../src/core/plan/prune-steps.ts';
import { solveInTurns } from '../../../src/core/plan/solve-plan.ts';
import { findLearnableSteps, holdAfter, stepsAt } from '../../../src/core/plan/step-graph.ts';
import { type HeldLevels, holdLevels } from '../../../src/core/score/held-levels.ts';
import { runProgram } from '../../../src/solver/run-program.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

const limits = { nodes: 10_000 };

/** The hours of the cheapest plan over all steps, nothing pruned: the solver alone. */
async function hoursUnpruned(catalog: Catalog, goals: readonly Goal[], held: HeldLevels): Promise<number> {
  const roles = goals.map((goal) => goal.role);
  const graph = findLearnableSteps(catalog, roles, held, () => false);
  const accepts = (positions: ReadonlySet<number>): boolean => isEnough(catalog, goals, held, stepsAt(graph, positions));
  const model = buildPlanModel(catalog, graph, goals, held);
  const all = new Set(graph.steps.keys());
  const chosen = await solveInTurns({ graph, model, rows: [], start: all, accepts, solve: runProgram, limits }, [
    { cost: model.hours },
  ]);
  expect(chosen.proven).toBe(true);
  return [...chosen.positions].reduce((sum, position) => sum + (graph.hours[position] as number), 0);
}

function isEnough(catalog: Catalog, goals: readonly Goal[], held: HeldLevels, steps: readonly LearningStep[]): boolean {
  const after = holdAfter(catalog, held, steps);
  return goals.every((goal) => isReached(catalog, goal, after));
}

/** A catalog like a taxonomy: many skills, each related to many, few prerequisites; role 0 asks a lot, role 1 less. */
function taxonomyLike(seed: number): Catalog {
  let state = seed;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * n);
  };
  const count = 90;
  const skills = Array.from({ length: count }, (_, i) => ({
    id: `s${String(i).padStart(2, '0')}`,
    kind: 'tool',
    effort: ['medium', 'medium', 'medium', 'small', 'large'][below(5)],
    related: [...new Set(Array.from({ length: 5 }, () => below(count)))]
      .filter((other) => other !== i)
      .map((other) => ({ skill: `s${String(other).padStart(2, '0')}`, transfer: (10 + below(75)) / 100 })),
    requires: i > 0 && below(12) === 0 ? [{ skill: `s${String(below(i)).padStart(2, '0')}`, level: 1 }] : [],
  }));
  const role = (id: string, asked: number): Record<string, unknown> => ({
    id,
    requirements: Array.from({ length: asked }, (_, q) => ({
      name: `group ${q}`,
      anyOf: [...new Set(Array.from({ length: below(4) === 0 ? 3 : 1 }, () => below(count)))].map((one) => ({
        skill: `s${String(one).padStart(2, '0')}`,
        level: 2 + below(2),
      })),
      atLeast: 1,
      level: 3,
      importance: below(3) === 0 ? 'essential' : 'helpful',
    })),
  });
  return makeCatalog(skills, [role('r0', 22), role('r1', 12)]);
}

describe('of many steps, those that are left hold the best plan', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'catalog %i: ready, near, and both roles at once cost what the solver finds unpruned',
    async (seed) => {
      const catalog = taxonomyLike(seed);
      const held = holdLevels(catalog.index, [{ skill: 3, level: 2 }]);
      const question = { catalog, held, isExcluded: () => false, solve: runProgram, limits, breakTies: false };
      const near = goalOfVerdict(catalog, 0, 'near');
      const ready = goalOfVerdict(catalog, 0, 'ready');
      const both = [ready, goalOfVerdict(catalog, 1, 'near')];
      for (const goals of [[near], [ready], both]) {
        const plan = await planCheapest(question, goals);
        const roles = goals.map((goal) => goal.role);
        const all = findLearnableSteps(catalog, roles, held, () => false);
        expect(pruneSteps(catalog, all, goals, held).steps.length).toBeLessThan(all.steps.length);
        expect(plan).toMatchObject({ status: 'optimal', hours: await hoursUnpruned(catalog, goals, held) });
      }
    },
  );

  test('by hand: skills that carry over little to one other skill all go', () => {
    const skills = [
      { id: 'a', kind: 'tool', effort: 'medium' },
      { id: 'b', kind: 'tool', effort: 'medium' },
    ];
    const carriers = Array.from({ length: 200 }, (_, i) => ({
      id: `x${i}`,
      kind: 'tool',
      effort: 'medium',
      related: [{ skill: i % 2 === 0 ? 'a' : 'b', transfer: 0.4 }],
    }));
    const role = {
      id: 'r',
      requirements: [
        { skill: 'a', level: 3, importance: 'essential' },
        { skill: 'b', level: 3, importance: 'essential' },
      ],
    };
    const catalog = makeCatalog([...skills, ...carriers], [role]);
    const held = holdLevels(catalog.index, []);
    const goals = [{ role: 0, fit: 80, essentials: 0 }];
    const all = findLearnableSteps(catalog, [0], held, () => false);
    expect(all.steps.length).toBe(606);
    // By hand: a or b at a level gives more than anything that carries over, for the same hours.
    expect(pruneSteps(catalog, all, goals, held).steps.length).toBe(6);
  });
});

test('steps that every plan takes: an essential without a choice, and what it needs', () => {
  const catalog = makeCatalog(
    [
      { id: 'a', kind: 'tool', effort: 'small', requires: [{ skill: 'c', level: 1 }] },
      { id: 'b', kind: 'tool', effort: 'small' },
      { id: 'c', kind: 'tool', effort: 'small' },
    ],
    [
      {
        id: 'r',
        requirements: [
          { skill: 'a', level: 2, importance: 'essential' },
          { name: 'one of two', anyOf: ['b', 'c'], level: 2, importance: 'essential' },
        ],
      },
    ],
  );
  const held = holdLevels(catalog.index, []);
  const graph = findLearnableSteps(catalog, [0], held, () => false);
  const named = (goal: Goal): string[] =>
    stepsAt(graph, findForcedSteps(catalog, graph, [goal], held))
      .map((step) => `${'abc'[step.skill]}${step.level}`)
      .sort();
  expect(named(goalOfVerdict(catalog, 0, 'ready'))).toEqual(['a1', 'a2', 'c1']);
  expect(named(goalOfVerdict(catalog, 0, 'near'))).toEqual([]);
});

test.each([
  [5000, 10_000],
  [5001, 200],
])('a program of %i columns is searched for at most %i nodes, whatever the time', async (columnCount, nodes) => {
  const catalog = taxonomyLike(1);
  const held = holdLevels(catalog.index, []);
  const graph = findLearnableSteps(catalog, [0], held, () => false);
  const model = { ...buildPlanModel(catalog, graph, [goalOfVerdict(catalog, 0, 'near')], held), columnCount };
  const start = new Set(graph.steps.keys());
  const asked: SolveLimits[] = [];
  const solve: Solve = (_, within) => {
    asked.push(within);
    return Promise.resolve({ status: 'feasible', values: new Float64Array(0), bound: 1 });
  };
  const turns = [{ cost: model.hours }];
  const found = await solveInTurns({ graph, model, rows: [], start, accepts: () => true, solve, limits }, turns);
  expect(asked).toEqual([{ nodes }]);
  // Nothing better was found: the start stands, and is not called proven.
  expect(found).toMatchObject({ positions: start, bound: 1, proven: false });
});
