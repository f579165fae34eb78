import { dirname, join, resolve } from 'node:path';
import { reasonOf } from '../../documents/read-file.ts';
import { saveParts } from '../../documents/save-file.ts';
import type { Rendered } from '../../report/report.ts';
import { exitCodes, Failure, Interrupted } from './failure.ts';
import type { Io, Output } from './io.ts';

/** Thrown when the reader of a pipe has seen enough (`| head`): nothing failed, and there is nothing more to do. */
export class ReaderGone extends Error {}

/** Small pieces are joined to blocks of about this many characters before they are written. */
const blockSize = 65_536;

/** Writes the parts as they come, waiting for each block to be taken. What is there is not held back while more is awaited. */
export async function writeToOutput(output: Output, parts: Rendered): Promise<void> {
  let block = '';
  for await (const part of Symbol.asyncIterator in parts ? withPauses(parts) : parts) {
    if (part instanceof Uint8Array) {
      if (block !== '') await send(output, block);
      block = '';
      await send(output, part);
      continue;
    }
    if (part !== pause) block += part;
    if (block === '' || (part !== pause && block.length < blockSize)) continue;
    await send(output, block);
    block = '';
  }
  if (block !== '') await send(output, block);
}

const pause = Symbol('pause');

/** The parts, and a pause wherever the next one is not there by the next turn of the event loop. */
async function* withPauses(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array | typeof pause> {
  const iterator = parts[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = iterator.next();
      const turn = new Promise<typeof pause>((done) => setImmediate(done, pause));
      if ((await Promise.race([next, turn])) === pause) yield pause;
      const part = await next;
      if (part.done === true) return;
      yield part.value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function send(output: Output, text: string | Uint8Array): Promise<void> {
  try {
    await output.write(text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') throw new ReaderGone();
    throw outputFailure('standard output', error);
  }
}

/**
 * Writes a file whole or leaves the old one, whose mode it keeps. A signal that comes while the parts are on their way to the
 * file throws `Interrupted`, and nothing of them stays.
 */
export async function writeToFile(io: Pick<Io, 'cwd' | 'onSignal'>, path: string, parts: Rendered): Promise<void> {
  const signal: Signal = { stopWaiting: () => {} };
  // Before there is a file that could be left behind.
  const forget = io.onSignal((exitCode) => {
    signal.come = new Interrupted(exitCode);
    signal.stopWaiting(signal.come);
  });
  try {
    await saveParts(resolve(io.cwd, path), untilSignal(signal, Symbol.asyncIterator in parts ? parts : withTurns(parts)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw outputFailure(path, error);
  } finally {
    forget();
  }
}

interface Signal {
  come?: Interrupted;
  /** Ends the waiting for a part. Not a race with one long-lived promise: that would keep every part until the end. */
  stopWaiting: (reason: Interrupted) => void;
}

/** The parts, with a turn of the event loop after each block: without one, no signal is seen. */
async function* withTurns(parts: Iterable<string>): AsyncGenerator<string> {
  let length = 0;
  for (const part of parts) {
    yield part;
    length += part.length;
    if (length < blockSize) continue;
    length = 0;
    await new Promise((done) => setImmediate(done));
  }
}

async function* untilSignal(signal: Signal, parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]();
  try {
    for (;;) {
      if (signal.come !== undefined) throw signal.come;
      const next = await new Promise<IteratorResult<string | Uint8Array>>((done, fail) => {
        signal.stopWaiting = fail;
        iterator.next().then(done, fail);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: after a signal the next part may never come.
    iterator.return?.()?.catch(() => {});
  }
}

/** What cannot be written, why, and what to do about it. */
export function outputFailure(path: string, error: unknown): Failure {
  const fix = fixes[(error as NodeJS.ErrnoException).code ?? '']?.(path);
  const facts = { path, reason: reasonOf(error), ...(fix === undefined ? {} : { fix }) };
  return new Failure(exitCodes.output, [{ code: 'output-failed', facts }]);
}

const freeSpace = (): string => 'free some space or choose another place';

const fixes: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `make the folder ${dirname(path)} first, or write elsewhere`,
  ENOTDIR: () => 'write into a folder',
  EISDIR: (path) => `name a file in it, such as ${join(path, 'answer.txt')}`,
  ENOSPC: freeSpace,
  EDQUOT: freeSpace,
  EFBIG: freeSpace,
  EACCES: () => 'write into a folder that is yours',
  EPERM: () => 'write into a folder that is yours',
  EROFS: () => 'write elsewhere',
};
