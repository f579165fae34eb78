import { type Catalog, type CatalogIndex, notGeneral } from '../catalog/catalog-index.ts';
import { alternativesOf, requirementsOf } from '../catalog/walk-requirements.ts';
import type { Level } from '../model/scale.ts';
import { type Background, makeEstimator } from './estimate.ts';
import { assessRole } from './fit.ts';
import type { HeldLevels } from './held-levels.ts';
import { estimateFit } from './likely.ts';
import { copyHeldLevels, tryAnswer } from './try-answer.ts';

/** A skill worth asking about, and what the answer brings. */
export interface NextQuestion {
  readonly skill: number;
  /** The level that is likely, in fractions: the estimate, or what is held. */
  readonly likely: number;
  /** By how many points the answer moves the role's likely fit, up or down: the mean over the answers that may come. */
  readonly moves: number;
  /** The same as a root mean square: squares of independent answers add up. */
  readonly deviation: number;
  /** The group of alternatives that the skill stands for, where nothing of the group is said yet: a requirement's number. */
  readonly group: number | undefined;
}

/** The likely fit is sure enough when nine of ten full answers would leave it within so many points. */
export const closeEnough = 5;
/** So many standard deviations hold nine of ten. */
const nineOfTen = 1.645;
/** How much less likely an answer is for each level that it lies away from the estimate. */
const perLevel = 0.45;
/** Below this, an answer changes nothing that can be seen. */
const nothing = 1e-9;

/**
 * The skills that a role asks for and that are not said, those first whose answer moves the role's likely fit most: the mean
 * over the scale's levels, each the less likely the further it lies from the estimate. Everything is estimated anew for each
 * answer: a language tells about much beside itself. Equals stay in the order in which the role asks for them. As long as no
 * technical skill is held, the role's languages come first: what else to ask depends on them.
 */
export function rankQuestions(catalog: Catalog, role: number, held: HeldLevels, background: Background): NextQuestion[] {
  const estimator = makeEstimator(catalog);
  const trial = copyHeldLevels(held);
  const likelyNow = (): number => {
    const estimate = estimator(trial, background);
    return estimateFit(catalog, assessRole(catalog, role, trial), trial, estimate).score;
  };
  const now = likelyNow();
  const estimate = estimator(trial, background);
  const open = openSkills(catalog.index, role, held).map((one) => ({ ...one, likely: estimate.levelOf(one.skill) }));
  const ranked: NextQuestion[] = [];
  for (const one of open) {
    let moves = 0;
    let square = 0;
    for (const { level, chance } of answersAround(one.likely, held.level[one.skill] as number, catalog.scale.levels.length)) {
      const undo = tryAnswer(catalog.index, trial, one.skill, level);
      const moved = Math.abs(likelyNow() - now);
      undo();
      moves += chance * moved;
      square += chance * moved * moved;
    }
    if (moves > nothing) ranked.push({ ...one, moves, deviation: Math.sqrt(square) });
  }
  ranked.sort((a, b) => b.moves - a.moves);
  if (isTechnical(catalog.index, held)) return ranked;
  const languages = ranked.filter((one) => catalog.skill(one.skill).kind === 'language');
  return [...languages, ...ranked.filter((one) => !languages.includes(one))];
}

/** The first `most` questions, one for each group of alternatives of which nothing is said. */
export function pickQuestions(ranked: readonly NextQuestion[], most: number): NextQuestion[] {
  const picked: NextQuestion[] = [];
  for (const one of ranked) {
    if (picked.length === most) break;
    if (one.group === undefined || picked.every((other) => other.group !== one.group)) picked.push(one);
  }
  return picked;
}

/** How far the answers to these questions may still move the likely fit, in points: nine of ten times no further. */
export function uncertaintyOf(questions: readonly NextQuestion[]): number {
  return nineOfTen * Math.sqrt(questions.reduce((sum, { deviation }) => sum + deviation * deviation, 0));
}

/** About how many of the ranked questions bring the likely fit within ±`closeEnough`. */
export function questionsLeft(ranked: readonly NextQuestion[]): number {
  let left = 0;
  while (left < ranked.length && uncertaintyOf(ranked.slice(left)) > closeEnough) left++;
  return left;
}

/** The levels that may be answered, each with its chance; nobody answers less than what is held. */
function answersAround(estimate: number, held: Level, levels: number): { level: Level; chance: number }[] {
  const answers: { level: Level; chance: number }[] = [];
  for (let level = held; level < levels; level++) answers.push({ level, chance: perLevel ** Math.abs(level - estimate) });
  const all = answers.reduce((sum, { chance }) => sum + chance, 0);
  return answers.map(({ level, chance }) => ({ level, chance: chance / all }));
}

/** The skills of a role that are not said, each once, in the order in which the role asks for them. */
function openSkills(index: CatalogIndex, role: number, held: HeldLevels): { skill: number; group: number | undefined }[] {
  const open = new Map<number, { skill: number; group: number | undefined }>();
  for (const requirement of requirementsOf(index, role)) {
    const skills = [...alternativesOf(index, requirement)].map((one) => index.alternativeSkill[one] as number);
    const isGroup = skills.length > 1 && skills.every((skill) => held.assessed[skill] === 0);
    for (const skill of skills) {
      if (held.said[skill] === 0 && !open.has(skill)) open.set(skill, { skill, group: isGroup ? requirement : undefined });
    }
  }
  return [...open.values()];
}

function isTechnical(index: CatalogIndex, held: HeldLevels): boolean {
  return held.touched.some((skill) => (held.level[skill] as number) > 0 && index.skillGeneral[skill] === notGeneral);
}
