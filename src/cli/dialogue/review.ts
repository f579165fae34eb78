import type { Level } from '../../core/model/scale.ts';
import type { ReviewRow } from './asker.ts';

/** Where a review stands: the level of each row, nothing where it does not count, and what undo goes back to, oldest first. */
export interface Review {
  readonly levels: readonly (Level | undefined)[];
  readonly before: readonly Review['levels'][];
}

export function startReview(rows: readonly ReviewRow[]): Review {
  return { levels: rows.map((row) => row.level), before: [] };
}

/** A review with another level of one row; a change that changes nothing is none to undo. */
export function setLevel(review: Review, at: number, level: Level | undefined): Review {
  const { levels, before } = review;
  if (at < 0 || at >= levels.length || levels[at] === level) return review;
  return { levels: levels.map((one, i) => (i === at ? level : one)), before: [...before, levels] };
}

/** The review before its last change. */
export function undo(review: Review): Review {
  const levels = review.before.at(-1);
  return levels === undefined ? review : { levels, before: review.before.slice(0, -1) };
}
