import { type Catalog, notGeneral, roleNumberOf } from '../../src/core/catalog/catalog-index.ts';
import { alternativesOf, requirementsOf } from '../../src/core/catalog/walk-requirements.ts';
import { type Background, makeEstimator } from '../../src/core/score/estimate.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../../src/core/score/held-levels.ts';
import { rankQuestions } from '../../src/core/score/next-question.ts';

/** Somebody invented, whose every level is known, and who says some of them. */
export interface GeneratedPerson {
  readonly background: Background;
  /** The role aimed at: that of the job, or one that it leads to. */
  readonly target: number;
  /** What stands in the profile: about a third of the technical skills, nothing general. */
  readonly said: readonly Declaration[];
  /** The level in every skill that a role asks for. */
  readonly truth: (role: number) => readonly Declaration[];
  readonly levelOf: (skill: number) => number;
}

/**
 * The same person for the same seed. Somebody has worked for some years in a job like one of the roles, and says about a third of
 * the technical skills that it asks, around the levels that are usual after such years. What is not said lies around the estimate
 * made of it, mostly give or take a level, sometimes well below; of what has no estimate, one skill in eight is held a little.
 */
export function generatePerson(catalog: Catalog, seed: number): GeneratedPerson {
  const random = mulberry(seed);
  const { index, scale } = catalog;
  const highest = scale.levels.length - 1;
  const years = 1 + Math.floor(random() * 12);
  const job = Math.floor(random() * index.roleCount);
  const ahead = [job, ...catalog.role(job).leadsTo.map((move) => roleNumberOf(catalog, move.role))];
  const target = ahead[Math.floor(random() * ahead.length)] ?? job;
  const background: Background = { years };
  const around = (mean: number): number => Math.max(0, Math.min(highest, Math.round(mean + (random() + random() - 1) * 1.2)));
  const isTechnical = (skill: number): boolean => index.skillGeneral[skill] === notGeneral;
  const said = skillsOf(catalog, job)
    .filter((skill) => isTechnical(skill) && random() < 0.35)
    .map((skill) => ({ skill, level: Math.max(1, around(1.5 + years / 4)) }));
  const estimate = makeEstimator(catalog)(holdLevels(index, said), background);
  const saidOf = new Map(said.map(({ skill, level }) => [skill, level]));
  const truth = Array.from({ length: index.skillCount }, (_, skill) => {
    const mean = estimate.levelOf(skill);
    const unsaid =
      mean > 0 ? around(random() < 0.8 ? mean : mean * random()) : random() < 0.12 ? 1 + Math.floor(random() * 3) : 0;
    return { skill, level: saidOf.get(skill) ?? unsaid };
  });
  const held = holdLevels(index, truth);
  const levelOf = (skill: number): number => held.level[skill] as number;
  return {
    background,
    target,
    said: said.map(({ skill }) => ({ skill, level: levelOf(skill) })),
    levelOf,
    truth: (role) => skillsOf(catalog, role).map((skill) => ({ skill, level: levelOf(skill) })),
  };
}

/**
 * What the person is known to hold after so many answers, each to the question that tells most. A group of alternatives is asked
 * as a whole, as `assess` does: which of them are known is one answer, and the level of each of those one more.
 */
export function answerQuestions(catalog: Catalog, role: number, person: GeneratedPerson, answers: number): HeldLevels {
  const { index } = catalog;
  const known = [...person.said];
  const passed = new Set<number>();
  let queue: number[] = [];
  for (let n = 0; n < answers; n++) {
    const [skill] = queue;
    if (skill !== undefined) {
      known.push({ skill, level: person.levelOf(skill) });
      queue = queue.slice(1);
      continue;
    }
    const held = holdLevels(index, known);
    const next = rankQuestions(catalog, role, held, person.background).find((one) => !passed.has(one.skill));
    if (next === undefined) break;
    if (next.group === undefined) known.push({ skill: next.skill, level: person.levelOf(next.skill) });
    else {
      const members = [...alternativesOf(index, next.group)].map((one) => index.alternativeSkill[one] as number);
      queue = members.filter((member) => person.levelOf(member) > 0);
      for (const member of members) if (person.levelOf(member) === 0) passed.add(member);
    }
  }
  return holdLevels(index, known);
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
