import type { IsSkill } from './table-tools.ts';

/** `[1-5]`, `(0 to 5)`, `(1 = low, 5 = high)` behind a question: its scale. */
const scaleBehind = /\s*[([]\s*\d[^()[\]]{0,60}[)\]]\s*$/u;
const asks =
  /[?？]|^(?:please|rate|how|your|bitte|wie|bewerten|évaluez|comment|quel|cómo|evalúe|califique|como|avalie|come|valuta|hoe|beoordeel)\b/iu;
/** "Java level", "Skill: Java", "Java - rating". */
const nounAround =
  /^(?:skill|skills|level|rating|kenntnisse|competence|competency)\s*[:–-]\s*|[\s:–-]+(?:level|rating|skills?|score|proficiency|kenntnisse|niveau|stufe)$/giu;
const maxWords = 40;

/**
 * The skill that a header asks about: "Java", "How well do you know Java? [1-5]", "Rate your skills [Spring Boot]", "Java
 * (0-5)". Nothing where no skill is known by any part of it.
 */
export function skillOfHeader(header: string, isSkill: IsSkill): string | undefined {
  const whole = header.trim();
  if (whole === '' || isSkill(whole)) return whole === '' ? undefined : whole;
  const bare = whole.replace(scaleBehind, '').trim();
  const [, before = '', inside = ''] = /^(.*\S)\s*[[(]([^()[\]]{1,80})[\])]$/u.exec(bare) ?? [];
  for (const one of [bare, bare.replace(nounAround, '').trim(), inside.trim()]) if (one !== '' && isSkill(one)) return one;
  // The box of a grid names its row, known or not.
  if (inside !== '' && asks.test(before)) return inside.trim();
  return asks.test(bare) ? skillInQuestion(bare, isSkill) : undefined;
}

/** The longest known name in a question; what stands last comes first. */
function skillInQuestion(question: string, isSkill: IsSkill): string | undefined {
  const words = question
    .replace(/[?？!:"“”„]+/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(-maxWords);
  for (let from = Math.max(0, words.length - 5); from < words.length; from++) {
    const name = words.slice(from).join(' ');
    if (isSkill(name)) return name;
  }
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      const name = words
        .slice(from, from + length)
        .join(' ')
        .replace(/[,;.]$/, '');
      // In the middle of a sentence a small word is a word.
      if ((length > 1 || /^\p{Lu}/u.test(name)) && from > 0 && isSkill(name)) return name;
    }
  }
  return undefined;
}
