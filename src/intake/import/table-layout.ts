import { normaliseLabel } from '../../core/model/label.ts';
import { firstDuplicate } from '../../documents/csv.ts';

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

const personNames = ['person', 'id', 'name', 'full name', 'employee', 'employee name', 'email', 'e-mail', 'mitarbeiter'];
const skillNames = [
  'skill',
  'skills',
  'skill name',
  'technology',
  'competence',
  'competency',
  'kenntnis',
  'fähigkeit',
  'compétence',
];
const levelNames = ['level', 'skill level', 'proficiency', 'rating', 'stufe', 'niveau', 'nivel'];
const yearsNames = ['years', 'years of experience', 'experience (years)', 'yrs', 'jahre', 'total years'];
/** What tables of people hold besides skills. */
const otherNames = [
  ...['department', 'team', 'role', 'job title', 'location', 'office', 'manager', 'date', 'updated', 'last updated', 'timestamp'],
  ...['notes', 'comment', 'comments', 'evidence', 'abteilung', 'standort'],
];

const isOneOf = (names: readonly string[]): ((label: string) => boolean) => {
  const known = new Set(names.map(normaliseLabel));
  return (label) => known.has(normaliseLabel(label));
};
const isPerson = isOneOf(personNames);
const isSkill = isOneOf(skillNames);
const isPlainLevel = isOneOf(levelNames);
/** "Self rating (1-5)", "My level": a person's own word; of several columns of levels the first counts. */
const isLevel = (label: string): boolean =>
  isPlainLevel(
    label.replace(/\s*[([][^()[\]]{0,40}[)\]]\s*$/, '').replace(/^(?:self|own|my|current|manager|peer)[ -]?(?:assessed )?/i, ''),
  );
const isYears = isOneOf(yearsNames);
const isOther = isOneOf(otherNames);

/** "Java (years)", "Java years", "Java - yrs", "Years of Java": the skill whose years a column counts. */
const yearsOf =
  /^(?:years (?:of |in |with )(?<after>.{1,80})|(?<before>.{1,80}?)[\s_-]*[([]?(?<![\p{L}\d])(?:years?|yrs|jahre)(?: of experience)?[)\]]?)$/iu;

/** Reads a table's header. */
export function layOutTable(header: readonly string[]): TableLayout | { readonly problem: string } {
  const width = header.length;
  const normal = header.map(normaliseLabel);
  const twice = firstDuplicate(normal);
  if (twice !== undefined) return { problem: `two columns are called "${twice}"` };
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
  if (person < 0) return { problem: 'no column names the person or the skill; call one of them "person" or "skill"' };
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
