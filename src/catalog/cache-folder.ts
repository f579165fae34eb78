import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { makeFolders, saveFile } from '../documents/save-file.ts';
import { sweepTemporaries } from '../documents/temporary-files.ts';

/**
 * The one place of what is kept between runs. Nothing there is ever needed, and everything can be made again: what cannot be
 * read, written or trusted counts as missing, and nothing here throws.
 */
export interface CacheFolder {
  /** The bytes kept under a name and when they were last marked as used, in milliseconds since 1970. */
  readonly read: (name: string) => { readonly bytes: Buffer; readonly used: number } | undefined;
  /** Whether it was kept, whole. */
  readonly write: (name: string, bytes: Uint8Array) => boolean;
  readonly markUsed: (name: string, now: number) => void;
  /** What is kept, last used first. */
  readonly list: () => readonly string[];
  readonly remove: (name: string) => void;
}

/** The folder of the cache by the XDG rules, in which a relative path does not count. Nothing when no home is known. */
export function cachePath(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: named = '', HOME: user = '' } = env;
  if (isAbsolute(named)) return join(named, 'careerpath');
  return isAbsolute(user) ? join(user, '.cache', 'careerpath') : undefined;
}

/** The cache in a folder, which is made when something is first written. Without a folder, nothing is kept. */
export function openCacheFolder(folder: string | undefined): CacheFolder {
  const attempt = <T>(work: (folder: string) => T): T | undefined => {
    try {
      return folder !== undefined && isOurs(folder) ? work(folder) : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    read: (name) => attempt((found) => readOwn(join(found, name))),
    write(name, bytes) {
      try {
        if (folder !== undefined) makePrivate(folder);
      } catch {
        return false;
      }
      return attempt((found) => saveFile(join(found, name), bytes)) === true;
    },
    markUsed: (name, now) => attempt((found) => utimesSync(join(found, name), now / 1000, now / 1000)),
    list: () =>
      attempt((found) => {
        sweepTemporaries(found);
        const names = readdirSync(found).map((name) => ({ name, used: lstatSync(join(found, name)).mtimeMs }));
        return names.sort((a, b) => b.used - a.used).map(({ name }) => name);
      }) ?? [],
    remove: (name) => attempt((found) => unlinkSync(join(found, name))),
  };
}

/** Makes a folder for its owner alone, or makes one of ours so. */
function makePrivate(folder: string): void {
  makeFolders(folder, 0o700);
  const { mode, uid } = lstatSync(folder);
  if ((mode & 0o077) !== 0 && uid === ownUser(uid)) chmodSync(folder, 0o700);
}

/** Whether nobody else can put anything into a folder: it is ours, no link leads to it, and others may not write there. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  return stat.isDirectory() && stat.uid === ownUser(stat.uid) && (stat.mode & 0o022) === 0;
}

/** The user of this process; systems without numbers for users have folders of one's own by other means. */
function ownUser(otherwise: number): number {
  return process.getuid?.() ?? otherwise;
}

function readOwn(path: string): { bytes: Buffer; used: number } | undefined {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.uid !== ownUser(stat.uid)) return undefined;
    return { bytes: readFileSync(handle), used: stat.mtimeMs };
  } finally {
    closeSync(handle);
  }
}
