import { type Catalog, notGeneral } from '../../src/core/catalog/catalog-index.ts';
import { alternativesOf, requirementsOf } from '../../src/core/catalog/walk-requirements.ts';
import { type Background, makeEstimator } from '../../src/core/score/estimate.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../../src/core/score/held-levels.ts';
import { pickQuestions, rankQuestions } from '../../src/core/score/next-question.ts';

/** Somebody invented, whose every level is known, and who says some of them. */
export interface GeneratedPerson {
  readonly background: Background;
  /** What stands in the profile: about a third of the technical skills, nothing general. */
  readonly said: readonly Declaration[];
  /** The level in every skill that a role asks for. */
  readonly truth: (role: number) => readonly Declaration[];
  readonly levelOf: (skill: number) => number;
}

/**
 * The same person for the same seed. Somebody has worked for some years in a job like one of the roles: holds most of what it
 * asks, around the levels that are usual after such years; in what comes with that, the estimate give or take a level; and
 * little of all else.
 */
export function generatePerson(catalog: Catalog, seed: number): GeneratedPerson {
  const random = mulberry(seed);
  const { index, scale } = catalog;
  const highest = scale.levels.length - 1;
  const years = 1 + Math.floor(random() * 12);
  const job = Math.floor(random() * index.roleCount);
  const level = new Map<number, number>();
  const background: Background = { years };
  const around = (mean: number): number => Math.max(0, Math.min(highest, Math.round(mean + (random() + random() - 1) * 1.2)));
  for (const requirement of requirementsOf(index, job)) {
    const alternatives = [...alternativesOf(index, requirement)];
    const known = alternatives.length === 1 ? alternatives : alternatives.filter(() => random() < 0.3);
    for (const one of known) {
      const asked = index.alternativeLevel[one] as number;
      level.set(index.alternativeSkill[one] as number, random() < 0.8 ? around((asked + Math.min(5, 1.5 + years / 3)) / 2) : 0);
    }
  }
  const worked: Declaration[] = [...level].map(([skill, at]) => ({ skill, level: at }));
  const estimate = makeEstimator(catalog)(holdLevels(index, worked), background);
  const estimated = Array.from({ length: index.skillCount }, (_, skill) => estimate.levelOf(skill));
  const truth = estimated.map((mean, skill) => level.get(skill) ?? (mean > 0 ? around(mean) : random() < 0.12 ? 1 + Math.floor(random() * 3) : 0));
  const held = holdLevels(index, truth.map((at, skill) => ({ skill, level: at })));
  const levelOf = (skill: number): number => held.level[skill] as number;
  const isTechnical = (skill: number): boolean => index.skillGeneral[skill] === notGeneral;
  const said = worked
    .filter((one) => levelOf(one.skill) > 0 && isTechnical(one.skill) && random() < 0.4)
    .map(({ skill }) => ({ skill, level: levelOf(skill) }));
  return { background, said, levelOf, truth: (role) => skillsOf(catalog, role).map((skill) => ({ skill, level: levelOf(skill) })) };
}

/** What the person is known to hold after so many answers, each to the question that tells most. */
export function answerQuestions(catalog: Catalog, role: number, person: GeneratedPerson, answers: number): HeldLevels {
  const known = [...person.said];
  for (let n = 0; n < answers; n++) {
    const held = holdLevels(catalog.index, known);
    const [next] = pickQuestions(rankQuestions(catalog, role, held, person.background), 1);
    if (next === undefined) break;
    known.push({ skill: next.skill, level: person.levelOf(next.skill) });
  }
  return holdLevels(catalog.index, known);
}

function skillsOf({ index }: Catalog, role: number): number[] {
  const skills = [...requirementsOf(index, role)].flatMap((requirement) =>
    [...alternativesOf(index, requirement)].map((one) => index.alternativeSkill[one] as number),
  );
  return [...new Set(skills)];
}

/** Numbers from 0 up to, not including, 1, the same for the same seed (mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
