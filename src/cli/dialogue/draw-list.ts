import { textWidth } from '../../report/text-width.ts';
import type { ListQuestion } from './asker.ts';
import { drawChoices, drawLines, fitLine, type Screen, windowOf } from './list-view.ts';

/**
 * What a list waits for beside a search: a second Esc that throws the marks away, or what becomes of a word that nobody knows,
 * with the pointer at keeping it or at searching again.
 */
export type Pending = 'nothing' | 'leave' | 'keep' | 'again';

/** What a list shows: what is typed, what is marked, and what was found, `at` being the place of the pointer in it; -1 for none. */
export interface ListState {
  readonly query: string;
  readonly picked: readonly (number | string)[];
  readonly found: readonly number[];
  readonly at: number;
  readonly pending: Pending;
}

interface ListLook {
  readonly question: ListQuestion;
  readonly several: boolean;
  readonly screen: () => Screen;
}

/** Rows of a list at most; more are found by typing. */
const mostRows = 10;

/** The lines down to the cursor's and those below it. On a low screen the list and what stands above it give way, never the title. */
export function drawList(look: ListLook, state: ListState): [string, string] {
  const { question, several } = look;
  const { query, picked, found, at, pending } = state;
  const screen = look.screen();
  const { columns, rows, paint } = screen;
  const marks = picked.length > 0 ? [fitLine(`${picked.length} marked: ${namesOf(question, picked)}`, columns)] : [];
  const typed = rowsOf(query, columns);
  // The title, the row that says that there is more, and the help.
  const room = rows - 3 - typed - marks.length;
  const above = question.above.slice(0, Math.max(0, room - 3)).map((line) => fitLine(line, columns));
  const size = Math.max(1, Math.min(mostRows, room - above.length));
  const { from, to } = windowOf(found.length, Math.max(0, at), size);
  const listed = found.slice(from, to).map((number) => ({
    choice: question.choices[number] ?? { label: '', hint: '' },
    mark: several ? (picked.includes(number) ? '◉ ' : '◯ ') : '',
  }));
  const more = found.length - (to - from);
  const lines =
    pending === 'keep' || pending === 'again'
      ? drawChoices(wordChoices(query), pending === 'keep' ? 0 : 1, screen)
      : [
          ...(listed.length === 0 ? ['  nothing answers to that'] : drawChoices(listed, at < 0 ? -1 : at - from, screen)),
          ...(more > 0 ? [paint(fitLine(`  ${more} more: type to search`, columns), 'dim')] : []),
        ];
  return drawLines(
    screen,
    typed - 1,
    [paint(fitLine(question.title, columns), 'strong'), ...above, `${paint('›', 'link')} ${query}`],
    [...lines, ...marks, paint(fitLine(helpLine(look, state), columns), pending === 'leave' ? 'fair' : 'dim')],
  );
}

function wordChoices(query: string): { choice: { label: string; hint: string }; mark: string }[] {
  return [
    { choice: { label: `Keep "${query.trim()}" as your own word`, hint: 'the catalogue does not know it' }, mark: '' },
    { choice: { label: 'Search again', hint: '' }, mark: '' },
  ];
}

function namesOf({ choices }: ListQuestion, picked: readonly (number | string)[]): string {
  return picked.map((one) => (typeof one === 'string' ? `"${one}"` : (choices[one]?.label ?? ''))).join(', ');
}

/** Rows that the line of the search takes: a long one is wrapped. */
function rowsOf(query: string, columns: number): number {
  return Math.floor((textWidth(query) + 2) / columns) + 1;
}

function helpLine({ question, several }: ListLook, { query, picked, at, pending }: ListState): string {
  if (pending === 'leave') return `Esc again throws the ${picked.length} marked away · any other key keeps them`;
  if (pending !== 'nothing') return '↑↓ moves · Enter chooses · Esc searches again';
  const enter =
    at >= 0
      ? several
        ? 'Enter marks'
        : 'Enter chooses'
      : question.ownWords
        ? 'Enter keeps your own word'
        : '↓ goes to the list';
  if (several && query !== '') return `${enter} · Esc clears`;
  if (several) return `type to search · Space marks · Enter goes on · Esc ${question.escape}`;
  const levels = question.levels > 0 ? `0–${question.levels} sets the level · ` : '';
  return `${levels}type to search · ${enter} · Esc ${query === '' ? question.escape : 'clears'}`;
}
