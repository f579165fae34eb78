import { describe, expect, test } from 'vitest';
import { roleNumberOf, skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { chooseTarget } from '../../../src/core/score/choose-target.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { judgePerson } from '../../../src/core/score/judge.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

/** A ladder of three jobs in Java, and one job in Ruby that lies nearer than the next rung. */
const asks = (skill: string, level: number) => ({ skill, level, importance: 'essential' });
const catalog = makeCatalog(
  ['java', 'ruby', 'kafka', 'design'].map((id) => ({ id, kind: id === 'design' ? 'practice' : 'language' })),
  [
    { id: 'junior', seniority: 'entry', requirements: [asks('java', 2)], leadsTo: [{ role: 'mid' }] },
    { id: 'mid', seniority: 'mid', requirements: [asks('java', 3)], leadsTo: [{ role: 'senior' }] },
    { id: 'senior', seniority: 'senior', requirements: [asks('java', 4), asks('design', 5), asks('kafka', 5)] },
    { id: 'rubyist', seniority: 'mid', requirements: [asks('java', 3), asks('ruby', 4)] },
  ],
);

function targetOf(levels: Record<string, number>, background: { years?: number; job?: string }, currentRole?: string): string {
  const declared = Object.entries(levels).map(([id, level]) => ({ skill: skillNumberOf(catalog, id), level }));
  const judge = judgePerson(catalog, holdLevels(catalog.index, declared), background);
  const wish = {
    named: [],
    declared: [],
    currentRole: currentRole === undefined ? undefined : roleNumberOf(catalog, currentRole),
  };
  const { fit, why } = chooseTarget(catalog, judge, judge.rank(), wish);
  return `${catalog.role(fit.role).id}, ${why}`;
}

describe('the target, when nobody names one', () => {
  const java = { java: 3, ruby: 0, kafka: 0, design: 0 };

  test('is where the current job leads', () => {
    expect(targetOf(java, { years: 3 }, 'mid')).toBe('senior, next');
  });

  test('without a current job, is where the closest job leads that one is ready for', () => {
    expect(targetOf(java, { years: 3 })).toBe('senior, closest');
  });

  test('is never below the grade that the years stand behind', () => {
    expect(targetOf({ java: 1, ruby: 0, kafka: 0, design: 0 }, { years: 8 })).toBe('senior, closest');
  });

  test('of a beginner is where the way begins', () => {
    expect(targetOf({ java: 1, ruby: 0, kafka: 0, design: 0 }, { years: 0 })).toBe('junior, closest');
  });
});
