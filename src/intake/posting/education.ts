import type { RoleEducation } from '../../core/model/model.ts';

const degrees: readonly (readonly [string, RegExp])[] = [
  ['bachelor', /\bbachelor(?:['’]?s)?\b|\bB\.?Sc\b|\bB\.?Eng\b|\bundergraduate degree\b/i],
  ['master', /\bmaster(?:['’]?s)(?: degree|\b(?= in| of| or|,))|\bM\.?Sc\b|\bM\.?Eng\b/i],
  ['doctorate', /\bph\.?\s?d\b|\bdoctora(?:te|l)\b/i],
  ['associate', /\bassociate(?:['’]?s)? degree\b/i],
  ['bachelor', /\b(?:university |college |computer science |relevant |technical )degree\b|\bdegree in\b/i],
];
const fields = /\b(?:in|of) ((?:[A-Z][\p{L}]+(?: (?:and )?(?=[A-Z]))?)+)/u;
const instead = /\bor (equivalent(?: [\p{L}-]+){0,3}|[\p{L}-]*\s?bootcamp(?: [\p{L}-]+){0,2}|comparable(?: [\p{L}-]+){0,2})/iu;

/** The lowest degree that a sentence asks for, its field, and what is accepted in its place. */
export function readEducation(sentence: string): RoleEducation | undefined {
  const found = degrees.find(([, says]) => says.test(sentence));
  if (found === undefined) return undefined;
  const field = fields.exec(sentence)?.[1] ?? (/computer science/i.test(sentence) ? 'computer science' : undefined);
  const other = instead.exec(sentence)?.[1];
  return {
    level: found[0],
    ...(field === undefined ? {} : { field: field.toLowerCase() }),
    alternatives: other === undefined ? [] : [other.trim()],
  };
}
