import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { removeIfThere, sweepTemporaries, temporaryBeside } from './temporary-files.ts';

/** Of UTF-8, for one unit of a JavaScript text. */
const maxBytesPerUnit = 3;

/** The file behind a path: a link is followed, so that saving replaces what it points to and not the link. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}

/**
 * Replaces a file whole, or leaves the old one whole: the bytes go to a temporary file in the same folder, and only when all
 * of them are on the disk does it take the place of the old one. After the return, a power cut loses nothing either.
 *
 * @param path as `realPathOf` gives it
 * @param stillOurs asked just before the old file is replaced; `false` leaves it
 * @returns whether the file was replaced
 * @throws the system's error; the temporary file is gone then
 */
export function saveFile(path: string, bytes: Uint8Array, stillOurs: () => boolean = () => true): boolean {
  const replacement = openReplacement(path);
  try {
    replacement.write(bytes);
    replacement.complete();
    if (!stillOurs()) {
      replacement.abandon();
      return false;
    }
    replacement.takePlace();
  } catch (error) {
    replacement.abandon();
    throw error;
  }
  return true;
}

/**
 * As `saveFile`, for a text that comes in parts: none is held longer than it takes to write it. A link stays one. A device or a
 * pipe is written to as it is: there is nothing to replace.
 *
 * @throws the system's error, or what the parts throw on their way; the old file is as it was then
 */
export async function saveParts(path: string, parts: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<void> {
  const target = realPathOf(path);
  const special = statSync(target, { throwIfNoEntry: false })?.isFile() === false;
  const replacement = special ? openSpecial(target) : openReplacement(target);
  try {
    // One page for all parts: memory outside the heap is given back late.
    let page = Buffer.alloc(0);
    for await (const part of parts) {
      if (typeof part !== 'string') {
        replacement.write(part);
        continue;
      }
      if (page.length < part.length * maxBytesPerUnit) page = Buffer.allocUnsafe(part.length * maxBytesPerUnit);
      replacement.write(page.subarray(0, page.write(part)));
    }
    replacement.complete();
    replacement.takePlace();
  } catch (error) {
    replacement.abandon();
    throw error;
  }
}

/** Bytes on their way to a place. `abandon` may be called at any time; after `takePlace` it does nothing. */
interface Replacement {
  readonly write: (bytes: Uint8Array) => void;
  /** All bytes are on the disk when this returns. */
  readonly complete: () => void;
  readonly takePlace: () => void;
  readonly abandon: () => void;
}

function openReplacement(path: string): Replacement {
  sweepTemporaries(dirname(path));
  const old = statSync(path, { throwIfNoEntry: false });
  // Renaming over a write-protected file would work: the protection is meant for its content.
  if (old !== undefined) accessSync(path, constants.W_OK);
  const temporary = temporaryBeside(path);
  const handle = openSync(temporary, 'wx', 0o600);
  let isOpen = true;
  let isThere = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write: (bytes) => writeWhole(handle, bytes),
    complete: () => {
      fchmodSync(handle, old === undefined ? 0o666 & ~process.umask() : old.mode & 0o777);
      fsyncSync(handle);
      close();
    },
    takePlace: () => {
      renameSync(temporary, path);
      isThere = false;
      syncFolder(dirname(path));
    },
    abandon: () => {
      close();
      if (isThere) removeIfThere(temporary);
    },
  };
}

function openSpecial(path: string): Replacement {
  const handle = openSync(path, 'w');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return { write: (bytes) => writeWhole(handle, bytes), complete: close, takePlace: () => {}, abandon: close };
}

/** Writes all bytes. On a disk that is nearly full, a write takes only a part of them, and says so only by its result. */
export function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    const taken = writeSync(handle, bytes, written, bytes.length - written);
    if (taken === 0) throw Object.assign(new Error('a write took no byte'), { code: 'ENOSPC', syscall: 'write' });
    written += taken;
  }
}

/** Makes the new name itself last. Some file systems cannot sync a folder; the file is in place all the same. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Nothing is lost by it short of a power cut.
  }
}

/**
 * Makes a folder and those above it. Node's own way of it never returns where the system refuses names, as under /proc.
 *
 * @throws the system's error
 */
export function makeFolders(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, mode);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolders(dirname(path), mode);
    mkdirSync(path, mode);
  }
}
