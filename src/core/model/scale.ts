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
  /** Lowest first. */
  readonly seniorities: readonly string[];
  /** Lowest first. */
  readonly education: readonly { readonly id: string; readonly name: string }[];
}

/** The weight of an importance: the word's weight, or the number itself. */
export function weightOf(importance: Importance, scale: Scale): number {
  return typeof importance === 'number' ? importance : scale.importances[importance];
}
