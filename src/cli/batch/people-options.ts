import { type AskedColumns, type MappedKind, mappedKinds } from '../../intake/people/table-tools.ts';
import { choiceOption, type OptionSpec } from '../shell/command.ts';
import { usageFailure } from '../shell/failure.ts';
import type { InputFormat } from './people-files.ts';

/** How tables of people are read. */
export const tableOptions: readonly OptionSpec[] = [
  {
    flags: '--input <format>',
    description: 'what standard input holds: ndjson (default), csv, yaml or json',
    ...choiceOption('--input', 'format', ['ndjson', 'csv', 'yaml', 'json'] satisfies InputFormat[]),
  },
  {
    flags: '--map <columns>',
    description: `which column holds what: person=Employee,skill=Competency,level=Rating (${mappedKinds.join(', ')})`,
  },
  { flags: '--ignore <columns>', description: 'columns that are none of skills, separated by commas' },
  { flags: '--sheet <name>', description: 'the sheet of a workbook to read (default: the first one)' },
];

/** `--map` and `--ignore` as the reader of tables takes them. Throws a `Failure` for what is neither. */
export function askedColumns(options: Readonly<Record<string, unknown>>): AskedColumns {
  const isKind = (text: string): text is MappedKind => (mappedKinds as readonly string[]).includes(text);
  const map = splitList(options['map']).map((part) => {
    const at = part.indexOf('=');
    const kind = part.slice(0, Math.max(0, at)).trim().toLowerCase();
    const header = part.slice(at + 1).trim();
    if (!isKind(kind) || header === '')
      throw usageFailure(
        `--map: "${part}" gives no column to one of ${mappedKinds.join(', ')}`,
        'write it like --map person=Employee,skill=Competency,level=Rating',
      );
    return { kind, header };
  });
  return { map, ignore: splitList(options['ignore']) };
}

/** The parts of a text between commas. */
export function splitList(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
}
