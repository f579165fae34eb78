import { type Catalog, type CatalogIndex, notGeneral } from '../catalog/catalog-index.ts';
import { alternativesOf, requirementsOf } from '../catalog/walk-requirements.ts';
import type { Level } from '../model/scale.ts';
import { creditRequirement } from './credit.ts';
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
/** Answers less likely than this are not tried. */
const leastChance = 0.04;
/** So many skills are tried, those first that a role's points hang on most: each trial estimates everything anew. */
const triedByDefault = 32;
/** Below this, an answer changes nothing that can be seen. */
const nothing = 1e-9;

/**
 * The skills that a role asks for and that are not said, those first whose answer moves the role's likely fit most: the mean
 * over the scale's levels, each the less likely the further it lies from the estimate. Everything is estimated anew for each
 * answer: a language tells about much beside itself. Equals stay in the order in which the role asks for them. As long as no
 * technical skill is held, the role's languages come first: what else to ask depends on them.
 *
 * @param tried how many skills are tried at most
 */
export function rankQuestions(
  catalog: Catalog,
  role: number,
  held: HeldLevels,
  background: Background,
  tried = triedByDefault,
): NextQuestion[] {
  const estimator = makeEstimator(catalog);
  const trial = copyHeldLevels(held);
  const likelyNow = (): number => {
    const estimate = estimator(trial, background);
    return estimateFit(catalog, assessRole(catalog, role, trial), trial, estimate).score;
  };
  const now = likelyNow();
  const estimate = estimator(trial, background);
  const open = mostAtStake(catalog, openSkills(catalog.index, role, held), held, tried).map(({ skill, group }) => ({
    ...{ skill, group },
    likely: estimate.levelOf(skill),
  }));
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
  const questions = askGroupsOnce(ranked).sort((a, b) => b.moves - a.moves);
  if (isTechnical(catalog.index, held)) return questions;
  const languages = questions.filter((one) => catalog.skill(one.skill).kind === 'language');
  return [...languages, ...questions.filter((one) => !languages.includes(one))];
}

/** One question for each group of which nothing is said, under its most telling skill: any of its skills may be the answer. */
function askGroupsOnce(ranked: readonly NextQuestion[]): NextQuestion[] {
  const groups = new Map<number, NextQuestion[]>();
  for (const one of ranked) if (one.group !== undefined) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const together = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const asked = [...groups.values()].map((members) => ({
    ...members.reduce((best, one) => (one.moves > best.moves ? one : best)),
    moves: together(members.map((one) => one.moves)),
    deviation: together(members.map((one) => one.deviation)),
  }));
  return [...ranked.filter((one) => one.group === undefined), ...asked];
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
  return answers.map(({ level, chance }) => ({ level, chance: chance / all })).filter(({ chance }) => chance >= leastChance);
}

interface OpenSkill {
  readonly skill: number;
  readonly group: number | undefined;
  /** The weight that its requirements leave open, shared with the other ways to close it. */
  readonly stake: number;
}

/** The skills of a role that are not said, each once, in the order in which the role asks for them. */
function openSkills(index: CatalogIndex, role: number, held: HeldLevels): OpenSkill[] {
  const open = new Map<number, OpenSkill>();
  for (const requirement of requirementsOf(index, role)) {
    const skills = [...alternativesOf(index, requirement)].map((one) => index.alternativeSkill[one] as number);
    const credit = creditRequirement(index, requirement, held);
    if (credit === 1) continue;
    const isGroup = skills.length > 1 && skills.every((skill) => held.assessed[skill] === 0);
    const stake = ((index.requirementWeight[requirement] as number) * (1 - credit)) / Math.sqrt(skills.length);
    for (const skill of skills) {
      if (held.said[skill] === 1) continue;
      const known = open.get(skill);
      open.set(skill, { skill, group: isGroup ? requirement : known?.group, stake: stake + (known?.stake ?? 0) });
    }
  }
  return [...open.values()];
}

/** The skills with the most at stake: their own requirements, and what comes with them. In the order given. */
function mostAtStake({ index }: Catalog, open: readonly OpenSkill[], held: HeldLevels, most: number): readonly OpenSkill[] {
  if (open.length <= most) return open;
  const stakes = new Map(open.map(({ skill, stake }) => [skill, stake]));
  const withOthers = ({ skill, stake }: OpenSkill): number => {
    let sum = stake;
    for (const { start, other } of [
      { start: index.impliesStart, other: index.impliesSkill },
      { start: index.usuallyStart, other: index.usuallySkill },
    ]) {
      for (let edge = start[skill] as number; edge < (start[skill + 1] as number); edge++) {
        const to = other[edge] as number;
        if (held.said[to] === 0) sum += (stakes.get(to) ?? 0) / 2;
      }
    }
    return sum;
  };
  const ranked = open.map((one) => ({ one, sum: withOthers(one) })).sort((a, b) => b.sum - a.sum);
  const kept = new Set(ranked.slice(0, most).map(({ one }) => one));
  return open.filter((one) => kept.has(one));
}

function isTechnical(index: CatalogIndex, held: HeldLevels): boolean {
  return held.touched.some((skill) => (held.level[skill] as number) > 0 && index.skillGeneral[skill] === notGeneral);
}
