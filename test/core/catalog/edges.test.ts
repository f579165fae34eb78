import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalog, notGeneral, skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { prerequisitesOfSkill } from '../../../src/core/catalog/prerequisites.ts';
import { findLearnableSteps } from '../../../src/core/plan/step-graph.ts';
import { scoreFit } from '../../../src/core/score/fit.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { arbitraryWorld } from '../../support/arbitrary-catalog.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

const catalog = makeCatalog(
  [
    { id: 'gradle' },
    { id: 'java', usually: [{ skill: 'git', offset: -1 }, { skill: 'debugging' }] },
    { id: 'git', usually: [{ skill: 'java', offset: -2 }] },
    { id: 'debugging', general: { offset: 0 } },
    { id: 'mentoring', general: { offset: -1 }, learnedBy: 'work' },
    {
      id: 'junit',
      effort: 'tiny',
      requires: [
        { anyOf: ['maven', 'gradle'], level: 2 },
        { skill: 'java', level: 1 },
      ],
    },
    { id: 'maven' },
  ],
  [{ id: 'tester', requirements: [{ skill: 'junit', level: 1, importance: 'essential' }] }],
);
const { index } = catalog;
const at = (id: string): number => skillNumberOf(catalog, id);
const named = (skills: Iterable<number>): string[] => [...skills].map((skill) => catalog.skill(skill).id);

describe('the edges of a catalog', () => {
  test('usual ones stand by skill, with their offsets', () => {
    const usual = (id: string): [string[], number[]] => {
      const [from, to] = [index.usuallyStart[at(id)], index.usuallyStart[at(id) + 1]];
      return [named(index.usuallySkill.subarray(from, to)), [...index.usuallyOffset.subarray(from, to)]];
    };
    expect(usual('java')).toEqual([
      ['debugging', 'git'],
      [0, -1],
    ]);
    expect(usual('git')).toEqual([['java'], [-2]]);
    expect(usual('maven')).toEqual([[], []]);
  });

  test('general skills and those that are learned at work are marked', () => {
    expect(['debugging', 'mentoring', 'java'].map((id) => index.skillGeneral[at(id)])).toEqual([0, -1, notGeneral]);
    expect(['mentoring', 'java'].map((id) => index.skillLearnedByWork[at(id)])).toEqual([1, 0]);
  });

  test('a prerequisite names its choices in the order of the file', () => {
    const needed = prerequisitesOfSkill(index, at('junit')).map(({ skills, level }) => [named(skills), level]);
    expect(needed).toEqual([
      [['java'], 1],
      [['maven', 'gradle'], 2],
    ]);
  });
});

/** The skills that a plan to the tester may raise. */
function learnable(from: Catalog, ...held: readonly [string, number][]): string[] {
  const levels = holdLevels(
    from.index,
    held.map(([id, level]) => ({ skill: skillNumberOf(from, id), level })),
  );
  return [...new Set(findLearnableSteps(from, [0], levels, () => false).steps.map((step) => from.skill(step.skill).id))].sort();
}

test('a choice is met by what is held, else each of its skills is a way to meet it', () => {
  expect(learnable(catalog)).toEqual(['gradle', 'java', 'junit', 'maven']);
  expect(learnable(catalog, ['gradle', 2])).toEqual(['java', 'junit']);
  expect(learnable(catalog, ['gradle', 1])).toEqual(['gradle', 'java', 'junit', 'maven']);
});

describe('usual edges', () => {
  test('change no fit and no step of a plan', () => {
    fc.assert(
      fc.property(arbitraryWorld, ({ entries, said }) => {
        const bare = { ...entries, skills: entries.skills.map((skill) => ({ ...skill, usually: [] })) };
        const [withEdges, without] = [entries, bare].map((one) => decodeCatalog(encodeCatalog(one))) as [Catalog, Catalog];
        const declared = said.map(({ skill, level }) => {
          const id = entries.skills[skill]?.id ?? '';
          return { skill: skillNumberOf(withEdges, id), level };
        });
        const roles = Array.from({ length: withEdges.index.roleCount }, (_, role) => role);
        const answers = [withEdges, without].map((one) => {
          const held = holdLevels(one.index, declared);
          const { steps, needs, hours } = findLearnableSteps(one, roles, held, () => false);
          return { held: [...held.level], fits: roles.map((role) => scoreFit(one.index, role, held)), steps, needs, hours };
        });
        expect(answers[0]).toEqual(answers[1]);
      }),
    );
  });
});
