import type { Catalog } from '../core/catalog/catalog-index.ts';
import { textAt } from '../core/catalog/text-table.ts';
import { normaliseLabel } from '../core/model/label.ts';
import { nearOwners } from '../search/search-labels.ts';

/** The ids nearest to what was typed, best first. */
export type SuggestIds = (kind: 'skill' | 'role', input: string) => string[];

/**
 * Suggests from all labels of a catalog, answered as ids, at most three. A word by which adverts ask for a skill is no name of
 * it, yet says which skill is meant better than any spelling does: that skill comes first.
 */
export function makeSuggestIds(catalog: Catalog): SuggestIds {
  return (kind, input) => {
    const table = kind === 'skill' ? catalog.skillLabels : catalog.roleLabels;
    const ids = kind === 'skill' ? catalog.skillIds : catalog.roleIds;
    const asked = kind === 'skill' ? cueOwners(catalog).get(normaliseLabel(input)) : undefined;
    const near = nearOwners(table, input, 6);
    return [...new Set(asked === undefined ? near : [asked, ...near])].slice(0, 3).map((owner) => textAt(ids, owner));
  };
}

// Reading all skills is what costs, and only names that nobody knows need it.
const byCatalog = new WeakMap<Catalog, ReadonlyMap<string, number>>();

/** The skill that each cue asks for. */
function cueOwners(catalog: Catalog): ReadonlyMap<string, number> {
  const known = byCatalog.get(catalog);
  if (known !== undefined) return known;
  const owners = new Map<string, number>();
  for (let skill = 0; skill < catalog.index.skillCount; skill++)
    for (const cue of catalog.skill(skill).cues ?? []) owners.set(normaliseLabel(cue), skill);
  byCatalog.set(catalog, owners);
  return owners;
}
