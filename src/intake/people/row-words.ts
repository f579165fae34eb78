import { levelChoices } from '../level-words.ts';
import type { WhoColumns } from './lay-out-table.ts';
import type { TableTools } from './table-tools.ts';

/** What identifies the person of a row; empty when nothing does. */
export function whoIs({ id, email, names }: WhoColumns, cells: readonly string[]): string {
  return cells[id] || cells[email] || nameIn(names, cells);
}

/** The name that a row gives, its parts joined. */
export function nameIn(names: readonly number[], cells: readonly string[]): string {
  if (names.length === 1) return cells[names[0] as number] ?? '';
  return names
    .map((at) => cells[at] ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

export function noLevel(text: string, skill: string, { scale }: TableTools): string {
  const cut = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return `"${cut}" is not a level (for ${skill}); use ${levelChoices(scale)}`;
}
