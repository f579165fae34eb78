import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import type { Scale } from '../../core/model/scale.ts';
import type { CsvFault, CsvRecord } from '../../documents/csv.ts';
import { startOfLine } from '../../documents/text-place.ts';
import { levelOfForm } from '../level-words.ts';
import { badRow } from '../people/batch-rows.ts';
import { makeLevelReader } from '../read-level.ts';
import type { ImportedDocument, SkillClaim } from './imported.ts';
import { maxFaults, tooManyFaults } from './imported.ts';
import { layOutTable, type TableLayout } from './table-layout.ts';

export type TableAnswer =
  | { readonly document: ImportedDocument }
  | { readonly people: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

interface TablePerson {
  readonly claims: SkillClaim[];
  years: number | undefined;
}

/** What is told of a level between two. */
type Rounded = (text: string, input: string, line: number) => void;

/** What is told when a cell cannot be read; the row's other cells count. */
type Report = (problem: string, line: number) => void;

/**
 * Reads one person of a table: long (person, skill, level, years), wide (a column a skill), or one's own list (skill,
 * level). Cells and rows that are wrong are reported with their line, and the others are read. Other than in a batch, the rows
 * of a person may stand anywhere.
 *
 * @param wanted the person's name; without it the table must hold one person
 * @returns the people of the table when the one wanted is not clear
 */
export async function readPeopleTable(
  rows: AsyncIterable<CsvRecord | CsvFault>,
  file: string,
  scale: Scale,
  wanted: string | undefined,
): Promise<TableAnswer> {
  const diagnostics: Diagnostic[] = [];
  const people = new Map<string, TablePerson>();
  const report: Report = (problem, line) => diagnostics.push(badRow(file, line, problem).bad);
  const told: Rounded = (text, input, line) => {
    const level = levelIn(scale, text) ?? 0;
    diagnostics.push({ code: 'rounded-level', facts: { input, found: text, level }, place: startOfLine(file, line) });
  };
  const personOf = (name: string): TablePerson => {
    const known = people.get(name) ?? { claims: [], years: undefined };
    people.set(name, known);
    return known;
  };
  let layout: TableLayout | undefined;
  let first: CsvFault | undefined;
  let above = 0;
  for await (const row of rows) {
    if (diagnostics.length > maxFaults) {
      report(tooManyFaults, row.line);
      break;
    }
    if (!('cells' in row)) report(row.problem, row.line);
    else if (layout === undefined) {
      const made = layOutTable(row.cells);
      if ('problem' in made) {
        // Above the header there may stand titles.
        if (made.kind === 'unknown' && above++ < mostTitleRows) {
          first ??= { problem: made.problem, line: row.line };
          continue;
        }
        report(made.problem, row.line);
        break;
      }
      layout = made;
    } else if (row.cells.every((cell) => cell === '')) continue;
    else if (row.cells.length > layout.width && row.cells.slice(layout.width).some((cell) => cell !== ''))
      report(`the row has ${row.cells.length} cells, the header ${layout.width}`, row.line);
    else if (layout.kind === 'wide') readWideRow(layout, row, scale, personOf, report, told);
    else readLongRow(layout, row, scale, personOf, report, told);
  }
  if (layout === undefined && first !== undefined) report(first.problem, first.line);
  const names = [...people.keys()];
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  const person = name === undefined ? undefined : people.get(name);
  if (name === undefined || person === undefined) return { people: names, diagnostics };
  const { claims, years } = person;
  return {
    document: {
      name: name || undefined,
      years,
      work: [],
      degrees: [],
      claims,
      passages: [],
      diagnostics,
    },
  };
}

/** So many rows may stand above the header. */
const mostTitleRows = 20;

type PersonOf = (name: string) => TablePerson;

function readLongRow(
  { person, skill, level, years }: Extract<TableLayout, { kind: 'long' }>,
  { cells, line }: CsvRecord,
  scale: Scale,
  personOf: PersonOf,
  report: Report,
  told: Rounded,
): void {
  const name = person < 0 ? '' : (cells[person] ?? '');
  const input = cells[skill] ?? '';
  const levelText = cells[level] ?? '';
  const spent = yearsIn(cells[years] ?? '');
  if (input === '' || (person >= 0 && name === '')) report(`the row names no ${input === '' ? 'skill' : 'person'}`, line);
  else if (input.startsWith('=')) report(`${shown(input)} is a formula, not a skill`, line);
  else if (!isUnsaid(scale, levelText) && levelIn(scale, levelText) === undefined) report(noLevel(levelText, input), line);
  else {
    if (spent === 'unread') report(noYears(cells[years] ?? '', input), line);
    if (isRounded(scale, levelText)) told(levelText, input, line);
    personOf(name).claims.push(claimOf(scale, input, levelText, spent, line));
  }
}

function readWideRow(
  { person, skills, years, allYears }: Extract<TableLayout, { kind: 'wide' }>,
  { cells, line }: CsvRecord,
  scale: Scale,
  personOf: PersonOf,
  report: Report,
  told: Rounded,
): void {
  const name = cells[person] ?? '';
  const one = personOf(name === '' ? `line ${line}` : name);
  for (const { label, at } of skills) {
    const levelText = cells[at] ?? '';
    const yearsAt = years.get(normaliseLabel(label));
    const yearsText = yearsAt === undefined ? '' : (cells[yearsAt] ?? '');
    if (levelText === '' && yearsText === '') continue;
    const spent = yearsIn(yearsText);
    if (spent === 'unread') report(noYears(yearsText, label), line);
    if (!isUnsaid(scale, levelText) && levelIn(scale, levelText) === undefined) report(noLevel(levelText, label), line);
    else if (levelText !== '' || typeof spent === 'number') {
      if (isRounded(scale, levelText)) told(levelText, label, line);
      one.claims.push(claimOf(scale, label, levelText, spent, line));
    }
  }
  const total = yearsIn(cells[allYears] ?? '');
  if (total === 'unread') report(noYears(cells[allYears] ?? '', 'all work'), line);
  else if (total !== undefined) one.years = total;
}

function claimOf(scale: Scale, input: string, levelText: string, years: number | 'unread' | undefined, line: number): SkillClaim {
  const level = levelIn(scale, levelText);
  return {
    input,
    levelText: level?.toString(),
    ...(typeof years === 'number' ? { years } : {}),
    origin: `line ${line}`,
  };
}

/** A level as people and spreadsheets write it: `3`, `3.0`, `proficient`, `4/5`, `80 %`; between two, the lower one. */
function levelIn(scale: Scale, text: string): number | undefined {
  const read = readersOf(scale)(text);
  if (read?.kind === 'level') return read.level;
  return read === undefined ? levelOfForm(scale, text) : undefined;
}

function isRounded(scale: Scale, text: string): boolean {
  const read = readersOf(scale)(text);
  return read?.kind === 'level' && read.rounded;
}

/** Whether a cell says nothing of a level: empty, a dash, n/a. A tick says that the skill is there. */
function isUnsaid(scale: Scale, text: string): boolean {
  const read = readersOf(scale)(text);
  return read?.kind === 'unsaid' || read?.kind === 'held';
}

const readers = new WeakMap<Scale, ReturnType<typeof makeLevelReader>>();

function readersOf(scale: Scale): ReturnType<typeof makeLevelReader> {
  const known = readers.get(scale) ?? makeLevelReader(scale);
  readers.set(scale, known);
  return known;
}

function yearsIn(text: string): number | 'unread' | undefined {
  if (text === '') return undefined;
  const number = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*\+?\s*(?:years?|yrs?|y|jahre?)?$/i.exec(text)?.[1];
  const years = number === undefined ? Number.NaN : Number(number.replace(',', '.'));
  return years <= 80 ? years : 'unread';
}

function shown(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

function noLevel(text: string, skill: string): string {
  return `${shown(text)} is not a level (for ${shown(skill)}); use whole numbers from 0 to 5, or words such as "competent"`;
}

function noYears(text: string, skill: string): string {
  return `${shown(text)} is not a number of years (for ${shown(skill)})`;
}
