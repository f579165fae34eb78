/** How far a skill is mastered: 0 (none) to the highest level that the scale declares. */
export type Level = number;

/** How much a requirement matters: one of the three words, or a number from 1 to 5 from an imported taxonomy. */
export const importanceWords = ['essential', 'important', 'helpful'] as const;
export type ImportanceWord = (typeof importanceWords)[number];
export type Importance = ImportanceWord | number;

/** What a fit means for the person, best first. */
export const verdicts = ['ready', 'near', 'stretch', 'far'] as const;
export type Verdict = (typeof verdicts)[number];

/** How costly a skill is to learn, least first. */
export const efforts = ['tiny', 'small', 'medium', 'large', 'huge'] as const;
export type Effort = (typeof efforts)[number];

export interface LevelAnchor {
  readonly level: Level;
  readonly word: string;
  /** Other words that people write for it. */
  readonly alsoSaid: readonly string[];
  /** What a person at this level does, in one sentence. */
  readonly anchor: string;
}

/** Hours of the steps to level 1, 2, 3 … */
export interface EffortHours {
  readonly low: readonly number[];
  readonly typical: readonly number[];
  readonly high: readonly number[];
}

/** A verdict is earned when the fit and the mean credit of the essential requirements both reach its marks. */
export interface VerdictThreshold {
  readonly verdict: Verdict;
  /** 0 to 100 */
  readonly fit: number;
  /** mean credit of the essentials, 0 to 1 */
  readonly essentials: number;
}

/** Words of a current job: what stands behind them. */
export interface TitleWords {
  /** Any of these, as whole words, whatever the case: `back-end`, `site reliability`. */
  readonly words: readonly string[];
  /** The grade that they say, one of the scale's seniorities. */
  readonly grade?: string | undefined;
  /** What such a job usually brings: the level that is usual after the years of work, and so much below it. */
  readonly skills: readonly { readonly skill: string; readonly offset: number }[];
}

/** The constants of the likely fit. How they were chosen: `docs/likely.md`. */
export interface LikelyScale {
  /** The level that is usual after so many years of such work: points of a line, years ascending. No estimate lies above it. */
  readonly usualLevels: readonly { readonly years: number; readonly level: number }[];
  /** The years behind a grade where a title says it and nobody says years; the last resort is the grade `mid`. */
  readonly gradeYears: Readonly<Record<string, number>>;
  /** Years assumed where neither years nor a current job are said; fewer where no technical level speaks for so many. */
  readonly unknownYears: number;
  /** What one `usually` edge costs beyond its offset, in levels: the estimate is less sure with each. */
  readonly usuallyCost: number;
  /** How far an estimate counts: so much always, and so much more by the share of the role's stack that is held. */
  readonly certainty: { readonly least: number; readonly stack: number };
  /** The mean likely credit of the essentials, 0 to 100, that a verdict asks at the lowest grade, and what each grade adds. */
  readonly verdicts: readonly { readonly verdict: Verdict; readonly mark: number; readonly perGrade: number }[];
  /** The mean credit of the essentials counts for at most so many points more than the whole likely fit. */
  readonly mostAboveScore: number;
  /** With a smaller share of a role's weight said or estimated, the likely verdict is unknown. 0 to 1. */
  readonly leastKnown: number;
  /** With fewer skills named, the likely verdict is unknown. */
  readonly leastDeclared: number;
  readonly titles: readonly TitleWords[];
}

/** The values behind levels, importances, verdicts and hours. They are data: `data/scale.yaml`. */
export interface Scale {
  /** Index = level. */
  readonly levels: readonly LevelAnchor[];
  /** Words that say that a skill is held, and not how well: yes, x. */
  readonly heldWords: readonly string[];
  /** Words that say nothing about a skill: n/a. */
  readonly unsaidWords: readonly string[];
  /** The level that a bare skill name stands for. */
  readonly assumedLevel: Level;
  readonly importances: Readonly<Record<ImportanceWord, number>>;
  /** From this weight on, a requirement counts as essential. */
  readonly essentialFrom: number;
  /** Best first; `far` is what is left and stands last with marks of 0. */
  readonly verdicts: readonly VerdictThreshold[];
  readonly efforts: Readonly<Record<Effort, EffortHours>>;
  readonly likely: LikelyScale;
  /** Hours of a week in a job that teach something: what is learned on the job is laid on these. */
  readonly workHoursPerWeek: number;
  /** Lowest first. */
  readonly seniorities: readonly string[];
  /** Lowest first. */
  readonly education: readonly { readonly id: string; readonly name: string }[];
}

/** The weight of an importance: the word's weight, or the number itself. */
export function weightOf(importance: Importance, scale: Scale): number {
  return typeof importance === 'number' ? importance : scale.importances[importance];
}
