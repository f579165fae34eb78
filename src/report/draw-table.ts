import Table from 'cli-table3';
import { makeVisible } from '../core/model/visible-text.ts';
import { barMarks, barParts } from './draw-bar.ts';
import type { Paint } from './paint.ts';
import { type Cell, type Column, textOf } from './report.ts';
import { cutText, textWidth, wrapText } from './text-width.ts';

const gap = 2;
const indent = 2;
const longestBar = 20;
const shortestBar = 8;
/** A column that may wrap is not squeezed below this; one that may not is cut no shorter. */
const narrowest = 10;
/** Columns: no id that somebody gave is longer. */
const longestWhole = 64;
/** No cell needs more: the table's cost grows with the square of a cell's length. */
const maxCell = 300;
/** Drawn together; the next rows are drawn as a table of their own with the same widths (14,000 rows at once take seconds). */
const rowsAtOnce = 500;

/** A table without lines, fitted to the screen: columns that matter least go first, then text is broken over lines. */
export function* drawTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): Iterable<string> {
  const clean = rows.map((row) => row.map(cleanCell));
  const { shown, widths } = layOut(columns, clean, width - indent);
  for (let from = 0; from === 0 || from < clean.length; from += rowsAtOnce) {
    const table = new Table({
      chars: {
        top: '',
        'top-mid': '',
        'top-left': '',
        'top-right': '',
        bottom: '',
        'bottom-mid': '',
        'bottom-left': '',
        'bottom-right': '',
        left: ' '.repeat(indent),
        'left-mid': '',
        mid: '',
        'mid-mid': '',
        right: '',
        'right-mid': '',
        middle: ' '.repeat(gap),
      },
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
      colWidths: widths,
      colAligns: shown.map((i) => columns[i]?.align ?? 'left'),
    });
    if (from === 0 && columns.some((column) => column.title !== '')) {
      table.push(shown.map((i, at) => paint(cutText(columns[i]?.title ?? '', widths[at] as number), 'dim')));
    }
    for (const row of clean.slice(from, from + rowsAtOnce)) {
      table.push(shown.map((i, at) => drawCell(row[i] ?? '', columns[i] as Column, widths[at] as number, paint)));
    }
    // Trailing spaces would show up in every diff of a golden file.
    yield `${table
      .toString()
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')}\n`;
  }
}

function cleanCell(cell: Cell): Cell {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object' && 'shares' in cell) return cell;
  const text = cutText(makeVisible(textOf(cell)), maxCell);
  return typeof cell === 'string' ? text : { ...cell, text };
}

function drawCell(cell: Cell, column: Column, width: number, paint: Paint): string {
  const tone = typeof cell === 'object' ? cell.tone : 'plain';
  if (typeof cell === 'object' && 'shares' in cell) {
    const [solid, shaded, light] = barParts(cell.shares, width);
    const proven = `${barMarks[0].repeat(solid)}${barMarks[1].repeat(shaded)}`;
    return `${paint(proven, tone)}${paint(barMarks[2].repeat(light), 'dim')}`;
  }
  const text = textOf(cell);
  const lines = column.wrap === true ? wrapText(text, width) : [cutText(text, width)];
  return lines.map((line) => paint(line, tone)).join('\n');
}

interface Layout {
  /** Numbers of the columns that stay. */
  readonly shown: number[];
  readonly widths: number[];
}

function longestWord(rows: readonly (readonly Cell[])[], column: number): number {
  const words = rows.flatMap((row) => textOf(row[column] ?? '').split(' '));
  return words.reduce((most, word) => Math.max(most, Math.min(longestWhole, textWidth(word))), 0);
}

function givesWay(column?: Column): boolean {
  return column?.wrap === true || column?.cut === true;
}

function layOut(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): Layout {
  const natural = (bar: number): number[] =>
    columns.map((column, i) =>
      column.bars === true
        ? bar
        : rows.reduce((most, row) => Math.max(most, textWidth(textOf(row[i] ?? ''))), textWidth(column.title)),
    );
  const total = (widths: readonly number[], shown: readonly number[]): number =>
    shown.reduce((sum, i) => sum + (widths[i] as number), 0) + gap * (shown.length - 1);
  let shown = columns.map((_, i) => i);
  const widths = natural(longestBar);
  const bar = columns.findIndex((column) => column.bars === true);
  while (bar >= 0 && (widths[bar] as number) > shortestBar && total(widths, shown) > room)
    widths[bar] = (widths[bar] as number) - 1;
  const longest = columns.map((column, i) => (column.whole === true ? longestWord(rows, i) : 0));
  const squeezed = (): number[] =>
    columns.map((column, i) =>
      givesWay(column) ? Math.min(widths[i] as number, Math.max(narrowest * 2, longest[i] as number)) : (widths[i] as number),
    );
  const order = columns.map((column, i) => ({ i, drop: column.drop ?? 0 })).filter((one) => one.drop > 0);
  order.sort((a, b) => b.drop - a.drop);
  if (bar >= 0) order.unshift({ i: bar, drop: 0 });
  while (total(squeezed(), shown) > room) {
    const next = order.shift();
    if (next === undefined) break;
    shown = shown.filter((i) => i !== next.i);
  }
  let over = total(widths, shown) - room;
  // First what may be cut gives way, then what may wrap, widest first, then everything.
  // Words that must stay whole come last of all.
  const isFree = (i: number): boolean => (widths[i] as number) > Math.max(narrowest, longest[i] as number);
  const ways = [
    (i: number) => columns[i]?.cut === true && isFree(i),
    (i: number) => givesWay(columns[i]) && isFree(i),
    isFree,
    // A line that is too wide can still be copied: a broken id cannot.
    (i: number) => columns[i]?.whole !== true,
  ];
  for (const may of ways) {
    while (over > 0) {
      const candidates = shown.filter((i) => may(i) && (widths[i] as number) > narrowest);
      if (candidates.length === 0) break;
      const widest = candidates.reduce((a, b) => ((widths[b] as number) > (widths[a] as number) ? b : a));
      widths[widest] = (widths[widest] as number) - 1;
      over--;
    }
  }
  return { shown, widths: shown.map((i) => Math.max(1, widths[i] as number)) };
}
