import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { RoleOrder } from '../../core/score/order-roles.ts';
import type { TableRow } from '../../intake/people/batch-rows.ts';
import type { Remark } from '../../intake/people/people-account.ts';
import type { MinFitMark } from '../open/min-fit.ts';

/** A part of a batch's input: whole NDJSON lines as bytes, still to be read, or people that were read already. */
export type PeopleBlock =
  | { readonly kind: 'lines'; readonly file: string; readonly firstLine: number; readonly bytes: Uint8Array }
  | { readonly kind: 'people'; readonly rows: readonly TableRow[] };

/** What is asked of each person. */
export interface BatchSettings {
  /** `fits`: a row a role; `cohort`: a row a person, with all roles; `summary`: no rows, only counts. */
  readonly kind: 'fits' | 'cohort' | 'summary';
  readonly form: 'ndjson' | 'csv';
  /** The roles asked for, by number; none: all. */
  readonly roles: readonly number[];
  /** Only so many roles of each person, the best ones. */
  readonly top: number | null;
  readonly sort: RoleOrder;
  /** What each person's fits are compared with, and whoever is below counted; null: nothing. */
  readonly minFit: MinFitMark | null;
  /** Of the catalog. */
  readonly digest: string;
}

export interface BlockAnswer {
  /** UTF-8: rows in the settings' form, each ended by a line break. */
  readonly rows: Uint8Array<ArrayBuffer>;
  readonly people: number;
  /** How many of them are below `minFit`. */
  readonly below: number;
  readonly bad: readonly Diagnostic[];
  /** What else is to be told of the block. */
  readonly told: readonly Remark[];
  /** What identifies its people, in order, one a line. */
  readonly names: string;
}
