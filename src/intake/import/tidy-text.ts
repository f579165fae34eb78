import type { TextReader } from '../../core/text/text-reader.ts';
import type { TextPassage } from './imported.ts';

/** A word that was parted at the end of a line: whether its hyphen belongs to it is seen when it is read. */
export const parted = '\u00ad';

const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};
/** Addresses name products ("github.com", "ada@java.example") without saying that anybody knows them. */
const address =
  /^[(<["'|]*(?:https?:\/\/|www\.)|:\/\/|^[^@]+@[^@]+\.[^@]+$|^[(<["'|]*(?:[\w-]+\.)+(?:com|org|dev|me|de|fr|eu|uk|github\.io)(?:[/?#]|[)>\]"'|,;.]*$)/iu;
const maxAddressLength = 2000;

/** A line without what printing leaves in it: ligatures, invisible characters, addresses. */
export function tidyLine(line: string): string {
  return line
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/[\u200b\u2060\ufeff\r]/g, '')
    .replace(/\u00ad(?=.)/g, '')
    .replace(/\S+/g, (word) => (word.length <= maxAddressLength && address.test(word) ? ' ' : word));
}

const maxPassageLength = 4000;
const item = /^\s*(?:[-*+•·–‣▪○◦#>|]|\d{1,2}[.)]\s)/u;
/** No sentence ends with one of these. */
const dangling =
  /(?:,|&|(?<![\p{L}-])(?:with|without|using|used?|of|in|on|for|to|no|not|never|and|or|nor|than|the|a|an|any|as|from|by))\s*$/iu;
/** Lines shorter than this are items of a list. */
const shortestWrapped = 40;

/** A passage and its first line, counted from 0. */
export interface LinePassage extends TextPassage {
  readonly first: number;
}

/** Joins lines that are one sentence, so that "no experience with" still stands before what the next line names. */
export function passagesOf(lines: readonly string[]): LinePassage[] {
  const passages: LinePassage[] = [];
  let text = '';
  let first = 0;
  const close = (last: number): void => {
    if (text.trim() !== '')
      passages.push({ text, first, origin: last > first ? `lines ${first + 1}-${last + 1}` : `line ${first + 1}` });
    text = '';
  };
  lines.forEach((line, i) => {
    const joint = text === '' || text.length > maxPassageLength ? undefined : jointOf(lines[i - 1] ?? '', line);
    if (joint === undefined) {
      close(i - 1);
      first = i;
      text = line;
    } else if (joint === parted) text = `${text.trimEnd().slice(0, -1)}${parted}${line.trimStart()}`;
    else text = `${text.trimEnd()} ${line.trimStart()}`;
  });
  close(lines.length - 1);
  return passages;
}

function jointOf(before: string, line: string): string | undefined {
  if (line.trim() === '' || item.test(line) || /^\s*#/.test(before)) return undefined;
  const startsLow = /^\s*\p{Ll}/u.test(line);
  const end = before.slice(-60).trimEnd();
  if (startsLow && /\p{L}[-\u2010\u00ad]$/u.test(end)) return parted;
  if (dangling.test(end)) return ' ';
  return startsLow && before.trim().length >= shortestWrapped && !/[.!?:;|]$/.test(end) ? ' ' : undefined;
}

const partedWord = new RegExp(`(\\p{L}{1,40})${parted}(\\p{L}{1,40})`, 'gu');

/** Words that were parted at the end of a line, whole again: without the hyphen where that names a skill ("Kuber-netes"), else with it ("event-driven"). */
export function joinPartedWords(text: string, reader: TextReader): string {
  if (!text.includes(parted)) return text;
  return text
    .replace(partedWord, (_, head: string, tail: string) =>
      reader.read(head + tail).length > 0 ? head + tail : `${head}-${tail}`,
    )
    .replaceAll(parted, '');
}
