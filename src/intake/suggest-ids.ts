import type { Catalog, LabelTable } from '../core/catalog-index.ts';
import { normaliseLabel } from '../core/label.ts';
import { textAt, textCount } from '../core/text-table.ts';
import { suggestWords } from '../search/suggest.ts';

/** The ids nearest to what was typed, best first. */
export type SuggestIds = (kind: 'skill' | 'role', input: string) => string[];

/** Suggests from all labels of a catalog, answered as ids, at most three. */
export function makeSuggestIds(catalog: Catalog): SuggestIds {
  const words = new Map<LabelTable, string[]>();
  return (kind, input) => {
    const table = kind === 'skill' ? catalog.skillLabels : catalog.roleLabels;
    const ids = kind === 'skill' ? catalog.skillIds : catalog.roleIds;
    let labels = words.get(table);
    if (labels === undefined) {
      labels = Array.from({ length: textCount(table.labels) }, (_, i) => textAt(table.labels, i));
      words.set(table, labels);
    }
    const known = labels;
    const near = suggestWords(normaliseLabel(input), known, 6);
    const owners = near.map((label) => textAt(ids, table.owner[known.indexOf(label)] ?? 0));
    return [...new Set(owners)].slice(0, 3);
  };
}
