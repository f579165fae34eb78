import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { reasonOf } from './read-file.ts';

export type ReadBytes = { readonly bytes: Uint8Array } | { readonly diagnostic: Diagnostic };

/**
 * Reads a file whole as bytes. Never blocks on a FIFO or a device, never reads past `limit` bytes.
 *
 * @param shown the file's name in messages
 */
export function readBytes(path: string, shown: string, limit: number): ReadBytes {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { diagnostic: { code: 'file-missing', facts: { what: 'the file' }, file: shown } };
    return { diagnostic: { code: 'file-unreadable', facts: { reason: reasonOf(error) }, file: shown } };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile())
      return {
        diagnostic: { code: 'not-a-file', facts: { found: stat.isDirectory() ? 'a folder' : 'a pipe or device' }, file: shown },
      };
    if (stat.size > limit) return { diagnostic: { code: 'file-too-large', facts: { bytes: stat.size, limit }, file: shown } };
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const got = readSync(handle, bytes, length, bytes.length - length, null);
      if (got === 0) break;
      length += got;
    }
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { diagnostic: { code: 'file-unreadable', facts: { reason: reasonOf(error) }, file: shown } };
  } finally {
    closeSync(handle);
  }
}

/** Reads a stream whole; more than `limit` bytes are refused as soon as they come. */
export async function readStream(stream: AsyncIterable<unknown>, shown: string, limit: number): Promise<ReadBytes> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk as Uint8Array));
    bytes += chunks.at(-1)?.length ?? 0;
    if (bytes > limit) return { diagnostic: { code: 'file-too-large', facts: { bytes, limit }, file: shown } };
  }
  return { bytes: Buffer.concat(chunks) };
}
