import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useState } from '@inquirer/core';
import type { Level } from '../../core/model/scale.ts';
import { cutText, textWidth } from '../../report/text-width.ts';
import type { RateQuestion, Reply } from './asker.ts';
import { drawFits, drawLines, fitLine, type Screen } from './list-view.ts';
import { usePaste, useScreen } from './use-screen.ts';

export interface RateConfig {
  readonly question: RateQuestion;
  readonly screen: () => Screen;
}

const hideCursor = '\u001b[?25l';

/** One skill, rated by a digit or with the arrows against the scale's anchor sentences; the fits below follow the mark. */
export const ratePrompt = createPrompt<Reply<Level>, RateConfig>(({ question, screen }, done) => {
  const [level, setLevel] = useState(question.start);
  useScreen(() => done({ kind: 'stop' }));
  const highest = question.levels.length - 1;
  // A paste is one answer at most, by its first sign.
  usePaste(([first = '']) => {
    if (/^[0-9]$/.test(first) && Number(first) <= highest) done({ kind: 'answer', value: Number(first) });
  });

  useKeypress((key, rl) => {
    rl.clearLine(0);
    if (isEnterKey(key)) done({ kind: 'answer', value: level });
    else if (isUpKey(key) || key.name === 'left') setLevel(Math.max(0, level - 1));
    else if (isDownKey(key) || key.name === 'right') setLevel(Math.min(highest, level + 1));
    else if (/^[0-9]$/.test(key.name) && Number(key.name) <= highest) done({ kind: 'answer', value: Number(key.name) });
    else if (key.name === 'escape' || key.name === 'u') done({ kind: 'back' });
    else if (key.name === 's') done({ kind: 'skip' });
    else if (key.name === 'q') done({ kind: 'stop' });
  });

  const look = screen();
  const { columns, rows: height, paint } = look;
  const words = Math.max(...question.levels.map((one) => textWidth(one.word)));
  const rows = question.levels.map(({ word, anchor }, i) => {
    const left = `${i} ${word.padEnd(words)}`;
    const room = Math.max(10, columns - 1) - 2 - textWidth(left) - 2;
    const text = room < 12 ? '' : `  ${i === level ? cutText(anchor, room) : paint(cutText(anchor, room), 'dim')}`;
    return i === level ? `${paint('❯', 'link')} ${paint(left, 'strong')}${text}` : `  ${left}${text}`;
  });
  const marked = question.levels[level];
  // On a narrow screen the sentences do not fit beside the words: the marked one stands below them.
  const below = columns < 60 && marked !== undefined ? [paint(fitLine(`  ${marked.anchor}`, columns), 'dim')] : [];
  const head = [
    paint(fitLine(question.title, columns), 'strong'),
    ...(question.why === '' ? [] : [paint(fitLine(question.why, columns), 'dim')]),
    ...rows,
    ...below,
  ];
  // On a low screen the fits give way, and then the reason: never the title, a level, or what the keys do.
  const room = height - head.length - 1;
  const fits = room < 2 ? [] : drawFits(question.fitsAt(level).slice(0, room > 3 ? room - 2 : room - 1), look);
  const space = room > 3 && fits.length > 0 ? [''] : [];
  const shown = room < 0 && question.why !== '' ? head.filter((_, i) => i !== 1) : head;
  return drawLines(look, 0, [
    ...shown,
    ...space,
    ...fits,
    ...space,
    paint(fitLine(helpLine(columns, highest), columns), 'dim') + hideCursor,
  ]);
});

function helpLine(columns: number, highest: number): string {
  if (columns < 60) return `0–${highest} · u undo · s skip · q stop`;
  return `0–${highest} rates · ↑↓ then Enter · u or Esc undoes · s skips · q stops`;
}
