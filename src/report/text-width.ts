import stringWidth from 'string-width';

/** Columns that a text takes on a terminal: East Asian characters and emoji take two. */
export function textWidth(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const narrow =
      (code >= 0x20 && code <= 0x7e) ||
      (code >= 0xa0 && code <= 0x24f) ||
      (code >= 0x2010 && code <= 0x2027) ||
      (code >= 0x2190 && code <= 0x2193) ||
      (code >= 0x2580 && code <= 0x259f);
    if (!narrow) return stringWidth(text);
  }
  return text.length;
}

/** The text cut to `width` columns, with an ellipsis where something is missing. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const more = textWidth(character);
    if (used + more > width - 1) break;
    kept += character;
    used += more;
  }
  return `${kept}…`;
}

/** The text as lines of at most `width` columns, broken at spaces where possible. */
export function wrapText(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line) > room) {
      const piece = takeColumns(line, room);
      lines.push(piece);
      line = line.slice(piece.length);
    }
  }
  lines.push(line);
  return lines;
}

function takeColumns(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    const more = textWidth(character);
    if (used + more > width && taken !== '') break;
    taken += character;
    used += more;
  }
  return taken;
}
