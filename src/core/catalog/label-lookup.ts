import { normaliseLabel } from '../model/label.ts';
import type { Catalog } from './catalog-index.ts';
import type { LabelTable } from './label-table.ts';
import { findText } from './text-table.ts';

/** The skill that answers to this id, name, alternative label or identifier, as its number; -1 when none does. Exact after normalisation. */
export function lookUpSkill(catalog: Catalog, text: string): number {
  return lookUp(catalog.skillLabels, text);
}

/** The role that answers to this id, title, alternative title or identifier, as its number; -1 when none does. */
export function lookUpRole(catalog: Catalog, text: string): number {
  return lookUp(catalog.roleLabels, text);
}

function lookUp(table: LabelTable, text: string): number {
  const at = findText(table.labels, normaliseLabel(text));
  return at < 0 ? -1 : (table.owner[at] ?? -1);
}
