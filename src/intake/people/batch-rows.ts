import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { SkillProfile } from '../../core/model/model.ts';
import { startOfLine } from '../../documents/text-place.ts';
import type { Remark } from './people-account.ts';

/** One person of a batch. */
export interface PersonRow {
  /** What identifies the person: an id, an address or a name, as it stands there; else the place of the row. */
  readonly person: string;
  readonly profile: SkillProfile;
}

/** A row or a cell that could not be read: it is reported, and the batch goes on. */
export interface BadRow {
  readonly bad: Diagnostic;
}

/** What a reader of people gives, one after another. */
export type TableRow = PersonRow | BadRow | { readonly told: Remark };

/** A row that is lost. */
export function badRow(file: string, line: number, problem: string): BadRow {
  return { bad: { code: 'bad-row', facts: { problem }, place: startOfLine(file, line) } };
}

/** A cell that is lost, and no other of its row. */
export function badCell(file: string, line: number, problem: string): BadRow {
  return { bad: { code: 'bad-cell', facts: { problem }, place: startOfLine(file, line) } };
}
