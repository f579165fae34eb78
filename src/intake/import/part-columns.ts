import { headingOf } from './cv-sections.ts';

const gap = ' | ';

/**
 * The text of a page in two columns, one column after the other: dates stand beside their positions again, and a name that goes
 * on in the next line is whole. A table stays as it is: columns of a CV have headings of their own.
 */
export function partColumns(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex(hasHeadedColumns);
  if (from < 0) return text;
  const left: string[] = [];
  const right: string[] = [];
  for (const line of lines.slice(from)) {
    const at = line.indexOf(gap);
    left.push(at < 0 ? line : line.slice(0, at));
    right.push(at < 0 ? '' : line.slice(at + gap.length));
  }
  const kept = (column: readonly string[]): string[] =>
    column.filter((line, i) => line.trim() !== '' || column[i - 1]?.trim() !== '');
  return [...lines.slice(0, from), ...joinLists(kept(left)), '', ...joinLists(kept(right))].join('\n');
}

function hasHeadedColumns(line: string): boolean {
  const cells = line.split(gap);
  const [, second = ''] = cells;
  const heading = cells.length === 2 && second.length < 40 ? headingOf(second.trim()) : undefined;
  return heading !== undefined && heading.section !== 'unknown';
}

/** In a narrow column a list goes on in the next line within a name: "Java, Spring" and "Boot, Kafka". */
function joinLists(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn = last !== undefined && isList.test(last) && isList.test(line) && !/^\s*[-*+•]/.test(line) && last.length < 200;
    if (goesOn) joined[joined.length - 1] = `${last.trimEnd()} ${line.trimStart()}`;
    else joined.push(line);
  }
  return joined;
}

/** Short items between commas, none at its end. */
const isList = /^[^,.;:()|\d]{2,40}(?:, [^,.;:()|\d]{2,40})+$/;
