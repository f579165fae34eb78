import { createInterface } from 'node:readline';
import { AbortPromptError, CancelPromptError, ExitPromptError } from '@inquirer/core';
import type { Paint } from '../../report/paint.ts';
import type { Terminal } from '../shell/io.ts';
import type { Asker, Reply } from './asker.ts';
import { listPrompt } from './list-prompt.ts';
import { fitLine, type Screen } from './list-view.ts';
import { ratePrompt } from './rate-prompt.ts';
import { reviewPrompt } from './review-prompt.ts';

/** Questions that are drawn in place. A question wipes itself when it is answered; what is said stays. */
export function terminalAsker({ input, output }: Terminal, paint: Paint, signal: AbortSignal): Asker {
  // The first reader of keys decides how long Esc waits for the rest of a key's code: half a second, when it is inquirer's.
  createInterface({ input, output, terminal: true, escapeCodeTimeout: 50 }).close();
  const screen = (): Screen => ({ columns: output.columns || 80, rows: output.rows || 24, paint });
  const context = { input, output, signal, clearPromptOnDone: true };
  const list = (question: Parameters<typeof listPrompt>[0]['question'], several: boolean): Promise<Reply<readonly number[]>> =>
    orInterrupt(listPrompt({ question, several, screen }, context));
  return {
    say: (line) => output.write(`${fitLine(line, screen().columns)}\n`),
    async choose(question) {
      const reply = await list(question, false);
      if (reply.kind !== 'answer' && reply.kind !== 'level') return reply;
      return { ...reply, value: reply.value[0] ?? 0 };
    },
    pick: (question) => list(question, true),
    rate: (question) => orInterrupt(ratePrompt({ question, screen }, context)),
    review: (question) => orInterrupt(reviewPrompt({ question, screen }, context)),
    close: () => {},
  };
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
