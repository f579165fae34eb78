import type { ImportedDocument, ImportedSpan, SkillClaim, TextPassage } from './imported.ts';
import { field, type JsonValue, listField, textField } from './json-value.ts';
import { readPersonDate } from './person-date.ts';

/** Whether a parsed JSON value looks like a JSON Resume. */
export function isJsonResume(value: unknown): boolean {
  return (
    field(value, 'basics') !== undefined ||
    (field(value, 'work') !== undefined && (field(value, 'skills') !== undefined || field(value, 'education') !== undefined))
  );
}

/**
 * Reads a JSON Resume (jsonresume.org, schema 1.0.0) as people write it: a skill's `name` is as often a heading ("Backend") as a
 * skill ("PHP"), so both it and its `keywords` are looked up; lists of skills stand under other keys as well.
 */
export function readJsonResume(value: JsonValue): ImportedDocument {
  const name = textField(value, 'basics', 'name');
  return {
    name,
    work: itemsOf(field(value, 'work')).flatMap(spanOf),
    degrees: itemsOf(field(value, 'education')).flatMap((study) => {
      const text = textField(study, 'studyType') ?? textField(study, 'degree');
      const area = textField(study, 'area');
      return text === undefined ? (area === undefined ? [] : [{ text: area }]) : [{ text, field: area }];
    }),
    claims: [
      ...itemsOf(field(value, 'skills')).flatMap((skill, i) => claimsOf(skill, `skills[${i}]`)),
      ...namedLists(field(value, 'skills')),
      ...['work', 'projects', 'volunteer'].flatMap((part) =>
        itemsOf(field(value, part)).flatMap((item, i) =>
          techniqueKeys.flatMap((key) => wordsIn(field(item, key)).map((input) => ({ input, origin: `${part}[${i}].${key}` }))),
        ),
      ),
      ...itemsOf(field(value, 'languages')).flatMap(languageOf),
    ],
    passages: passagesOf(value),
    diagnostics: [],
  };
}

/** The entries of a list; a lone entry is a list of one. An object of lists is read by `namedLists`. */
function itemsOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' || textField(value, 'name') !== undefined ? [value] : [];
}

/** Keys under which jobs and projects list what they used. */
const techniqueKeys = ['technologies', 'technology', 'stack', 'techStack', 'tech', 'tools', 'skills', 'keywords'] as const;

function spanOf(job: JsonValue, i: number): ImportedSpan[] {
  const written = textField(job, 'startDate') ?? textField(job, 'start');
  if (written === undefined) return [];
  const until = textField(job, 'endDate') ?? textField(job, 'end');
  const end = until === undefined ? 'now' : (readPersonDate(until) ?? until);
  const start = readPersonDate(written) ?? written;
  return [{ start, ...(end === 'now' ? {} : { end }), origin: `work[${i}]` }];
}

/** The words of a list, or of a text that is one: "Java, SQL; Git". Brackets keep what stands in them together. */
function wordsIn(value: JsonValue): string[] {
  const texts = typeof value === 'string' ? value.split(/[,;|•\n](?![^()]{0,200}\))/u) : Array.isArray(value) ? value : [];
  return texts.flatMap((text) => {
    const word = typeof text === 'string' ? text.trim() : (textField(text, 'name') ?? '');
    return word === '' ? [] : [word];
  });
}

function claimsOf(skill: JsonValue, origin: string): SkillClaim[] {
  if (typeof skill === 'string') return wordsIn(skill).map((input) => ({ input, origin }));
  const name = textField(skill, 'name') ?? textField(skill, 'skill') ?? textField(skill, 'category');
  const levelText = textField(skill, 'level') ?? textField(skill, 'rating') ?? textField(skill, 'proficiency');
  const heading = name === undefined ? '' : `, ${name}`;
  const words = ['keywords', 'skills', 'items'].flatMap((key) => wordsIn(field(skill, key)));
  const keywords = words.map((input) => ({ input, levelText, origin: `${origin}${heading}` }));
  if (name === undefined) return keywords;
  return [{ input: name, levelText, origin, ...(words.length > 0 ? { isHeading: true } : {}) }, ...keywords];
}

/** Skills as an object: each key is a heading over a list, or a skill with its level. */
function namedLists(value: JsonValue): SkillClaim[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || textField(value, 'name') !== undefined) return [];
  return Object.entries(value).flatMap(([key, inside]): SkillClaim[] => {
    const origin = `skills.${key}`;
    if (Array.isArray(inside))
      return [{ input: key, origin, isHeading: true }, ...inside.flatMap((one) => claimsOf(one, origin))];
    if (typeof inside === 'number') return [{ input: key, levelText: String(inside), origin }];
    if (typeof inside === 'string') {
      const words = wordsIn(inside);
      return words.length > 1
        ? [{ input: key, origin, isHeading: true }, ...words.map((input) => ({ input, origin }))]
        : [
            { input: key, levelText: inside, isHeading: true, origin },
            { input: inside, origin, isHeading: true },
          ];
    }
    return claimsOf({ ...(typeof inside === 'object' ? inside : {}), name: key }, origin);
  });
}

function languageOf(spoken: JsonValue, i: number): SkillClaim[] {
  const origin = `languages[${i}]`;
  if (typeof spoken === 'string') return [{ input: spoken, origin }];
  const input = textField(spoken, 'language') ?? textField(spoken, 'name');
  const levelText = textField(spoken, 'fluency') ?? textField(spoken, 'level');
  return input === undefined ? [] : [{ input, levelText, origin }];
}

const textKeys = ['summary', 'description', 'position'] as const;
const listKeys = ['highlights', 'courses'] as const;

/** The running text of a résumé: summaries, highlights, courses and projects. */
function passagesOf(value: JsonValue): TextPassage[] {
  const passages: TextPassage[] = [];
  const summary = textField(value, 'basics', 'summary');
  if (summary !== undefined) passages.push({ text: summary, origin: 'basics.summary' });
  for (const part of ['work', 'projects', 'volunteer', 'education', 'certificates'] as const) {
    listField(value, part).forEach((item, i) => {
      for (const key of textKeys) {
        const text = textField(item, key);
        if (text !== undefined) passages.push({ text, origin: `${part}[${i}].${key}` });
      }
      for (const key of listKeys) {
        const inside = field(item, key);
        const texts = typeof inside === 'string' ? [inside] : listField(item, key);
        texts.forEach((text, j) => {
          if (typeof text === 'string') passages.push({ text, origin: `${part}[${i}].${key}[${j}]` });
        });
      }
    });
  }
  return passages;
}
