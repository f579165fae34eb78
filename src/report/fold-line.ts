import { disarmCommands, isOpenLine } from '../core/model/log-commands.ts';

/** RFC 5545: a line has at most 75 bytes; what is longer goes on after a line break and a space. */
const maxLine = 75;

/** Stands where a line must be broken; no text that was made visible holds it. */
const mustFold = '\u0000';

/**
 * Folds a content line of a calendar between characters, never inside one. Where a line, folded or not, would be a command to a CI service, a
 * fold goes through the middle of it: whoever reads the calendar puts it together again.
 */
export function foldLine(line: string): string {
  let folded = '';
  let row = '';
  let bytes = 0;
  const fold = (): void => {
    folded += `${row}\r\n`;
    row = ' ';
    bytes = 1;
  };
  for (const character of disarmCommands(line, (sign) => `${mustFold}${sign}`)) {
    if (character === mustFold) {
      fold();
      continue;
    }
    const size = Buffer.byteLength(character);
    // The second of two colons at the start of a folded line.
    if (bytes + size > maxLine || (character === ':' && row.endsWith(':') && isOpenLine(row.slice(0, -1)))) fold();
    row += character;
    bytes += size;
  }
  return folded + row;
}
