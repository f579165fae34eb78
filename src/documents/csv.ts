import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { disarmCommands } from '../core/model/log-commands.ts';

/** One record of a CSV file and the line on which it begins. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A record that could not be read, and why. */
export interface CsvFault {
  readonly problem: string;
  readonly line: number;
}

/** A row longer than this is no row of skills. */
const maxRecord = 1024 * 1024;
/** A record over more lines than this is a quote that nobody closed. */
const usualMaxLines = 50;
/** Records that are parsed in one go: enough to be quick, few enough to keep memory flat. */
const recordsAtOnce = 1000;

/** The text of one record, before its cells are known, and the line on which it begins. */
interface RawRecord {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads CSV (comma, semicolon, tab or bar, by the first lines) record by record, in memory that does not grow with the file. Records
 * are told apart before csv-parse sees them: after a fault it stays in the quoted state and swallows the good rows below.
 *
 * @param maxLines a record over more lines than this is taken for a quote that nobody closed
 */
export async function* readCsv(
  chunks: AsyncIterable<string> | Iterable<string>,
  maxLines: number = usualMaxLines,
): AsyncGenerator<CsvRecord | CsvFault> {
  let delimiter: string | undefined;
  let batch: RawRecord[] = [];
  // The delimiter shows in the first lines together: above a header there may stand a title.
  const parsed = (): Generator<CsvRecord | CsvFault> => {
    const records = batch;
    batch = [];
    delimiter ??= likelyDelimiter(records.slice(0, linesToTell).map((record) => record.text));
    return parseRecords(records, delimiter);
  };
  for await (const record of splitRecords(chunks, maxLines)) {
    if ('problem' in record) {
      if (batch.length > 0) yield* parsed();
      yield record;
      continue;
    }
    if (delimiter === undefined && batch.length === 0) {
      // Excel's own first line, which tells it the delimiter.
      delimiter = /^"?sep=([,;\t|])"?\r?$/i.exec(record.text)?.[1];
      if (delimiter !== undefined) continue;
    }
    batch.push(record);
    if (batch.length >= recordsAtOnce) yield* parsed();
  }
  if (batch.length > 0) yield* parsed();
}

/** Joins lines while a quote is open. A quote that stays open makes its line a fault, and reading goes on below it. */
async function* splitRecords(
  chunks: AsyncIterable<string> | Iterable<string>,
  maxLines: number,
): AsyncGenerator<RawRecord | CsvFault> {
  let open: string[] = [];
  let openAt = 0;
  let number = 0;
  for await (const text of splitLines(chunks)) {
    number++;
    const pending: RawRecord[] = [];
    pending.push({ text, line: number });
    while (pending.length > 0) {
      const { text: line, line: at } = pending.shift() as RawRecord;
      if (open.length === 0) {
        if (isBlank(line)) continue;
        if (line.length > maxRecord) yield { problem: `the row is longer than ${maxRecord} characters`, line: at };
        else if (isBalanced(line)) yield { text: line, line: at };
        else if (!opensCell.test(line)) yield { problem: midCellQuote, line: at };
        else {
          open = [line];
          openAt = at;
        }
        continue;
      }
      open.push(line);
      if (!isBalanced(line)) {
        yield { text: open.join('\n'), line: openAt };
        open = [];
      } else if (open.length > maxLines) {
        yield { problem: 'a quote is opened and never closed', line: openAt };
        pending.unshift(...open.slice(1).map((again, i) => ({ text: again, line: openAt + 1 + i })));
        open = [];
      }
    }
  }
  while (open.length > 0) {
    yield { problem: 'a quote is opened and never closed', line: openAt };
    const rest = open.slice(1);
    const from = openAt + 1;
    open = [];
    for (const [i, line] of rest.entries()) {
      if (isBlank(line)) continue;
      if (isBalanced(line)) yield { text: line, line: from + i };
      else {
        open = rest.slice(i);
        openAt = from + i;
        break;
      }
    }
  }
}

/** A quote opens a cell only at its start. */
const opensCell = /(?:^|[,;\t|])\s*"/;
const midCellQuote = 'a quote stands in the middle of a cell';

function isBlank(line: string): boolean {
  return line === '' || line === '\r';
}

/** Quotes inside quotes are doubled, so outside of them their number is even. */
function isBalanced(line: string): boolean {
  let quotes = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
}

/** Lines without their line feeds; a carriage return before one stays, for it may stand inside a cell. A line past the limit is cut a little above it: it is a fault in any case, and is not held whole. */
async function* splitLines(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let held = '';
  let isFirst = true;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      yield clean(held + chunk.slice(from, at));
      held = '';
      from = at + 1;
    }
    if (held.length <= maxRecord) held += chunk.slice(from);
  }
  if (held !== '') yield clean(held);

  function clean(line: string): string {
    const bare = isFirst && line.startsWith('\ufeff') ? line.slice(1) : line;
    isFirst = false;
    return bare;
  }
}

const options = {
  info: true,
  max_record_size: maxRecord,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
} as const;

interface ParsedRow {
  readonly record: readonly string[];
}

/** Parses a batch at once; when one of its records is faulty, each alone, so that a fault stays where it is. */
function* parseRecords(batch: readonly RawRecord[], delimiter: string): Generator<CsvRecord | CsvFault> {
  const rows = tryParse(batch.map((record) => record.text).join('\n'), delimiter);
  if (!('problem' in rows) && rows.length === batch.length) {
    for (const [i, row] of rows.entries()) yield cellsOf(row, (batch[i] as RawRecord).line);
    return;
  }
  for (const { text, line } of batch) {
    const one = tryParse(text, delimiter);
    if ('problem' in one) yield { problem: one.problem, line };
    else for (const row of one) yield cellsOf(row, line);
  }
}

function tryParse(text: string, delimiter: string): readonly ParsedRow[] | { readonly problem: string } {
  try {
    return parse(text, { ...options, delimiter }) as unknown as ParsedRow[];
  } catch (error) {
    return { problem: plainProblem((error as { code?: string }).code) };
  }
}

function cellsOf(row: ParsedRow, line: number): CsvRecord | CsvFault {
  if (row.record.some((cell) => cell.includes('\ufffd'))) return { problem: 'the row is not UTF-8 text', line };
  return { cells: row.record, line };
}

/** So many lines show what parts their cells. */
const linesToTell = 20;

/** What stands in most of the lines, outside quotes; of equals, what stands there more often. */
function likelyDelimiter(lines: readonly string[]): string {
  const bare = lines.map((line) => line.slice(0, longestHead).replace(/"[^"]*"/g, ''));
  const score = (delimiter: string): number => {
    const counts = bare.map((line) => line.split(delimiter).length - 1);
    return counts.filter((count) => count > 0).length * 1e6 + counts.reduce((sum, count) => sum + count, 0);
  };
  return [',', ';', '\t', '|'].reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** The delimiter shows in so many characters of a line. */
const longestHead = 5000;

function plainProblem(code: string | undefined): string {
  switch (code) {
    case 'CSV_MAX_RECORD_SIZE':
      return `the row is longer than ${maxRecord} characters`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return midCellQuote;
    default:
      return `the row is not valid CSV (${code ?? 'unknown fault'})`;
  }
}

type CsvCell = string | number | boolean | null;

/** One CSV line. Cells that a spreadsheet would run as a formula, or a CI service as a command, are made text. */
export function toCsvLine(cells: readonly CsvCell[]): string {
  return toCsvLines([cells]);
}

/** Many CSV lines at once, which is several times quicker than one by one. */
export function toCsvLines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(rows as CsvCell[][], {
    cast: {
      // Numbers are ours, so a minus sign there is no formula; text starting like one gets a quote before it.
      string: (text) => {
        const cell = disarmCommands(text, (sign) => `'${sign}`);
        return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u.test(cell) ? `'${cell}` : cell;
      },
      boolean: (value) => (value ? 'true' : 'false'),
    },
  });
}

/** The first name that stands twice in a header; empty cells have none. */
export function firstDuplicate(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => name !== '' && seen.size === seen.add(name).size);
}
