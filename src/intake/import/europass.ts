import { htmlToText, MarkupRefusal } from '../../documents/markup-text.ts';
import type { ImportedDocument, ImportedSpan, SkillClaim, TextPassage } from './imported.ts';
import { field, type JsonValue, listField, textField } from './json-value.ts';
import { passagesOf, tidyLine } from './tidy-text.ts';

/** Whether a parsed JSON value is a Europass skills passport. */
export function isEuropass(value: JsonValue): boolean {
  return field(value, 'SkillsPassport') !== undefined;
}

/** Reads a Europass CV in its JSON form (`SkillsPassport`, schema 3). */
export function readEuropass(value: JsonValue): ImportedDocument {
  const learner = field(value, 'SkillsPassport', 'LearnerInfo');
  const first = textField(learner, 'Identification', 'PersonName', 'FirstName');
  const last = textField(learner, 'Identification', 'PersonName', 'Surname');
  const name = [first, last].filter((part) => part !== undefined).join(' ');
  const skills = field(learner, 'Skills');
  return {
    name: name || undefined,
    work: listField(learner, 'WorkExperience').flatMap(spanOf),
    degrees: listField(learner, 'Education').flatMap((study) => {
      const text = textField(study, 'Title') ?? textField(study, 'Level', 'Label');
      const area = textField(study, 'Field', 'Label');
      return text === undefined ? [] : [{ text, field: area }];
    }),
    claims: languagesOf(skills),
    passages: proseOf(learner, skills),
    diagnostics: [],
  };
}

/** A job without an end and without a word that it goes on is taken as one that does, as everywhere. */
function spanOf(job: JsonValue, i: number): ImportedSpan[] {
  const start = dateOf(field(job, 'Period', 'From'));
  const end = field(job, 'Period', 'Current') === true ? undefined : dateOf(field(job, 'Period', 'To'));
  return start === undefined ? [] : [{ start, ...(end === undefined ? {} : { end }), origin: `WorkExperience[${i}]` }];
}

/** `{ Year: 2019, Month: 4 }`; months may be written `--04`, as XML schema has them. */
function dateOf(value: JsonValue): string | undefined {
  const year = textField(value, 'Year');
  if (year === undefined) return undefined;
  const month = textField(value, 'Month')?.replace(/\D/g, '');
  return month === undefined || month === '' ? year : `${year}-${month.padStart(2, '0')}`;
}

function languagesOf(skills: JsonValue): SkillClaim[] {
  const mother = listField(skills, 'Linguistic', 'MotherTongue').flatMap((one, i) => {
    const input = textField(one, 'Description', 'Label');
    return input === undefined ? [] : [{ input, levelText: 'native', origin: `MotherTongue[${i}]` }];
  });
  const foreign = listField(skills, 'Linguistic', 'ForeignLanguage').flatMap((one, i) => {
    const input = textField(one, 'Description', 'Label');
    // The five CEFR grades of a language differ little; speaking is what work asks for first.
    const levelText = textField(one, 'ProficiencyLevel', 'SpokenInteraction') ?? textField(one, 'ProficiencyLevel', 'Listening');
    return input === undefined ? [] : [{ input, levelText, origin: `ForeignLanguage[${i}]` }];
  });
  return [...mother, ...foreign];
}

/** Europass keeps skills as prose under a few headings, in HTML: a line an item or paragraph. */
function proseOf(learner: JsonValue, skills: JsonValue): TextPassage[] {
  const passages: TextPassage[] = [];
  const add = (html: string | undefined, origin: string): void => {
    if (html === undefined) return;
    for (const { text } of passagesOf(plainOf(html).split('\n').map(tidyLine))) passages.push({ text, origin });
  };
  for (const heading of ['Computer', 'JobRelated', 'Organisational', 'Communication', 'Other'] as const) {
    add(textField(skills, heading, 'Description'), `Skills.${heading}`);
  }
  listField(learner, 'WorkExperience').forEach((job, i) => {
    add(textField(job, 'Position', 'Label'), `WorkExperience[${i}].Position`);
    add(textField(job, 'Activities'), `WorkExperience[${i}].Activities`);
  });
  listField(learner, 'Education').forEach((study, i) => {
    add(textField(study, 'Activities'), `Education[${i}].Activities`);
  });
  add(textField(learner, 'Headline', 'Description', 'Label'), 'Headline');
  return passages;
}

/** Text without tags stays as it is; of what is nested too deep to be read as a page the tags just go. */
function plainOf(html: string): string {
  if (!/[<&]/.test(html)) return html;
  try {
    return htmlToText(html.replace(/\n/g, '<br>'));
  } catch (error) {
    if (error instanceof MarkupRefusal) return html.replace(/<[^<>]{0,1000}>/g, ' ');
    throw error;
  }
}
