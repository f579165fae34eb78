import { closeSync, linkSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from './save-file.ts';
import { isAlive, removeIfThere } from './temporary-files.ts';

/** A lock on one file, held between copies of this program. */
export interface FileLock {
  /** Whether the lock file still names this holder. A process that was stopped for long may have lost it. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/** Thrown when another live process keeps the lock for longer than we wait. */
export class LockBusy extends Error {}

/** An edit takes milliseconds: whoever holds a lock for longer than this has been stopped, or is on a machine that died. */
const staleAfterMs = 30_000;
/** A lock file without a name in it: its maker was killed between creating and writing it. */
const emptyAfterMs = 2_000;
let counter = 0;

/**
 * Takes the lock of a file, waiting for its turn. A lock whose holder has died is taken over.
 *
 * @throws `LockBusy` after `patienceMs`, or the system's error when the folder cannot be written to
 */
export async function lockFile(path: string, patienceMs = 10_000): Promise<FileLock> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const token = `${process.pid} ${hostname()} ${counter++} ${Math.random().toString(36).slice(2)}`;
  const until = performance.now() + patienceMs;
  while (!create(lock, token)) {
    const stale = staleContent(lock);
    if (stale !== undefined) takeAway(lock, stale);
    else if (performance.now() > until) throw new LockBusy();
    // Uneven pauses keep waiting copies from asking in step.
    else await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 8));
  }
  const isHeld = (): boolean => contentOf(lock) === token;
  return {
    isHeld,
    release: () => {
      if (isHeld()) removeIfThere(lock);
    },
  };
}

function create(lock: string, token: string): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeWhole(handle, Buffer.from(token));
  } catch (error) {
    removeIfThere(lock);
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

function contentOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}

/** The content of a lock that nobody can hold any more; nothing when it is held, or gone. */
function staleContent(lock: string): string | undefined {
  const content = contentOf(lock);
  const stat = statSync(lock, { throwIfNoEntry: false });
  if (content === undefined || stat === undefined) return undefined;
  const age = Date.now() - stat.mtimeMs;
  const [pid, host] = content.split(' ');
  if (age > staleAfterMs) return content;
  if (content === '') return age > emptyAfterMs ? content : undefined;
  return host === hostname() && !isAlive(Number(pid)) ? content : undefined;
}

/**
 * Removes a stale lock. Of several copies that saw it, one may have taken it away and another made its own since: renaming
 * gets exactly one file, and one that is not the stale one is put back. Its holder asks `isHeld` before it replaces anything.
 */
function takeAway(lock: string, stale: string): void {
  const aside = `${lock}.${process.pid}-${counter++}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (contentOf(aside) !== stale) {
    try {
      linkSync(aside, lock);
    } catch {
      // A third copy holds it by now; the one that lost it starts its edit again.
    }
  }
  removeIfThere(aside);
}
