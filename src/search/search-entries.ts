import { suggestWords } from './suggest.ts';

/** A line of a list on screen that can be looked for: its labels are normalised, its name first. */
export interface Searchable {
  readonly number: number;
  readonly labels: readonly string[];
}

/**
 * The lines of a short list that answer a query, in the ranks of `searchLabels` (which looks through a whole catalog): a label equal to it, one that starts with it, one with a word that starts with
 * it, one that contains it; only when there is none, those spelled nearly so.
 *
 * @param query normalised as the labels are
 */
export function searchEntries(entries: readonly Searchable[], query: string, mostNear = 10): number[] {
  if (query === '') return entries.map((entry) => entry.number);
  const ranked = entries
    .map((entry) => ({
      number: entry.number,
      rank: Math.min(...entry.labels.map((label, i) => rankOf(label, query) + (i === 0 ? 0 : 0.5))),
    }))
    .filter((one) => Number.isFinite(one.rank))
    .sort((a, b) => a.rank - b.rank || a.number - b.number);
  if (ranked.length > 0) return ranked.map((one) => one.number);
  const owner = new Map(entries.flatMap((entry) => entry.labels.map((label) => [label, entry.number] as const)));
  const near = suggestWords(query, [...owner.keys()], mostNear);
  return [...new Set(near.map((label) => owner.get(label) as number))];
}

function rankOf(label: string, query: string): number {
  if (label === query) return 0;
  const at = label.indexOf(query);
  if (at < 0) return Number.POSITIVE_INFINITY;
  if (at === 0) return 1;
  return label.includes(` ${query}`) ? 2 : 3;
}
