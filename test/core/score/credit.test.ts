import { describe, expect, test } from 'vitest';
import { skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { explainRole, type RequirementFit } from '../../../src/core/score/gaps.ts';
import { type Declaration, holdLevels } from '../../../src/core/score/held-levels.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

const skills = [
  { id: 'java', related: [{ skill: 'kotlin', transfer: 0.8 }] },
  { id: 'kotlin', related: [{ skill: 'scala', transfer: 0.5 }] },
  { id: 'scala' },
  // Go says less of Rust than Rust says of Go: each side states its own.
  { id: 'go', related: [{ skill: 'rust', transfer: 0.3 }] },
  { id: 'rust', related: [{ skill: 'go', transfer: 0.6 }] },
  { id: 'spring', implies: [{ skill: 'java', offset: -1 }] },
];

/** The one requirement of a role, as a person with these levels meets it. */
function meet(requirement: Record<string, unknown>, said: Record<string, number>): RequirementFit {
  const catalog = makeCatalog(skills, [{ id: 'role', requirements: [{ importance: 'essential', ...requirement }] }]);
  const declarations = Object.entries(said).map(([id, level]): Declaration => ({ skill: skillNumberOf(catalog, id), level }));
  return explainRole(catalog, 0, holdLevels(catalog.index, declarations))[0] as RequirementFit;
}

const idAt = (number: number): string => ['go', 'java', 'kotlin', 'rust', 'scala', 'spring'][number] ?? '';
const ways = (one: RequirementFit): unknown[] =>
  one.via.map((via) => [via.kind, idAt(via.skill), via.level, via.transfer, ...(via.impliedBy < 0 ? [] : [idAt(via.impliedBy)])]);

describe('the credit of one skill', () => {
  const java4 = { skill: 'java', level: 4 };

  test('is the held level over the asked one, and never above 1', () => {
    expect(meet(java4, { java: 1 }).credit).toBe(0.25);
    expect(meet(java4, { java: 3 }).credit).toBe(0.75);
    expect(meet(java4, { java: 4 }).credit).toBe(1);
    expect(meet(java4, { java: 5 }).credit).toBe(1);
  });

  test('counts an implied level like a declared one, and says where it comes from', () => {
    const one = meet(java4, { spring: 3 });
    expect([one.credit, one.state]).toEqual([0.5, 'partial']);
    expect(ways(one)).toEqual([['implied', 'java', 2, 1, 'spring']]);
  });

  test('takes a related skill at its transfer: Kotlin at 4 is 0.8 of Java at 4, at 2 it is 0.8 · 2/4', () => {
    const full = meet(java4, { kotlin: 4 });
    expect([full.credit, full.state, ways(full)]).toEqual([0.8, 'transferable', [['transfer', 'kotlin', 4, 0.8]]]);
    expect(meet(java4, { kotlin: 2 }).credit).toBe(0.4);
    // Above the asked level nothing more is carried over.
    expect(meet(java4, { kotlin: 5 }).credit).toBe(0.8);
  });

  test('holds a relation both ways, unless the other side states its own', () => {
    expect(meet({ skill: 'kotlin', level: 4 }, { java: 4 }).credit).toBe(0.8);
    expect(meet({ skill: 'go', level: 2 }, { rust: 2 }).credit).toBe(0.3);
    expect(meet({ skill: 'rust', level: 2 }, { go: 2 }).credit).toBe(0.6);
  });

  test('carries over one hop only: Scala is worth nothing for Java', () => {
    expect(meet(java4, { scala: 5 }).credit).toBe(0);
    expect(meet({ skill: 'kotlin', level: 4 }, { scala: 5 }).credit).toBe(0.5);
  });

  test('is the better of direct and transferred, never their sum', () => {
    const byTransfer = meet(java4, { java: 2, kotlin: 4 });
    expect([byTransfer.credit, ways(byTransfer)]).toEqual([0.8, [['transfer', 'kotlin', 4, 0.8]]]);
    const direct = meet(java4, { java: 4, kotlin: 4 });
    expect([direct.credit, ways(direct)]).toEqual([1, [['declared', 'java', 4, 1]]]);
    // Equal: what is held outright is named.
    const equal = meet({ skill: 'kotlin', level: 4 }, { kotlin: 2, scala: 4 });
    expect([equal.credit, ways(equal)]).toEqual([0.5, [['declared', 'kotlin', 2, 1]]]);
  });
});

describe('the credit of alternatives', () => {
  const group = { anyOf: ['java', 'go', { skill: 'scala', level: 2 }], name: 'a language', level: 4 };

  test('is the best one when one is asked', () => {
    const one = meet(group, { java: 1, go: 3 });
    expect([one.credit, one.requirement.id, ways(one)]).toEqual([0.75, 'a-language', [['declared', 'go', 3, 1]]]);
    // Scala states a level of its own.
    expect(meet(group, { scala: 2 }).credit).toBe(1);
  });

  test('is the mean of the k best when k are asked', () => {
    const two = { ...group, atLeast: 2 };
    expect(meet(two, { java: 4, go: 2, scala: 1 }).credit).toBe((1 + 0.5) / 2);
    expect(meet(two, { java: 4 }).credit).toBe(0.5);
    const one = meet(two, { go: 2, java: 4 });
    expect(ways(one)).toEqual([
      ['declared', 'java', 4, 1],
      ['declared', 'go', 2, 1],
    ]);
    expect(meet({ ...group, atLeast: 3 }, { java: 4, go: 4, scala: 1 }).credit).toBe((1 + 1 + 0.5) / 3);
  });
});

describe('the state of a requirement', () => {
  const one = { skill: 'java', level: 4 };
  const two = { anyOf: ['java', 'go'], level: 4, atLeast: 2 };

  test.each([
    ['met', one, { java: 4 }],
    ['met', two, { java: 4, go: 5 }],
    ['partial', one, { java: 3 }],
    ['partial', two, { java: 4 }],
    ['partial', two, { java: 4, rust: 4 }],
    ['transferable', one, { kotlin: 4 }],
    ['transferable', two, { kotlin: 4, rust: 4 }],
    ['missing', one, { java: 0 }],
    ['missing', two, { java: 0, go: 0 }],
    ['not-assessed', one, {}],
    ['not-assessed', one, { scala: 5 }],
    ['not-assessed', two, { java: 0 }],
  ] as const)('%s: %j by %j', (state, requirement, said) => {
    expect(meet(requirement, said as Record<string, number>).state).toBe(state);
  });

  test('a transfer does not assess the skill itself, but earns credit', () => {
    const transferred = meet(one, { java: 0, kotlin: 4 });
    expect([transferred.state, transferred.credit]).toEqual(['transferable', 0.8]);
  });
});
