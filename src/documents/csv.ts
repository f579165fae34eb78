import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

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
const longestRecord = 1024 * 1024;

/** Reads CSV (comma, semicolon or tab, by the first line) record by record, in memory that does not grow with the file. */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord | CsvFault> {
  const faults: CsvFault[] = [];
  const { head, rest } = await peekLine(chunks);
  const parser = parse({
    bom: true,
    delimiter: likelyDelimiter(head),
    info: true,
    max_record_size: longestRecord,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => {
      const line = (error as { lines?: number } | undefined)?.lines ?? 0;
      faults.push({ problem: plainProblem(error?.code), line });
      return undefined;
    },
  });
  const fed = feed(rest, parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    const line = Math.max(1, info.lines - breaks);
    // The parser reads ahead: a fault may be known long before the rows that stand above it come out.
    while (faults[0] !== undefined && faults[0].line <= line) yield faults.shift() as CsvFault;
    if (record.some((cell) => cell.includes('\ufffd'))) yield { problem: 'the row is not UTF-8 text', line };
    else yield { cells: record, line };
  }
  yield* faults.splice(0);
  await fed;
}

async function feed(chunks: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

/** The text up to the first line break, and the whole text again. */
async function peekLine(chunks: AsyncIterable<string>): Promise<{ head: string; rest: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = '';
  while (!head.includes('\n') && head.length < longestRecord) {
    const next = await iterator.next();
    if (next.done === true) break;
    head += next.value;
  }
  const taken = head;
  return {
    head: head.split('\n', 1)[0] ?? '',
    rest: (async function* () {
      yield taken;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    })(),
  };
}

function likelyDelimiter(line: string): string {
  const count = (sign: string): number => line.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function plainProblem(code: string | undefined): string {
  switch (code) {
    case 'CSV_MAX_RECORD_SIZE':
      return `the row is longer than ${longestRecord} characters`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote stands in the middle of a cell';
    default:
      return `the row is not valid CSV (${code ?? 'unknown fault'})`;
  }
}

/** One CSV line. Cells that a spreadsheet would run as a formula are made text. */
export function toCsvLine(cells: readonly (string | number | boolean | null)[]): string {
  return stringify([cells as (string | number | boolean | null)[]], {
    cast: {
      // Numbers are ours, so a minus sign there is no formula; text starting like one gets a quote before it.
      string: (text) => (/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u.test(text) ? `'${text}` : text),
      boolean: (value) => (value ? 'true' : 'false'),
    },
  });
}
