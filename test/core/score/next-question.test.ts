import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/catalog/text-table.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { questionsLeft, rangeWidth, rankQuestions } from '../../../src/core/score/next-question.ts';
import { builtInCatalog, makeCatalog } from '../../support/make-catalog.ts';

const skill = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ id, ...more });
const role = (requirements: unknown[]): Record<string, unknown> => ({ id: 'r', requirements });

describe('rankQuestions', () => {
  it('asks first for the skill that weighs most: essential 4 of 7, important 2 of 7, helpful 1 of 7', () => {
    const catalog = makeCatalog(
      [skill('a'), skill('b'), skill('c')],
      [
        role([
          { skill: 'a', level: 3, importance: 'helpful' },
          { skill: 'b', level: 3, importance: 'essential' },
          { skill: 'c', level: 3, importance: 'important' },
        ]),
      ],
    );
    const held = holdLevels(catalog.index, []);
    const ranked = rankQuestions(catalog, 0, held);
    expect(ranked.map((one) => textAt(catalog.skillIds, one.skill))).toEqual(['b', 'c', 'a']);
    // Whatever is answered, nothing of that requirement stays open.
    expect(ranked[0]?.narrowing).toBeCloseTo((100 * 4) / 7);
    // 100 → 43 → 14 → 0 points wide: ±5 takes all three.
    expect(questionsLeft(catalog, 0, held, ranked)).toBe(3);
  });

  it('counts what an answer implies: spring settles java too when the answer is high enough', () => {
    const catalog = makeCatalog(
      [skill('java'), skill('spring', { implies: [{ skill: 'java', offset: -1 }] })],
      [
        role([
          { skill: 'java', level: 3, importance: 'essential' },
          { skill: 'spring', level: 3, importance: 'essential' },
        ]),
      ],
    );
    const [best] = rankQuestions(catalog, 0, holdLevels(catalog.index, []));
    expect(textAt(catalog.skillIds, best?.skill ?? -1)).toBe('spring');
    // Levels 2 to 5 imply java: 4 of 6 answers narrow by 100, two by 50.
    expect(best?.narrowing).toBeCloseTo((4 * 100 + 2 * 50) / 6);
  });

  it('does not ask what is assessed or cannot narrow the range', () => {
    const catalog = makeCatalog(
      [skill('a'), skill('b'), skill('c')],
      [
        role([
          { anyOf: ['a', 'b'], name: 'one of them', level: 3, importance: 'essential' },
          { skill: 'c', level: 1, importance: 'helpful' },
        ]),
      ],
    );
    const held = holdLevels(catalog.index, [{ skill: 0, level: 3 }]);
    expect(rankQuestions(catalog, 0, held).map((one) => textAt(catalog.skillIds, one.skill))).toEqual(['c']);
  });
});

describe('laws, on every built-in role', () => {
  const catalog = builtInCatalog();
  const roles = Array.from({ length: catalog.index.roleCount }, (_, i) => i);

  it.each(roles)('role %i: answering "none" in this order takes exactly the promised number of questions', (number) => {
    let held = holdLevels(catalog.index, []);
    const ranked = rankQuestions(catalog, number, held);
    const promised = questionsLeft(catalog, number, held, ranked);
    const declared = ranked.slice(0, promised).map((one) => ({ skill: one.skill, level: 0 }));
    held = holdLevels(catalog.index, declared.slice(0, -1));
    expect(rangeWidth(catalog, number, held)).toBeGreaterThan(10);
    held = holdLevels(catalog.index, declared);
    expect(rangeWidth(catalog, number, held)).toBeLessThanOrEqual(10 + 1e-9);
  });

  it.each(roles)('role %i: any answers in this order never take more questions', (number) => {
    const ranked = rankQuestions(catalog, number, holdLevels(catalog.index, []));
    const promised = questionsLeft(catalog, number, holdLevels(catalog.index, []), ranked);
    for (let level = 0; level <= 5; level++) {
      const held = holdLevels(
        catalog.index,
        ranked.slice(0, promised).map((one) => ({ skill: one.skill, level })),
      );
      expect(rangeWidth(catalog, number, held)).toBeLessThanOrEqual(10 + 1e-9);
    }
  });

  it('leaves the held levels as they were', () => {
    const held = holdLevels(catalog.index, [{ skill: 0, level: 3 }]);
    const before = [...held.level];
    rankQuestions(catalog, 0, held);
    expect([...held.level]).toEqual(before);
  });
});
