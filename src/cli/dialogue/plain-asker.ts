import { createInterface } from 'node:readline';
import { makeVisible } from '../../core/model/visible-text.ts';
import type { Terminal } from '../shell/io.ts';
import type { Asker, LineQuestion, ListQuestion, MenuQuestion, RateQuestion, Reply } from './asker.ts';
import { reviewPlainly } from './plain-review.ts';

/** So many numbered lines at once; a search narrows them. */
const listed = 9;

/** Questions as numbered lines of text, each written once and never repainted: for screen readers and simple terminals. */
export function plainAsker(terminal: Terminal, signal: AbortSignal): Asker {
  const { say, ask, close } = openLines(terminal, signal);

  async function list(question: ListQuestion, several: boolean): Promise<Reply<readonly number[]>> {
    const picked: number[] = [];
    const words: string[] = [];
    let query = '';
    say(`\n${makeVisible(question.title)}`);
    for (const line of question.above) say(makeVisible(line));
    for (;;) {
      const found = question.find(query).slice(0, listed);
      found.forEach((number, i) => {
        const { label, hint } = question.choices[number] as ListQuestion['choices'][number];
        say(makeVisible(`${i + 1}. ${label}${hint === '' ? '' : `, ${hint}`}${picked.includes(number) ? ', marked' : ''}`));
      });
      if (found.length === 0) say('Nothing answers to that.');
      const canKeep = several && question.ownWords === true && found.length === 0 && query !== '';
      if (canKeep) say(makeVisible(`Type + to keep "${query}" as your own word, which the catalogue does not know.`));
      const typed = await ask(several ? manyHelp(query) : oneHelp(question, query));
      if (typeof typed !== 'string') return typed;
      if (typed === 'u') return { kind: 'back' };
      if (typed === 'q') return { kind: 'stop' };
      const level = /^(\d+)\s*=\s*(\d+)$/.exec(typed);
      const numbers = /^\d+(?:[\s,]+\d+)*$/.test(typed) ? typed.split(/[\s,]+/).map(Number) : [];
      const chosen = (level === null ? numbers : [Number(level[1])]).map((one) => found[one - 1]);
      const known = chosen.filter((one) => one !== undefined);
      if (several && typed === '' && query === '')
        return { kind: 'answer', value: picked, ...(words.length === 0 ? {} : { words }) };
      if (chosen.length > known.length) say(numbersThere(found.length));
      else if (canKeep && typed === '+') {
        if (!words.includes(query)) words.push(query);
        say(makeVisible(`Kept: ${words.join(', ')}.`));
        query = '';
      } else if (level !== null && Number(level[2]) <= question.levels) {
        return { kind: 'level', value: known, level: Number(level[2]) };
      } else if (several && known.length > 0) {
        for (const one of known) if (!picked.includes(one)) picked.push(one);
        say(`Marked: ${makeVisible(picked.map((one) => question.choices[one]?.label ?? '').join(', '))}.`);
        query = '';
      } else if (known[0] !== undefined) return { kind: 'answer', value: [known[0]] };
      else query = typed;
    }
  }

  return {
    say: (line) => say(makeVisible(line)),
    async menu({ title, choices }: MenuQuestion) {
      say(`\n${makeVisible(title)}`);
      choices.forEach(({ label, hint }, i) => {
        say(makeVisible(`${i + 1}. ${label}${hint === '' ? '' : `, ${hint}`}`));
      });
      for (;;) {
        const typed = await ask(`Type a number from 1 to ${choices.length}; q leaves.`);
        if (typeof typed !== 'string') return typed;
        if (typed === 'q') return { kind: 'back' };
        if (/^\d+$/.test(typed) && choices[Number(typed) - 1] !== undefined) return { kind: 'answer', value: Number(typed) - 1 };
        say(`That is no number from 1 to ${choices.length}.`);
      }
    },
    async line({ title, standard, problem }: LineQuestion) {
      for (;;) {
        const typed = await ask(makeVisible(standard === '' ? title : `${title} An empty line is ${standard}.`));
        if (typeof typed !== 'string') return typed;
        const text = typed === '' ? standard : typed;
        const wrong = problem(text);
        if (wrong === undefined) return { kind: 'answer', value: text };
        say(makeVisible(wrong));
      }
    },
    async choose(question) {
      const reply = await list(question, false);
      if (reply.kind !== 'answer' && reply.kind !== 'level') return reply;
      return { ...reply, value: reply.value[0] ?? 0 };
    },
    pick: (question) => list(question, true),
    async rate(question: RateQuestion) {
      say(`\n${makeVisible(question.title)}`);
      if (question.why !== '') say(makeVisible(question.why));
      question.levels.forEach((one, i) => {
        say(makeVisible(`${i}. ${one.word}: ${one.anchor}`));
      });
      const highest = question.levels.length - 1;
      for (;;) {
        const typed = await ask(`Type 0 to ${highest}; u undoes the last answer, s skips, q stops.`);
        if (typeof typed !== 'string') return typed;
        if (/^\d+$/.test(typed) && Number(typed) <= highest) return { kind: 'answer', value: Number(typed) };
        if (typed === 'u') return { kind: 'back' };
        if (typed === 's') return { kind: 'skip' };
        if (typed === 'q') return { kind: 'stop' };
        say(`That is no level from 0 to ${highest}.`);
      }
    },
    review: (question) => reviewPlainly(question, { say, ask }),
    close,
  };
}

/** A conversation in typed lines: `ask` gives the next one, or a reply instead of it when there is none. */
function openLines(
  { input, output, onContinue }: Terminal,
  signal: AbortSignal,
): { say: (line: string) => void; ask: (prompt: string) => Promise<string | Reply<never>>; close: () => void } {
  const lines = createInterface({ input, terminal: false });
  const waiting: ((line: string | undefined) => void)[] = [];
  const early: string[] = [];
  let ended = false;
  lines.on('line', (line) => {
    const next = waiting.shift();
    if (next === undefined) early.push(line);
    else next(line);
  });
  const end = (): void => {
    ended = true;
    for (const next of waiting.splice(0)) next(undefined);
  };
  lines.on('close', end);
  signal.addEventListener('abort', end);
  // After Ctrl-Z and `fg` the question that waits stands above what the shell wrote: it is asked again.
  let asked = '';
  const ceaseContinue = onContinue(() => {
    if (waiting.length > 0) output.write(`\n${asked}\n> `);
  });
  const say = (line: string): void => {
    output.write(`${line}\n`);
  };

  const ask = async (prompt: string): Promise<string | Reply<never>> => {
    if (signal.aborted) return { kind: 'interrupt' };
    asked = prompt;
    output.write(`${prompt}\n> `);
    const line = early.shift() ?? (ended ? undefined : await new Promise<string | undefined>((done) => waiting.push(done)));
    if (line !== undefined) return line.trim();
    output.write('\n');
    return { kind: signal.aborted ? 'interrupt' : 'stop' };
  };
  return {
    say,
    ask,
    close: () => {
      ceaseContinue();
      lines.close();
    },
  };
}

function manyHelp(query: string): string {
  const empty = query === '' ? 'to go on' : 'to see the whole list again';
  return `Type numbers to mark, letters to search, an empty line ${empty}; u goes back, q stops.`;
}

function oneHelp({ levels }: ListQuestion, query: string): string {
  const set = levels > 0 ? ` 2=4 sets number 2 to level 4;` : '';
  const empty = query === '' ? '' : ' an empty line shows the whole list again;';
  return `Type a number to choose, letters to search;${set}${empty} u goes back, q stops.`;
}

/** Which numbers can be typed, where one was that is not there. */
function numbersThere(found: number): string {
  if (found === 0) return 'Nothing is listed to choose; an empty line shows the whole list again.';
  return found === 1 ? 'There is no such number; only 1 is listed.' : `There is no such number; use 1 to ${found}.`;
}
