import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { DeclaredSkill } from '../../core/model/model.ts';
import { isDeeperThan, jsonDocument } from '../../documents/json-document.ts';
import { quoteLongIntegers, repeatedKey } from '../../documents/json-text.ts';
import { maxLineBytes, splitLines } from '../../documents/line-blocks.ts';
import { startOfLine } from '../../documents/text-place.ts';
import { depthLimit } from '../../documents/yaml-guard.ts';
import { highestLevel } from '../../schema/fields.ts';
import { scanSimplePerson } from '../scan-simple-person.ts';
import { shapeProfile } from '../shape-profile.ts';
import { badCell, badRow, type PersonRow, type TableRow } from './batch-rows.ts';
import { remark } from './people-account.ts';
import { type RecordTools, tidyRecord } from './person-record.ts';

/** Reads the JSON profiles of some whole lines, one a line. Empty lines are skipped. */
export function* readNdjsonLines(bytes: Uint8Array, file: string, firstLine: number, tools: RecordTools): Generator<TableRow> {
  const highest = Math.min(highestLevel, tools.scale.levels.length - 1);
  for (const { number, text } of splitLines(bytes, firstLine)) {
    if (text === undefined) yield badRow(file, number, 'the line is not UTF-8 text');
    else if (text.length > maxLineBytes) yield badRow(file, number, `the line has more than ${maxLineBytes} characters`);
    else if (text.trim() !== '') {
      const simple = scanSimplePerson(text, highest);
      if (simple !== undefined) yield { person: simple.person, profile: { skills: simple.skills, targets: [] } };
      else yield* readJsonPerson(text, file, number, tools);
    }
  }
}

function* readJsonPerson(text: string, file: string, line: number, tools: RecordTools): Generator<TableRow> {
  let value: unknown;
  try {
    value = JSON.parse(quoteLongIntegers(text));
  } catch {
    yield badRow(file, line, 'not valid JSON: the line is cut short, or no JSON at all');
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield badRow(file, line, 'the line holds no profile: an object such as {"person":"Ada","skills":{"java":3}} is expected');
    return;
  }
  const twice = repeatedKey(text);
  if (twice !== undefined) yield remark('key', twice);
  yield* personOf(value as Record<string, unknown>, file, line, tools);
}

/** What only a full check of the profile reads. */
const furtherKeys = ['role', 'experience', 'education', 'targets', 'hoursPerWeek', 'prefer'];

/**
 * The skills of a tidied profile that holds nothing else, as most lines of a batch do: the same as the full check makes of it,
 * many times quicker. Nothing for any other profile.
 */
function plainSkills(value: Readonly<Record<string, unknown>>, { scale }: RecordTools): DeclaredSkill[] | undefined {
  for (const key of furtherKeys) if (Object.hasOwn(value, key)) return undefined;
  const { name } = value;
  if (name !== undefined && (typeof name !== 'string' || name === '' || name.length > 300)) return undefined;
  const written = value['skills'];
  if (!Array.isArray(written)) return undefined;
  const highest = Math.min(highestLevel, scale.levels.length - 1);
  const skills: DeclaredSkill[] = [];
  for (const { skill, level, years, ...rest } of written as readonly Record<string, unknown>[]) {
    if (typeof skill !== 'string' || skill.length > 300 || years !== undefined || Object.keys(rest).length > 0) return undefined;
    if (level === null) skills.push({ input: skill, level: scale.assumedLevel, assumed: true });
    else if (typeof level === 'number' && level >= 0 && level <= highest) skills.push({ input: skill, level, assumed: false });
    else return undefined;
  }
  return skills;
}

/** A profile file has no word for the assumed level: a name without one says it. */
function withoutAssumed(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { skills } = value;
  if (!Array.isArray(skills)) return value;
  const named = (skills as readonly Record<string, unknown>[]).map(({ level, ...one }) =>
    level === null ? one : { ...one, level },
  );
  return { ...value, skills: named };
}

/** Reads a parsed JSON value as a person: what is wrong with a cell takes nothing from the others. */
export function* personOf(
  written: Readonly<Record<string, unknown>>,
  file: string,
  line: number,
  tools: RecordTools,
): Generator<TableRow> {
  if (isDeeperThan(depthLimit, written)) {
    yield badRow(file, line, `the row is nested more than ${depthLimit} levels deep`);
    return;
  }
  const { person = `${file}:${line}`, value, wrong, told } = tidyRecord(written, tools);
  const read = shapedPerson(value, person, file, line, tools);
  const [problem] = wrong;
  // A row of which nothing can be read would look like somebody who holds nothing.
  if ('profile' in read && read.profile.skills.length === 0 && problem !== undefined) {
    yield badRow(file, line, problem);
    return;
  }
  for (const one of wrong) yield badCell(file, line, one);
  for (const one of told) yield { told: one };
  yield read;
}

function shapedPerson(
  value: Record<string, unknown>,
  person: string,
  file: string,
  line: number,
  tools: RecordTools,
): PersonRow | { readonly bad: Diagnostic } {
  const plain = plainSkills(value, tools);
  if (plain !== undefined) return { person, profile: { skills: plain, targets: [] } };
  const document = jsonDocument(withoutAssumed(value), startOfLine(file, line));
  const { profile, diagnostics } = shapeProfile(document, document.value, [], tools.scale);
  const fault = diagnostics[0];
  if (profile !== undefined && fault === undefined) return { person, profile };
  return fault === undefined
    ? badRow(file, line, 'the row holds no profile')
    : { bad: { ...fault, place: startOfLine(file, line) } };
}
