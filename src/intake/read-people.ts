import type { Diagnostic } from '../core/model/diagnostic.ts';
import { normaliseLabel } from '../core/model/label.ts';
import type { DeclaredSkill, SkillProfile } from '../core/model/model.ts';
import type { Scale } from '../core/model/scale.ts';
import { type CsvFault, type CsvRecord, firstDuplicate, readCsv } from '../documents/csv.ts';
import { isDeeperThan, jsonDocument } from '../documents/json-document.ts';
import { maxLineBytes, splitLines } from '../documents/line-blocks.ts';
import { startOfLine } from '../documents/text-place.ts';
import { depthLimit } from '../documents/yaml-guard.ts';
import { highestLevel } from '../schema/fields.ts';
import { levelChoices, levelOfWord } from './level-words.ts';
import { scanSimplePerson } from './scan-simple-person.ts';
import { makeSeenNames } from './seen-names.ts';
import { shapeProfile } from './shape-profile.ts';

/** One person of a batch. */
export interface PersonRow {
  /** What identifies the person: `person`, `id` or `name`, else the place of the row. */
  readonly person: string;
  readonly profile: SkillProfile;
}

/** A row that could not be read: it is reported, and the batch goes on. */
export interface BadRow {
  readonly bad: Diagnostic;
}

/** Reads the JSON profiles of some whole lines, one a line. Empty lines are skipped. */
export function* readNdjsonLines(
  bytes: Uint8Array,
  file: string,
  firstLine: number,
  scale: Scale,
): Generator<PersonRow | BadRow> {
  for (const { number, text } of splitLines(bytes, firstLine)) {
    if (text === undefined) yield badRow(file, number, 'the line is not UTF-8 text');
    else if (text.length > maxLineBytes) yield badRow(file, number, `the line has more than ${maxLineBytes} characters`);
    else if (text.trim() !== '') yield readJsonPerson(text, file, number, scale);
  }
}

function readJsonPerson(text: string, file: string, line: number, scale: Scale): PersonRow | BadRow {
  const simple = scanSimplePerson(text, Math.min(highestLevel, scale.levels.length - 1));
  if (simple !== undefined) return { person: simple.person, profile: { skills: simple.skills, targets: [] } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return badRow(file, line, 'not valid JSON: the line is cut short, or no JSON at all');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return badRow(file, line, 'the line holds no profile: an object such as {"person":"Ada","skills":{"java":3}} is expected');
  }
  const written = value as Record<string, unknown>;
  const skills = plainSkills(written, scale);
  if (skills === undefined) return personOf(written, file, line, scale);
  return { person: nameOf(written, `${file}:${line}`), profile: { skills, targets: [] } };
}

/** What only a full check of the profile reads. */
const furtherKeys = ['role', 'experience', 'education', 'targets', 'hoursPerWeek', 'prefer'];

/**
 * The skills of a profile that holds nothing but a map of names to whole levels, as most lines of a batch do: the same as the
 * full check makes of it, many times quicker. Nothing for any other profile.
 */
function plainSkills(value: Record<string, unknown>, scale: Scale): DeclaredSkill[] | undefined {
  for (const key of furtherKeys) if (Object.hasOwn(value, key)) return undefined;
  const { name } = value;
  if (name !== undefined && (typeof name !== 'string' || name === '' || name.length > 300)) return undefined;
  const written = Object.hasOwn(value, 'skills') ? value['skills'] : undefined;
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return undefined;
  const highest = Math.min(highestLevel, scale.levels.length - 1);
  const skills: DeclaredSkill[] = [];
  for (const input of Object.keys(written)) {
    const level = (written as Record<string, unknown>)[input];
    if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level > highest) return undefined;
    skills.push({ input, level, assumed: false });
  }
  return skills;
}

/** What identifies the person of a JSON profile. */
function nameOf(value: Record<string, unknown>, otherwise: string): string {
  const named = value['person'] ?? value['id'] ?? value['name'];
  return typeof named === 'string' || typeof named === 'number' ? String(named) : otherwise;
}

/** Checks a parsed JSON value as a profile. */
export function personOf(value: Record<string, unknown>, file: string, line: number, scale: Scale): PersonRow | BadRow {
  if (isDeeperThan(depthLimit, value)) return badRow(file, line, `the row is nested more than ${depthLimit} levels deep`);
  const document = jsonDocument(value, startOfLine(file, line));
  const { profile, diagnostics } = shapeProfile(document, document.value, [], scale);
  const fault = diagnostics[0];
  if (profile === undefined || fault !== undefined) {
    return { bad: { ...(fault ?? emptyProfile()), place: startOfLine(file, line) } as Diagnostic };
  }
  return { person: nameOf(value, `${file}:${line}`), profile };
}

function emptyProfile(): Diagnostic {
  return { code: 'bad-row', facts: { problem: 'the row holds no profile' } };
}

const personHeaders = ['person', 'id', 'name', 'employee', 'email'];

/**
 * Reads people from CSV. Long: columns person, skill, level, rows of one person together. Wide: a column for the person and
 * one for each skill; an empty cell says nothing about the skill.
 */
export async function* readCsvPeople(
  chunks: AsyncIterable<string>,
  file: string,
  scale: Scale,
): AsyncGenerator<PersonRow | BadRow> {
  const rows = readCsv(chunks);
  const first = await rows.next();
  if (first.done === true) return;
  if (!('cells' in first.value)) {
    yield badRow(file, first.value.line, first.value.problem);
    return;
  }
  const header = first.value.cells.map((cell) => normaliseLabel(cell));
  const twice = firstDuplicate(header);
  if (twice !== undefined) {
    yield badRow(file, 1, `two columns are called "${twice}"`);
    return;
  }
  const person = header.findIndex((name) => personHeaders.includes(name));
  const skill = header.indexOf('skill');
  if (person < 0) {
    yield badRow(file, 1, `no column names the person; call one of them ${personHeaders.slice(0, 3).join(', ')}`);
    return;
  }
  if (skill >= 0) yield* readLong(rows, file, scale, { person, skill, level: header.indexOf('level') });
  else yield* readWide(rows, file, scale, person, first.value.cells);
}

async function* readWide(
  rows: AsyncIterable<CsvRecord | CsvFault>,
  file: string,
  scale: Scale,
  person: number,
  header: readonly string[],
): AsyncGenerator<PersonRow | BadRow> {
  // Beside an id a name may stand as well: no column that names the person is a skill.
  const isPerson = header.map((label, i) => i === person || personHeaders.includes(normaliseLabel(label)));
  for await (const row of rows) {
    if (!('cells' in row)) {
      yield badRow(file, row.line, row.problem);
      continue;
    }
    if (row.cells.length > header.length) {
      yield badRow(file, row.line, `the row has ${row.cells.length} cells, the header ${header.length}`);
      continue;
    }
    const name = row.cells[person] ?? '';
    const cells = header
      .map((label, i) => ({ label, text: row.cells[i] ?? '' }))
      .filter((cell, i) => !isPerson[i] && cell.text !== '' && cell.label !== '');
    const wrong = cells.find((cell) => levelOfWord(scale, cell.text) === undefined);
    if (wrong !== undefined) {
      yield badLevel(file, row.line, wrong.label, wrong.text, scale);
      continue;
    }
    yield {
      person: name === '' ? `${file}:${row.line}` : name,
      profile: { skills: cells.map((cell) => declared(scale, cell.label, cell.text)), targets: [] },
    };
  }
}

/** Which cell of a long row holds what; `level` may be missing (-1). */
interface LongColumns {
  readonly person: number;
  readonly skill: number;
  readonly level: number;
}

async function* readLong(
  rows: AsyncIterable<CsvRecord | CsvFault>,
  file: string,
  scale: Scale,
  columns: LongColumns,
): AsyncGenerator<PersonRow | BadRow> {
  let current: { name: string; skills: SkillProfile['skills'][number][] } | undefined;
  const finished = makeSeenNames();
  const done = (): PersonRow[] => {
    if (current === undefined) return [];
    finished.add(current.name);
    return [{ person: current.name, profile: { skills: current.skills, targets: [] } }];
  };
  for await (const row of rows) {
    if (!('cells' in row)) {
      yield badRow(file, row.line, row.problem);
      continue;
    }
    const name = row.cells[columns.person] ?? '';
    const skill = row.cells[columns.skill] ?? '';
    const level = columns.level < 0 ? '' : (row.cells[columns.level] ?? '');
    if (name === '' || skill === '') {
      yield badRow(file, row.line, `the row names no ${name === '' ? 'person' : 'skill'}`);
      continue;
    }
    if (level !== '' && levelOfWord(scale, level) === undefined) {
      yield badLevel(file, row.line, skill, level, scale);
      continue;
    }
    if (current?.name !== name) {
      yield* done();
      if (finished.has(name)) {
        yield badRow(file, row.line, `the rows of "${name}" do not stand together; sort the file by person`);
        current = undefined;
        continue;
      }
      current = { name, skills: [] };
    }
    current.skills.push(declared(scale, skill, level));
  }
  yield* done();
}

function declared(scale: Scale, input: string, level: string): SkillProfile['skills'][number] {
  const assumed = level === '';
  return { input, level: assumed ? scale.assumedLevel : (levelOfWord(scale, level) ?? 0), assumed };
}

function badLevel(file: string, line: number, skill: string, level: string, scale: Scale): BadRow {
  return badRow(file, line, `"${level}" is not a level (for ${skill}); use ${levelChoices(scale)}`);
}

export function badRow(file: string, line: number, problem: string): BadRow {
  return { bad: { code: 'bad-row', facts: { problem }, place: startOfLine(file, line) } };
}
