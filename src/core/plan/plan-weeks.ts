import type { Hours } from './learning-step.ts';

/** Hours at somebody's pace: 1.5 takes half as long again. Kept to hundredths, so that a plan's hours are the sum of its steps'. */
export function paceHours(hours: Hours, pace: number): Hours {
  const scale = (value: number): number => Math.round(value * pace * 100) / 100;
  return { low: scale(hours.low), typical: scale(hours.typical), high: scale(hours.high) };
}

/** The sum, to hundredths of an hour. */
export function sumHours(all: readonly Hours[]): Hours {
  const sum = (pick: (hours: Hours) => number): number =>
    all.reduce((total, one) => total + Math.round(pick(one) * 100), 0) / 100;
  return { low: sum((one) => one.low), typical: sum((one) => one.typical), high: sum((one) => one.high) };
}

/**
 * The first and the last week of each step, counted from 1, when the steps are taken one after the other at their typical
 * hours. A step that ends with a week's last hour does not reach into the next one.
 */
export function layOnWeeks(steps: readonly Hours[], hoursPerWeek: number): [number, number][] {
  let spent = 0;
  return steps.map((hours) => {
    const first = Math.floor(spent / hoursPerWeek + 1e-9) + 1;
    spent += hours.typical;
    return [first, Math.max(first, Math.ceil(spent / hoursPerWeek - 1e-9))];
  });
}
