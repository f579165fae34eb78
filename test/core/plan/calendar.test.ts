import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMilestones } from '../../../src/core/plan/find-milestones.ts';
import { layCalendar } from '../../../src/core/plan/lay-calendar.ts';
import { hoursOf, isLearnedAtWork, openNeeds } from '../../../src/core/plan/learning-step.ts';
import { orderSteps } from '../../../src/core/plan/order-steps.ts';
import { findLearnableSteps, holdAfter } from '../../../src/core/plan/step-graph.ts';
import { assessRole } from '../../../src/core/score/fit.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { makeCatalog } from '../../support/make-catalog.ts';
import { openWorld, smallWorlds } from '../../support/small-catalogs.ts';

describe('by hand', () => {
  const catalog = makeCatalog(
    ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, kind: 'tool', effort: 'small', ...(id === 'e' ? {} : { learnedBy: 'work' }) })),
    [{ id: 'role', requirements: [{ skill: 'a', level: 1, importance: 'essential' }] }],
  );
  const nobody = holdLevels(catalog.index, []);

  test('study follows study; three things at most are learned on the job, beside it, and share its hours', () => {
    const ordered = [4, 0, 1, 2, 3].map((skill) => ({ skill, level: 1 }));
    const times = layCalendar(catalog, nobody, ordered, [10, 30, 30, 30, 30], { study: 5, work: 15 });
    // e: 10 h at 5 a week. a, b, c: 30 h each at 5 a week (a third of 15). d: after them, 30 h at 15 a week.
    expect(times).toEqual([
      { weeks: [1, 2], atWork: false },
      { weeks: [1, 6], atWork: true },
      { weeks: [1, 6], atWork: true },
      { weeks: [1, 6], atWork: true },
      { weeks: [7, 8], atWork: true },
    ]);
  });

  test('who has such a job practises level 3 there, as long as the job teaches nothing else', () => {
    const ordered = [1, 2, 3].map((level) => ({ skill: 4, level }));
    // 10 h and 20 h at 5 a week, then 40 h at 5 + 15.
    const times = layCalendar(catalog, nobody, ordered, [10, 20, 40], { study: 5, work: 15, hasJob: true });
    expect(times.map((one) => one.weeks)).toEqual([
      [1, 2],
      [3, 6],
      [7, 8],
    ]);
    // Beside 60 h that the job teaches, for four weeks, the study goes on alone: 20 of its 40 h, then the rest at 20 a week.
    const both = [...ordered.slice(2), { skill: 0, level: 1 }];
    const held = holdLevels(catalog.index, [{ skill: 4, level: 2 }]);
    expect(layCalendar(catalog, held, both, [40, 60], { study: 5, work: 15, hasJob: true }).map((one) => one.weeks)).toEqual([
      [1, 5],
      [1, 4],
    ]);
  });

  test('10 h and 30 h at 20 h a week: a step that ends with a week reaches into no other', () => {
    const ordered = [1, 2].map((level) => ({ skill: 4, level }));
    const times = layCalendar(catalog, nobody, ordered, [10, 30], { study: 20, work: 15 });
    expect(times.map((one) => one.weeks)).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test('a milestone stands where the verdict changes: 1 of 2 levels is a credit of one half, stretch; both are ready', () => {
    const two = makeCatalog(
      [{ id: 'a', kind: 'tool', effort: 'small' }],
      [{ id: 'role', requirements: [{ skill: 'a', level: 2, importance: 'essential' }] }],
    );
    const steps = [1, 2].map((level) => ({ skill: 0, level }));
    expect(findMilestones(two, [0], holdLevels(two.index, []), steps)).toEqual([
      { afterStep: 1, role: 0, verdict: 'stretch' },
      { afterStep: 2, role: 0, verdict: 'ready' },
    ]);
  });
});

describe('laws', () => {
  const runs = { numRuns: 200, seed: 13 };

  test('every step has its weeks, none begins before what it needs has ended, and never more than three are learned at work', () => {
    fc.assert(
      fc.property(
        smallWorlds(),
        fc.constantFrom(1, 5, 7.5, 20),
        fc.constantFrom(4, 15),
        fc.boolean(),
        (world, study, work, hasJob) => {
          const { catalog, held } = openWorld(world);
          const graph = findLearnableSteps(catalog, [0], held, () => false);
          const ordered = orderSteps(catalog, [0], held, graph.steps);
          const hours = ordered.map((step) => hoursOf(catalog, step).typical);
          const times = layCalendar(catalog, held, ordered, hours, { study, work, hasJob });
          expect(times.map((one) => one.atWork)).toEqual(ordered.map((step) => isLearnedAtWork(catalog, step)));
          ordered.forEach((step, i) => {
            const [first, last] = times[i]?.weeks ?? [0, 0];
            expect(first).toBeGreaterThan(0);
            expect(last).toBeGreaterThanOrEqual(first);
            // Held when it begins at the latest: what has ended in this week or before.
            const before = ordered.filter((_, j) => (times[j]?.weeks[1] ?? 0) <= first && j !== i);
            expect(openNeeds(catalog, step, holdAfter(catalog, held, before).level)).toEqual([]);
            const together = times.filter(({ weeks, atWork }) => atWork && weeks[0] < first && weeks[1] > first);
            expect(together.length).toBeLessThanOrEqual(3);
          });
        },
      ),
      runs,
    );
  });

  test('the verdict after a milestone is what the score says, and between them it stays', () => {
    fc.assert(
      fc.property(smallWorlds(), (world) => {
        const { catalog, held } = openWorld(world);
        const { steps } = findLearnableSteps(catalog, [0], held, () => false);
        const ordered = orderSteps(catalog, [0], held, steps);
        const milestones = findMilestones(catalog, [0], held, ordered);
        let verdict = assessRole(catalog, 0, held).verdict;
        for (let count = 1; count <= ordered.length; count++) {
          verdict = milestones.find((one) => one.afterStep === count)?.verdict ?? verdict;
          expect(assessRole(catalog, 0, holdAfter(catalog, held, ordered.slice(0, count))).verdict).toBe(verdict);
        }
      }),
      runs,
    );
  });
});
