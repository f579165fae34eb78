import { sumHours } from '../../core/plan/plan-weeks.ts';
import type { TimedStep } from './step-answer.ts';

const weeksPerMonth = 52 / 12;

/** The last week of some steps, counted from 1; 0 without any. */
export function lastWeek(steps: readonly TimedStep[]): number {
  return Math.max(0, ...steps.map((step) => step.weeks?.[1] ?? 0));
}

/** Hours at somebody's pace, to hundredths. */
export function atPace(hours: number, pace: number): number {
  return Math.round(hours * pace * 100) / 100;
}

/** What study takes and what the job teaches beside it: typical hours, and the time from the first of these steps' weeks to the last. */
export function timesOf(steps: readonly TimedStep[]): {
  study: { hours: number; weeks: number };
  work: { hours: number; months: number };
} {
  const study = steps.filter((step) => step.atWork !== true);
  const work = steps.filter((step) => step.atWork === true);
  const hoursOf = (some: readonly TimedStep[]): number => sumHours(some.map((step) => step.hours)).typical;
  const begin = Math.min(...work.map((step) => step.weeks?.[0] ?? 1));
  const weeks = work.length === 0 ? 0 : lastWeek(work) - begin + 1;
  return {
    study: { hours: hoursOf(study), weeks: lastWeek(study) },
    work: { hours: hoursOf(work), months: Math.round((10 * weeks) / weeksPerMonth) / 10 },
  };
}

/** A span of weeks as people say it: `7 weeks`, `14 months`, `2½ years`. */
export function spanWords(weeks: number): string {
  if (weeks < 9) return weeks === 1 ? 'a week' : `${weeks} weeks`;
  const months = Math.round(weeks / weeksPerMonth);
  if (months < 24) return `${months} months`;
  const halves = Math.round(months / 6);
  return `${Math.floor(halves / 2)}${halves % 2 === 1 ? '½' : ''} years`;
}
