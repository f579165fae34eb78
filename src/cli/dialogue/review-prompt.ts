import { createPrompt, isDownKey, isEnterKey, isSpaceKey, isUpKey, useKeypress, useState } from '@inquirer/core';
import type { Level } from '../../core/model/scale.ts';
import type { Reply, ReviewQuestion, ReviewRow } from './asker.ts';
import { drawChoices, drawLines, fitLine, type Screen, windowOf } from './list-view.ts';
import { type Review, setLevel, startReview, undo } from './review.ts';
import { usePaste, useScreen } from './use-screen.ts';

export interface ReviewConfig {
  readonly question: ReviewQuestion;
  readonly screen: () => Screen;
}

/** Rows at once, and how far a page goes. */
const pageSize = 10;
const hideCursor = '\u001b[?25l';

/** Findings, a line each: a digit sets the level of the marked one, and letters drop it, take it or undo. Enter ends the review. */
export const reviewPrompt = createPrompt<Reply<readonly (Level | undefined)[]>, ReviewConfig>(({ question, screen }, done) => {
  const { rows, words } = question;
  const [review, setReview] = useState<Review>(startReview(rows));
  const [at, setAt] = useState(0);
  useScreen(() => done({ kind: 'stop' }));
  // A paste is one key at most: a digit in front of it.
  usePaste(([first = '']) => {
    if (/^[0-9]$/.test(first) && Number(first) < words.length) setReview(setLevel(review, at, Number(first)));
  });

  useKeypress((key, rl) => {
    rl.clearLine(0);
    const move = (by: number): void => setAt(Math.max(0, Math.min(rows.length - 1, at + by)));
    const change = (level: Level | undefined): void => setReview(setLevel(review, at, level));
    const digit = /^[0-9]$/.test(key.name) ? Number(key.name) : undefined;
    if (isEnterKey(key)) done({ kind: 'answer', value: review.levels });
    else if (isUpKey(key)) move(-1);
    else if (isDownKey(key)) move(1);
    else if (key.name === 'pageup') move(-pageSize);
    else if (key.name === 'pagedown') move(pageSize);
    else if (key.name === 'home') setAt(0);
    else if (key.name === 'end') setAt(rows.length - 1);
    else if (digit !== undefined && digit < words.length) change(digit);
    else if (key.name === 'd' || isSpaceKey(key)) change(review.levels[at] === undefined ? rows[at]?.taken : undefined);
    else if (key.name === 'a') change(review.levels[at] ?? rows[at]?.taken);
    else if (key.name === 'u') setReview(undo(review));
    else if (key.name === 'escape' || key.name === 'q') done({ kind: 'back' });
  });
  return drawReview(question, review.levels, at, screen());
});

function drawReview(
  question: ReviewQuestion,
  levels: readonly (Level | undefined)[],
  at: number,
  screen: Screen,
): [string, string] {
  const { columns, rows: height, paint } = screen;
  const { rows, words } = question;
  const help = helpLines(question, columns);
  // Title, how many more, where the marked one is from, how many count: and the help.
  const room = Math.max(2, height - 4 - help.length);
  const { lines, size } = linesThatFit(question, levels, at, screen, room);
  const more = rows.length - size;
  const marked = levels[at];
  const said = marked === undefined ? 'does not count' : `${marked} ${words[marked] ?? ''}`;
  const kept = levels.filter((level) => level !== undefined).length;
  return drawLines(screen, 0, [
    paint(fitLine(question.title, columns), 'strong'),
    ...lines,
    ...(more > 0 ? [paint(fitLine(`  ${more} more above and below`, columns), 'dim')] : []),
    // The whole line of where the marked one is from: in the list it is cut.
    fitLine(`${rows[at]?.label ?? ''}: ${said} · ${rows[at]?.hint ?? ''}`, columns),
    paint(fitLine(`${kept} of ${rows.length} count`, columns), 'dim'),
    ...help.map((line, i) => paint(fitLine(line, columns), 'dim') + (i === help.length - 1 ? hideCursor : '')),
  ]);
}

/** As many findings around the marked one as fit with their headings. */
function linesThatFit(
  { rows }: ReviewQuestion,
  levels: readonly (Level | undefined)[],
  at: number,
  screen: Screen,
  room: number,
): { lines: string[]; size: number } {
  for (let size = Math.min(pageSize, rows.length, room - 1); ; size--) {
    const { from, to } = windowOf(rows.length, at, size);
    const listed = rows.slice(from, to).map((row, i) => ({ choice: row, mark: `${markOf(levels[from + i])} ` }));
    const lines = drawChoices(listed, at - from, screen).flatMap((line, i) => {
      const { group } = rows[from + i] as ReviewRow;
      const isFirst = i === 0 || rows[from + i - 1]?.group !== group;
      return isFirst ? [screen.paint(fitLine(group, screen.columns), 'dim'), line] : [line];
    });
    if (lines.length <= room || size <= 1) return { lines, size: to - from };
  }
}

function markOf(level: Level | undefined): string {
  return level === undefined ? '–' : String(level);
}

function helpLines({ words, enter }: ReviewQuestion, columns: number): string[] {
  const highest = words.length - 1;
  if (columns < 60) return [`0–${highest} · d drop · a take · u undo`, `Enter ${enter} · Esc leaves all`];
  return [`↑↓ moves · 0–${highest} sets the level · d drops · a takes · u undoes`, `Enter ${enter} · Esc changes nothing`];
}
