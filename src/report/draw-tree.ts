import { makeVisible } from '../core/model/visible-text.ts';
import type { Paint } from './paint.ts';
import type { Branch } from './report.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A tree with lines between its branches. Facts stand behind a title where there is room, else below it. */
export function* drawTree(root: Branch, width: number, paint: Paint): Iterable<string> {
  yield* drawBranch(root, '', '', width, paint);
}

function* drawBranch(branch: Branch, lead: string, below: string, width: number, paint: Paint): Iterable<string> {
  const title = makeVisible(branch.title);
  const facts = makeVisible(branch.facts.join(' · '));
  const bar = branch.children.length > 0 ? '│  ' : '   ';
  if (textWidth(lead) + textWidth(title) + 2 + textWidth(facts) <= width) {
    yield `${paint(lead, 'dim')}${paint(title, 'strong')}${facts === '' ? '' : `  ${paint(facts, 'dim')}`}\n`;
  } else {
    const titleLines = wrapText(title, width - textWidth(lead));
    yield* titleLines.map((line, i) => `${paint(i === 0 ? lead : below, 'dim')}${paint(line, 'strong')}\n`);
    const room = width - textWidth(below) - bar.length;
    if (facts !== '') yield* wrapText(facts, room).map((line) => `${paint(`${below}${bar}`, 'dim')}${paint(line, 'dim')}\n`);
  }
  for (const [i, child] of branch.children.entries()) {
    const isLast = i === branch.children.length - 1;
    yield* drawBranch(child, `${below}${isLast ? '└─ ' : '├─ '}`, `${below}${isLast ? '   ' : '│  '}`, width, paint);
  }
}
