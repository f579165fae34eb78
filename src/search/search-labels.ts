import { type LabelTable, labelKinds, makeLabelTable } from '../core/catalog/label-table.ts';
import { findText, textAt, textCount } from '../core/catalog/text-table.ts';
import { normaliseLabel } from '../core/model/label.ts';
import { likelyTexts } from './likely-texts.ts';
import { isMisspelling, maxCompared, maxLikely, maxQueryLength, suggestWords } from './suggest.ts';

const space = 0x20;

/** So many lines that are only spelled like a query are worth showing. */
const mostNear = 10;

/**
 * The owners of labels that answer to a query, best first: a label equal to it, one that starts with it, one with a word that
 * starts with it, one that contains it, names before other labels; only when there is none, those spelled nearly so. Looks
 * through the table's bytes at once and decodes no label that does not match.
 *
 * @param query normalised as the labels are
 */
export function searchLabels(table: LabelTable, query: string, maxNear = mostNear): number[] {
  return rankOwners(table, query, maxNear).owners;
}

/** Ranks below this are of labels in which a word begins as the query does. */
const midWord = 3;

/** As `searchLabels`, and whether the first of them is above the floor: not a mere part of a word, nor of a text that is only like it. */
function rankOwners(table: LabelTable, query: string, maxNear: number): { owners: number[]; isSure: boolean } {
  const wanted = Buffer.from(query);
  const { start, bytes } = table.labels;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranks = new Map<number, number>();
  let label = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    label = ownerOfByte(start, at, label);
    const from = start[label] as number;
    const end = start[label + 1] as number;
    // A match across the border of two labels is none.
    if (at + wanted.length > end) continue;
    const kind = table.kind[label] as number;
    if (kind === labelKinds.identifier && end - from !== wanted.length) continue;
    const owner = table.owner[label] as number;
    const rank =
      (end - from === wanted.length ? 0 : at === from ? 1 : text[at - 1] === space ? 2 : 3) +
      (kind === labelKinds.name ? 0 : 0.5);
    const known = ranks.get(owner);
    if (known === undefined || rank < known) ranks.set(owner, rank);
  }
  if (ranks.size > 0) {
    const ranked = [...ranks].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    return { owners: ranked.map(([owner]) => owner), isSure: (ranked[0]?.[1] ?? midWord) < midWord };
  }
  // What is longer than any slip of the finger could make a label is none of them.
  if (query.length > maxQueryLength) return { owners: [], isSure: false };
  const near = nearLabels(table, query, maxNear);
  const [first] = near;
  return { owners: ownersOf(table, near), isSure: first !== undefined && isMisspelling(query, first) };
}

/** A search over the lines of a list. */
export interface ListSearch {
  /** The numbers of the lines that answer to a query, best first; all of them without a query. */
  readonly find: (query: string) => readonly number[];
  /** Whether the first of them is likely what is meant. */
  readonly isSure: (query: string) => boolean;
}

/**
 * A search over the lines of a list, each with what it answers to, its name first, as `searchLabels` finds them. The lines are
 * looked at when a query first comes, and each query is looked for once.
 */
export function makeListSearch(lines: readonly (readonly string[])[]): ListSearch {
  let table: LabelTable | undefined;
  let last: { readonly wanted: string; readonly found: ReturnType<typeof rankOwners> } | undefined;
  const search = (query: string): ReturnType<typeof rankOwners> => {
    const wanted = normaliseLabel(query);
    if (last?.wanted === wanted) return last.found;
    table ??= makeLabelTable(
      lines.map((labels) => labels.map((text, i) => ({ text, kind: i === 0 ? labelKinds.name : labelKinds.alternative }))),
    );
    const found = wanted === '' ? { owners: everything(lines.length), isSure: true } : rankOwners(table, wanted, mostNear);
    last = { wanted, found };
    return found;
  };
  return { find: (query) => search(query).owners, isSure: (query) => search(query).isSure };
}

/** The owners of the labels spelled most like the input, best first. Capitals in it say that it is an acronym. */
export function nearOwners(table: LabelTable, input: string, most: number): number[] {
  return ownersOf(table, nearLabels(table, input, most));
}

function ownersOf(table: LabelTable, labels: readonly string[]): number[] {
  return [...new Set(labels.map((label) => table.owner[findText(table.labels, label)] as number))];
}

function nearLabels(table: LabelTable, input: string, most: number): string[] {
  const isSaid = (i: number): boolean => table.kind[i] !== labelKinds.identifier;
  const typed = normaliseLabel(input);
  const total = textCount(table.labels);
  const likely =
    total <= maxCompared
      ? everything(total).filter(isSaid)
      : likelyTexts(table.labels, typed.slice(0, maxQueryLength), maxLikely, isSaid);
  return suggestWords(
    input === typed.toUpperCase() ? input : typed,
    likely.map((i) => textAt(table.labels, i)),
    most,
  );
}

function everything(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** The label that byte `at` belongs to; `from` is a label at or before it. */
function ownerOfByte(start: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = start.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
