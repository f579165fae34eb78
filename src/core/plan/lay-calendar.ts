import type { Catalog } from '../catalog/catalog-index.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { isLearnedAtWork, type LearningStep, openNeeds } from './learning-step.ts';

/** How much time there is. */
export interface WeeklyHours {
  /** Hours of study. */
  readonly study: number;
  /** Hours of a job that teach. */
  readonly work: number;
  /** Whether there is such a job today: then hours of it that teach nothing else go to practising what is studied. */
  readonly hasJob?: boolean;
}

/** A step's place in time. */
export interface StepTime {
  /** The first and the last week, counted from 1. */
  readonly weeks: readonly [number, number];
  /** Learned on the job, beside the study weeks. */
  readonly atWork: boolean;
}

/** What a job can teach at once: more would be eight things begun and none learned. */
const mostAtWork = 3;
/** From here on a step is practice: working alone on routine tasks. Below it, one reads and tries out. */
const practisedFrom = 3;
/** Weeks. Far above what adding up rounds, far below an hour. */
const tolerance = 1e-6;

/**
 * Lays steps on weeks. Study steps follow one another; up to three steps that are learned on the job go on beside them and share
 * its hours alike. As long as none does, whoever has such a job practises there what is studied at level 3 or above. Each begins when what it needs is done, in the order of the steps as far as that lets it.
 *
 * @param hours typical hours of each step, at the person's pace
 */
export function layCalendar(
  catalog: Catalog,
  held: HeldLevels,
  ordered: readonly LearningStep[],
  hours: readonly number[],
  perWeek: WeeklyHours,
): StepTime[] {
  const levels = held.level.slice();
  const left = [...hours];
  const begun: number[] = [];
  const ended: number[] = [];
  const waiting = new Set(ordered.keys());
  const active = new Set<number>();
  const atWork = ordered.map((step) => isLearnedAtWork(catalog, step));
  let now = 0;
  const countActive = (work: boolean): number => [...active].filter((i) => atWork[i] === work).length;
  const begin = (): void => {
    for (const i of waiting) {
      const isFull = atWork[i] ? countActive(true) >= mostAtWork : countActive(false) >= 1;
      if (isFull || openNeeds(catalog, ordered[i] as LearningStep, levels).length > 0) continue;
      waiting.delete(i);
      active.add(i);
      begun[i] = now;
    }
  };
  for (begin(); active.size > 0; begin()) {
    const sharing = countActive(true);
    const idle = perWeek.hasJob === true && sharing === 0 ? perWeek.work : 0;
    const speed = (i: number): number => {
      if (atWork[i]) return perWeek.work / sharing;
      return perWeek.study + ((ordered[i] as LearningStep).level >= practisedFrom ? idle : 0);
    };
    const next = Math.min(...[...active].map((i) => (left[i] as number) / speed(i)));
    now += next;
    for (const i of active) {
      left[i] = (left[i] as number) - next * speed(i);
      if ((left[i] as number) > tolerance * speed(i)) continue;
      active.delete(i);
      ended[i] = now;
      const { skill, level } = ordered[i] as LearningStep;
      levels[skill] = Math.max(levels[skill] as number, level);
    }
  }
  return ordered.map((_, i) => {
    const first = Math.floor((begun[i] ?? now) + tolerance) + 1;
    return { weeks: [first, Math.max(first, Math.ceil((ended[i] ?? now) - tolerance))], atWork: atWork[i] as boolean };
  });
}
