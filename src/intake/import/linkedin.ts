import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { type CsvRecord, readCsv } from '../../documents/csv.ts';
import { decodeExport } from '../../documents/decode-export.ts';
import { badRow } from '../people/batch-rows.ts';
import type { ImportedDocument, ImportedSpan, SkillClaim, TextPassage } from './imported.ts';
import { maxFaults, tooManyFaults } from './imported.ts';
import { columnIn, type LinkedInColumn } from './linkedin-columns.ts';
import { dateText, monthNamed } from './month-names.ts';
import { passagesOf as joinLines, tidyLine } from './tidy-text.ts';

/** The files of a LinkedIn data export that say something about a person's skills. */
export const linkedInFiles = ['Skills.csv', 'Positions.csv', 'Education.csv', 'Profile.csv', 'Languages.csv'] as const;
export type LinkedInFile = (typeof linkedInFiles)[number];

/** A table without any of these is none that is known. */
const neededColumns: Readonly<Record<LinkedInFile, readonly LinkedInColumn[]>> = {
  'Skills.csv': ['name'],
  'Positions.csv': ['title', 'started on'],
  'Education.csv': ['degree name'],
  'Profile.csv': ['first name', 'last name', 'headline', 'summary'],
  'Languages.csv': ['name'],
};
/** A description of a job has more lines than other cells have. */
const maxLines = 400;

interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRecord[];
}

/**
 * Reads a LinkedIn data export. The list of skills has no levels, so each counts as listed by a document.
 *
 * @param files the export's files by name; any may be missing
 */
export async function readLinkedIn(files: ReadonlyMap<LinkedInFile, Uint8Array>): Promise<ImportedDocument> {
  const diagnostics: Diagnostic[] = [];
  const table = async (name: LinkedInFile): Promise<Table> => readTable(name, files.get(name), diagnostics);
  const skills = await table('Skills.csv');
  const positions = await table('Positions.csv');
  const education = await table('Education.csv');
  const profile = await table('Profile.csv');
  const languages = await table('Languages.csv');
  const person = profile.rows[0];
  const name =
    person === undefined ? '' : [cell(profile, person, 'first name'), cell(profile, person, 'last name')].join(' ').trim();
  return {
    name: name || undefined,
    work: positions.rows.flatMap((row) => spanOf(positions, row, diagnostics)),
    degrees: education.rows.flatMap((row) => {
      const text = cell(education, row, 'degree name');
      return text === '' ? [] : [{ text }];
    }),
    claims: [...skills.rows.flatMap((row) => listed(skills, row)), ...languages.rows.flatMap((row) => spoken(languages, row))],
    passages: [
      ...positions.rows.flatMap((row) => passagesOf(positions, row)),
      ...profile.rows.flatMap((row) => passagesOf(profile, row)),
    ],
    diagnostics,
  };
}

async function readTable(file: LinkedInFile, bytes: Uint8Array | undefined, diagnostics: Diagnostic[]): Promise<Table> {
  const none: Table = { file, columns: [], rows: [] };
  if (bytes === undefined) return none;
  const decoded = decodeExport(bytes, file, { lenient: true });
  if ('diagnostic' in decoded) {
    diagnostics.push(decoded.diagnostic);
    return none;
  }
  const skipped = linesOfNotes(decoded.text, file);
  if (skipped === undefined) {
    // Of an empty table there is nothing to say.
    const problem = `no column is called ${neededColumns[file].map((column) => `"${column}"`).join(' or ')}`;
    if (decoded.text.trim() !== '') diagnostics.push(badRow(file, 1, problem).bad);
    return none;
  }
  const rows: CsvRecord[] = [];
  for await (const row of readCsv([decoded.text.split('\n').slice(skipped).join('\n')], maxLines)) {
    if (diagnostics.length > maxFaults) {
      diagnostics.push(badRow(file, row.line + skipped, tooManyFaults).bad);
      break;
    }
    if ('cells' in row) rows.push({ cells: row.cells, line: row.line + skipped });
    else diagnostics.push(badRow(file, row.line + skipped, row.problem).bad);
  }
  const [first, ...rest] = rows;
  const columns = first?.cells ?? [];
  for (const row of rest.filter((one) => one.cells.length > columns.length)) {
    const problem = `the row has ${row.cells.length} cells, the header ${columns.length}`;
    diagnostics.push(badRow(file, row.line, problem).bad);
  }
  return { file, columns, rows: rest.filter((row) => row.cells.length <= columns.length) };
}

/** Exports begin with notes and an empty line: how many lines stand before the header; nothing when there is no header. */
function linesOfNotes(text: string, file: LinkedInFile): number | undefined {
  const at = text.split('\n', 50).findIndex((line) => {
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    return neededColumns[file].some((column) => columnIn(cells, column) >= 0);
  });
  return at < 0 ? undefined : at;
}

function cell(table: Table, row: CsvRecord, column: LinkedInColumn): string {
  return row.cells[columnIn(table.columns, column)]?.trim() ?? '';
}

function listed(table: Table, row: CsvRecord): SkillClaim[] {
  const input = cell(table, row, 'name');
  return input === '' ? [] : [{ input, origin: `${table.file}:${row.line}` }];
}

function spoken(table: Table, row: CsvRecord): SkillClaim[] {
  const input = cell(table, row, 'name');
  const levelText = cell(table, row, 'proficiency');
  return input === '' ? [] : [{ input, levelText: levelText || undefined, origin: `${table.file}:${row.line}` }];
}

function passagesOf(table: Table, row: CsvRecord): TextPassage[] {
  return (['title', 'description', 'headline', 'summary'] as const).flatMap((column) =>
    joinLines(cell(table, row, column).split('\n').map(tidyLine)).map(({ text }) => ({
      text,
      origin: `${table.file}:${row.line}, ${column}`,
    })),
  );
}

function spanOf(table: Table, row: CsvRecord, diagnostics: Diagnostic[]): ImportedSpan[] {
  const startText = cell(table, row, 'started on');
  const endText = cell(table, row, 'finished on');
  if (startText === '') return [];
  const start = dateOf(startText);
  const end = endText === '' ? undefined : dateOf(endText);
  const report = (problem: string): ImportedSpan[] => {
    diagnostics.push(badRow(table.file, row.line, problem).bad);
    return [];
  };
  if (start === undefined || (endText !== '' && end === undefined))
    return report(`"${start === undefined ? startText : endText}" is not a date such as "Jan 2020"`);
  // Of two years alone, or a year and a month of it, nobody knows which comes first.
  if (end !== undefined && end < start && !start.startsWith(end))
    return report(`it ends (${endText}) before it starts (${startText})`);
  return [{ start, ...(end === undefined ? {} : { end }), origin: `${table.file}:${row.line}` }];
}

/** `Jan 2020`, `janv. 2020`, `01/2020`, `2020-01` or `2020` as `2020-01` or `2020`. */
function dateOf(text: string): string | undefined {
  const numbers = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(text) ?? undefined;
  const [year, digits] =
    numbers === undefined ? [/(\d{4})$/.exec(text)?.[1], /^(\d{1,2})[/.]\d{4}$/.exec(text)?.[1]] : numbers.slice(1);
  if (year === undefined) return undefined;
  if (text === year) return year;
  const word = /^(\p{L}+)\.?\s+(?:de\s+)?\d{4}$/u.exec(text)?.[1];
  const month = digits === undefined ? monthNamed(word ?? '') : Number(digits);
  return month === undefined || month < 1 || month > 12 ? undefined : dateText(year, month);
}
