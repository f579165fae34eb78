import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.ts';
import type { Io } from '../../src/cli/shell/io.ts';
import { checkAnswer } from './check-answer.ts';

/** The package's folder. */
export const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface CliWorld {
  /** A stream is taken as it is: it may never end. */
  readonly stdin?: string | Buffer | Readable;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** The time; it stands still when none is given. */
  readonly now?: () => Date;
  /** Resolves when Ctrl-C is to be pressed. */
  readonly interrupt?: Promise<void>;
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command line in this process and returns what it printed. Nothing of the real environment reaches it. What it printed
 * as JSON is held against the published schema.
 */
export async function runCli(argv: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const io: Io = {
    stdin:
      world.stdin instanceof Readable ? world.stdin : Readable.from(world.stdin === undefined ? [] : [Buffer.from(world.stdin)]),
    stdout: {
      isTTY: world.isTTY ?? false,
      columns: world.columns,
      write: async (text) => {
        stdout += text;
      },
    },
    stderr: {
      isTTY: world.isTTY ?? false,
      columns: world.columns,
      write: async (text) => {
        stderr += text;
      },
    },
    env: world.env ?? {},
    cwd: world.cwd ?? home,
    home,
    now: world.now ?? (() => new Date('2026-11-20T09:00:00Z')),
    onSignal(listener) {
      let listening = true;
      world.interrupt?.then(() => listening && listener(130));
      return () => {
        listening = false;
      };
    },
  };
  const code = await run(argv, io);
  // Cut off by a signal, an answer is no JSON.
  if (code < 128) checkAnswer(argv, stdout);
  return { code, stdout, stderr };
}
