import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { Place } from '../core/model/model.ts';

/** Larger files are refused: no role, skill list or profile that a person writes comes near it. */
export const textFileLimit = 1024 * 1024;

export type ReadBytes = { readonly bytes: Buffer } | { readonly diagnostic: Diagnostic };

/** `hasMark`: the file starts with a byte-order mark, which is not part of `text`. */
export type ReadText = { readonly text: string; readonly hasMark: boolean } | { readonly diagnostic: Diagnostic };

export interface HowToRead {
  /** A link that stands where the file should be is followed; without it, it is refused. */
  readonly followLinks?: boolean;
  /** Of a file above the limit, its beginning is read; without it, such a file is refused. */
  readonly cut?: boolean;
}

/**
 * Reads a file whole. Never blocks on a FIFO or a device, never reads past `limit` bytes, and refuses what changed meanwhile.
 *
 * @param shown the file's name in messages
 */
export function readBytes(
  path: string,
  shown: string,
  limit: number,
  { followLinks = true, cut = false }: HowToRead = {},
): ReadBytes {
  let handle: number | undefined;
  try {
    // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | (followLinks ? 0 : constants.O_NOFOLLOW));
    const stat = fstatSync(handle);
    if (!stat.isFile()) {
      const found = stat.isDirectory() ? 'a folder' : stat.isFIFO() ? 'a pipe' : stat.isSocket() ? 'a socket' : 'a device';
      return { diagnostic: { code: 'not-a-file', facts: { found }, file: shown } };
    }
    if (cut) return { bytes: readUpTo(handle, Math.min(stat.size, limit)) };
    if (stat.size > limit) return { diagnostic: { code: 'file-too-large', facts: { bytes: stat.size, limit }, file: shown } };
    // One byte more than there should be: what grows or shrinks while it is read may be torn.
    const bytes = readUpTo(handle, stat.size + 1);
    if (bytes.length === stat.size) return { bytes };
    return { diagnostic: { code: 'file-unreadable', facts: { reason: 'it changed while it was read' }, file: shown } };
  } catch (error) {
    return { diagnostic: describeReadError(error, shown) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readUpTo(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const got = readSync(handle, bytes, length, size - length, null);
    if (got === 0) break;
    length += got;
  }
  return bytes.subarray(0, length);
}

/** Reads a stream whole; one of more than `limit` bytes is refused, and closed, as soon as they have come. */
export async function readStream(stream: AsyncIterable<Buffer | string>, shown: string, limit: number): Promise<ReadBytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      length += bytes.length;
      if (length > limit) return { diagnostic: { code: 'file-too-large', facts: { limit }, file: shown } };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return { diagnostic: describeReadError(error, shown) };
  }
  return { bytes: Buffer.concat(chunks) };
}

/** Reads a UTF-8 text file whole, as `readBytes` does. */
export function readTextFile(path: string, shown: string, limit: number = textFileLimit): ReadText {
  const read = readBytes(path, shown, limit);
  return 'diagnostic' in read ? read : decodeText(read.bytes, shown);
}

/** Decodes UTF-8 strictly; a byte-order mark is dropped, NUL and other encodings are refused. */
export function decodeText(bytes: Uint8Array, shown: string): ReadText {
  const bad = (found: string, at?: number): ReadText => {
    const where = at === undefined ? { file: shown } : { place: placeOfByte(bytes, at, shown) };
    return { diagnostic: { code: 'bad-encoding', facts: { found }, ...where } };
  };
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return bad('it starts like UTF-16');
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const utf16 = bytes.length >= 4 && (a === 0) !== (b === 0);
    return utf16 ? bad('it looks like UTF-16 without a byte-order mark') : bad(`a NUL byte at offset ${nul}`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, hasMark: a === 0xef && b === 0xbb && c === 0xbf };
  } catch {
    const at = firstInvalidByte(bytes);
    return bad(`an invalid byte at offset ${at}`, at);
  }
}

/** Where a byte stands in a text that is UTF-8 up to it; columns count as in every other place. */
function placeOfByte(bytes: Uint8Array, at: number, file: string): Place {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  const line = before.split('\n').length;
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1;
  return { file, line, column, endLine: line, endColumn: column + 1 };
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
