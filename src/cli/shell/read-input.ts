import { resolve } from 'node:path';
import { decodeText, type ReadBytes, type ReadText, readBytes, readStream, textFileLimit } from '../../documents/read-file.ts';
import type { Io } from './io.ts';

/** What messages call an input: - is standard input. */
export function shownName(path: string): string {
  return path === '-' ? '<stdin>' : path;
}

/** Reads a file, or standard input to its end, under a limit of bytes. */
export async function readInput(io: Io, path: string, limit: number): Promise<ReadBytes> {
  const shown = shownName(path);
  return path === '-' ? readStream(io.stdin, shown, limit) : readBytes(resolve(io.cwd, path), shown, limit);
}

/** As `readInput`, for a text under the limit of one. */
export async function readTextInput(io: Io, path: string): Promise<ReadText> {
  const read = await readInput(io, path, textFileLimit);
  return 'diagnostic' in read ? read : decodeText(read.bytes, shownName(path));
}
