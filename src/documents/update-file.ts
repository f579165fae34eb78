import { dirname } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { lockFile } from './file-lock.ts';
import { readTextFile } from './read-file.ts';
import { makeFolders, realPathOf, saveFile } from './save-file.ts';

/** What an edit makes of a file's text: the new text, or `undefined` when it stays as it is. */
export type Edit = (text: string) => string | undefined;

export type Updated = { readonly saved: boolean; readonly text: string } | { readonly diagnostic: Diagnostic };

const byteOrderMark = '\ufeff';

/**
 * Reads a text file, edits it and saves it, all under its lock: copies of the program that run at the same time lose none of
 * each other's edits. A file that does not exist counts as empty; its folder is made.
 *
 * @param shown the file's name in messages
 * @returns a diagnostic when the file cannot be read; what could not be written is thrown, as the system's error or `LockBusy`
 */
export async function updateFile(path: string, shown: string, edit: Edit): Promise<Updated> {
  const target = realPathOf(path);
  makeFolders(dirname(target));
  for (;;) {
    const lock = await lockFile(target);
    try {
      const read = readTextFile(target, shown);
      if ('diagnostic' in read && read.diagnostic.code !== 'file-missing') return read;
      const { text, hasMark } = 'text' in read ? read : { text: '', hasMark: false };
      const edited = edit(text);
      if (edited === undefined || edited === text) return { saved: false, text };
      const bytes = Buffer.from(hasMark ? byteOrderMark + edited : edited);
      if (saveFile(target, bytes, lock.isHeld)) return { saved: true, text: edited };
    } finally {
      lock.release();
    }
  }
}
