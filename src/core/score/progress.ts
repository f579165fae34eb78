import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import type { Level } from '../model/scale.ts';
import { compareText } from '../model/text-order.ts';
import type { Background } from './estimate.ts';
import { scoreFit } from './fit.ts';
import { type Declaration, holdLevels } from './held-levels.ts';
import { type JudgedFit, judgePerson } from './judge.ts';

/** A level and the day from which it counts, such as `2026-03-01`; the empty text: before every day that is written. */
export interface DatedLevel {
  readonly on: string;
  readonly level: Level;
  /** The skill was named without a level. */
  readonly assumed?: boolean | undefined;
}

/** What was said of one skill under one name, oldest first. A skill that goes by two names has two. */
export interface SkillHistory {
  readonly skill: number;
  readonly levels: readonly DatedLevel[];
}

/** A person's fit to one role on one day. */
export interface ProgressPoint {
  /** Empty: before the first day that is written. */
  readonly on: string;
  readonly fit: JudgedFit;
}

/** A level that changed, and by how many points it moved the fit to each role, in the order of the roles. */
export interface LevelMove {
  readonly skill: number;
  /** Nothing where the skill was said for the first time. */
  readonly from: Level | undefined;
  readonly to: Level;
  readonly on: string;
  readonly points: readonly number[];
}

export interface Progress {
  /** By role, in the order of the roles: its points, oldest first; the last one is today's. */
  readonly points: readonly (readonly ProgressPoint[])[];
  /** Oldest first; those of one day in the order of their skills. */
  readonly moves: readonly LevelMove[];
}

/**
 * What a person declares on a day, by the levels that count then: of each name the newest up to that day, of two names of one
 * skill the higher level.
 */
export function declarationsOn(histories: readonly SkillHistory[], day: string): Declaration[] {
  const said = new Map<number, DatedLevel[]>();
  for (const { skill, levels } of histories) {
    const counting = levels.findLast((one) => compareText(one.on, day) <= 0);
    if (counting !== undefined) said.set(skill, [...(said.get(skill) ?? []), counting]);
  }
  const declarations = [...said].map(([skill, levels]) => ({
    skill,
    level: Math.max(...levels.map((one) => one.level)),
    ...(levels.every((one) => one.assumed === true) ? { assumed: true } : {}),
  }));
  return declarations.sort((a, b) => a.skill - b.skill);
}

/**
 * How the fit to some roles moved over the days that a profile carries. It ends with today's fit. Where some levels carry no day
 * and others do, the first point is from before the first day.
 *
 * The points of the moves of one day add up to what the fit moved by on that day: each counts with the mean of what it adds when
 * the moves of the day are made in the order of their skills and in the reverse order.
 *
 * @param today no level may be of a later day
 * @param background of today: estimates of earlier days are made with it too
 */
export function traceProgress(
  catalog: Catalog,
  histories: readonly SkillHistory[],
  roles: readonly number[],
  today: string,
  background: Background,
): Progress {
  const days = pointDays(histories, today);
  const declared = days.map((day) => declarationsOn(histories, day));
  const judges = declared.map((one) => judgePerson(catalog, holdLevels(catalog.index, one), background));
  const points = roles.map((role) => judges.map((judge, i) => ({ on: days[i] ?? today, fit: judge.fitOf(role) })));
  const moves = days.flatMap((on, i) => {
    const before = declared[i - 1];
    return before === undefined ? [] : movesBetween(catalog.index, before, declared[i] ?? [], roles, on);
  });
  return { points, moves };
}

function pointDays(histories: readonly SkillHistory[], today: string): string[] {
  const written = new Set(histories.flatMap(({ levels }) => levels.map((one) => one.on)));
  const days = [...new Set([...written, today])].sort(compareText);
  return written.size === 1 && written.has('') ? [today] : days;
}

/** What changed from one declaration of a person to a later one, and the points that each change moved. */
function movesBetween(
  index: CatalogIndex,
  before: readonly Declaration[],
  after: readonly Declaration[],
  roles: readonly number[],
  on: string,
): LevelMove[] {
  const known = new Map(before.map((one) => [one.skill, one]));
  const changed = after.filter((one) => known.get(one.skill)?.level !== one.level);
  const forwards = pointsInTurn(index, known, changed, roles);
  const backwards = pointsInTurn(index, known, changed.toReversed(), roles).reverse();
  return changed.map(({ skill, level }, i) => ({
    skill,
    from: known.get(skill)?.level,
    to: level,
    on,
    points: roles.map((_, at) => ((forwards[i]?.[at] ?? 0) + (backwards[i]?.[at] ?? 0)) / 2),
  }));
}

/** What each change adds to the fit of each role when they are made one after another. */
function pointsInTurn(
  index: CatalogIndex,
  before: ReadonlyMap<number, Declaration>,
  changes: readonly Declaration[],
  roles: readonly number[],
): number[][] {
  const now = new Map(before);
  const fits = (): number[] => {
    const held = holdLevels(index, [...now.values()]);
    return roles.map((role) => scoreFit(index, role, held));
  };
  let last = fits();
  return changes.map((change) => {
    now.set(change.skill, change);
    const next = fits();
    const added = next.map((fit, at) => fit - (last[at] ?? 0));
    last = next;
    return added;
  });
}
