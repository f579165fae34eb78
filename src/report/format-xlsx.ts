import { makeVisible } from '../core/model/visible-text.ts';
import { type SheetCell, writeSheet } from '../documents/write-sheet.ts';
import { isAsync, type RecordRow, type Records, type Renderer, type Tone } from './report.ts';

/** The colours behind what is good, fair and poor: those of spreadsheets' own rules. */
const colours: Partial<Record<Tone, string>> = { good: '#c6efce', fair: '#ffeb9c', poor: '#ffc7ce' };

/** The records as an Excel workbook. Its bytes come at the end: a sheet is packed as a whole. */
export const formatXlsx: Renderer<'records'> = ({ records }) => {
  const all = records();
  return (async function* () {
    const rows: SheetCell[][] = [];
    const add = (row: RecordRow): void => {
      rows.push(all.columns.map((column) => cellOf(row[column], all.toneOf?.(column, row[column]))));
    };
    for await (const row of rowsOf(all)) add(row);
    yield await writeSheet('careerpath', all.columns, rows);
  })();
};

async function* rowsOf({ rows, lines, readLine }: Records): AsyncGenerator<RecordRow> {
  if (lines === undefined) {
    if (isAsync(rows)) yield* rows;
    else for (const row of rows) yield row;
    return;
  }
  for await (const part of lines)
    for (const line of part.split('\n')) if (line !== '' && readLine !== undefined) yield readLine(line);
}

function cellOf(value: unknown, tone: Tone | undefined): SheetCell {
  const colour = tone === undefined ? undefined : colours[tone];
  return { value: plain(value), ...(colour === undefined ? {} : { colour }) };
}

function plain(value: unknown): SheetCell['value'] {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => String(plain(item) ?? '')).join('; ');
  return makeVisible(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
