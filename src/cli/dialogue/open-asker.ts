import { makePaint } from '../../report/paint.ts';
import type { Invocation, Session } from '../shell/command.ts';
import { type ExitCode, exitCodes, Failure } from '../shell/failure.ts';
import { isReadAloud, wantsColour } from '../shell/io.ts';
import type { Asker } from './asker.ts';

/** A conversation, and how it was ended when not by its own questions. */
export interface Conversation {
  readonly asker: Asker;
  /** 130 after Ctrl-C, 143 after SIGTERM. */
  readonly interruptCode: () => ExitCode;
  readonly close: () => void;
}

/**
 * Opens the terminal for questions. Without one, or with `--no-input`, that is wrong usage: nothing waits for an answer that
 * cannot come.
 */
export async function openConversation({ io }: Session, { options }: Invocation, command: string): Promise<Conversation> {
  const terminal = options['input'] === false ? undefined : io.terminal?.();
  if (terminal === undefined) {
    const why = options['input'] === false ? '--no-input says not to' : 'standard input and error are not a terminal';
    throw new Failure(exitCodes.usage, [{ code: 'no-terminal', facts: { command, why } }]);
  }
  const abort = new AbortController();
  let interruptCode: ExitCode = exitCodes.interrupted;
  const ceaseListening = terminal.onSignal((exitCode) => {
    interruptCode = exitCode;
    abort.abort();
  });
  // Inquirer comes as ES modules only, and takes longer to load than the rest of the program.
  const asker =
    isReadAloud(io, options) || io.env['TERM'] === 'dumb'
      ? (await import('./plain-asker.ts')).plainAsker(terminal, abort.signal)
      : (await import('./terminal-asker.ts')).terminalAsker(
          terminal,
          await makePaint(wantsColour(io, io.stderr, options['color'] !== false)),
          abort.signal,
        );
  return {
    asker,
    interruptCode: () => interruptCode,
    close: () => {
      asker.close();
      ceaseListening();
      // An open terminal would keep the process waiting for more.
      terminal.input.pause();
    },
  };
}
