import { type Catalog, type CatalogIndex, notGeneral, skillNumberOf } from '../catalog/catalog-index.ts';
import { normaliseLabel } from '../model/label.ts';
import type { LikelyScale, Scale } from '../model/scale.ts';
import type { HeldLevels } from './held-levels.ts';

/** What is known of a person beside levels; everything may be missing. */
export interface Background {
  /** Years of such work. */
  readonly years?: number | undefined;
  /** The current job, in whatever words. */
  readonly job?: string | undefined;
}

/** Why a level is estimated, facts only. */
export type EstimateReason =
  /** It comes with another skill that is declared, at this level. */
  | { readonly kind: 'usually'; readonly skill: number; readonly level: number }
  /** It grows with every year of such work. */
  | { readonly kind: 'general'; readonly years: number }
  /** The words of the current job say it. */
  | { readonly kind: 'role'; readonly job: string };

/** The levels that a person like this usually holds in what is not said. */
export interface Estimate {
  /** 0 to the highest level, in fractions; never below what is held, and the held level itself where the skill is said. */
  readonly levelOf: (skill: number) => number;
  /** Why the estimate lies above what is held; `capped` where the years hold it below what its source says. */
  readonly reasonOf: (skill: number) => { readonly reason: EstimateReason; readonly capped: boolean } | undefined;
  /** The years that the estimate counts with: said, or read from the current job, or assumed. */
  readonly years: number;
  readonly yearsFrom: 'said' | 'job' | 'assumed';
  /** How many skills the person named. */
  readonly declared: number;
}

/** Estimates one person after another; an `Estimate` holds until the next one is made. */
export type Estimator = (held: HeldLevels, background: Background) => Estimate;

/** The level that is usual after `years` of such work: a line through the scale's points, level beyond its ends. */
export function usualLevel({ usualLevels }: LikelyScale, years: number): number {
  const after = usualLevels.findIndex((point) => point.years >= years);
  if (after === 0) return usualLevels[0]?.level ?? 0;
  if (after < 0) return usualLevels.at(-1)?.level ?? 0;
  const [from, to] = usualLevels.slice(after - 1, after + 1) as [
    { years: number; level: number },
    { years: number; level: number },
  ];
  return from.level + ((to.level - from.level) * (years - from.years)) / (to.years - from.years);
}

/** The years after which a level is usual: the inverse of `usualLevel`; 0 for what is usual from the start. */
function usualYears({ usualLevels }: LikelyScale, level: number): number {
  const after = usualLevels.findIndex((point) => point.level >= level);
  const [from, to] = [usualLevels[after - 1], usualLevels[after]];
  if (to === undefined) return Infinity;
  if (from === undefined) return to.years;
  return from.years + ((to.years - from.years) * (level - from.level)) / (to.level - from.level);
}

/** What the words of a job say: its grade as an index into the scale's seniorities, -1 for none, and what it brings. */
export interface JobWords {
  readonly grade: number;
  readonly skills: readonly { readonly skill: string; readonly offset: number }[];
}

/** Reads the words of a current job by the scale's table; the highest grade counts, except that `junior` and the like win. */
export function readJob(scale: Scale, job: string): JobWords {
  const text = ` ${normaliseLabel(job).replace(/[^\p{L}\p{N}+#]+/gu, ' ')} `;
  const matching = scale.likely.titles.filter(({ words }) => words.some((word) => text.includes(` ${normaliseLabel(word)} `)));
  const grades = matching.flatMap(({ grade }) => (grade === undefined ? [] : [scale.seniorities.indexOf(grade)]));
  const grade = grades.includes(0) ? 0 : Math.max(-1, ...grades);
  return { grade, skills: matching.flatMap(({ skills }) => skills) };
}

/**
 * The estimate for one person after another. A skill that is not said is estimated at the greatest of: what is held; what
 * comes with a declared skill along `implies` and `usually` edges, each `usually` costing `usuallyCost` beyond its offset;
 * what the words of the current job bring; for a general skill the level that is usual after the years. All of it is held
 * below that usual level. Years and job count only beside a technical skill: a general one alone shows no such work.
 */
export function makeEstimator(catalog: Catalog): Estimator {
  const { index, scale } = catalog;
  const { likely } = scale;
  const sources = makeSources(index);
  const general = generalSkills(index);
  return (held, background) => {
    const best = highestTechnical(index, held);
    const { years, from, words } = yearsOf(scale, background, best);
    const usual = usualLevel(likely, years);
    sources.clear();
    let declared = 0;
    for (const skill of held.touched) {
      if (held.impliedBy[skill] !== -1 && held.declared[skill] === 0 && held.said[skill] === 0) continue;
      declared++;
      sources.raise(skill, held.level[skill] as number, -1 - skill);
    }
    if (best > 0) {
      for (const skill of general) sources.raise(skill, usual + (index.skillGeneral[skill] as number), generalSource);
      for (const { skill, offset } of words.skills) {
        const number = skillNumberOf(catalog, skill);
        if (number >= 0) sources.raise(number, usual + offset, jobSource);
      }
    }
    sources.spread(held, likely.usuallyCost, usual);
    const levelOf = (skill: number): number => {
      const own = held.level[skill] as number;
      return held.said[skill] === 1 ? own : Math.max(own, Math.min(usual, sources.levelOf(skill)));
    };
    return {
      years,
      yearsFrom: from,
      declared,
      levelOf,
      reasonOf: (skill) => {
        const source = sources.sourceOf(skill);
        if (levelOf(skill) <= (held.level[skill] as number) || source === 0) return undefined;
        const capped = sources.levelOf(skill) > usual;
        if (source === generalSource) return { capped, reason: { kind: 'general', years } };
        if (source === jobSource) return { capped, reason: { kind: 'role', job: background.job ?? '' } };
        const skillBehind = -1 - source;
        return { capped, reason: { kind: 'usually', skill: skillBehind, level: held.level[skillBehind] as number } };
      },
    };
  };
}

/** What an estimate may come from: a declared skill s is `-1 - s`, 0 is nothing. */
const generalSource = 1;
const jobSource = 2;

/** Where neither years nor a job say them: those assumed, but no more than usually lie behind the best technical level. */
function yearsOf(
  scale: Scale,
  { years, job }: Background,
  best: number,
): { years: number; from: Estimate['yearsFrom']; words: JobWords } {
  const words: JobWords = job === undefined ? { grade: -1, skills: [] } : readJob(scale, job);
  if (years !== undefined) return { years, from: 'said', words };
  const { gradeYears, unknownYears } = scale.likely;
  if (words.grade < 0 && words.skills.length === 0)
    return { years: Math.min(unknownYears, usualYears(scale.likely, best)), from: 'assumed', words };
  const grade = scale.seniorities[words.grade] ?? 'mid';
  return { years: gradeYears[grade] ?? unknownYears, from: 'job', words };
}

function generalSkills(index: CatalogIndex): number[] {
  const skills: number[] = [];
  for (let skill = 0; skill < index.skillCount; skill++) if (index.skillGeneral[skill] !== notGeneral) skills.push(skill);
  return skills;
}

/** The highest level held in what is not general; 0 for none. */
function highestTechnical(index: CatalogIndex, held: HeldLevels): number {
  let best = 0;
  for (const skill of held.touched)
    if (index.skillGeneral[skill] === notGeneral) best = Math.max(best, held.level[skill] as number);
  return best;
}

/** For each skill the greatest level that any source gives it, and which source that is; cleared in time of what was raised. */
function makeSources(index: CatalogIndex) {
  const level = new Float64Array(index.skillCount);
  const source = new Int32Array(index.skillCount);
  const touched: number[] = [];
  const raise = (skill: number, to: number, from: number): boolean => {
    if (to <= 0 || to <= (level[skill] as number)) return false;
    if (level[skill] === 0) touched.push(skill);
    level[skill] = to;
    source[skill] = from;
    return true;
  };
  const edges = [
    { start: index.impliesStart, other: index.impliesSkill, offset: index.impliesOffset, costs: 0 },
    { start: index.usuallyStart, other: index.usuallySkill, offset: index.usuallyOffset, costs: 1 },
  ];
  return {
    raise,
    levelOf: (skill: number): number => level[skill] as number,
    sourceOf: (skill: number): number => source[skill] as number,
    clear: (): void => {
      for (const skill of touched) {
        level[skill] = 0;
        source[skill] = 0;
      }
      touched.length = 0;
    },
    /** Follows the edges to what is not said, from level 1 up, until nothing rises any more; an estimate counts up to `usual`. */
    spread: (held: HeldLevels, usuallyCost: number, usual: number): void => {
      const queue = [...touched].sort((a, b) => a - b);
      for (let next = 0; next < queue.length; next++) {
        const skill = queue[next] as number;
        const found = level[skill] as number;
        const from = held.said[skill] === 1 ? found : Math.min(usual, found);
        if (from < 1) continue;
        for (const { start, other, offset, costs } of edges) {
          const end = start[skill + 1] as number;
          for (let edge = start[skill] as number; edge < end; edge++) {
            const target = other[edge] as number;
            if (held.said[target] === 1) continue;
            const to = from + (offset[edge] as number) - costs * usuallyCost;
            if (raise(target, to, source[skill] as number)) queue.push(target);
          }
        }
      }
    },
  };
}
