import { makeVisible } from '../core/model/visible-text.ts';
import { toCsvLine, toCsvLines } from '../documents/csv.ts';
import { isAsync, type RecordRow, type Renderer } from './report.ts';

/** The records as CSV with a header line; lists in one cell are joined by semicolons. */
export const formatCsv: Renderer<'records'> = ({ records }) => {
  const { columns, rows, lines } = records();
  const header = toCsvLine(columns.map(plainCell));
  if (lines !== undefined) return withHeader(header, lines);
  const line = (row: RecordRow): string => toCsvLine(columns.map((column) => plainCell(row[column])));
  if (!isAsync(rows)) return [header, ...rows.map(line)];
  return (async function* () {
    yield header;
    for await (const row of rows) yield line(row);
  })();
};

/** The header goes out with the first rows: what was said about bad rows before them stands above both. */
async function* withHeader(header: string, lines: AsyncIterable<string>): AsyncGenerator<string> {
  let due = header;
  for await (const part of lines) {
    yield due + part;
    due = '';
  }
  if (due !== '') yield due;
}

/** Records as CSV lines without a header. */
export function csvLines(columns: readonly string[], rows: readonly RecordRow[]): string {
  return toCsvLines(rows.map((row) => columns.map((column) => plainCell(row[column]))));
}

function plainCell(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => String(plainCell(item) ?? '')).join('; ');
  if (typeof value === 'object') return makeVisible(JSON.stringify(value));
  return makeVisible(String(value));
}
