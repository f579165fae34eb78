import { createInterface } from 'node:readline';
import { makeVisible } from '../../core/model/visible-text.ts';
import type { Terminal } from '../shell/io.ts';
import type { Asker, ListQuestion, RateQuestion, Reply } from './asker.ts';
import { reviewPlainly } from './plain-review.ts';

/** So many numbered lines at once; a search narrows them. */
const listed = 9;

/** Questions as numbered lines of text, each written once and never repainted: for screen readers and simple terminals. */
export function plainAsker(terminal: Terminal, signal: AbortSignal): Asker {
  const { say, ask, close } = openLines(terminal, signal);

  async function list(question: ListQuestion, several: boolean): Promise<Reply<readonly number[]>> {
    const picked: number[] = [];
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
      const typed = await ask(several ? manyHelp : oneHelp(question));
      if (typeof typed !== 'string') return typed;
      if (typed === 'u') return { kind: 'back' };
      if (typed === 'q') return { kind: 'stop' };
      const level = /^(\d+)\s*=\s*(\d+)$/.exec(typed);
      const numbers = /^\d+(?:[\s,]+\d+)*$/.test(typed) ? typed.split(/[\s,]+/).map(Number) : [];
      const chosen = (level === null ? numbers : [Number(level[1])]).map((one) => found[one - 1]);
      const known = chosen.filter((one) => one !== undefined);
      if (several && typed === '') return { kind: 'answer', value: picked };
      if (chosen.length > known.length) say(`There is no such number; use 1 to ${found.length}.`);
      else if (level !== null && Number(level[2]) <= question.levels) {
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
  { input, output }: Terminal,
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
  const say = (line: string): void => {
    output.write(`${line}\n`);
  };

  const ask = async (prompt: string): Promise<string | Reply<never>> => {
    if (signal.aborted) return { kind: 'interrupt' };
    output.write(`${prompt}\n> `);
    const line = early.shift() ?? (ended ? undefined : await new Promise<string | undefined>((done) => waiting.push(done)));
    if (line !== undefined) return line.trim();
    output.write('\n');
    return { kind: signal.aborted ? 'interrupt' : 'stop' };
  };
  return { say, ask, close: () => lines.close() };
}

const manyHelp = 'Type numbers to mark, letters to search, an empty line to go on; u goes back, q stops.';

function oneHelp({ levels }: ListQuestion): string {
  const set = levels > 0 ? ` 2=4 sets number 2 to level 4;` : '';
  return `Type a number to choose, letters to search;${set} u goes back, q stops.`;
}
