import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { compareCatalogs, type DataChange } from '../../core/catalog/compare-catalogs.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Level } from '../../core/model/scale.ts';
import { compareText } from '../../core/model/text-order.ts';
import {
  compareStandings,
  type Standing,
  type StandingChanges,
  type StandingFit,
  sortChanges,
} from '../../core/score/compare-standings.ts';
import { assessRole } from '../../core/score/fit.ts';
import { type Declaration, holdLevels } from '../../core/score/held-levels.ts';
import { makeRoleScorer } from '../../core/score/score-roles.ts';
import type { PersonRow } from '../../intake/people/batch-rows.ts';
import { levelsBy } from '../../intake/people/by-assessor.ts';
import { resolveProfile } from '../../intake/resolve-profile.ts';
import type { OpenCatalog } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { type PeopleReading, type ReadPeople, readPeople } from './read-people.ts';

export interface DiffSettings {
  readonly reading: PeopleReading;
  /** The roles whose fits are compared, by number. Throws a `Failure` for a name that no role has. */
  readonly rolesOf: (catalog: Catalog) => readonly number[];
}

/** What two sides differ in, and what they are called. */
export interface DiffAnswer extends StandingChanges {
  readonly by: 'people' | 'packs' | 'assessors';
  readonly before: string;
  readonly after: string;
  readonly data: readonly DataChange[];
  /** Ids of people on one side only, and how many stand on both. */
  readonly both: number;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** The catalogs of the sides: the same one unless packs are compared. */
  readonly catalogs: readonly [before: Catalog, after: Catalog];
}

/** What differs, the data of both sides, and what was not read. */
export interface Compared {
  readonly answer: DiffAnswer;
  readonly opened: readonly [before: OpenCatalog, after: OpenCatalog];
  readonly bad: readonly Diagnostic[];
  readonly account: readonly Diagnostic[];
}

type Opened = OpenCatalog;
type Pair<T> = readonly [before: T, after: T];

/**
 * Two files of people, joined by what identifies them. Two files of one person each are joined whatever they say of it.
 *
 * @param assessors who wrote the files: what one of them does not say is then no change, and taken from the other
 */
export async function comparePeople(
  io: Io,
  opened: Opened,
  paths: Pair<string>,
  settings: DiffSettings,
  assessors?: Pair<string>,
): Promise<Compared> {
  const { catalog } = opened;
  const before = await readPeople(io, catalog, paths[0], settings.reading);
  const after = await readPeople(io, catalog, paths[1], settings.reading);
  const standingOf = makeStanding(catalog, settings);
  const joined = joinPeople(before.people, after.people);
  const changes = joined.both.map(({ person, sides }) => {
    const [was, is] = [declarationsOf(catalog, sides[0]), declarationsOf(catalog, sides[1])];
    if (assessors === undefined) return compareStandings(person, standingOf(was), standingOf(is));
    const by = (own: readonly Declaration[], other: readonly Declaration[]): Standing => ({
      ...standingOf(withLevels(other, levelsOf(own))),
      levels: byId(catalog, levelsOf(own)),
    });
    return compareStandings(person, by(was, is), by(is, was));
  });
  const names = assessors ?? paths;
  return {
    answer: {
      ...sortChanges(together(changes), assessors === undefined ? 'none' : 'apart'),
      by: assessors === undefined ? 'people' : 'assessors',
      before: names[0],
      after: names[1],
      data: [],
      both: joined.both.length,
      onlyBefore: joined.onlyBefore,
      onlyAfter: joined.onlyAfter,
      catalogs: [catalog, catalog],
    },
    opened: [opened, opened],
    bad: [...before.bad, ...after.bad],
    account: [...before.account, ...after.account],
  };
}

/** Two packs, and what the one in place of the other does to some people. */
export async function comparePacks(
  io: Io,
  opened: Pair<Opened>,
  paths: Pair<string>,
  people: string | undefined,
  settings: DiffSettings,
): Promise<Compared> {
  const [was, is] = [opened[0].catalog, opened[1].catalog];
  // Names are read by each side's labels; which rows are people, and what is wrong with them, by the new one's.
  const read: ReadPeople =
    people === undefined ? { people: new Map(), bad: [], account: [] } : await readPeople(io, is, people, settings.reading);
  const roles = { ...settings, rolesOf: (catalog: Catalog) => rolesOnBoth(catalog, settings, [was, is]) };
  const [before, after] = [makeStanding(was, roles), makeStanding(is, roles)];
  const changes = [...read.people.values()].map((row) =>
    compareStandings(row.person, before(declarationsOf(was, row)), after(declarationsOf(is, row))),
  );
  return {
    answer: {
      ...sortChanges(together(changes)),
      by: 'packs',
      before: paths[0],
      after: paths[1],
      data: compareCatalogs(was, is),
      both: read.people.size,
      onlyBefore: [],
      onlyAfter: [],
      catalogs: [was, is],
    },
    opened,
    bad: read.bad,
    account: read.account,
  };
}

/** A role that is named may be on one side only: it is looked up where it is, and compared where both have it. */
function rolesOnBoth(catalog: Catalog, settings: DiffSettings, [was, is]: Pair<Catalog>): readonly number[] {
  const named = settings.rolesOf(is);
  if (catalog === is) return named;
  const ids = new Set(named.map((role) => textAt(is.roleIds, role)));
  return Array.from({ length: was.index.roleCount }, (_, role) => role).filter((role) => ids.has(textAt(was.roleIds, role)));
}

/**
 * What two assessors say of the same people, both shown and nothing averaged: levels that both give and that differ, the greatest
 * difference first, then what one of them alone gives. A fit by an assessor takes the levels that it gives in place of those
 * that count; people of whom one of the two says nothing are compared with nobody.
 */
export async function compareAssessors(
  io: Io,
  opened: Opened,
  path: string,
  assessors: Pair<string>,
  settings: DiffSettings,
): Promise<Compared> {
  const { catalog } = opened;
  const read = await readPeople(io, catalog, path, settings.reading);
  const standingOf = makeStanding(catalog, settings);
  const only: Pair<string[]> = [[], []];
  const changes: StandingChanges[] = [];
  for (const row of read.people.values()) {
    const [left, right] = [levelsBy(catalog, row, assessors[0]), levelsBy(catalog, row, assessors[1])];
    if (left.size > 0 && right.size > 0) {
      const counting = declarationsOf(catalog, row);
      const by = (levels: ReadonlyMap<number, Level>): Standing => ({
        ...standingOf(withLevels(counting, levels)),
        levels: byId(catalog, levels),
      });
      changes.push(compareStandings(row.person, by(left), by(right)));
    } else if (left.size > 0) only[0].push(row.person);
    else if (right.size > 0) only[1].push(row.person);
  }
  return {
    answer: {
      ...sortChanges(together(changes), 'apart'),
      by: 'assessors',
      before: assessors[0],
      after: assessors[1],
      data: [],
      both: changes.length,
      onlyBefore: only[0].sort(compareText),
      onlyAfter: only[1].sort(compareText),
      catalogs: [catalog, catalog],
    },
    opened: [opened, opened],
    bad: read.bad,
    account: read.account,
  };
}

interface Joined {
  readonly both: readonly { readonly person: string; readonly sides: Pair<PersonRow> }[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

function joinPeople(before: ReadPeople['people'], after: ReadPeople['people']): Joined {
  const [[was] = [], [is] = []] = [[...before.values()], [...after.values()]];
  if (before.size === 1 && after.size === 1 && was !== undefined && is !== undefined)
    return {
      both: [{ person: is.profile.name ?? was.profile.name ?? is.person, sides: [was, is] }],
      onlyBefore: [],
      onlyAfter: [],
    };
  const only = (these: ReadPeople['people'], others: ReadPeople['people']): string[] =>
    [...these].flatMap(([key, row]) => (others.has(key) ? [] : [row.person])).sort(compareText);
  const both = [...before].flatMap(([key, row]) => {
    const other = after.get(key);
    return other === undefined ? [] : [{ person: row.person, sides: [row, other] as const }];
  });
  return { both, onlyBefore: only(before, after), onlyAfter: only(after, before) };
}

function declarationsOf(catalog: Catalog, { profile }: PersonRow): readonly Declaration[] {
  return resolveProfile(catalog, profile, () => []).declarations;
}

function levelsOf(declarations: readonly Declaration[]): Map<number, Level> {
  return new Map(declarations.map(({ skill, level }) => [skill, level]));
}

function withLevels(declarations: readonly Declaration[], levels: ReadonlyMap<number, Level>): Declaration[] {
  return [...declarations.filter(({ skill }) => !levels.has(skill)), ...[...levels].map(([skill, level]) => ({ skill, level }))];
}

function byId(catalog: Catalog, levels: Iterable<readonly [number, Level]>): Map<string, Level> {
  return new Map([...levels].map(([skill, level]) => [textAt(catalog.skillIds, skill), level]));
}

function makeStanding(catalog: Catalog, { rolesOf }: DiffSettings): (declarations: readonly Declaration[]) => Standing {
  const roles = rolesOf(catalog);
  const scorer = makeRoleScorer(catalog);
  return (declarations) => {
    const held = holdLevels(catalog.index, declarations);
    scorer.take(held);
    const fits = roles.map((role): [string, StandingFit] => {
      const { fit, verdict } = assessRole(catalog, role, held, scorer.credit);
      return [textAt(catalog.roleIds, role), { fit, verdict }];
    });
    return {
      levels: byId(catalog, levelsOf(declarations)),
      fits: new Map(fits),
    };
  };
}

function together(changes: readonly StandingChanges[]): StandingChanges {
  return { levels: changes.flatMap((one) => one.levels), fits: changes.flatMap((one) => one.fits) };
}
