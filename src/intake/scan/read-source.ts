import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from '../../documents/read-file.ts';

/** Manifests are read whole or not at all: half of one says something else. */
export const manifestLimit = 1024 * 1024;

/** Of any other file, what says what it uses stands near its beginning. */
export const sourceLimit = 128 * 1024;

export type SourceText =
  | { readonly text: string }
  /** Bytes that are no text: there is nothing to read, and nothing wrong. */
  | { readonly binary: true }
  | { readonly refused: string };

/** Larger than any limit here, so that one buffer serves every file. */
const buffer = Buffer.allocUnsafe(manifestLimit + 1);

/**
 * Reads a file of a source tree. Never follows a link that has taken the file's place, never waits for a pipe or a device,
 * never reads past the limit. Bytes that are no UTF-8 are replaced: the names that matter are ASCII.
 */
export function readSource(path: string, whole: boolean): SourceText {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    return { refused: reasonOf(error) };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { refused: 'it is not a regular file' };
    if (whole && stat.size > manifestLimit) return { refused: `it has ${stat.size} bytes; the limit is ${manifestLimit}` };
    const most = whole ? manifestLimit : Math.min(sourceLimit, Math.max(stat.size, 1));
    let length = 0;
    while (length < most) {
      const got = readSync(handle, buffer, length, most - length, null);
      if (got === 0) break;
      length += got;
    }
    const bytes = buffer.subarray(0, length);
    return bytes.includes(0) ? { binary: true } : { text: bytes.toString('utf8').replace(/^\ufeff/, '') };
  } catch (error) {
    return { refused: reasonOf(error) };
  } finally {
    closeSync(handle);
  }
}
