import type { Place } from '../core/model/model.ts';

/** Where a line of a file begins, the first being 1: for what concerns the whole line. */
export function startOfLine(file: string, line: number): Place {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

/** Turns offsets of one text into lines and columns, both from 1; columns count UTF-16 units, as editors do. */
export function makePlaces(text: string, file: string): (start: number, end: number) => Place {
  let starts: number[] | undefined;
  return (start, end) => {
    starts ??= lineStarts(text);
    const from = position(starts, Math.max(0, Math.min(start, text.length)));
    const to = position(starts, Math.max(0, Math.min(Math.max(start, end), text.length)));
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}
