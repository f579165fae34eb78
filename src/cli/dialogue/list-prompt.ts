import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isTabKey,
  isUpKey,
  useKeypress,
  useMemo,
  useState,
} from '@inquirer/core';
import type { ListQuestion, Reply } from './asker.ts';
import { drawList, type Pending } from './draw-list.ts';
import type { Screen } from './list-view.ts';
import { longestLine } from './pasted-text.ts';
import { usePaste, useScreen } from './use-screen.ts';

export interface ListConfig {
  readonly question: ListQuestion;
  /** Several may be marked; Enter on an empty line ends the list. */
  readonly several: boolean;
  readonly screen: () => Screen;
}

/** A list that is searched by typing. One choice comes back as a list of one. */
export const listPrompt = createPrompt<Reply<readonly number[]>, ListConfig>(({ question, several, screen }, done) => {
  // One state: a search moves the mark in the same drawing.
  const [{ query, marked }, setSearch] = useState({ query: '', marked: question.start });
  // Numbers of choices, and words of one's own, in the order in which they were marked.
  const [picked, setPicked] = useState<readonly (number | string)[]>([]);
  const [pending, setPending] = useState<Pending>('nothing');
  useScreen(() => done({ kind: 'stop' }));
  // Looked for once a query: a mark that moves must not search again.
  const found = useMemo(() => question.find(query), [query]);
  const at = Math.min(marked, found.length - 1);
  const choice = found[at];

  usePaste((text, rl) => {
    if (pending !== 'nothing') setPending('nothing');
    rl.write(text.slice(0, Math.max(0, longestLine - rl.line.length)));
    search(rl.line);
  });

  useKeypress((key, rl) => {
    const empty = rl.line.trim() === '';
    const asked = pending;
    if (asked !== 'nothing') setPending('nothing');
    if (asked === 'keep' || asked === 'again') {
      if (answerWord(key.name, asked, () => rl.clearLine(0))) return;
    }
    if (isEnterKey(key)) {
      if (several && query === '') finish();
      else if (choice !== undefined && several) mark(choice, () => rl.clearLine(0));
      else if (choice !== undefined) done({ kind: 'answer', value: [choice] });
      else if (question.ownWords === true && query.trim() !== '') setPending('keep');
      // Readline has taken the line away; what was typed must stay where nothing was found.
      else rl.write(query);
      return;
    }
    if (isUpKey(key) || isDownKey(key)) {
      rl.clearLine(0);
      if (query !== '') rl.write(query);
      if (found.length > 0) setSearch({ query, marked: moved(isDownKey(key)) });
    } else if (key.name === 'escape') {
      rl.clearLine(0);
      if (query !== '') search('');
      else if (picked.length > 0 && asked !== 'leave') setPending('leave');
      else done({ kind: 'back' });
    } else if (several && choice !== undefined && (isTabKey(key) || (isSpaceKey(key) && query === '' && empty))) {
      toggle(choice, () => rl.clearLine(0));
    } else if (several && query === '' && isBackspaceKey(key)) {
      setPicked(picked.slice(0, -1));
    } else if (question.levels > 0 && query === '' && choice !== undefined && /^[0-9]$/.test(key.name)) {
      rl.clearLine(0);
      if (Number(key.name) <= question.levels) done({ kind: 'level', value: [choice], level: Number(key.name) });
    } else if (rl.line !== query) {
      if (rl.line.length > longestLine) {
        rl.clearLine(0);
        rl.write(query);
      } else search(rl.line);
    }
  });

  /** Enter on what nobody knows: keep it as it is, or search again. Whether the key was an answer. */
  function answerWord(key: string, asked: Pending, clear: () => void): boolean {
    switch (key) {
      case 'up':
      case 'down':
        clear();
        setPending(asked === 'keep' ? 'again' : 'keep');
        return true;
      case 'return':
      case 'enter':
      case 'escape':
        clear();
        if (asked === 'keep' && key !== 'escape' && !picked.includes(query.trim())) setPicked([...picked, query.trim()]);
        search('');
        return true;
      default:
        return false;
    }
  }

  function finish(): void {
    const words = picked.filter((one) => typeof one === 'string');
    const value = picked.filter((one) => typeof one === 'number');
    done({ kind: 'answer', value, ...(words.length === 0 ? {} : { words }) });
  }
  function search(text: string): void {
    setSearch({ query: text, marked: text === '' || question.isSure?.(text) !== false ? 0 : -1 });
  }
  function moved(down: boolean): number {
    if (at < 0) return down ? 0 : found.length - 1;
    return (at + (down ? 1 : found.length - 1)) % found.length;
  }
  /** Enter marks: what is marked already stays so. */
  function mark(chosen: number, clear: () => void): void {
    if (query === '' || !picked.includes(chosen)) toggle(chosen, clear);
    else {
      clear();
      search('');
    }
  }
  function toggle(chosen: number, clear: () => void): void {
    setPicked(picked.includes(chosen) ? picked.filter((one) => one !== chosen) : [...picked, chosen]);
    clear();
    if (query !== '') search('');
  }
  return drawList({ question, several, screen }, { query, picked, found, at, pending });
});
