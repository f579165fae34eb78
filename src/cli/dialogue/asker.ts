import type { Level } from '../../core/model/scale.ts';
import type { Tone } from '../../report/report.ts';

/**
 * What comes back from a question. `back`: undo, or to the question before; `stop`: enough for now; `interrupt`: Ctrl-C or a
 * signal. `level` is only asked for by lists that say so.
 */
export type Reply<T> =
  | {
      readonly kind: 'answer';
      readonly value: T;
      /** What is known to nobody and kept all the same, where a list offers that. */
      readonly words?: readonly string[];
    }
  | { readonly kind: 'back' | 'stop' | 'interrupt' | 'skip' }
  | { readonly kind: 'level'; readonly value: T; readonly level: Level };

export interface Choice {
  readonly label: string;
  /** Beside the label, where there is room. */
  readonly hint: string;
}

export interface ListQuestion {
  readonly title: string;
  /** Lines between the title and the list. */
  readonly above: readonly string[];
  readonly choices: readonly Choice[];
  /** The numbers of the choices that a query finds, best first; the empty query gives all that are worth listing. */
  readonly find: (query: string) => readonly number[];
  /** Whether what a query finds first is likely what is meant. Where it is not, nothing is marked at first. */
  readonly isSure?: (query: string) => boolean;
  /** What is not found can be kept as it is typed. */
  readonly ownWords?: boolean;
  /** The choice that is marked at first, by its place in the list. */
  readonly start: number;
  /** The highest level that a digit sets on the marked choice; 0 where digits are only letters to search by. */
  readonly levels: number;
  /** What Esc does, in one word: back, stop. */
  readonly escape: string;
}

export interface FitLine {
  readonly title: string;
  /** Whole points: what is proven, what is likely, what could be. */
  readonly fit: number;
  readonly likely: number;
  readonly high: number;
  /** The verdict in a word. */
  readonly verdict: string;
  readonly tone: Tone;
}

export interface RateQuestion {
  readonly title: string;
  /** Why it is asked, and how many are left. */
  readonly why: string;
  readonly levels: readonly { readonly word: string; readonly anchor: string }[];
  /** The level that is marked at first. */
  readonly start: Level;
  /** The fits of the best roles if this level were the answer. */
  readonly fitsAt: (level: Level) => readonly FitLine[];
}

/** One finding to look over. */
export interface ReviewRow {
  readonly label: string;
  /** Where it is from, and what else helps to judge it. */
  readonly hint: string;
  /** The heading that it stands under; rows of one group stand together. */
  readonly group: string;
  /** The level at first; nothing where the finding does not count yet. */
  readonly level: Level | undefined;
  /** The level at which it counts when it is taken. */
  readonly taken: Level;
}

export interface ReviewQuestion {
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  /** The words of the levels, from 0 on. */
  readonly words: readonly string[];
  /** What Enter does, in a word or two: "writes skills.yaml". */
  readonly enter: string;
}

/** A few ways to go on, of which one is taken. */
export interface MenuQuestion {
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** A line of text to type. */
export interface LineQuestion {
  readonly title: string;
  /** What Enter alone answers. */
  readonly standard: string;
  /** What is wrong with an answer; nothing where it is right. */
  readonly problem: (text: string) => string | undefined;
}

/** Somebody to ask: a terminal with lists that move, or plain numbered questions. */
export interface Asker {
  readonly say: (line: string) => void;
  readonly menu: (question: MenuQuestion) => Promise<Reply<number>>;
  readonly line: (question: LineQuestion) => Promise<Reply<string>>;
  readonly choose: (question: ListQuestion) => Promise<Reply<number>>;
  /** Several of the choices, in the order in which they were picked. */
  readonly pick: (question: ListQuestion) => Promise<Reply<readonly number[]>>;
  readonly rate: (question: RateQuestion) => Promise<Reply<Level>>;
  /** The level of each row as the person leaves it; nothing for those that do not count. */
  readonly review: (question: ReviewQuestion) => Promise<Reply<readonly (Level | undefined)[]>>;
  readonly close: () => void;
}
