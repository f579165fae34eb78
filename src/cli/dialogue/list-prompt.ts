import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isTabKey,
  isUpKey,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import type { ListQuestion, Reply } from './asker.ts';
import { drawChoices, fitLine, listenToScreen, type Screen, windowOf } from './list-view.ts';

export interface ListConfig {
  readonly question: ListQuestion;
  /** Several may be marked; Enter on an empty line ends the list. */
  readonly several: boolean;
  readonly screen: () => Screen;
}

/** A list that is searched by typing. One choice comes back as a list of one. */
export const listPrompt = createPrompt<Reply<readonly number[]>, ListConfig>(({ question, several, screen }, done) => {
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(question.start);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [, setSize] = useState('');
  const finish = useRef(done);
  useEffect((rl) => listenToScreen(rl, setSize, () => finish.current({ kind: 'stop' })), []);
  const found = question.find(query);
  const at = Math.min(marked, Math.max(0, found.length - 1));
  const choice = found[at];

  useKeypress((key, rl) => {
    const empty = rl.line.trim() === '';
    if (isEnterKey(key)) {
      if (several && query === '') done({ kind: 'answer', value: picked });
      else if (choice !== undefined && several) toggle(choice, () => rl.clearLine(0));
      else if (choice !== undefined) done({ kind: 'answer', value: [choice] });
      // Readline has taken the line away; what was typed must stay where nothing was found.
      else rl.write(query);
      return;
    }
    if (isUpKey(key) || isDownKey(key)) {
      rl.clearLine(0);
      if (query !== '') rl.write(query);
      if (found.length > 0) setMarked((at + (isUpKey(key) ? found.length - 1 : 1)) % found.length);
    } else if (key.name === 'escape') {
      rl.clearLine(0);
      if (query === '') done({ kind: 'back' });
      else search('');
    } else if (several && choice !== undefined && (isTabKey(key) || (isSpaceKey(key) && query === '' && empty))) {
      toggle(choice, () => rl.clearLine(0));
    } else if (several && query === '' && isBackspaceKey(key)) {
      setPicked(picked.slice(0, -1));
    } else if (question.levels > 0 && query === '' && choice !== undefined && /^[0-9]$/.test(key.name)) {
      rl.clearLine(0);
      if (Number(key.name) <= question.levels) done({ kind: 'level', value: [choice], level: Number(key.name) });
    } else if (rl.line !== query) search(rl.line);
  });

  function search(text: string): void {
    setQuery(text);
    setMarked(0);
  }
  function toggle(chosen: number, clear: () => void): void {
    setPicked(picked.includes(chosen) ? picked.filter((one) => one !== chosen) : [...picked, chosen]);
    clear();
    if (query !== '') search('');
  }
  return drawList({ question, several, screen }, { query, picked, found, at });
});

/** What a list shows: what is typed, what is marked, and what was found, `at` being the place of the pointer in it. */
interface ListState {
  readonly query: string;
  readonly picked: readonly number[];
  readonly found: readonly number[];
  readonly at: number;
}

/** The lines above the cursor's and those below it. */
function drawList(config: ListConfig, { query, picked, found, at }: ListState): [string, string] {
  const { question, several, screen } = config;
  const { columns, rows, paint } = screen();
  const above = question.above.map((line) => fitLine(line, columns));
  const size = Math.max(3, Math.min(10, rows - above.length - 5));
  const { from, to } = windowOf(found.length, at, size);
  const listed = found.slice(from, to).map((number) => {
    const mark = several ? (picked.includes(number) ? '◉ ' : '◯ ') : '';
    return { choice: question.choices[number] as ListQuestion['choices'][number], mark };
  });
  const lines = listed.length === 0 ? ['  nothing answers to that'] : drawChoices(listed, at - from, screen());
  const more = found.length - (to - from);
  const names = picked.map((number) => question.choices[number]?.label ?? '');
  return [
    [paint(fitLine(question.title, columns), 'strong'), ...above, `${paint('›', 'link')} ${query}`].join('\n'),
    [
      ...lines,
      ...(more > 0 ? [paint(fitLine(`  ${more} more: type to search`, columns), 'dim')] : []),
      ...(names.length > 0 ? [fitLine(`${names.length} marked: ${names.join(', ')}`, columns)] : []),
      paint(fitLine(helpLine(config, query), columns), 'dim'),
    ].join('\n'),
  ];
}

function helpLine({ question, several }: ListConfig, query: string): string {
  if (several && query !== '') return 'Enter marks · Esc clears';
  if (several) return `type to search · Space marks · Enter goes on · Esc ${question.escape}`;
  const levels = question.levels > 0 ? `0–${question.levels} sets the level · ` : '';
  return `${levels}type to search · Enter chooses · Esc ${query === '' ? question.escape : 'clears'}`;
}
