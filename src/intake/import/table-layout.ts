import { normaliseLabel } from '../../core/model/label.ts';
import { firstDuplicate } from '../../documents/csv.ts';
import { type ColumnKind, readHeaderWord } from '../people/header-words.ts';

/** Which column of a table holds what, counted from 0; -1 where it has no such column. */
export type TableLayout =
  | {
      readonly kind: 'long';
      readonly width: number;
      readonly person: number;
      readonly skill: number;
      readonly level: number;
      readonly years: number;
    }
  | {
      readonly kind: 'wide';
      readonly width: number;
      readonly person: number;
      readonly skills: readonly { readonly label: string; readonly at: number }[];
      /** By the skill's label in its normal form. */
      readonly years: ReadonlyMap<string, number>;
      readonly allYears: number;
    };

export interface TableProblem {
  readonly problem: string;
  /** `unknown`: no cell is a header's word; the header may stand below. */
  readonly kind: 'unknown' | 'twice';
}

const isKind =
  (...kinds: readonly ColumnKind[]): ((label: string) => boolean) =>
  (label) => {
    const word = readHeaderWord(label);
    return word !== undefined && kinds.includes(word.kind);
  };
const isPerson = isKind('id', 'email', 'person', 'first-name', 'last-name');
const isSkill = isKind('skill');
const isLevel = isKind('level');
const isYears = isKind('years');
const isOther = isKind('other', 'date', 'assessor');

/** "Java (years)", "Java years", "Java - yrs", "Years of Java": the skill whose years a column counts. */
const yearsOf =
  /^(?:years (?:of |in |with )(?<after>.{1,80})|(?<before>.{1,80}?)[\s_-]*[([]?(?<![\p{L}\d])(?:years?|yrs|jahre)(?: of experience)?[)\]]?)$/iu;

/** Reads a table's header. */
export function layOutTable(header: readonly string[]): TableLayout | TableProblem {
  const width = header.length;
  const normal = header.map(normaliseLabel);
  const twice = firstDuplicate(normal);
  if (twice !== undefined) return { problem: `two columns are called "${twice}"`, kind: 'twice' };
  const person = header.findIndex(isPerson);
  const level = header.findIndex(isLevel);
  const years = header.findIndex(isYears);
  const skill = header.findIndex(isSkill);
  if (skill >= 0) return { kind: 'long', width, person, skill, level, years };
  const isOwnList =
    normal[person] === 'name' &&
    level >= 0 &&
    header.every((cell) => cell === '' || isLevel(cell) || isYears(cell) || isOther(cell) || normaliseLabel(cell) === 'name');
  if (isOwnList) return { kind: 'long', width, person: -1, skill: person, level, years };
  if (person < 0)
    return { problem: 'no column names the person or the skill; call one of them "person" or "skill"', kind: 'unknown' };
  const skills: { label: string; at: number }[] = [];
  const counted: { label: string; at: number }[] = [];
  for (const [at, label] of header.entries()) {
    if (label === '' || isPerson(label) || isOther(label) || isYears(label)) continue;
    const of = yearsOf.exec(label)?.groups;
    if (of === undefined) skills.push({ label, at });
    else counted.push({ label: (of['after'] ?? of['before'] ?? '').trim(), at });
  }
  const levelled = new Set(skills.map(({ label }) => normaliseLabel(label)));
  // Years without a column for the level still tell that the skill was used.
  for (const { label } of counted) if (!levelled.has(normaliseLabel(label))) skills.push({ label, at: -1 });
  return {
    kind: 'wide',
    width,
    person,
    skills,
    years: new Map(counted.map(({ label, at }) => [normaliseLabel(label), at])),
    allYears: years,
  };
}
