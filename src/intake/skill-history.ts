import type { Catalog } from '../core/catalog/catalog-index.ts';
import { isCalendarDay } from '../core/model/calendar-day.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { DeclaredSkill, SkillProfile, SkillRating } from '../core/model/model.ts';
import { compareText } from '../core/model/text-order.ts';
import type { DatedLevel, SkillHistory } from '../core/score/progress.ts';
import { levelOfNamed, makeNameReader } from './names/read-name.ts';
import { isoDay, isSelf, pickCounting } from './ratings.ts';

/** What a profile says of its skills over time. */
export interface ProfileHistory {
  readonly skills: readonly SkillHistory[];
  /** By skill, the day of the level that counts now; skills whose level carries none are not in it. */
  readonly since: ReadonlyMap<number, string>;
  /** Days that no calendar has, or that are still to come. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What reads a person's own papers stands for the person. */
const ownReaders = ['document', 'scan'];

/**
 * The levels of a profile by the days that they carry. Up to the day of a level its `ratings` count, by the rule of
 * `pickCounting` over those of the time. A rating without a day is older than all that have one. A level without a day is as old
 * as that, too, unless own ratings before it have days: then it is newer than they are, and counts from today on.
 *
 * @param today year-month-day; what is dated later counts from today on
 */
export function readHistory(catalog: Catalog, profile: SkillProfile, today: string): ProfileHistory {
  const readName = makeNameReader(catalog);
  const own = profile.name === undefined ? ownReaders : [...ownReaders, profile.name.toLowerCase()];
  const diagnostics: Diagnostic[] = [];
  const since = new Map<number, string>();
  const skills = profile.skills.flatMap((declared): SkillHistory[] => {
    const dayOf = (written: string): string => checkedDay(written, today, declared.input, diagnostics);
    const ratings = (declared.ratings ?? []).map((one) => ({ ...one, on: dayOf(one.on) })).filter(({ on }) => on <= today);
    const said = dayOf(declared.on?.text ?? '');
    return readName(declared.input).skills.map((named) => {
      const { skill } = named;
      if (said !== '' && compareText(since.get(skill) ?? '', said) < 0) since.set(skill, said);
      return { skill, levels: datedLevels(ratings, { ...levelOfNamed(named, declared), on: said }, declared, own, today) };
    });
  });
  return { skills, since, diagnostics };
}

function datedLevels(
  ratings: readonly SkillRating[],
  now: DatedLevel,
  { assessedBy }: DeclaredSkill,
  own: readonly string[],
  today: string,
): DatedLevel[] {
  const isOwn = (by: string): boolean => isSelf(by, own);
  const former = isOwn(assessedBy ?? '') ? ratings.filter((one) => isOwn(one.assessedBy)) : ratings;
  const isNewer = now.on === '' && former.some((one) => one.on !== '' && one.level !== now.level);
  const from = isNewer || now.on > today ? today : now.on;
  const days = [...new Set(former.map((one) => one.on))].filter((on) => on < from).sort(compareText);
  const before = days.flatMap((on): DatedLevel[] => {
    const counting = pickCounting(
      former.filter((one) => one.on <= on),
      own,
    );
    return counting === undefined ? [] : [{ on, level: counting.level }];
  });
  return [...before, { ...now, on: from }];
}

/** A day as it is written, as year-month-day; the empty text where none is, or one that cannot be. */
function checkedDay(written: string, today: string, input: string, diagnostics: Diagnostic[]): string {
  if (written === '') return '';
  const day = isoDay(written);
  if (!isCalendarDay(day)) {
    diagnostics.push({ code: 'no-such-date', severity: 'warning', facts: { found: `${input}: ${written}` } });
    return '';
  }
  if (day > today) diagnostics.push({ code: 'future-date', facts: { found: `${input}: ${day}`, today } });
  return day;
}
