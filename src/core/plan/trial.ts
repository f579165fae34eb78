import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import { type HeldLevels, holdLevels } from '../score/held-levels.ts';
import type { LearningStep } from './learning-step.ts';
import { declarationsOf } from './step-graph.ts';

/** A requirement whose credit steps raise. */
export interface Move {
  readonly requirement: number;
  /** Points of fit, the mean over the roles. */
  readonly gain: number;
  /** The credit after the steps, 0 to 1. */
  readonly credit: number;
}

/** Somebody's levels, on which steps are tried and undone, or taken for good. */
export interface Trial {
  /** The levels after the steps taken so far. */
  readonly now: HeldLevels;
  /** What steps would raise: they are undone again. What they imply is among them or held. */
  readonly movesOf: (steps: readonly LearningStep[]) => Move[];
  readonly take: (steps: readonly LearningStep[]) => void;
}

/** What a requirement's full credit is worth: points of fit, the mean over the roles. */
interface Stake {
  readonly requirement: number;
  readonly points: number;
}

/** A trial for some roles, from where somebody stands. */
export function openTrial(catalog: Catalog, roles: readonly number[], held: HeldLevels): Trial {
  const { index } = catalog;
  const stakes = stakesBySkill(catalog, roles);
  const now = holdLevels(index, declarationsOf(held));
  const raise = (steps: readonly LearningStep[]): void => {
    for (const { skill, level } of steps) now.level[skill] = Math.max(now.level[skill] as number, level);
  };
  const take = (steps: readonly LearningStep[]): void => {
    raise(steps);
    // Whoever reads the levels by what is touched, as another trial does, must see what was taken.
    for (const { skill } of steps) {
      if (now.assessed[skill] === 1) continue;
      now.assessed[skill] = 1;
      now.touched.push(skill);
    }
  };
  const movesOf = (steps: readonly LearningStep[]): Move[] => {
    const touched = new Map<number, number>();
    for (const { skill } of steps) for (const one of stakes.get(skill) ?? []) touched.set(one.requirement, one.points);
    const creditNow = ([requirement]: readonly [number, number]): number => creditRequirement(index, requirement, now);
    const before = [...touched].map(creditNow);
    const levels = steps.map(({ skill }) => now.level[skill] as number);
    raise(steps);
    const after = [...touched].map(creditNow);
    // A skill may have several steps: the first of them knows the level from before.
    for (let i = steps.length - 1; i >= 0; i--) now.level[(steps[i] as LearningStep).skill] = levels[i] as number;
    return [...touched].flatMap(([requirement, points], i) => {
      const credit = after[i] as number;
      const raised = credit - (before[i] as number);
      return raised > 0 ? [{ requirement, gain: points * raised, credit }] : [];
    });
  };
  return { now, movesOf, take };
}

/** The points of fit that moves bring together. */
export function gainOf(moves: readonly Move[]): number {
  return moves.reduce((sum, move) => sum + move.gain, 0);
}

/** For each skill the requirements whose credit it can move: by itself, or by carrying over. */
function stakesBySkill({ index }: Catalog, roles: readonly number[]): Map<number, Stake[]> {
  const found = new Map<number, Stake[]>();
  const add = (skill: number, stake: Stake): void => {
    const known = found.get(skill);
    if (known === undefined) found.set(skill, [stake]);
    else known.push(stake);
  };
  for (const role of roles) {
    const first = index.requirementStart[role] as number;
    const end = index.requirementStart[role + 1] as number;
    const total = index.requirementWeight.subarray(first, end).reduce((sum, weight) => sum + weight, 0);
    for (let requirement = first; requirement < end; requirement++) {
      const stake = { requirement, points: (100 * (index.requirementWeight[requirement] as number)) / total / roles.length };
      for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
        const skill = index.alternativeSkill[a] as number;
        add(skill, stake);
        for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
          add(index.relatedSkill[i] as number, stake);
        }
      }
    }
  }
  return found;
}
