import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { home } from './run-cli.ts';

/** The built program in a pseudo-terminal, as a person sees it. */
export interface Pty {
  readonly send: (keys: string) => void;
  readonly order: (order: Record<string, unknown>) => void;
  /** Waits until something new that matches is shown; earlier output does not count twice. */
  readonly see: (pattern: RegExp) => Promise<string>;
  readonly exit: Promise<number>;
  /** Everything that was written, with its control sequences. */
  readonly raw: () => string;
}

export interface PtyWorld {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  /** Another program than careerpath: a shell that starts it. */
  readonly program?: readonly string[];
  readonly env?: Record<string, string>;
}

/** How long a screen may take on a busy machine. */
const patience = 8_000;

/** The built program, as a command line starts it. */
export const careerpath: readonly string[] = [process.execPath, join(home, 'bin', 'careerpath.js')];

export function openPty(
  argv: readonly string[],
  { cwd, columns = 80, rows = 24, program = careerpath, env = {} }: PtyWorld,
): Pty {
  const driver = join(home, 'test', 'support', 'drive-terminal.py');
  const child = spawn('python3', [driver, String(columns), String(rows), ...program, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', HOME: cwd, ...env },
  });
  let raw = '';
  let errors = '';
  let seen = 0;
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    raw += text;
    for (const watch of watchers) watch();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const order = (one: Record<string, unknown>): void => {
    child.stdin.write(`${JSON.stringify(one)}\n`);
  };
  const exit = new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done(Number(/exit (\d+)/.exec(errors)?.[1] ?? Number.NaN)));
  });
  return {
    order,
    send: (keys) => order({ send: keys }),
    raw: () => raw,
    exit,
    see: (pattern) =>
      new Promise((done, fail) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          fail(new Error(`waited for ${pattern}, saw: ${stripVTControlCharacters(raw.slice(seen))}\n${errors}`));
        }, patience);
        const look = (): void => {
          const shown = stripVTControlCharacters(raw.slice(seen));
          if (!pattern.test(shown)) return;
          seen = raw.length;
          clearTimeout(timer);
          watchers.delete(look);
          // The prompt that drew this listens for keys only after the same turn of its event loop.
          setTimeout(() => done(shown), 60);
        };
        watchers.add(look);
        look();
      }),
  };
}
