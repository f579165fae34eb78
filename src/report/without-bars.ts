import { barMarks } from './draw-bar.ts';
import { type Block, isAsync } from './report.ts';

/** A block for somebody who has it read aloud: a bar is twenty signs that say what the numbers beside it say. */
export function withoutBars(block: Block): Block {
  if (block.kind !== 'table') return block;
  const kept = block.columns.flatMap((column, i) => (column.bars === true ? [] : [i]));
  const { legend, rows } = block;
  const shortened = legend
    ?.split(' · ')
    .filter((part) => !barMarks.some((mark) => part.includes(mark)))
    .join(' · ');
  const { legend: _, ...rest } = block;
  return {
    ...rest,
    columns: block.columns.filter((column) => column.bars !== true),
    // Rows that come one by one are held before they are drawn.
    rows: isAsync(rows) ? rows : rows.map((row) => kept.map((i) => row[i] ?? '')),
    ...(shortened === undefined || shortened === '' ? {} : { legend: shortened }),
  };
}
