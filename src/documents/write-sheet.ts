import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import { clearZipTimes } from './zip.ts';

/** Excel's own limit, its header among them. */
export const mostSheetRows = 1_048_576;
/** A cell holds no more. */
const longestCell = 32_767;
const widest = 60;

export interface SheetCell {
  readonly value: string | number | boolean | null;
  /** Behind the text, such as `#c6efce`. */
  readonly colour?: string;
}

/**
 * A workbook of one sheet: numbers stay numbers, and text is never a formula. The header is bold and stays in sight. The same rows are
 * the same bytes, whenever they are written.
 *
 * @throws `RangeError` for more rows than a sheet holds
 */
export async function writeSheet(
  name: string,
  header: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Uint8Array> {
  if (rows.length + 1 > mostSheetRows) throw new RangeError(`a sheet holds ${mostSheetRows} rows`);
  const widths = header.map((title, i) =>
    rows.slice(0, 1000).reduce((width, row) => Math.max(width, String(row[i]?.value ?? '').length + 2), title.length + 2),
  );
  const head = header.map((value): Cell => ({ value, type: String, fontWeight: 'bold' }));
  const body = rows.map((row) => row.map(cellOf));
  const { toBlob } = await writeExcelFile([head, ...body], {
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(widest, width) })),
  });
  const bytes = new Uint8Array(await (await toBlob()).arrayBuffer());
  clearZipTimes(bytes);
  return bytes;
}

function cellOf({ value, colour }: SheetCell): Cell {
  const style = colour === undefined ? {} : { backgroundColor: colour };
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, ...style };
  if (typeof value === 'boolean') return { value, type: Boolean, ...style };
  return { value: value.slice(0, longestCell), type: String, ...style };
}
