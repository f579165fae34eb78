import { describe, expect, test } from 'vitest';
import { type Catalog, skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { textAt } from '../../../src/core/catalog/text-table.ts';
import { planFirstSteps } from '../../../src/core/plan/first-steps.ts';
import { goalOfVerdict } from '../../../src/core/plan/goal.ts';
import type { LearningStep } from '../../../src/core/plan/learning-step.ts';
import { orderSteps } from '../../../src/core/plan/order-steps.ts';
import { type PlanQuestion, planCheapest, planWithin } from '../../../src/core/plan/plan.ts';
import { findLearnableSteps, surelyWith, takeable } from '../../../src/core/plan/step-graph.ts';
import { findWaysNotTaken } from '../../../src/core/plan/ways-not-taken.ts';
import { type HeldLevels, holdLevels } from '../../../src/core/score/held-levels.ts';
import { runProgram } from '../../../src/solver/run-program.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

function ask(catalog: Catalog, held: HeldLevels, more: Partial<PlanQuestion> = {}): PlanQuestion {
  return {
    ...{ catalog, held, isExcluded: () => false, solve: runProgram, limits: { nodes: 10_000 }, breakTies: true },
    ...more,
  };
}

const named = (catalog: Catalog, steps: readonly LearningStep[]): string[] =>
  steps.map((step) => `${textAt(catalog.skillIds, step.skill)}=${step.level}`);

// Testing is done in a language: Go or Java at 1. Small steps cost 10, 20, 30 h, medium ones 20, 40, 80 h.
const backend = makeCatalog(
  [
    { id: 'git', kind: 'tool', effort: 'small' },
    { id: 'go', kind: 'language', effort: 'small' },
    { id: 'java', kind: 'language', effort: 'medium' },
    { id: 'python', kind: 'language', effort: 'small' },
    { id: 'testing', kind: 'practice', effort: 'small', requires: [{ anyOf: ['java', 'go', 'python'], level: 1 }] },
  ],
  [
    {
      id: 'role',
      requirements: [
        { skill: 'git', level: 1, importance: 'essential' },
        { skill: 'testing', level: 2, importance: 'essential' },
      ],
    },
  ],
);
const goal = goalOfVerdict(backend, 0, 'ready');
const nobody = holdLevels(backend.index, []);
const number = (id: string): number => skillNumberOf(backend, id);

describe('a choice of prerequisites', () => {
  test('one is enough, and it is the cheapest: git 10, go 10, testing 10 + 20', async () => {
    const plan = await planCheapest(ask(backend, nobody), [goal]);
    expect(plan).toMatchObject({ status: 'optimal', hours: 50 });
    const dearer = await planCheapest(
      ask(backend, nobody, { isExcluded: ({ skill }) => skill === number('go') || skill === number('python') }),
      [goal],
    );
    expect(dearer).toMatchObject({ status: 'optimal', hours: 60 });
  });

  test('one that is held is enough: nothing of it is learned', async () => {
    const plan = await planCheapest(ask(backend, holdLevels(backend.index, [{ skill: number('java'), level: 1 }])), [goal]);
    expect('steps' in plan && named(backend, plan.steps).sort()).toEqual(['git=1', 'testing=1', 'testing=2']);
  });

  test('a budget pays for one of them', async () => {
    const plan = await planWithin(ask(backend, nobody), [0], 30);
    expect(named(backend, orderSteps(backend, [0], nobody, plan.steps)).at(-1)).toBe('testing=1');
    expect(plan.hours).toBe(30);
  });

  test('what is preferred decides between equals, and the way not taken is named with its hours', async () => {
    for (const [preferred, other] of [
      ['go', 'python'],
      ['python', 'go'],
    ] as const) {
      const question = ask(backend, nobody, { prefer: new Set([number(preferred)]) });
      const plan = await planCheapest(question, [goal]);
      if (plan.status === 'unreachable') throw new Error('it can be reached');
      expect(named(backend, plan.steps)).toContain(`${preferred}=1`);
      const ways = await findWaysNotTaken(question, [goal], plan);
      expect(ways).toEqual([{ taken: number(preferred), skill: number(other), hours: 0 }]);
    }
  });

  test('what is preferred and costs more is not taken, and said: Java would take 10 h more', async () => {
    const question = ask(backend, nobody, { prefer: new Set([number('java')]) });
    const plan = await planCheapest(question, [goal]);
    if (plan.status === 'unreachable') throw new Error('it can be reached');
    expect(plan.hours).toBe(50);
    const ways = await findWaysNotTaken(question, [goal], plan);
    expect(ways.find((one) => one.skill === number('java'))).toMatchObject({ hours: 10 });
  });

  test('no plan leaves out what has no choice, and only that is a first step; the plan teaches the language first', async () => {
    const graph = findLearnableSteps(backend, [0], nobody, () => false);
    expect(graph.hasChoices).toBe(true);
    expect(named(backend, planFirstSteps(backend, [0], nobody))).toEqual(['git=1']);
    const plan = await planCheapest(ask(backend, nobody, { prefer: new Set([number('go')]) }), [goal]);
    if (plan.status === 'unreachable') throw new Error('it can be reached');
    const ordered = orderSteps(backend, [0], nobody, plan.steps, planFirstSteps(backend, [0], nobody));
    expect(named(backend, ordered)).toEqual(['go=1', 'git=1', 'testing=1', 'testing=2']);
  });

  test('two that need each other, or a third, do not hold each other up', async () => {
    const circle = makeCatalog(
      [
        { id: 'a', kind: 'tool', effort: 'small', requires: [{ anyOf: ['b', 'c'], level: 1 }] },
        { id: 'b', kind: 'tool', effort: 'small', requires: [{ anyOf: ['a', 'c'], level: 1 }] },
        { id: 'c', kind: 'tool', effort: 'huge' },
      ],
      [{ id: 'role', requirements: [{ anyOf: ['a', 'b'], atLeast: 2, name: 'both', level: 1, importance: 'essential' }] }],
    );
    const held = holdLevels(circle.index, []);
    const plan = await planCheapest(ask(circle, held), [goalOfVerdict(circle, 0, 'ready')]);
    // 10 + 10 for a and b, 80 for c, without which neither can be the first.
    expect(plan).toMatchObject({ status: 'optimal', hours: 100 });
    const graph = findLearnableSteps(circle, [0], held, () => false);
    const both = new Set([...graph.steps.keys()].filter((i) => (graph.steps[i] as LearningStep).skill < 2));
    expect(takeable(graph, both).size).toBe(0);
    expect([...surelyWith(graph, both)].sort()).toEqual([...both].sort());
  });
});
