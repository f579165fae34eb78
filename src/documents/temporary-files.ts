import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Names of temporary files say which process of which machine made them. */
const temporaryName = /^\..*\.careerpath-(\d+)-\d+(?:-(\w*))?\.tmp$/;
/** Milliseconds. What another machine left is told from what it is writing by its age alone. */
const day = 86_400_000;
let counter = 0;

/** A new name for a temporary file or folder beside a path. */
export function temporaryBeside(path: string): string {
  // Cut, so that a name of the greatest length still has room for the rest.
  return join(dirname(path), `.${basename(path).slice(0, 40)}.careerpath-${process.pid}-${counter++}-${hostKey()}.tmp`);
}

function hostKey(): string {
  return hostname().replace(/\W/g, '').slice(0, 20);
}

/** Removes the temporary files and folders that killed processes left in a folder. Never throws. */
export function sweepTemporaries(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const made = temporaryName.exec(name);
      if (made !== null && isLeft(join(folder, name), Number(made[1]), made[2] ?? hostKey())) removeIfThere(join(folder, name));
    }
  } catch {
    // The folder cannot be read, or another process was faster.
  }
}

function isLeft(path: string, pid: number, host: string): boolean {
  if (host === hostKey() && !isAlive(pid)) return true;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > day;
}

/** Whether a process of this machine is running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, and alive.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Removes a file or a folder; that it is gone already, or cannot be removed, is no fault of the caller's work. */
export function removeIfThere(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Swept another time.
  }
}
