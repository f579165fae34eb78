import type { DeclaredSkill } from '../../core/model/model.ts';
import type { CsvRecord } from '../../documents/csv.ts';
import { type Assessed, isoDay, pickCounting } from '../ratings.ts';
import { makeSeenNames } from '../seen-names.ts';
import { type BadRow, badRow, type PersonRow, type TableRow } from './batch-rows.ts';
import type { TableLayout } from './lay-out-table.ts';
import { remark } from './people-account.ts';
import { nameIn, noLevel, whoIs } from './row-words.ts';
import { type CellSkill, readSkillCell } from './skill-cell.ts';
import type { TableTools } from './table-tools.ts';

/** Up to so many rows, those of one person may stand anywhere; of a longer table they must stand together. */
const mostHeldRows = 100_000;

type LongLayout = Extract<TableLayout, { kind: 'long' }>;

/** One row's word about one skill. */
interface Said extends Assessed {
  readonly skill: DeclaredSkill;
}

interface Person {
  readonly key: string;
  readonly names: readonly string[];
  readonly said: Said[];
}

/** Reads a table of a row a skill. The rows of a person are put together; a row that cannot be read takes no other with it. */
export async function* readLongTable(
  rows: AsyncIterable<CsvRecord | BadRow>,
  layout: LongLayout,
  file: string,
  tools: TableTools,
): AsyncGenerator<TableRow> {
  const people = new Map<string, Person>();
  const isRated = layout.assessor >= 0 || layout.date >= 0;
  const finished = makeSeenNames();
  const finish = (person: Person): PersonRow => {
    finished.add(person.key);
    const skills = isRated ? countingOf(person, tools) : person.said.map((one) => one.skill);
    return { person: person.key, profile: { skills, targets: [] } };
  };
  let count = 0;
  let held = 0;
  for await (const row of rows) {
    if ('bad' in row) {
      yield row;
      continue;
    }
    count++;
    const read = readRow(row, layout, file, tools);
    if ('bad' in read) {
      yield read;
      continue;
    }
    const { key, said } = read;
    if (held > mostHeldRows) {
      for (const [name, person] of people) {
        if (name === key) continue;
        yield finish(person);
        people.delete(name);
      }
      if (finished.has(key)) {
        yield badRow(file, row.line, `the rows of "${key}" do not stand together; sort the file by person`);
        continue;
      }
    }
    const person = people.get(key) ?? { key, names: namesOf(layout, row, key), said: [] };
    people.set(key, person);
    person.said.push(...said);
    held++;
    for (const text of read.rounded) yield remark('rounded', text);
  }
  for (const person of people.values()) yield finish(person);
  yield remark('row', '', count);
}

function namesOf({ who }: LongLayout, { cells }: CsvRecord, key: string): string[] {
  return [key, nameIn(who.names, cells)].map((name) => name.toLowerCase());
}

interface ReadRow {
  readonly key: string;
  readonly said: readonly Said[];
  readonly rounded: readonly string[];
}

function readRow({ cells, line }: CsvRecord, layout: LongLayout, file: string, tools: TableTools): ReadRow | BadRow {
  const { who, pairs, assessor, date } = layout;
  const isOwnList = who.id < 0 && who.email < 0 && who.names.length === 0;
  const key = isOwnList ? file : whoIs(who, cells);
  const named = pairs.filter((pair) => (cells[pair.skill] ?? '') !== '');
  if (key === '') return badRow(file, line, 'the row names no person');
  if (named.length === 0) return badRow(file, line, 'the row names no skill');
  const said: Said[] = [];
  const rounded: string[] = [];
  const about = { on: isoDay(cells[date] ?? ''), assessedBy: cells[assessor] ?? '' };
  for (const pair of named) {
    const given = pair.level < 0 ? undefined : (cells[pair.level] ?? '');
    for (const one of readSkillCell(cells[pair.skill] ?? '', tools)) {
      const text = levelTextOf(one, given);
      const read = text === undefined ? ({ kind: 'held' } as const) : tools.readLevel(text);
      if (read === undefined) return badRow(file, line, noLevel(text ?? '', one.input, tools));
      if (read.kind === 'level' && read.rounded) rounded.push(text ?? '');
      if (read.kind === 'level') said.push({ skill: { input: one.input, level: read.level, assumed: false }, ...about });
      else if (read.kind === 'held')
        said.push({ skill: { input: one.input, level: tools.scale.assumedLevel, assumed: true }, ...about });
    }
  }
  return { key, said, rounded };
}

/** What is said of the level: beside the name first, then in the level's column; nothing where the table has none. */
function levelTextOf(one: CellSkill, given: string | undefined): string | undefined {
  return one.levelText === '' ? given : one.levelText;
}

/** Of several assessments of a skill the one that counts, with all of them beside it. */
function countingOf({ said, names }: Person, { keyOf }: TableTools): DeclaredSkill[] {
  const bySkill = new Map<string, Said[]>();
  for (const one of said) {
    const key = keyOf(one.skill.input);
    const known = bySkill.get(key);
    if (known === undefined) bySkill.set(key, [one]);
    else known.push(one);
  }
  return [...bySkill.values()].flatMap((said): DeclaredSkill[] => {
    const counting = pickCounting(said, names);
    if (counting === undefined) return [];
    // What counts stands as the level; what others say, and what it was before, beside it.
    const ratings = said
      .filter((one) => one !== counting && !one.skill.assumed)
      .map(({ skill, on = '', assessedBy = '' }) => ({ level: skill.level, on, assessedBy }));
    const by = counting.assessedBy ?? '';
    return [{ ...counting.skill, ...(by === '' ? {} : { assessedBy: by }), ...(ratings.length === 0 ? {} : { ratings }) }];
  });
}
