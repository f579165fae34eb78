import type { SkillKind } from '../core/model/model.ts';
import type { Importance, Level } from '../core/model/scale.ts';

/** One skill of a standard, under the standard's own key. */
export interface TaxonomySkill {
  /** The standard's key: a URI, an element id, or the name itself. Unique. */
  readonly key: string;
  readonly name: string;
  readonly altLabels: readonly string[];
  readonly summary?: string | undefined;
  readonly kind: SkillKind;
  /** Put behind the name in brackets where another skill has the same name. */
  readonly qualifier: string;
  readonly identifiers: Readonly<Record<string, string>>;
  /** Keys of the groups above it in the standard's hierarchy, however far up. */
  readonly groups: readonly string[];
}

export interface TaxonomyRequirement {
  /** Keys of skills; several are alternatives, of which one is asked. */
  readonly skills: readonly string[];
  /** The name of a group of alternatives. */
  readonly name?: string;
  readonly level: Level;
  readonly importance: Importance;
}

export interface TaxonomyRole {
  readonly key: string;
  readonly title: string;
  readonly altTitles: readonly string[];
  readonly summary?: string | undefined;
  readonly seniority?: string | undefined;
  readonly identifiers: Readonly<Record<string, string>>;
  /** The standard's group of occupations, a short code: transfers count in it, and a file is named after it. */
  readonly group: string;
  /** How demanding the occupation is, on ISCO's four skill levels (1 to 4). */
  readonly skillLevel: number;
  readonly requirements: readonly TaxonomyRequirement[];
  /** Keys of occupations that the standard says are near, and how it calls that. */
  readonly leadsTo?: readonly { readonly key: string; readonly because: string }[];
}

/** Something in a download that a pack cannot hold as it is, and what was done about it. */
export interface Adjustment {
  readonly what: string;
  readonly count: number;
  /** A few of them. */
  readonly examples: readonly string[];
}

export interface Taxonomy {
  readonly name: string;
  /** The release; `unknown` where neither the download nor the user says it. */
  readonly version: string;
  readonly licence: string;
  readonly attribution: string;
  /** Begins the names of role files, before the group's code. */
  readonly groupPrefix: string;
  readonly skills: readonly TaxonomySkill[];
  readonly roles: readonly TaxonomyRole[];
  readonly adjusted: readonly Adjustment[];
}

/** The version of a pack whose release nobody named. */
export const unknownRelease = 'unknown';

const examplesShown = 3;

/** Collects adjustments in the order in which they are first met. */
export class AdjustmentLog {
  readonly #cases = new Map<string, { count: number; examples: string[] }>();

  add(what: string, example: string, count = 1): void {
    const known = this.#cases.get(what) ?? { count: 0, examples: [] };
    known.count += count;
    if (known.examples.length < examplesShown) known.examples.push(example);
    this.#cases.set(what, known);
  }

  list(): Adjustment[] {
    return [...this.#cases].map(([what, { count, examples }]) => ({ what, count, examples }));
  }
}

const maxLabelLength = 300;
const maxTextLength = 4000;

/** A label on one line: white space of every sort folded, characters that cannot be seen left away. */
export function cleanLabel(text: string): string {
  return [...foldText(text)].slice(0, maxLabelLength).join('').trim();
}

/** A description as one paragraph; nothing when there is none. */
export function cleanText(text: string): string | undefined {
  const folded = [...foldText(text)].slice(0, maxTextLength).join('').trim();
  return folded === '' ? undefined : folded;
}

function foldText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .trim();
}
