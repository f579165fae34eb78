import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../core/model/diagnostic.ts';

/** Larger files are refused: no role, skill list or profile that a person writes comes near it. */
export const textFileLimit = 1024 * 1024;

/** `hasMark`: the file starts with a byte-order mark, which is not part of `text`. */
export type ReadText = { readonly text: string; readonly hasMark: boolean } | { readonly diagnostic: Diagnostic };

/**
 * Reads a UTF-8 text file whole. Never blocks on a FIFO or a device, never reads past `limit` bytes.
 *
 * @param shown the file's name in messages
 */
export function readTextFile(path: string, shown: string, limit: number = textFileLimit): ReadText {
  let handle: number;
  try {
    // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { diagnostic: describeReadError(error, shown) };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) {
      const found = stat.isDirectory() ? 'a folder' : stat.isFIFO() ? 'a pipe' : stat.isSocket() ? 'a socket' : 'a device';
      return { diagnostic: { code: 'not-a-file', facts: { found }, file: shown } };
    }
    if (stat.size > limit) {
      return { diagnostic: { code: 'file-too-large', facts: { bytes: stat.size, limit }, file: shown } };
    }
    const bytes = Buffer.allocUnsafe(stat.size + 1);
    let length = 0;
    while (length < bytes.length) {
      const got = readSync(handle, bytes, length, bytes.length - length, null);
      if (got === 0) break;
      length += got;
    }
    if (length > stat.size) {
      // It grew while being read: what was read may be torn.
      return { diagnostic: { code: 'file-unreadable', facts: { reason: 'it changed while it was read' }, file: shown } };
    }
    return decodeText(bytes.subarray(0, length), shown);
  } catch (error) {
    return { diagnostic: describeReadError(error, shown) };
  } finally {
    closeSync(handle);
  }
}

/** Decodes UTF-8 strictly; a byte-order mark is dropped, NUL and other encodings are refused. */
export function decodeText(bytes: Uint8Array, shown: string): ReadText {
  const bad = (found: string): ReadText => ({ diagnostic: { code: 'bad-encoding', facts: { found }, file: shown } });
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return bad('it starts like UTF-16');
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const utf16 = bytes.length >= 4 && (a === 0) !== (b === 0);
    return bad(utf16 ? 'it looks like UTF-16 without a byte-order mark' : `a NUL byte at offset ${nul}`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, hasMark: a === 0xef && b === 0xbb && c === 0xbf };
  } catch {
    return bad(`an invalid byte at offset ${firstInvalidByte(bytes)}`);
  }
}

/** The offset of the first byte that is no UTF-8: the longest prefix that decodes is found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  const decodes = (length: number): boolean => {
    try {
      // `stream` lets the last character be cut in half.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Why a path cannot be read, as a diagnostic. */
export function describeReadError(error: unknown, shown: string): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', facts: { what: 'the file' }, file: shown };
  return { code: 'file-unreadable', facts: { reason: reasonOf(error) }, file: shown };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a folder',
  ENXIO: 'it is a pipe or device without a reader',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EFBIG: 'the file would be too large',
  EIO: 'the device reports an error',
  EMFILE: 'too many files are open',
  ENOTEMPTY: 'the folder is not empty',
  EEXIST: 'it exists already',
  EPIPE: 'the reader closed the pipe',
};

/** A system error in plain words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? code ?? message;
}
