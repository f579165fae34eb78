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
