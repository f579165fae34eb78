import type { Diagnostic } from '../../core/diagnostic.ts';
import { normaliseLabel } from '../../core/label.ts';
import type { WorkSpan } from '../../core/work-years.ts';
import { type CsvRecord, readCsv } from '../../documents/csv.ts';
import { decodeText } from '../../documents/read-file.ts';
import type { ImportedDocument, SkillClaim, TextPassage } from './imported.ts';

/** The files of a LinkedIn data export that say something about a person's skills. */
export const linkedInFiles = ['Skills.csv', 'Positions.csv', 'Education.csv', 'Profile.csv', 'Languages.csv'] as const;
export type LinkedInFile = (typeof linkedInFiles)[number];

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
    ...(name === '' ? {} : { name }),
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
  if (bytes === undefined) return { file, columns: [], rows: [] };
  const decoded = decodeText(bytes, file);
  if ('diagnostic' in decoded) {
    diagnostics.push(decoded.diagnostic);
    return { file, columns: [], rows: [] };
  }
  // Newer exports begin with notes and an empty line; the header is the first line that names a known column.
  const header = /^.*\b(?:Name|Company Name|School Name|First Name)\b.*$/m.exec(decoded.text);
  const skipped = decoded.text.slice(0, header?.index ?? 0);
  const before = skipped.split('\n').length - 1;
  const rows: CsvRecord[] = [];
  for await (const row of readCsv(once(decoded.text.slice(skipped.length)))) {
    if ('cells' in row) rows.push({ cells: row.cells, line: row.line + before });
    else diagnostics.push({ code: 'bad-row', facts: { problem: row.problem }, place: lineOf(file, row.line + before) });
  }
  const [first, ...rest] = rows;
  return { file, columns: (first?.cells ?? []).map(normaliseLabel), rows: rest };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function lineOf(file: string, line: number): NonNullable<Diagnostic['place']> {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

function cell(table: Table, row: CsvRecord, column: string): string {
  return row.cells[table.columns.indexOf(column)]?.trim() ?? '';
}

function listed(table: Table, row: CsvRecord): SkillClaim[] {
  const input = cell(table, row, 'name');
  return input === '' ? [] : [{ input, origin: `${table.file}:${row.line}` }];
}

function spoken(table: Table, row: CsvRecord): SkillClaim[] {
  const input = cell(table, row, 'name');
  const levelText = cell(table, row, 'proficiency');
  return input === '' ? [] : [{ input, ...(levelText === '' ? {} : { levelText }), origin: `${table.file}:${row.line}` }];
}

function passagesOf(table: Table, row: CsvRecord): TextPassage[] {
  return ['title', 'description', 'headline', 'summary'].flatMap((column) => {
    const text = cell(table, row, column);
    return text === '' ? [] : [{ text, origin: `${table.file}:${row.line}, ${column}` }];
  });
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function spanOf(table: Table, row: CsvRecord, diagnostics: Diagnostic[]): WorkSpan[] {
  const startText = cell(table, row, 'started on');
  const endText = cell(table, row, 'finished on');
  if (startText === '') return [];
  const start = dateOf(startText);
  const end = endText === '' ? undefined : dateOf(endText);
  if (start === undefined || (endText !== '' && end === undefined)) {
    const problem = `"${start === undefined ? startText : endText}" is not a date such as "Jan 2020"`;
    diagnostics.push({ code: 'bad-row', facts: { problem }, place: lineOf(table.file, row.line) });
    return [];
  }
  return [{ start, ...(end === undefined ? {} : { end }) }];
}

/** `Jan 2020` or `2020` as `2020-01` or `2020`. */
function dateOf(text: string): string | undefined {
  const parts = /^(?:([A-Za-z]{3})[a-z]*\.?\s+)?(\d{4})$/.exec(text.trim());
  if (parts === null) return undefined;
  if (parts[1] === undefined) return parts[2];
  const month = months.indexOf(parts[1].toLowerCase()) + 1;
  return month === 0 ? undefined : `${parts[2]}-${String(month).padStart(2, '0')}`;
}
