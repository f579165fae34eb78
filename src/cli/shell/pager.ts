import { spawn } from 'node:child_process';
import { type Io, isReadAloud } from './io.ts';

/** What `less` is told where nobody told it otherwise: leave at once when all fits, keep colours, keep what was shown. */
const lessOptions = 'FRX';

/**
 * The command that shows a text of more than a screen: `$PAGER`, else less. Nothing where the answer goes elsewhere than to a
 * person at a terminal, where it fits, or where somebody said not to.
 *
 * @param lines of the text
 */
export function pagerFor(io: Io, options: Readonly<Record<string, unknown>>, lines: number): string | undefined {
  const { env, stdout } = io;
  if (!stdout.isTTY || stdout.rows === undefined || lines < stdout.rows) return undefined;
  if (options['pager'] === false || env['TERM'] === 'dumb' || isReadAloud(io, options)) return undefined;
  const pager = (env['PAGER'] ?? 'less').trim();
  return pager === '' || pager === 'cat' ? undefined : pager;
}

/** Shows a text in a pager and returns when it is left; false where the pager cannot be started, and nothing was shown. */
export function showInPager(pager: string, text: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn('/bin/sh', ['-c', pager], {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...env, LESS: env['LESS'] ?? lessOptions },
    });
    // Ctrl-C belongs to the pager while it runs.
    const ignore = (): void => {};
    process.on('SIGINT', ignore);
    const end = (shown: boolean): void => {
      process.off('SIGINT', ignore);
      done(shown);
    };
    child.on('error', () => end(false));
    // The shell's words for what cannot be found or started.
    child.on('close', (code) => end(code !== 127 && code !== 126));
    // Whoever leaves the pager early has seen enough.
    child.stdin.on('error', ignore);
    child.stdin.end(text);
  });
}
