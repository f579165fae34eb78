/** What a terminal is told to mark pastes, or to cease to, and the marks that it sets. */
export const pasteMarks = { on: '\u001b[?2004h', off: '\u001b[?2004l', start: '\u001b[200~', end: '\u001b[201~' } as const;

/** So many characters of a line count: no name that somebody looks for is as long. */
export const longestLine = 200;

/** Nobody types so many keys between two looks of the program at the terminal. */
const longestTyped = 64;

/** Control keys, arrows and the like: codes without a letter that was typed for itself. */
const codes = /^(?:\p{Cc}(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])?)+$/u;

export function isPasteStart(text: string): boolean {
  return text.includes(pasteMarks.start);
}

export function isPasteEnd(text: string): boolean {
  return text.includes(pasteMarks.end);
}

/**
 * Whether what came at once from a terminal that sets no marks was typed: codes of keys, or a few letters, with an Enter at most
 * behind them.
 */
export function isTyped(text: string): boolean {
  if (codes.test(text)) return true;
  return text.length <= longestTyped && !/[\r\n]./s.test(text);
}

/** A paste as one line: breaks and tabs are spaces, other control characters are none, and what is too long is cut. */
export function oneLine(text: string): string {
  // Cut before it is looked through: a paste has no limit. Every break may be two characters.
  const line = text
    .slice(0, longestLine * 4)
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '');
  return [...line].slice(0, longestLine).join('');
}
