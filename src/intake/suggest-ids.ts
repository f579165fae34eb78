import type { Catalog } from '../core/catalog/catalog-index.ts';
import { textAt } from '../core/catalog/text-table.ts';
import { nearOwners } from '../search/search-labels.ts';

/** The ids nearest to what was typed, best first. */
export type SuggestIds = (kind: 'skill' | 'role', input: string) => string[];

/** Suggests from all labels of a catalog, answered as ids, at most three. */
export function makeSuggestIds(catalog: Catalog): SuggestIds {
  return (kind, input) => {
    const table = kind === 'skill' ? catalog.skillLabels : catalog.roleLabels;
    const ids = kind === 'skill' ? catalog.skillIds : catalog.roleIds;
    return nearOwners(table, input, 6)
      .map((owner) => textAt(ids, owner))
      .slice(0, 3);
  };
}
