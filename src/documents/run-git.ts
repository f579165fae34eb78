import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import type { Readable } from 'node:stream';

/** Nothing of a repository's own configuration may start a program, and nothing may be fetched. */
const safely = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'log.showSignature=false', 'protocol.allow=never', `core.hooksPath=${devNull}`].flatMap((one) => [
    '-c',
    one,
  ]),
];

/** Starts the git of this machine in a folder. The arguments never meet a shell. */
export function startGit(folder: string, args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn('git', [...safely, '-C', folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: quietEnvironment() });
}

/** Of what git complains about, so much is shown. */
const maxComplaint = 200;
/** More than this is no list of files that a person changed. */
const maxOutput = 64 * 1024 * 1024;

/** What git prints, or why it prints nothing. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | { readonly refused: string }> {
  return new Promise((resolve) => {
    const git = startGit(folder, args);
    const parts: Buffer[] = [];
    let length = 0;
    let complaint = '';
    git.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > maxOutput) git.kill();
    });
    git.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint = `${complaint}${part}`.slice(0, maxComplaint);
    });
    git.on('error', () => resolve({ refused: 'git cannot be started' }));
    git.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else resolve({ refused: code === null ? 'git says too much' : complaintOf(complaint) });
    });
  });
}

/** The first line of a complaint, as part of a sentence. */
export function complaintOf(complaint: string): string {
  return `git says: ${complaint.split('\n')[0]?.replace(/^fatal: /, '') ?? ''}`;
}

/** Variables of git's own that point elsewhere do not count; nothing asks, and nothing is fetched. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}
