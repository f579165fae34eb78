import { closeSync, fsyncSync, openSync, readdirSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

let saved = 0;

/**
 * Writes a file whole or leaves what was there: all bytes go into a temporary file beside it, which reaches the disk before it
 * takes the file's place. Throws the system's error; then nothing has changed and the temporary file is gone.
 *
 * @param mode permissions of the new file
 */
export function saveFile(path: string, bytes: Uint8Array, mode = 0o644): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${saved++}.tmp`);
  const handle = openSync(temporary, 'wx', mode);
  try {
    try {
      let written = 0;
      // One call may take a part only: on a nearly full disk it says how much, and the next call fails.
      while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
  syncFolder(folder);
}

/** Makes the new name survive a power cut. Some systems cannot; the file itself is safe all the same. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Nothing more can be done.
  }
}

/** Removes temporary files that a killed process left in a folder, older than `age` milliseconds at `now`. Never throws. */
export function sweepTemporaryFiles(folder: string, now: number, age = 3_600_000): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith('.') || !name.endsWith('.tmp')) continue;
      const path = join(folder, name);
      if (now - statSync(path).mtimeMs > age) unlinkSync(path);
    }
  } catch {
    // Another process was faster, or the folder cannot be read.
  }
}
