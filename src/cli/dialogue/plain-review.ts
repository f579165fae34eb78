import type { Level } from '../../core/model/scale.ts';
import { makeVisible } from '../../core/model/visible-text.ts';
import type { Reply, ReviewQuestion } from './asker.ts';
import { type Review, setLevel, startReview, undo } from './review.ts';

/** A review in typed lines: every finding is numbered and written once, and what changes is said. */
export async function reviewPlainly(
  question: ReviewQuestion,
  { say, ask }: { say: (line: string) => void; ask: (prompt: string) => Promise<string | Reply<never>> },
): Promise<Reply<readonly (Level | undefined)[]>> {
  const { rows, words, title, enter } = question;
  let review = startReview(rows);
  say(`\n${makeVisible(title)}`);
  rows.forEach((row, i) => {
    if (row.group !== rows[i - 1]?.group) say(makeVisible(`${row.group}:`));
    sayRow(i);
  });
  for (;;) {
    const typed = await ask(
      `Type 3=${words.length - 1} to set number 3 to level ${words.length - 1}, d 3 to drop it, a 3 to take it, u to undo; an empty line ${enter}, q changes nothing.`,
    );
    if (typeof typed !== 'string') return typed;
    if (typed === '') return { kind: 'answer', value: review.levels };
    if (typed === 'q') return { kind: 'back' };
    const changed = typed === 'u' ? undo(review) : changeBy(typed);
    if (changed === undefined) {
      say(`That is no change: use numbers from 1 to ${rows.length} and levels from 0 to ${words.length - 1}.`);
      continue;
    }
    const { levels } = review;
    review = changed;
    rows.forEach((_, i) => {
      if (review.levels[i] !== levels[i]) sayRow(i);
    });
  }

  function sayRow(i: number): void {
    const row = rows[i];
    const level = review.levels[i];
    const counts = level === undefined ? 'does not count' : `level ${level}`;
    say(makeVisible(`${i + 1}. ${row?.label}, ${counts}; ${row?.hint}`));
  }

  function changeBy(typed: string): Review | undefined {
    const set = /^(\d{1,6})\s*=\s*(\d)$/.exec(typed);
    const moved = /^([da])\s*(\d{1,6})$/.exec(typed);
    const at = Number(set?.[1] ?? moved?.[2] ?? 0) - 1;
    const row = rows[at];
    if (row === undefined) return undefined;
    if (moved !== null) return setLevel(review, at, moved[1] === 'd' ? undefined : (review.levels[at] ?? row.taken));
    const level = Number(set?.[2]);
    return level < words.length ? setLevel(review, at, level) : undefined;
  }
}
