import type { CsvFault, CsvRecord } from '../../documents/csv.ts';
import { quoteLongIntegers, repeatedKey } from '../../documents/json-text.ts';
import { parseYaml } from '../../documents/yaml.ts';
import { badRow, type TableRow } from './batch-rows.ts';
import { readHeaderWord } from './header-words.ts';
import { remark } from './people-account.ts';
import { personOf } from './read-records.ts';
import { readTable } from './read-table.ts';
import type { TableTools } from './table-tools.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Keys under which an export holds its list of people. */
const listKeys = [
  'people',
  'persons',
  'employees',
  'members',
  'team',
  'users',
  'staff',
  'data',
  'results',
  'records',
  'items',
  'profiles',
];

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list of people in a document: the document itself, or what stands under one of the usual keys. */
export function peopleIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value) || Object.keys(value).some((key) => readHeaderWord(key)?.kind === 'skill')) return undefined;
  const key = Object.keys(value).find((one) => listKeys.includes(one.toLowerCase()));
  const list = key === undefined ? undefined : value[key];
  return Array.isArray(list) && list.every(isRecord) ? list : undefined;
}

/** Whether a record is one of many for a person: a skill by its name, and its level beside it. */
export function isLongRecord(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value);
  const skill = keys.find((key) => readHeaderWord(key)?.kind === 'skill');
  const hasLevel = keys.some((key) => readHeaderWord(key)?.kind === 'level');
  return skill !== undefined && typeof value[skill] === 'string' && (hasLevel || /^skill$/i.test(skill));
}

/** Keys of so many records make the header. */
const headRecords = 200;

/** One record and its line. */
export interface LineRecord {
  readonly value: JsonRecord;
  readonly line: number;
}

/** Records as the rows of a table, the keys as its header. */
export async function* recordsAsRows(records: AsyncIterable<LineRecord | CsvFault>): AsyncGenerator<CsvRecord | CsvFault> {
  const head: LineRecord[] = [];
  const keys = new Set<string>();
  let header: readonly string[] | undefined;
  const cellsOf = ({ value, line }: LineRecord): CsvRecord => ({ cells: (header ?? []).map((key) => cellOf(value[key])), line });
  const start = function* (): Generator<CsvRecord> {
    header = [...keys];
    yield { cells: header, line: head[0]?.line ?? 1 };
    for (const one of head) yield cellsOf(one);
  };
  for await (const record of records) {
    if ('problem' in record) yield record;
    else if (header !== undefined) yield cellsOf(record);
    else {
      head.push(record);
      for (const key of Object.keys(record.value)) keys.add(key);
      if (head.length >= headRecords) yield* start();
    }
  }
  if (header === undefined && head.length > 0) yield* start();
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}

/** Places of items are looked up in texts up to this length. */
const longestPlaced = 1024 * 1024;

/** Reads people from a whole JSON document; `undefined` when the text is none. */
export function parseJsonPeople(text: string): { readonly value: unknown; readonly repeated: string | undefined } | undefined {
  try {
    return { value: JSON.parse(quoteLongIntegers(text)) as unknown, repeated: repeatedKey(text) };
  } catch {
    return undefined;
  }
}

/** The people of a parsed JSON document: one profile, a list of them, or records of a skill each. */
export async function* readJsonPeople(value: unknown, text: string, file: string, tools: TableTools): AsyncGenerator<TableRow> {
  const list = peopleIn(value);
  if (list === undefined) {
    if (isRecord(value)) yield* named(personOf(value, file, 1, tools), file);
    else yield badRow(file, 1, 'the file holds no profile');
    return;
  }
  if (list.length === 0) yield remark('nobody', file);
  if (list.some(isLongRecord) && list.every(isRecord)) {
    const items = async function* () {
      for (const [i, item] of list.entries()) yield { value: item, line: i + 1 };
    };
    yield* readTable(recordsAsRows(items()), file, tools);
    return;
  }
  let lines: readonly number[] | undefined;
  for (const [i, item] of list.entries()) {
    if (isRecord(item) && !needsPlace(item)) {
      const rows = [...personOf(item, file, 1, tools)];
      if (!rows.some((row) => 'bad' in row)) {
        yield* rows;
        continue;
      }
    }
    lines ??= linesOf(text, file, list.length, Array.isArray(value));
    const line = lines[i] ?? 1;
    if (isRecord(item)) yield* personOf(item, file, line, tools);
    else yield badRow(file, line, 'the entry holds no profile');
  }
}

/** Nobody is named: the place is the name. */
function needsPlace(item: JsonRecord): boolean {
  return !Object.keys(item).some((key) =>
    ['id', 'email', 'person', 'first-name', 'last-name'].includes(readHeaderWord(key)?.kind ?? ''),
  );
}

/** A file of one person may leave the name out. */
function* named(rows: Iterable<TableRow>, file: string): Generator<TableRow> {
  for (const row of rows) yield 'person' in row && row.person === `${file}:1` ? { ...row, person: file } : row;
}

function linesOf(text: string, file: string, count: number, isTop: boolean): number[] {
  if (text.length > longestPlaced || !isTop) return [];
  const { placeOf } = parseYaml(text, file);
  return Array.from({ length: count }, (_, i) => placeOf([i]).line);
}
