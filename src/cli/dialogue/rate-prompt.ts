import { createPrompt, isDownKey, isEnterKey, isUpKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { Level } from '../../core/model/scale.ts';
import { cutText, textWidth } from '../../report/text-width.ts';
import type { RateQuestion, Reply } from './asker.ts';
import { drawFits, fitLine, listenToScreen, type Screen } from './list-view.ts';

export interface RateConfig {
  readonly question: RateQuestion;
  readonly screen: () => Screen;
}

const hideCursor = '\u001b[?25l';

/** One skill, rated by a digit or with the arrows against the scale's anchor sentences; the fits below follow the mark. */
export const ratePrompt = createPrompt<Reply<Level>, RateConfig>(({ question, screen }, done) => {
  const [level, setLevel] = useState(question.start);
  const [, setSize] = useState('');
  const finish = useRef(done);
  useEffect((rl) => listenToScreen(rl, setSize, () => finish.current({ kind: 'stop' })), []);
  const highest = question.levels.length - 1;

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

  const { columns, paint } = screen();
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
  return [
    paint(fitLine(question.title, columns), 'strong'),
    ...(question.why === '' ? [] : [paint(fitLine(question.why, columns), 'dim')]),
    ...rows,
    ...below,
    '',
    ...drawFits(question.fitsAt(level), screen()),
    '',
    paint(fitLine(helpLine(columns, highest), columns), 'dim') + hideCursor,
  ].join('\n');
});

function helpLine(columns: number, highest: number): string {
  if (columns < 60) return `0–${highest} · u undo · s skip · q stop`;
  return `0–${highest} rates · ↑↓ then Enter · u or Esc undoes · s skips · q stops`;
}
