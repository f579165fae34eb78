import type { RoleEducation } from '../../core/model/model.ts';
import { degreesIn, namesDegree } from '../degrees.ts';

/** The sentence speaks of degrees, so that short marks count: "BS, MS or PhD in …". */
const speaksOfDegrees =
  /\bdegrees?\b|\bbachelor|\bmaster['’]?s\b|\bgraduate|\bdiploma\b|\bph\.?\s?d\b|\bdoctora|\b[BM]\.?\s?Sc\b|\b[BM]\.?Eng\b|\b(?:BS|BA)\s?(?:\/|,|or)\s?(?:MS|MA)\b|studium|abschluss|diplôme|licence en|licenciatura|título|laurea|학위|학사|석사|学士|本科|硕士|修士/iu;
const anyDegree =
  /\b(?:university |college |computer science |relevant |technical )degree\b|\bdegree in\b|\bhochschulabschluss\b|\bstudium der\b/i;
const fields =
  /(?:degree|bachelor(?:['’]?s)?|master(?:['’]?s)?|ph\.?\s?d\.?|doctorate|diploma|\b[BM]\.?(?:Sc|S|A|Eng)\.?\)?)[^.;]{0,40}?\b(?:in|of) ((?:\p{Lu}\p{L}+(?: (?:and )?(?=\p{Lu}))?)+)/u;
/** A general part of a degree's own name: "Bachelor of Science in Physics". */
const ofName = /^(?:Science|Arts|Engineering|Technology|Philosophy) in ((?:\p{Lu}\p{L}+(?: (?:and )?(?=\p{Lu}))?)+)/u;
const languages = /^(?:English|German|French|Spanish|Portuguese|Italian|Dutch|Polish|Chinese|Japanese|Korean)\b/u;
const instead =
  /\bor (?:an? )?(equivalent(?: [\p{L}-]+){0,3}|[\p{L}-]*\s?bootcamp(?: [\p{L}-]+){0,2}|comparable(?: [\p{L}-]+){0,2})/iu;

/** The lowest degree that a sentence asks for, its field, and what is accepted in its place. */
export function readEducation(sentence: string): RoleEducation | undefined {
  const named = speaksOfDegrees.test(sentence) || namesDegree(sentence) ? degreesIn(sentence) : [];
  const level =
    named.findLast((one) => one !== 'bootcamp' || named.length === 1) ?? (anyDegree.test(sentence) ? 'bachelor' : undefined);
  if (level === undefined) return undefined;
  const field = fieldIn(sentence);
  const other = instead.exec(sentence)?.[1];
  return {
    level,
    ...(field === undefined ? {} : { field: field.toLowerCase() }),
    alternatives: other === undefined ? [] : [other.trim()],
  };
}

function fieldIn(sentence: string): string | undefined {
  const found = fields.exec(sentence);
  const from = found === null ? '' : sentence.slice(found.index + found[0].length - (found[1]?.length ?? 0));
  const field = ofName.exec(from)?.[1] ?? found?.[1];
  if (field !== undefined && !languages.test(field)) return field;
  return /computer science/i.test(sentence) ? 'computer science' : undefined;
}
