/** Signs that may steer a terminal, a log or a reader's eye; a line feed is the only control that output may hold. */
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** The first sign of a text that no format may print, as its code point, or nothing. */
export function steeringSign(text: string): string | undefined {
  const found = steering.exec(text);
  return found === null
    ? undefined
    : `U+${found[0].charCodeAt(0).toString(16)} after ${JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index))}`;
}

/**
 * The first line of a text that a CI service would obey, or nothing: `::` after blanks (GitHub Actions trims a line first), or
 * `##name[` anywhere in it (Azure Pipelines, TeamCity, GitHub's older form). Colours before it are not counted.
 */
export function logCommand(text: string): string | undefined {
  return text.split(/\r?\n/).find((line) => {
    const uncoloured = line.replace(/^(?:\s|\u001b\[[\d;]*m)*/, '');
    return uncoloured.startsWith('::') || /##\w*\[/.test(line);
  });
}
