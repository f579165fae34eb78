import type { LabelTable } from '../../core/catalog/label-table.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import { searchLabels } from '../../search/search-labels.ts';
import { count } from './fit-answer.ts';

/** A table lists so many entries at most; formats for programs have them all. */
export const entriesShown = 200;

/** The entries that a query finds, best first; without a query, all of them in the order of their ids. */
export function searchCatalog(table: LabelTable, total: number, words: readonly string[]): number[] {
  const query = normaliseLabel(words.join(' '));
  return query === '' ? Array.from({ length: total }, (_, i) => i) : searchLabels(table, query);
}

/** How many were found, and how to see those that the table leaves out. */
export function foundWords(found: number, noun: 'skill' | 'role'): string {
  if (found === 0) return `No ${noun} answers to that.`;
  if (found <= entriesShown) return count(found, noun);
  return `${count(found, noun)}; the first ${entriesShown} are shown. Narrow the search, or take them all with -f csv.`;
}
