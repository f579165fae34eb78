import { findDates, goesOn } from './find-date-ranges.ts';

/**
 * A date as people write one in a form: `2020-03`, `March 2011`, `03/2011`, `2020-00` and `Summer 2009` (the year alone).
 * `now` for words that say that something goes on; nothing for what is no date.
 */
export function readPersonDate(text: string): string | undefined {
  const plain = text.trim().slice(0, 60);
  if (goesOn.test(plain)) return 'now';
  return findDates(plain)[0];
}
