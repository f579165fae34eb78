import { normaliseLabel } from '../../core/model/label.ts';
import { type CsvRecord, firstDuplicate } from '../../documents/csv.ts';
import { type ColumnKind, readHeaderWord } from './header-words.ts';
import { type Remark, remark } from './people-account.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { skillOfHeader } from './survey-question.ts';
import type { TableTools } from './table-tools.ts';

/** Which cells of a row tell who it is about: an id beats an address, and both beat a name. */
export interface WhoColumns {
  readonly id: number;
  readonly email: number;
  /** The parts of the name, in order. */
  readonly names: readonly number[];
}

/** Which column of a table holds what, counted from 0; -1 where it has no such column. */
export type TableLayout = {
  /** The header's place among the records; what stands above it is a title. */
  readonly headerAt: number;
  readonly width: number;
  readonly told: readonly Remark[];
} & (
  | {
      readonly kind: 'long';
      readonly who: WhoColumns;
      /** One pair, or several numbered ones; `level` is -1 where the table has none. */
      readonly pairs: readonly { readonly skill: number; readonly level: number }[];
      readonly years: number;
      readonly assessor: number;
      readonly date: number;
    }
  | {
      readonly kind: 'wide';
      readonly who: WhoColumns;
      readonly skills: readonly { readonly label: string; readonly at: number }[];
      /** By the skill's label in its normal form. */
      readonly years: ReadonlyMap<string, number>;
      readonly allYears: number;
    }
  | { readonly kind: 'turned'; readonly people: readonly { readonly name: string; readonly at: number }[] }
);

interface Column {
  readonly at: number;
  readonly header: string;
  readonly kind: ColumnKind | 'ignored' | undefined;
  readonly number: string;
  /** The cells below that are not empty. */
  readonly cells: readonly string[];
}

/** So many rows may stand above the header. */
const mostTitleRows = 20;

/** Lays out a table by its first records. `file` and `command` go into what is said about a header that nobody knows. */
export function layOutTable(
  sample: readonly CsvRecord[],
  tools: TableTools,
  file: string,
): TableLayout | { readonly problem: string; readonly line: number } {
  const headerAt = findHeader(sample, tools);
  const header = sample[headerAt]?.cells ?? [];
  const line = sample[headerAt]?.line ?? 1;
  const below = sample.slice(headerAt + 1);
  const lost = tools.asked.map.find((one) => !header.some((cell) => normaliseLabel(cell) === normaliseLabel(one.header)));
  if (lost !== undefined) return { problem: `no column is called "${lost.header}"; the columns are ${shownList(header)}`, line };
  const columns = header.map((cell, at) => readColumn(cell, at, below, tools));
  const twice = firstDuplicate(columns.filter((one) => one.kind !== 'ignored').map((one) => normaliseLabel(one.header)));
  if (twice !== undefined) return { problem: `two columns are called "${twice}"`, line };
  const told = headerAt === 0 ? [] : [how(`${headerAt === 1 ? '1 row' : `${headerAt} rows`} above the header not read`)];
  const base = { headerAt, width: header.length, told };
  const turned = readTurned(columns, tools);
  if (turned !== undefined)
    return { ...base, kind: 'turned', people: turned, told: [...told, how('the table is turned: people stand in its columns')] };
  return (
    layOutLong(base, columns, tools) ??
    layOutWide(base, columns, tools) ?? { problem: suggestMapping(header, below, tools, file), line }
  );
}

type Base = Pick<TableLayout, 'headerAt' | 'width' | 'told'>;

const how = (about: string): Remark => remark('how', about).told;
const shownList = (header: readonly string[]): string =>
  header
    .filter((cell) => cell !== '')
    .slice(0, 20)
    .join(', ');

/** The first row in which a column is known by its word or by the command line; else the first one of several cells. */
function findHeader(sample: readonly CsvRecord[], { asked }: TableTools): number {
  const rows = sample.slice(0, mostTitleRows + 1);
  const filled = (row: CsvRecord): number => row.cells.filter((cell) => cell !== '').length;
  const names = asked.map.map((one) => normaliseLabel(one.header));
  const mapped = rows.findIndex((row) => names.length > 0 && names.every((name) => row.cells.map(normaliseLabel).includes(name)));
  if (mapped >= 0) return mapped;
  const known = rows.findIndex((row) => {
    const kinds = row.cells.map((cell) => readHeaderWord(cell)?.kind);
    const names = kinds.some((kind) => kind !== undefined && headKinds.includes(kind));
    return names && (filled(row) >= 2 || (sample[0] === row && row.cells.length === 1));
  });
  return known >= 0
    ? known
    : Math.max(
        0,
        rows.findIndex((row) => filled(row) >= 2),
      );
}

/** What a header is known by. */
const headKinds: readonly ColumnKind[] = ['id', 'email', 'person', 'first-name', 'skill'];

function readColumn(header: string, at: number, below: readonly CsvRecord[], { asked }: TableTools): Column {
  const name = normaliseLabel(header);
  const is = (other: string): boolean => normaliseLabel(other) === name;
  const cells = below.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
  const mapped = asked.map.find((one) => is(one.header))?.kind;
  const word = readHeaderWord(header);
  const read = asked.ignore.some(is) ? 'ignored' : (mapped ?? word?.kind);
  // What the command line gives to one column, no other column has by its word.
  const taken = mapped === undefined && asked.map.some((one) => one.kind === read || (one.kind === 'person' && isWho(read)));
  return { at, header, kind: taken ? 'ignored' : read, number: word?.number ?? '', cells };
}

const isWho = (kind: Column['kind']): boolean =>
  kind === 'id' || kind === 'email' || kind === 'person' || kind === 'first-name' || kind === 'last-name';

function whoOf(columns: readonly Column[]): WhoColumns | undefined {
  const at = (kind: ColumnKind): number => columns.find((one) => one.kind === kind)?.at ?? -1;
  const parts = [at('first-name'), at('last-name')].filter((one) => one >= 0);
  const person = at('person');
  // "Nom, Prénom" and "Name, Vorname": the name is the last one's.
  const names = parts.length === 1 && person >= 0 ? [...parts, person] : parts.length > 0 ? parts : person >= 0 ? [person] : [];
  const who = { id: at('id'), email: at('email'), names };
  return who.id >= 0 || who.email >= 0 || names.length > 0 ? who : undefined;
}

const nobody: WhoColumns = { id: -1, email: -1, names: [] };
const share = (cells: readonly string[], holds: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
/** Mostly levels: enough to be one of levels with wrong cells in it. */
const areLevels = ({ cells }: Column, { readLevel }: TableTools): boolean =>
  share(cells, (cell) => readLevel(cell) !== undefined) >= 0.5;

/** Skills down the first column and people across: the first column holds names of skills, and the other headers are none. */
function readTurned(columns: readonly Column[], tools: TableTools): { name: string; at: number }[] | undefined {
  const [first, ...others] = columns;
  if (first === undefined || others.length === 0 || tools.asked.map.length > 0) return undefined;
  const mayHead = first.header === '' || first.kind === 'skill' || first.kind === 'person' || first.kind === undefined;
  if (!mayHead || share(first.cells, tools.isSkill) <= 0.5) return undefined;
  const people = others.filter((one) => one.kind !== 'ignored' && one.header !== '');
  if (people.length === 0 || people.some((one) => one.kind !== undefined)) return undefined;
  const named = people.filter((one) => skillOfHeader(one.header, tools.isSkill) !== undefined).length;
  if (2 * named >= people.length || !people.every((one) => one.cells.length === 0 || areLevels(one, tools))) return undefined;
  return people.map(({ header, at }) => ({ name: header, at }));
}

function layOutLong(base: Base, columns: readonly Column[], tools: TableTools): TableLayout | undefined {
  const of = (kind: ColumnKind): Column[] => columns.filter((one) => one.kind === kind);
  let skills = of('skill');
  let who = whoOf(columns);
  const levels = of('level');
  const [named] = of('person');
  // A list of one's own may call its skills "name".
  const others = columns.filter((one) => one.header !== '' && one !== named);
  const isOwnList =
    skills.length === 0 &&
    levels.length === 1 &&
    named !== undefined &&
    others.every((one) => ['level', 'years', 'date', 'other', 'ignored'].includes(one.kind ?? ''));
  if (isOwnList) {
    skills = [named];
    who = undefined;
  }
  if (skills.length === 0) return undefined;
  const unnamed = columns.filter((one) => one.kind === undefined && one.header !== '');
  // A level under a word that no table knows shows in its cells.
  const guesses =
    levels.length > 0
      ? []
      : unnamed.filter((one) => one.cells.length > 0 && share(one.cells, (cell) => tools.readLevel(cell) !== undefined) === 1);
  const [guessed] = guesses.length === 1 ? guesses : [];
  const pairs = skills.map((skill) => {
    const level = levels.find((one) => one.number === skill.number) ?? (skills.length === 1 ? (levels[0] ?? guessed) : undefined);
    return { skill: skill.at, level: level?.at ?? -1 };
  });
  const used = new Set(pairs.flatMap((pair) => [pair.skill, pair.level]));
  const left = columns.filter(
    (one) => !used.has(one.at) && one.header !== '' && (one.kind === undefined || one.kind === 'other' || one.kind === 'level'),
  );
  const at = (kind: ColumnKind): number => of(kind)[0]?.at ?? -1;
  const told = [...base.told, ...left.map((one) => remark('column', one.header).told)];
  if (guessed !== undefined) told.push(how(`the column "${guessed.header}" is read as the level`));
  return {
    ...base,
    kind: 'long',
    who: who ?? nobody,
    pairs,
    years: at('years'),
    assessor: at('assessor'),
    date: at('date'),
    told,
  };
}

/** "Java (years)", "Java years", "Java - yrs", "Years of Java": the skill whose years a column counts. */
const yearsOf =
  /^(?:years (?:of |in |with )(?<after>.{1,80})|(?<before>.{1,80}?)[\s_-]*[([]?(?<![\p{L}\d])(?:years?|yrs|jahre)(?: of experience)?[)\]]?)$/iu;

function layOutWide(base: Base, columns: readonly Column[], tools: TableTools): TableLayout | undefined {
  const [first] = columns;
  // A table that a program wrote may have no word above its rows' names.
  const isIndex = first !== undefined && /^(?:unnamed: 0)?$/i.test(first.header) && first.cells.length > 0;
  const who = whoOf(columns) ?? (isIndex ? { ...nobody, names: [0] } : undefined);
  if (who === undefined) return undefined;
  const skills: { label: string; at: number }[] = [];
  const years: { label: string; at: number }[] = [];
  const left: Column[] = [];
  for (const column of columns) {
    const { header, at, kind } = column;
    if (header === '' || kind === 'ignored' || isWho(kind) || kind === 'years' || who.names.includes(at)) continue;
    const known = skillOfHeader(header, tools.isSkill);
    const of = yearsOf.exec(header)?.groups;
    const label = (of?.['after'] ?? of?.['before'] ?? '').trim();
    if (known === header || (known !== undefined && of === undefined)) skills.push({ label: known, at });
    else if (of !== undefined) years.push({ label, at });
    else if (kind !== undefined || !(column.cells.length === 0 || areLevels(column, tools))) left.push(column);
    else skills.push({ label: header, at });
  }
  const levelled = new Set(skills.map(({ label }) => normaliseLabel(label)));
  // Years without a column for the level still tell that the skill was used.
  for (const { label } of years) if (!levelled.has(normaliseLabel(label))) skills.push({ label, at: -1 });
  return {
    ...base,
    kind: 'wide',
    who,
    skills,
    years: new Map(years.map(({ label, at }) => [normaliseLabel(label), at])),
    allYears: columns.find((one) => one.kind === 'years')?.at ?? -1,
    told: [...base.told, ...left.filter((one) => one.kind !== 'date').map((one) => remark('column', one.header).told)],
  };
}
