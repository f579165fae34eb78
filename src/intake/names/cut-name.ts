/** Signs that always part a list. */
export const strongCut = /[,;|•·]/y;
/** Signs that part two names, or stand within one: "HTML/CSS", "Docker & Kubernetes", "Java or Kotlin". */
export const weakCut = /\s?[/\\]\s?|\s?&\s?|\s(?:and|or)\s|\s\+\s/iy;
const spacedCut = /\s[/\\&+]\s|\s(?:and|or)\s/i;

/** The parts of a name between signs that stand outside brackets, without empty ones. Takes time in proportion to the text. */
export function cutName(text: string, sign: RegExp): string[] {
  const parts: string[] = [];
  // A bracket that nothing closes is a sign like others.
  const lastClosing = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text[at] ?? '';
    if ((unit === '(' || unit === '[') && at < lastClosing) depth++;
    if ((unit === ')' || unit === ']') && depth > 0) depth--;
    sign.lastIndex = at;
    const found = depth === 0 ? sign.exec(text) : null;
    if (found === null) at++;
    else {
      parts.push(text.slice(from, at).trim());
      at += found[0].length;
      from = at;
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '');
}

/** Whether names stand apart with spaces, so that brackets behind the last belong to it alone: "Java / Kotlin (basic)", not "HTML/CSS (basic)". */
export function isSpaced(text: string): boolean {
  return spacedCut.test(text.replace(/[([][^()[\]]*[)\]]?/g, ''));
}
