import { closeSync, fsyncSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { reasonOf } from '../documents/read-file.ts';
import type { Rendered } from '../report/report.ts';
import { exitCodes, Failure } from './failure.ts';

/** Thrown when the reader of a pipe has seen enough (`| head`): nothing failed, and there is nothing more to do. */
export class ReaderGone extends Error {}

/** Small pieces are joined to blocks of about this many characters before they are written. */
const blockSize = 65_536;

/** Writes to a stream, waiting whenever its buffer is full, so that memory stays flat. */
export async function writeToStream(stream: Writable, parts: Rendered, name: string): Promise<void> {
  let failed: NodeJS.ErrnoException | undefined;
  const onError = (error: NodeJS.ErrnoException): void => {
    failed = error;
  };
  stream.on('error', onError);
  const send = (text: string): Promise<void> =>
    new Promise((done, fail) => {
      if (failed !== undefined) return fail(failed);
      stream.write(text, (error) => (error ? fail(error) : done()));
    });
  try {
    let block = '';
    for await (const part of parts) {
      block += part;
      if (block.length < blockSize) continue;
      await send(block);
      block = '';
    }
    if (block !== '') await send(block);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') throw new ReaderGone();
    if (code === undefined || error instanceof Failure) throw error;
    throw outputFailure(name, error);
  } finally {
    stream.off('error', onError);
    // A late EPIPE must not become an uncaught exception.
    stream.on('error', () => {});
  }
}

/** Writes a file whole or leaves the old one: a temporary file beside it takes its place at the end. */
export async function writeToFile(path: string, cwd: string, parts: Rendered): Promise<void> {
  const target = resolve(cwd, path);
  const direct = isSpecial(target);
  const temporary = direct ? target : join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  let opened = false;
  try {
    const handle = openSync(temporary, direct ? 'w' : 'wx', 0o644);
    opened = true;
    try {
      for await (const part of parts) {
        const bytes = Buffer.from(part);
        let written = 0;
        while (written < bytes.length) written += writeSync(handle, bytes, written, bytes.length - written);
      }
      if (!direct) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (!direct) renameSync(temporary, target);
  } catch (error) {
    if (opened && !direct) unlinkSync(temporary);
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw outputFailure(path, error);
  }
}

/** A device or a pipe is written to as it is: there is nothing to replace. */
function isSpecial(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}

function outputFailure(path: string, error: unknown): Failure {
  return new Failure(exitCodes.output, [{ code: 'output-failed', facts: { path, reason: reasonOf(error) } }]);
}
