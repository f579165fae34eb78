import type { DeclaredSkill } from '../../core/model/model.ts';
import type { CsvFault, CsvRecord } from '../../documents/csv.ts';
import { type BadRow, badCell, badRow, type TableRow } from './batch-rows.ts';
import { layOutTable, type TableLayout } from './lay-out-table.ts';
import { remark } from './people-account.ts';
import { readLongTable } from './read-long-table.ts';
import { noLevel, whoIs } from './row-words.ts';
import type { TableTools } from './table-tools.ts';

export type TableRecords = AsyncIterable<CsvRecord | CsvFault>;

/** Enough to see what a column holds, and few enough to start at once. */
const sampleSize = 200;

/**
 * Reads people from the records of a table: long (person, skill, level), wide (a column a skill) or turned (a column a
 * person). What is not read of it is told: columns, rows, cells, levels between two. A row without any text is none.
 */
export async function* readTable(records: TableRecords, file: string, tools: TableTools): AsyncGenerator<TableRow> {
  const source = records[Symbol.asyncIterator]();
  const sample: CsvRecord[] = [];
  while (sample.length < sampleSize) {
    const next = await source.next();
    if (next.done === true) break;
    if (!('cells' in next.value)) yield badRow(file, next.value.line, next.value.problem);
    else if (next.value.cells.some((cell) => cell !== '')) sample.push(next.value);
  }
  if (sample.length === 0) {
    yield remark('nobody', file);
    return;
  }
  const layout = layOutTable(sample, tools, file);
  if ('problem' in layout) {
    yield badRow(file, layout.line, layout.problem);
    return;
  }
  for (const told of layout.told) yield { told };
  const rest = rowsBelow(sample.slice(layout.headerAt + 1), { [Symbol.asyncIterator]: () => source }, layout, file);
  const people = readRows(rest, layout, file, tools);
  let met = false;
  for await (const row of people) {
    if (!('told' in row) || row.told.kind !== 'row') met = true;
    yield row;
  }
  if (!met) yield remark('nobody', file);
}

function readRows(
  rows: AsyncIterable<CsvRecord | BadRow>,
  layout: TableLayout,
  file: string,
  tools: TableTools,
): AsyncGenerator<TableRow> {
  switch (layout.kind) {
    case 'long':
      return readLongTable(rows, layout, file, tools);
    case 'wide':
      return readWide(rows, layout, file, tools);
    case 'turned':
      return readTurned(rows, layout, file, tools);
  }
}

/** The records below the header, those that cannot be read as bad rows, and without those that hold nothing. */
async function* rowsBelow(
  sampled: readonly CsvRecord[],
  rest: TableRecords,
  { width }: TableLayout,
  file: string,
): AsyncGenerator<CsvRecord | BadRow> {
  const check = (row: CsvRecord | CsvFault): CsvRecord | BadRow | undefined => {
    if (!('cells' in row)) return badRow(file, row.line, row.problem);
    if (row.cells.length > width && row.cells.some((cell, i) => i >= width && cell !== ''))
      return badRow(file, row.line, `the row has ${row.cells.length} cells, the header ${width}`);
    return row.cells.some((cell) => cell !== '') ? row : undefined;
  };
  for (const row of sampled) {
    const checked = check(row);
    if (checked !== undefined) yield checked;
  }
  for await (const row of rest) {
    const checked = check(row);
    if (checked !== undefined) yield checked;
  }
}

/** What spreadsheets put below their columns. */
const sumRow =
  /^(?:(?:grand |team )?(?:total|sum|average|mean|avg|median|count|min|max)|summe|gesamt|durchschnitt|mittelwert|moyenne|somme|promedio|media|totale|soma|gemiddelde|totaal)$/i;

async function* readWide(
  rows: AsyncIterable<CsvRecord | BadRow>,
  layout: Extract<TableLayout, { kind: 'wide' }>,
  file: string,
  tools: TableTools,
): AsyncGenerator<TableRow> {
  const { who, skills: columns } = layout;
  const { readLevel, scale } = tools;
  let count = 0;
  for await (const row of rows) {
    if ('bad' in row) {
      yield row;
      continue;
    }
    count++;
    const person = whoIs(who, row.cells);
    if (sumRow.test(person)) {
      yield remark('how', `the row "${person}" is no person`);
      continue;
    }
    const skills: DeclaredSkill[] = [];
    const wrong: { label: string; text: string }[] = [];
    for (const { label, at } of columns) {
      const text = row.cells[at] ?? '';
      if (text === '') continue;
      const read = readLevel(text);
      if (read === undefined) wrong.push({ label, text });
      else if (read.kind === 'level') {
        skills.push({ input: label, level: read.level, assumed: false });
        if (read.rounded) yield remark('rounded', text);
      } else if (read.kind === 'held') skills.push({ input: label, level: scale.assumedLevel, assumed: true });
    }
    // A row of which no cell can be read would look like somebody who holds nothing.
    const isLost = skills.length === 0 && wrong.length > 0;
    for (const { label, text } of isLost ? wrong.slice(0, 1) : wrong) {
      yield (isLost ? badRow : badCell)(file, row.line, noLevel(text, label, tools));
    }
    if (!isLost) yield { person: person || `${file}:${row.line}`, profile: { skills, targets: [] } };
  }
  yield remark('row', '', count);
}

/** Nobody has so many skills, and no team so many people. */
const mostTurnedCells = 1_000_000;

async function* readTurned(
  rows: AsyncIterable<CsvRecord | BadRow>,
  { people }: Extract<TableLayout, { kind: 'turned' }>,
  file: string,
  tools: TableTools,
): AsyncGenerator<TableRow> {
  const skills = people.map((): DeclaredSkill[] => []);
  let cells = 0;
  let count = 0;
  for await (const row of rows) {
    if ('bad' in row) {
      yield row;
      continue;
    }
    count++;
    const input = row.cells[0] ?? '';
    cells += people.length;
    if (cells > mostTurnedCells) {
      yield badRow(file, row.line, `a table with people in its columns may hold ${mostTurnedCells} cells; the rest is not read`);
      break;
    }
    if (input === '') {
      yield badRow(file, row.line, 'the row names no skill');
      continue;
    }
    for (const [i, { name, at }] of people.entries()) {
      const text = row.cells[at] ?? '';
      const read = tools.readLevel(text);
      if (read === undefined) yield badCell(file, row.line, `${noLevel(text, input, tools)}, in the column of ${name}`);
      else if (read.kind === 'level') {
        skills[i]?.push({ input, level: read.level, assumed: false });
        if (read.rounded) yield remark('rounded', text);
      } else if (read.kind === 'held') skills[i]?.push({ input, level: tools.scale.assumedLevel, assumed: true });
    }
  }
  for (const [i, { name }] of people.entries()) yield { person: name, profile: { skills: skills[i] ?? [], targets: [] } };
  yield remark('row', '', count);
}
