import { createInterface } from 'node:readline';
import { AbortPromptError, CancelPromptError, ExitPromptError } from '@inquirer/core';
import input from '@inquirer/input';
import select from '@inquirer/select';
import type { Paint } from '../../report/paint.ts';
import type { Terminal } from '../shell/io.ts';
import type { Asker, Reply } from './asker.ts';
import { KeyStream } from './key-stream.ts';
import { listPrompt } from './list-prompt.ts';
import { fitLine, type Screen } from './list-view.ts';
import { ratePrompt } from './rate-prompt.ts';
import { reviewPrompt } from './review-prompt.ts';

/** Lines of a prompt on the screen: down to the cursor's, and below it. */
interface Frame {
  readonly above: number;
  readonly below: number;
}

/** What was said is written again after a new size of the screen, so many lines of it. */
const mostSaid = 200;

/** Questions that are drawn in place. A question wipes itself when it is answered; what is said stays. */
export function terminalAsker(terminal: Terminal, paint: Paint, signal: AbortSignal): Asker {
  const { output } = terminal;
  const keys = new KeyStream(terminal);
  // The first reader of keys decides how long Esc waits for the rest of a key's code: half a second, when it is inquirer's.
  createInterface({ input: keys, output, terminal: true, escapeCodeTimeout: 50 }).close();
  const said: string[] = [];
  let frame: Frame | undefined;
  const screen = (): Screen => ({
    columns: output.columns || 80,
    rows: output.rows || 24,
    paint,
    drew: (above, below) => {
      frame = { above, below };
    },
  });
  const context = { input: keys, output, signal, clearPromptOnDone: true };

  // Lines that were drawn for another width wrap in their own way in each terminal: nothing but a clean screen is sure. The
  // prompt then wipes as many lines as it drew before: they are there, and empty.
  const resized = (): void => {
    if (frame === undefined) return;
    const lines = said.slice(-Math.max(1, screen().rows)).map((line) => `${fitLine(line, screen().columns)}\n`);
    output.write(`\u001b[H\u001b[J${lines.join('')}${emptyLines(frame)}`);
  };
  // After Ctrl-Z and `fg` the shell's lines stand where the prompt was: it is drawn below them.
  const cameBack = (): void => {
    if (frame !== undefined) output.write(`\r\n${emptyLines(frame)}`);
  };
  output.on('resize', resized);
  keys.on('redraw', cameBack);

  const ask = async <T>(prompt: Promise<Reply<T>>): Promise<Reply<T>> => {
    const reply = await orInterrupt(prompt);
    frame = undefined;
    return reply;
  };
  const list = (question: Parameters<typeof listPrompt>[0]['question'], several: boolean): Promise<Reply<readonly number[]>> =>
    ask(listPrompt({ question, several, screen }, context));

  return {
    say: (line) => {
      said.push(line);
      if (said.length > mostSaid) said.shift();
      output.write(`${fitLine(line, screen().columns)}\n`);
    },
    menu: ({ title, choices }) =>
      askAgain(keys, signal, (until) =>
        select<number>(
          {
            message: fitLine(title, screen().columns),
            choices: choices.map(({ label, hint }, value) => ({
              value,
              name: fitLine(`${value + 1}. ${label}`, screen().columns - 4),
              description: fitLine(hint, screen().columns),
            })),
            theme: themeOf(paint),
          },
          { ...context, signal: until },
        ),
      ),
    line: ({ title, standard, problem }) =>
      askAgain(keys, signal, (until) =>
        input(
          {
            message: title,
            ...(standard === '' ? {} : { default: standard }),
            validate: (text) => problem(text) ?? true,
            theme: themeOf(paint),
          },
          { ...context, signal: until },
        ),
      ),
    async choose(question) {
      const reply = await list(question, false);
      if (reply.kind !== 'answer' && reply.kind !== 'level') return reply;
      return { ...reply, value: reply.value[0] ?? 0 };
    },
    pick: (question) => list(question, true),
    rate: (question) => ask(ratePrompt({ question, screen }, context)),
    review: (question) => ask(reviewPrompt({ question, screen }, context)),
    close: () => {
      output.off('resize', resized);
      keys.close();
    },
  };
}

/** As many empty lines as a prompt takes, with the cursor where the prompt's would be. */
function emptyLines({ above, below }: Frame): string {
  return '\n'.repeat(above + below - 1) + (below > 0 ? `\u001b[${below}A` : '');
}

/** Inquirer's own prompts in our colours, which may be none. */
function themeOf(paint: Paint): Record<string, unknown> {
  const dim = (text: string): string => paint(text, 'dim');
  return {
    prefix: { idle: paint('›', 'link'), done: paint('›', 'link') },
    style: {
      message: (text: string) => paint(text, 'strong'),
      highlight: (text: string) => paint(text, 'strong'),
      answer: dim,
      description: dim,
      error: (text: string) => paint(text, 'fair'),
      defaultAnswer: (text: string) => dim(`(${text})`),
      keysHelpTip: () => dim('↑↓ moves · Enter chooses · Esc leaves'),
    },
  };
}

/** One of inquirer's own prompts: Esc leaves it, and after Ctrl-Z and `fg` it is asked again, below what the shell wrote. */
async function askAgain<T>(keys: KeyStream, signal: AbortSignal, start: (until: AbortSignal) => Promise<T>): Promise<Reply<T>> {
  for (;;) {
    let ended: 'back' | 'again' | undefined;
    const left = new AbortController();
    const prompt = start(AbortSignal.any([signal, left.signal]));
    const leave = (how: 'back' | 'again'): void => {
      ended = how;
      left.abort();
    };
    const pressed = (_: string | undefined, key: { name?: string } | undefined): void => {
      if (key?.name === 'escape') leave('back');
    };
    const cameBack = (): void => leave('again');
    keys.on('keypress', pressed).on('redraw', cameBack);
    const reply = await orInterrupt(prompt.then((value): Reply<T> => ({ kind: 'answer', value })));
    keys.off('keypress', pressed).off('redraw', cameBack);
    if (ended === 'back') return { kind: 'back' };
    if (ended === undefined) return reply;
  }
}

async function orInterrupt<T>(reply: Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await reply;
  } catch (error) {
    const interrupted = [ExitPromptError, AbortPromptError, CancelPromptError].some((kind) => error instanceof kind);
    if (interrupted) return { kind: 'interrupt' };
    throw error;
  }
}
