import type { Level, Verdict } from '../model/scale.ts';
import { compareText } from '../model/text-order.ts';

/** A fit on one side of a comparison. */
export interface StandingFit {
  /** 0 to 100 */
  readonly fit: number;
  readonly verdict: Verdict;
}

/** Where one person stands: levels by the ids of skills, fits by the ids of roles. */
export interface Standing {
  readonly levels: ReadonlyMap<string, Level>;
  readonly fits: ReadonlyMap<string, StandingFit>;
}

/** A level that differs; nothing where one side does not say the skill. */
export interface LevelChange {
  readonly person: string;
  readonly skill: string;
  readonly from: Level | undefined;
  readonly to: Level | undefined;
}

/** A fit that differs. */
export interface FitChange {
  readonly person: string;
  readonly role: string;
  readonly from: StandingFit;
  readonly to: StandingFit;
}

export interface StandingChanges {
  readonly levels: readonly LevelChange[];
  readonly fits: readonly FitChange[];
}

/** Differences of fits below this come from adding up in another order. */
const tolerance = 1e-9;

/** What differs between two standings of one person. Roles that one side does not know are left out. */
export function compareStandings(person: string, before: Standing, after: Standing): StandingChanges {
  const skills = new Set([...before.levels.keys(), ...after.levels.keys()]);
  const levels = [...skills]
    .map((skill) => ({ person, skill, from: before.levels.get(skill), to: after.levels.get(skill) }))
    .filter(({ from, to }) => from !== to);
  const fits = [...before.fits].flatMap(([role, from]): FitChange[] => {
    const to = after.fits.get(role);
    if (to === undefined || (Math.abs(to.fit - from.fit) < tolerance && to.verdict === from.verdict)) return [];
    return [{ person, role, from, to }];
  });
  return { levels, fits };
}

/**
 * Changes of many people, the greatest first, equals by person and id.
 *
 * @param unsaid what a skill counts as that one side does not say: `none` is level 0; `apart` puts it behind all that both say
 */
export function sortChanges({ levels, fits }: StandingChanges, unsaid: 'none' | 'apart' = 'none'): StandingChanges {
  const size = ({ from, to }: LevelChange): number =>
    unsaid === 'apart' && (from === undefined || to === undefined) ? -1 : Math.abs((to ?? 0) - (from ?? 0));
  const points = ({ from, to }: FitChange): number => Math.abs(to.fit - from.fit);
  return {
    levels: levels.toSorted((a, b) => size(b) - size(a) || compareText(a.person, b.person) || compareText(a.skill, b.skill)),
    fits: fits.toSorted((a, b) => points(b) - points(a) || compareText(a.person, b.person) || compareText(a.role, b.role)),
  };
}
