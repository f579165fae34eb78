import type { Scale } from '../../core/model/scale.ts';
import type { LevelReading } from '../read-level.ts';
import type { ColumnKind } from './header-words.ts';

/** Whether a text, whole or taken apart, names only skills that the catalog knows. */
export type IsSkill = (text: string) => boolean;

/** What a reader of tables is told about the catalog and by the command line. */
export interface TableTools {
  readonly scale: Scale;
  readonly readLevel: (text: string) => LevelReading | undefined;
  readonly isSkill: IsSkill;
  /** One key for all names of a skill. */
  readonly keyOf: (label: string) => string;
  /** Columns by their headers, as the command line says. */
  readonly asked: AskedColumns;
}

export interface AskedColumns {
  readonly map: readonly { readonly kind: MappedKind; readonly header: string }[];
  readonly ignore: readonly string[];
}

/** What `--map` gives a column to. */
export const mappedKinds = ['person', 'id', 'skill', 'level', 'years', 'assessor', 'date'] as const satisfies ColumnKind[];
export type MappedKind = (typeof mappedKinds)[number];

export const noColumnsAsked: AskedColumns = { map: [], ignore: [] };
