import { makeVisible } from '../core/model/visible-text.ts';
import { diagnosticLines } from './diagnostic-lines.ts';
import { drawTable } from './draw-table.ts';
import { drawTree } from './draw-tree.ts';
import type { Paint } from './paint.ts';
import { type Block, blocksOf, type Cell, isAsync, type Renderer, type RenderOptions, type Step } from './report.ts';
import { textWidth, wrapText } from './text-width.ts';
import { withoutBars } from './without-bars.ts';

/** A table on a screen is held in memory to be laid out; beyond this, formats that stream are the right ones. */
const maxRows = 10_000;

/** The blocks as text for a terminal. */
export const formatTable: Renderer<'blocks'> = (report, options) => {
  const fit = options.readAloud === true ? withoutBars : (block: Block): Block => block;
  const blocks = blocksOf(report);
  const streamed = blocks.some((block) => block.kind === 'table' && isAsync(block.rows));
  if (!streamed) return separate(blocks.map(fit), options);
  return (async function* () {
    const held: Block[] = [];
    for (const block of blocks) held.push(...(await holdRows(block)));
    yield* separate(held.map(fit), options);
  })();
};

/** One empty line between blocks that have anything to say, but before those that follow closely. */
function separate(blocks: readonly Block[], options: RenderOptions): string[] {
  const parts = blocks.map((block) => ({
    text: [...drawBlock(block, options)].join(''),
    tight: block.kind === 'table' && block.tight === true,
  }));
  return parts.filter(({ text }) => text !== '').map(({ text, tight }, i) => (i === 0 || tight ? text : `\n${text}`));
}

async function holdRows(block: Block): Promise<Block[]> {
  if (block.kind !== 'table' || !isAsync(block.rows)) return [block];
  const rows: (readonly Cell[])[] = [];
  let more = 0;
  for await (const row of block.rows) {
    if (rows.length < maxRows) rows.push(row);
    else more++;
  }
  const note = `${more} more rows are not shown; -f csv or -f ndjson writes them all.`;
  return [{ ...block, rows }, ...(more > 0 ? [{ kind: 'text', text: note, tone: 'fair' } as const] : [])];
}

function* drawBlock(block: Block, { width, paint }: RenderOptions): Iterable<string> {
  switch (block.kind) {
    case 'heading':
      yield* paragraph(block.text, width, (text) => paint(text, 'strong'));
      for (const line of block.below ?? []) yield* paragraph(line, width, (text) => paint(text, 'dim'));
      return;
    case 'text':
      yield* paragraph(block.text, width, (text) => paint(text, block.tone ?? 'plain'));
      return;
    case 'table':
      if (block.caption !== undefined) yield* paragraph(block.caption, width, (text) => paint(text, 'strong'));
      yield* drawTable(block.columns, block.rows as readonly (readonly Cell[])[], width, paint);
      if (block.legend !== undefined) yield* paragraph(block.legend, width, (text) => paint(text, 'dim'));
      return;
    case 'steps':
      for (const [i, step] of block.steps.entries()) yield* drawStep(step, i + 1, block.steps.length, width, paint);
      return;
    case 'code':
      yield `${paint(`  ${makeVisible(block.title)}`, 'dim')}\n`;
      for (const line of block.text.replace(/\n$/, '').split('\n')) yield `    ${makeVisible(line)}\n`;
      return;
    case 'tree':
      yield* drawTree(block.root, width, paint);
      return;
    case 'diagnostics':
      for (const diagnostic of block.diagnostics) {
        for (const line of diagnosticLines(diagnostic)) {
          const hang = line.text.startsWith('  ') ? '  ' : '';
          for (const part of wrapText(line.text.trimStart(), width - hang.length)) yield `${hang}${paint(part, line.tone)}\n`;
        }
      }
  }
}

function* paragraph(text: string, width: number, paint: (text: string) => string): Iterable<string> {
  for (const line of wrapText(makeVisible(text), width)) yield `${paint(line)}\n`;
}

function* drawStep(step: Step, number: number, of: number, width: number, paint: Paint): Iterable<string> {
  const mark = `${String(number).padStart(String(of).length + 2)}. `;
  const hang = ' '.repeat(mark.length);
  const facts = step.facts.join(' · ');
  const title = makeVisible(step.title);
  const room = width - mark.length;
  if (textWidth(title) + textWidth(facts) + 2 <= room) yield `${mark}${paint(title, 'strong')}  ${paint(facts, 'dim')}\n`;
  else {
    const lines = wrapText(title, room);
    yield* lines.map((line, i) => `${i === 0 ? mark : hang}${paint(line, 'strong')}\n`);
    yield* wrapText(facts, room).map((line) => `${hang}${paint(line, 'dim')}\n`);
  }
  if (step.why !== undefined) for (const line of wrapText(makeVisible(step.why), room)) yield `${hang}${paint(line, 'good')}\n`;
  for (const line of wrapText(makeVisible(step.body), room)) yield `${hang}${line}\n`;
  // A link that is broken over lines can neither be clicked nor copied.
  for (const link of step.links) yield `${hang}${paint(makeVisible(link.url), 'link')}\n`;
}
