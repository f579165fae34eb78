import { readCsv } from '../../documents/csv.ts';
import { decodeStream, utf16Of } from '../../documents/decode-stream.ts';
import { decodeText, readStream, textFileLimit } from '../../documents/read-file.ts';
import { isJsonResume } from '../../intake/import/json-resume.ts';
import type { TableRow } from '../../intake/people/batch-rows.ts';
import { readHeaderWord } from '../../intake/people/header-words.ts';
import { remark } from '../../intake/people/people-account.ts';
import { isRecord, parseJsonPeople, readJsonPeople } from '../../intake/people/read-json-people.ts';
import { readTable } from '../../intake/people/read-table.ts';
import { readYamlPeople } from '../../intake/people/read-yaml-people.ts';
import type { HowToReadPeople, PeopleSource } from './people-blocks.ts';

/** An export as one JSON document, a workbook or a CV. */
const documentLimit = 64 * 1024 * 1024;

/** Reads a table of text, in whatever encoding a spreadsheet saved it. */
export async function* readTablePeople(
  { chunks, head, file }: PeopleSource,
  { tools }: HowToReadPeople,
): AsyncGenerator<TableRow> {
  const told: TableRow[] = [];
  const text = decodeStream(chunks, head, { legacy: true, found: (encoding) => told.push(remark('how', encoding)) });
  for await (const row of readTable(readCsv(text), file, tools)) {
    yield* told.splice(0);
    yield row;
  }
}

/** Reads the sheet of a workbook. */
export async function* readSheetPeople(
  { chunks, file }: PeopleSource,
  { tools, sheet }: HowToReadPeople,
): AsyncGenerator<TableRow> {
  const read = await readStream(chunks, file, documentLimit);
  if ('diagnostic' in read) {
    yield { bad: read.diagnostic };
    return;
  }
  const { readSheet } = await import('../../documents/read-sheet.ts');
  const table = await readSheet(read.bytes, sheet);
  if ('problem' in table) {
    yield { bad: { code: 'bad-row', facts: { problem: table.problem }, file } };
    return;
  }
  if (table.others.length > 0)
    yield remark('how', `sheet "${table.name}" read, not ${table.others.map((name) => `"${name}"`).join(', ')}`);
  const rows = async function* () {
    for (const [i, cells] of table.rows.entries()) yield { cells, line: i + 1 };
  };
  yield* readTable(rows(), file, tools);
}

/** Reads a file that is held whole: YAML, JSON, a CV, or a text whose content shows what it is. */
export async function* readWholeText(source: PeopleSource, how: HowToReadPeople): AsyncGenerator<TableRow> {
  const { file, format, named } = source;
  if (format === 'text' && isTable(source.head)) {
    yield* readTablePeople(source, how);
    return;
  }
  const read = await readStream(source.chunks, file, format === 'yaml' ? textFileLimit : documentLimit);
  if ('diagnostic' in read) {
    yield { bad: read.diagnostic };
    return;
  }
  if (format === 'cv') {
    yield await how.readCv(read.bytes, file);
    return;
  }
  const wide = utf16Of(source.head);
  const decoded = wide === undefined ? decodeText(read.bytes, file) : { text: new TextDecoder(wide).decode(read.bytes) };
  if ('diagnostic' in decoded) {
    yield { bad: decoded.diagnostic };
    return;
  }
  const { text } = decoded;
  if (text.trim() === '') {
    yield remark('nobody', file);
    return;
  }
  const json = /^\s*[[{]/.test(text) ? parseJsonPeople(text) : undefined;
  if (json !== undefined) {
    if (json.repeated !== undefined) yield remark('key', json.repeated);
    if (isRecord(json.value) && isJsonResume(json.value)) yield await how.readCv(read.bytes, file);
    else if (!named && isRecord(json.value) && !isAboutPerson(json.value, how)) yield remark('skipped', file);
    else yield* readJsonPeople(json.value, text, file, how.tools);
  } else if (format !== 'text') yield* readYamlPeople(text, file, how.tools);
  else if (named && /^(?:skills|person|name)\s*:/m.test(text)) yield* readYamlPeople(text, file, how.tools);
  else yield cvOrSkipped(await how.readCv(read.bytes, file), named, file);
}

/** In a folder of people, a text without any skill is some other text. */
function cvOrSkipped(row: TableRow, named: boolean, file: string): TableRow {
  return 'bad' in row && !named ? remark('skipped', file) : row;
}

/** A JSON file that stands among profiles may be a program's. */
function isAboutPerson(value: Readonly<Record<string, unknown>>, { tools }: HowToReadPeople): boolean {
  return Object.keys(value).some(
    (key) => readHeaderWord(key)?.kind === 'skill' || tools.isSkill(key) || Array.isArray(value[key]),
  );
}

/** A first line of cells, one of which a table of people would have. */
function isTable(head: Buffer): boolean {
  const wide = utf16Of(head);
  const text = new TextDecoder(wide ?? 'utf-8').decode(head).replace(/^\ufeff?(?:sep=.\r?\n)?/i, '');
  return text
    .split(/\r?\n|\r/)
    .slice(0, 10)
    .some((line) => {
      const cells = line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
      const known = cells.filter((cell) => readHeaderWord(cell) !== undefined).length;
      return (
        cells.length > 1 &&
        known > 0 &&
        cells.every((cell) => cell.length <= 60) &&
        (known > 1 || cells.length > 2 || known === cells.length - 1)
      );
    });
}
