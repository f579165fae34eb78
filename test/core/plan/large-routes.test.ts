import { expect, test } from 'vitest';
import { goalOfVerdict } from '../../../src/core/plan/goal.ts';
import { type PlanQuestion, planCheapest } from '../../../src/core/plan/plan.ts';
import { findRoutes } from '../../../src/core/plan/route.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { runProgram } from '../../../src/solver/run-program.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

/** One entry role that is held, `count` roles above it that ask two of ten skills each, and a senior one that asks `asked`. */
function wideCatalog(count: number, asked: readonly number[], seed: number): ReturnType<typeof makeCatalog> {
  const skills = Array.from({ length: 10 }, (_, i) => ({
    id: `s${i}`,
    kind: 'tool',
    effort: ['small', 'medium', 'large'][(i * seed) % 3],
    related: i === 0 ? [] : [{ skill: `s${(i * (seed + 1)) % i}`, transfer: 0.35 }],
  }));
  const ask = (skill: number): Record<string, unknown> => ({ skill: `s${skill % 10}`, level: 2, importance: 'essential' });
  const intermediates = Array.from({ length: count }, (_, i) => ({
    id: `m${String(i).padStart(2, '0')}`,
    seniority: 'mid',
    requirements: [ask(i * seed), ask(i * seed + 1 + (i % 4))],
  }));
  const roles = [
    { id: 'e', seniority: 'entry', requirements: [ask(0)] },
    { id: 't', seniority: 'senior', requirements: asked.map(ask) },
    ...intermediates,
  ];
  return makeCatalog(skills, roles);
}

const wide = 20;

test.each([1, 2, 3, 4])('of %i: a grade with many roles: the answer is as good as it says', async (seed) => {
  for (const asked of [[1], [2, 5], [1, 4, 7], [9, 3]]) {
    const catalog = wideCatalog(wide, asked, seed);
    const held = holdLevels(catalog.index, [{ skill: 0, level: 2 }]);
    const question: PlanQuestion = {
      catalog,
      held,
      isExcluded: () => false,
      solve: runProgram,
      limits: { nodes: 10_000 },
      breakTies: false,
    };
    const target = catalog.index.roleCount - 1;
    expect(catalog.role(target).id).toBe('t');
    const { routes, direct, leftOut } = await findRoutes(question, target, undefined, 1);
    const ready = goalOfVerdict(catalog, target, 'ready');
    const each: number[] = [];
    for (let role = 1; role <= wide; role++) {
      const plan = await planCheapest(question, [goalOfVerdict(catalog, role, 'near'), ready]);
      if (plan.status !== 'unreachable') each.push(plan.hours);
    }
    const best = Math.min(...each);
    const [{ plan, hops }] = routes as [(typeof routes)[0]];
    expect(hops).toHaveLength(2);
    expect(leftOut).toBeGreaterThan(0);
    expect(plan.hours).toBeGreaterThanOrEqual(best);
    expect(plan.hours * (1 - plan.gapPercent / 100)).toBeLessThanOrEqual(best + 1e-6);
    if (plan.status === 'optimal') expect(plan.hours).toBe(best);
    expect(direct).toMatchObject({ status: 'optimal' });
  }
});
