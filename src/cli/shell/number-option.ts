import { usageFailure } from './failure.ts';

/** Reads a number between two bounds from an option. */
export function numberOption(flag: string, low: number, high: number, whole = false): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const right = /^\d+(\.\d+)?$/.test(text) && value >= low && value <= high && (!whole || Number.isInteger(value));
    if (!right)
      throw usageFailure(
        `${flag}: "${text}" is not a${whole ? ' whole' : ''} number from ${low} to ${high}`,
        `write ${flag} with such a number`,
      );
    return value;
  };
}
