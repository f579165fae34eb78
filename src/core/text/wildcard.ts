/**
 * Whether `text` is what `pattern` says, `*` standing for any run of characters, none included. Never slower than the
 * product of both lengths, whatever stands in them; a regular expression made from a pattern has no such bound.
 *
 * @param anyOne a character that stands for any one, such as `?` in a shell; there is none without it
 */
export function matchesWildcard(pattern: string, text: string, anyOne = ''): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === text[t] || pattern[p] === anyOne)) {
      p++;
      t++;
    } else if (star >= 0) {
      // The last star takes one character more.
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
