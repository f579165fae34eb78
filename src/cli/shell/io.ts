import type { Readable } from 'node:stream';
import type { SignalCode } from './failure.ts';

/** Somewhere to print. `write` resolves when the text is taken, so that waiting for it keeps memory flat. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal, when it is one. */
  readonly columns: number | undefined;
  /** Rejects with the system's error; `EPIPE` says that the reader has gone. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
}

/** A terminal to ask questions on. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Calls `stop` with the exit code of the signal that ends the program (Ctrl-C: 130, SIGTERM: 143); returns how to cease. */
  readonly onSignal: (stop: (exitCode: 130 | 143) => void) => () => void;
  /** Stops the program and whatever was started with it, as Ctrl-Z does; returns when it goes on. */
  readonly suspend: () => void;
  /** Calls `listener` when a stopped program goes on; returns how to cease. */
  readonly onContinue: (listener: () => void) => () => void;
}

/** The world as a command sees it. Tests hand in their own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean; readonly fd?: number };
  readonly stdout: Output;
  readonly stderr: Output;
  /** The terminal of a person: input and standard error are one. Nothing where there is none. */
  readonly terminal?: () => Terminal | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  readonly cwd: string;
  /** The package's own folder, which holds `dist/` and `data/`. */
  readonly home: string;
  /** The present day and time. */
  readonly now: () => Date;
  /** Calls `listener` with the exit code on a signal instead of ending the process, until the returned function is called. */
  readonly onSignal: (listener: (exitCode: SignalCode) => void) => () => void;
}

/** Whether somebody wants text to be read aloud, and nothing that is repainted or drawn: ACCESSIBLE, or `--accessible`. */
export function isReadAloud({ env }: Pick<Io, 'env'>, options: Readonly<Record<string, unknown>>): boolean {
  const asked = env['ACCESSIBLE'] ?? '';
  return options['accessible'] === true || (asked !== '' && asked !== '0');
}

/** The flag wins, then FORCE_COLOR, then NO_COLOR, then whether the stream is a terminal that can. */
export function wantsColour(io: Io, stream: { readonly isTTY: boolean }, flag: boolean): boolean {
  if (!flag) return false;
  const force = io.env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (io.env['NO_COLOR'] !== undefined && io.env['NO_COLOR'] !== '') return false;
  return stream.isTTY && io.env['TERM'] !== 'dumb';
}
