import readExcelFile from 'read-excel-file/universal';
import { checkZip, ZipRefusal } from './zip.ts';

/** The cells of one sheet as text. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** The workbook's other sheets. */
  readonly others: readonly string[];
}

/**
 * Reads a sheet of an Excel workbook (.xlsx). The archive's sizes are looked at before anything is unpacked.
 *
 * @param wanted the sheet's name; the first sheet without one
 */
export async function readSheet(
  bytes: Uint8Array,
  wanted: string | undefined,
): Promise<SheetRows | { readonly problem: string }> {
  try {
    const paths = checkZip(bytes);
    if (!paths.some((path) => /^xl\/workbook\d*\.xml$/i.test(path)))
      return { problem: 'the archive is no Excel workbook (.xlsx)' };
    // A copy: the package wants memory that holds nothing else.
    const sheets = await readExcelFile(new Uint8Array(bytes).buffer);
    const names = sheets.map((one) => one.sheet);
    const sheet =
      wanted === undefined ? sheets[0] : sheets.find((one) => one.sheet.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (sheet === undefined)
      return { problem: `no sheet is called "${wanted ?? ''}"; the sheets are ${names.map((name) => `"${name}"`).join(', ')}` };
    const rows = sheet.data.map((row) => row.map(cellText));
    return { name: sheet.sheet, rows, others: names.filter((name) => name !== sheet.sheet) };
  } catch (error) {
    if (error instanceof ZipRefusal) return { problem: error.message };
    return { problem: `the workbook cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown fault'}` };
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
