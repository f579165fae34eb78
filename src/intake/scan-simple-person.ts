import type { DeclaredSkill } from '../core/model/model.ts';

export interface SimplePerson {
  readonly person: string;
  readonly skills: readonly DeclaredSkill[];
}

/** What JSON escapes, or refuses, in a text. */
const unusual = /[\\\x00-\x1f]/;
const maxSkills = 64;
const quote = 0x22;
const space = 0x20;
const comma = 0x2c;
const colon = 0x3a;
const opening = 0x7b;
const closing = 0x7d;
const zero = 0x30;

/**
 * Reads `{"person":"Ada","skills":{"java":3,"sql":2}}`, the line that programs write by the million, many times quicker than a
 * JSON parser, which makes an object of a shape of its own of each. Whatever is not exactly of this form is left to the parser:
 * nothing comes back.
 *
 * @param highest levels go from 0 to this
 */
export function scanSimplePerson(text: string, highest: number): SimplePerson | undefined {
  if (unusual.test(text)) return undefined;
  let at = 0;
  const skip = (): number => {
    while (text.charCodeAt(at) === space) at++;
    return text.charCodeAt(at);
  };
  const take = (code: number): boolean => {
    if (skip() !== code) return false;
    at++;
    return true;
  };
  const takeText = (): string | undefined => {
    if (!take(quote)) return undefined;
    const end = text.indexOf('"', at);
    if (end < 0) return undefined;
    const found = text.slice(at, end);
    at = end + 1;
    return found;
  };
  if (!take(opening) || takeText() !== 'person' || !take(colon)) return undefined;
  const person = takeText();
  if (person === undefined || !take(comma) || takeText() !== 'skills' || !take(colon) || !take(opening)) return undefined;
  const skills: DeclaredSkill[] = [];
  if (skip() === closing) at++;
  else {
    for (;;) {
      const input = takeText();
      if (input === undefined || !take(colon)) return undefined;
      const level = skip() - zero;
      at++;
      if (!(level >= 0 && level <= highest) || skills.length === maxSkills) return undefined;
      // An object keeps the last of two equal keys, and lists keys that are numbers first.
      if (isDigit(input.charCodeAt(0)) || skills.some((one) => one.input === input)) return undefined;
      skills.push({ input, level, assumed: false });
      const next = skip();
      at++;
      if (next === closing) break;
      if (next !== comma) return undefined;
    }
  }
  if (!take(closing)) return undefined;
  skip();
  return at === text.length ? { person, skills } : undefined;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}
