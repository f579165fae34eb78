import type { ImportedDocument, ImportedSpan, SkillClaim, TextPassage } from './imported.ts';
import { type JsonValue, listField, textField } from './json-value.ts';

/** Whether a parsed JSON value looks like a JSON Resume. */
export function isJsonResume(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'basics' in value || ('skills' in value && Array.isArray(value.skills) && 'work' in value);
}

/**
 * Reads a JSON Resume (jsonresume.org, schema 1.0.0). In the wild a skill's `name` is mostly a heading such as "Backend" and
 * its `keywords` are the skills; only a skill without keywords is taken by its name.
 */
export function readJsonResume(value: JsonValue): ImportedDocument {
  const name = textField(value, 'basics', 'name');
  return {
    name,
    work: listField(value, 'work').flatMap(spanOf),
    degrees: listField(value, 'education').flatMap((study) => {
      const text = textField(study, 'studyType');
      const area = textField(study, 'area');
      return text === undefined ? [] : [{ text, field: area }];
    }),
    claims: [...listField(value, 'skills').flatMap(claimsOf), ...listField(value, 'languages').flatMap(languageOf)],
    passages: passagesOf(value),
    diagnostics: [],
  };
}

function spanOf(job: JsonValue, i: number): ImportedSpan[] {
  const start = textField(job, 'startDate');
  const end = textField(job, 'endDate');
  return start === undefined ? [] : [{ start, ...(end === undefined ? {} : { end }), origin: `work[${i}]` }];
}

function claimsOf(skill: JsonValue, i: number): SkillClaim[] {
  const name = textField(skill, 'name');
  const levelText = textField(skill, 'level');
  const keywords = listField(skill, 'keywords').filter(
    (keyword): keyword is string => typeof keyword === 'string' && keyword.trim() !== '',
  );
  const heading = name === undefined ? '' : `, ${name}`;
  if (keywords.length > 0) return keywords.map((input) => ({ input: input.trim(), levelText, origin: `skills[${i}]${heading}` }));
  return name === undefined ? [] : [{ input: name, levelText, origin: `skills[${i}]` }];
}

function languageOf(spoken: JsonValue, i: number): SkillClaim[] {
  const input = textField(spoken, 'language');
  const levelText = textField(spoken, 'fluency');
  return input === undefined ? [] : [{ input, levelText, origin: `languages[${i}]` }];
}

const textKeys = ['summary', 'description', 'position'] as const;
const listKeys = ['highlights', 'courses', 'keywords'] as const;

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
        listField(item, key).forEach((text, j) => {
          if (typeof text === 'string') passages.push({ text, origin: `${part}[${i}].${key}[${j}]` });
        });
      }
    });
  }
  return passages;
}
