import { makeVisible } from '../core/model/visible-text.ts';
import { diagnosticLines } from './diagnostic-lines.ts';
import { type Block, type Branch, blocksOf, isAsync, type Renderer, textOf } from './report.ts';

/** The blocks as GitHub-flavoured Markdown. */
export const formatMarkdown: Renderer<'blocks'> = (report) => {
  const blocks = blocksOf(report);
  const streamed = blocks.some((block) => block.kind === 'table' && isAsync(block.rows));
  if (!streamed) return blocks.flatMap((block) => [...writeBlock(block)]);
  return (async function* () {
    for (const block of blocks) {
      if (block.kind === 'table' && isAsync(block.rows)) {
        yield tableHead(block.columns);
        for await (const row of block.rows) yield tableLine(row.map(textOf));
        yield '\n';
        yield plainLine(block.legend);
      } else yield* writeBlock(block);
    }
  })();
};

function* writeBlock(block: Block): Iterable<string> {
  switch (block.kind) {
    case 'heading':
      yield `## ${escapeMarkdown(block.text)}\n\n`;
      for (const line of block.below ?? []) yield plainLine(line);
      return;
    case 'text':
      yield `${escapeMarkdown(block.text)}\n\n`;
      return;
    case 'table':
      yield caption(block.caption);
      yield tableHead(block.columns);
      for (const row of block.rows as readonly (readonly Parameters<typeof textOf>[0][])[]) yield tableLine(row.map(textOf));
      yield '\n';
      yield plainLine(block.legend);
      return;
    case 'steps':
      for (const [i, step] of block.steps.entries()) {
        const mark = block.checklist === true ? '- [ ] ' : `${i + 1}. `;
        const hang = block.checklist === true ? '  ' : '   ';
        yield `${mark}**${escapeMarkdown(step.title)}** (${escapeMarkdown(step.facts.join(', '))})  \n`;
        if (step.why !== undefined) yield `${hang}${escapeMarkdown(step.why)}  \n`;
        yield `${hang}${escapeMarkdown(step.body)}\n`;
        for (const link of step.links)
          yield `${hang}- [${escapeMarkdown(link.title)}](<${makeVisible(link.url).replace(/[<>\s]/g, encodeURIComponent)}>)\n`;
      }
      yield '\n';
      return;
    case 'code': {
      // A fence longer than any in the text cannot be closed by it.
      const fence = '`'.repeat(Math.max(3, ...[...block.text.matchAll(/`+/g)].map((run) => run[0].length + 1)));
      const lines = block.text.replace(/\n$/, '').split('\n').map(makeVisible).join('\n');
      yield `${escapeMarkdown(block.title)}\n\n${fence}yaml\n${lines}\n${fence}\n\n`;
      return;
    }
    case 'tree':
      yield* writeBranch(block.root, '');
      yield '\n';
      return;
    case 'diagnostics':
      for (const diagnostic of block.diagnostics) {
        const [first, ...more] = diagnosticLines(diagnostic).map((line) => escapeMarkdown(line.text.trim()));
        yield `- ${first ?? ''}${more.map((line) => `  \n  ${line}`).join('')}\n`;
      }
      yield '\n';
  }
}

function* writeBranch({ title, facts, children }: Branch, indent: string): Iterable<string> {
  const more = facts.length === 0 ? '' : ` (${escapeMarkdown(facts.join(', '))})`;
  yield `${indent}- **${escapeMarkdown(title)}**${more}\n`;
  for (const child of children) yield* writeBranch(child, `${indent}  `);
}

function caption(text: string | undefined): string {
  return text === undefined ? '' : `### ${escapeMarkdown(text)}\n\n`;
}

function plainLine(text: string | undefined): string {
  return text === undefined ? '' : `${escapeMarkdown(text)}\n\n`;
}

function tableHead(columns: readonly { readonly title: string; readonly align?: 'left' | 'right' }[]): string {
  return `${tableLine(columns.map((column) => column.title))}${tableLine(
    columns.map((column) => (column.align === 'right' ? '--:' : '---')),
    false,
  )}`;
}

function tableLine(cells: readonly string[], isText = true): string {
  return `| ${cells.map((cell) => (isText ? escapeMarkdown(cell) : cell)).join(' | ')} |\n`;
}

/** Data must not become markup, HTML or a link in a page that renders it. */
function escapeMarkdown(text: string): string {
  return makeVisible(text)
    .replace(/[\\`*_[\]<>|~#&]/g, (character) => `\\${character}`)
    .replace(/^(\s*)([-+]|\d+\.)(\s)/, '$1\\$2$3');
}
