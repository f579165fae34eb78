import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../core/catalog/label-lookup.ts';
import { textAt } from '../core/catalog/text-table.ts';

/** What a profile calls a skill: its own name, where that leads back to the skill; else its id. */
export function nameToWrite(catalog: Catalog, skill: number): string {
  const name = textAt(catalog.skillNames, skill);
  return lookUpSkill(catalog, name) === skill ? name : textAt(catalog.skillIds, skill);
}
