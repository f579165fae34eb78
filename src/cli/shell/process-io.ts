import { fstatSync, writeSync } from 'node:fs';
import type { Io, Output, Terminal } from './io.ts';

/** The real process. Its streams are opened when they are first used. */
export function processIo(home: string): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: standardOutput(1, () => process.stdout),
    stderr: standardOutput(2, () => process.stderr),
    terminal: processTerminal,
    env: process.env,
    cwd: process.cwd(),
    home,
    now: () => new Date(),
    onSignal(listener) {
      const hangUp = (): void => listener(129);
      const interrupt = (): void => listener(130);
      const terminate = (): void => listener(143);
      process.on('SIGHUP', hangUp).on('SIGINT', interrupt).on('SIGTERM', terminate);
      return () => {
        process.off('SIGHUP', hangUp).off('SIGINT', interrupt).off('SIGTERM', terminate);
      };
    },
  };
}

function processTerminal(): Terminal | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  return {
    input: process.stdin,
    output: process.stderr,
    // The whole group: a shell that waits for `npx careerpath` waits for npx.
    suspend: () => {
      process.kill(0, 'SIGTSTP');
    },
    onContinue(listener) {
      process.on('SIGCONT', listener);
      return () => {
        process.off('SIGCONT', listener);
      };
    },
    onSignal(stop) {
      const interrupt = (): void => stop(130);
      const terminate = (): void => stop(143);
      // The terminal was closed: whatever was answered is saved, and nobody is left to tell. The process ends as the system
      // ends it; a process.exit would abort, because Node cannot reset a terminal that is gone.
      const hangUp = (): void => {
        process.removeAllListeners('SIGHUP');
        process.kill(process.pid, 'SIGHUP');
      };
      process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', hangUp);
      // Reading from the closed terminal may fail before the signal is seen.
      process.stdin.on('error', hangUp);
      process.stderr.on('error', hangUp);
      return () => {
        process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', hangUp);
        process.stdin.off('error', hangUp);
        process.stderr.off('error', hangUp);
      };
    },
  };
}

type Stream = NodeJS.WriteStream;

/**
 * A terminal is written to through Node's stream. Files and pipes are written to directly: bringing up the stream takes two
 * milliseconds, and `process.exit` could not cut what is written at once.
 */
function standardOutput(handle: number, stream: () => Stream): Output {
  let isTerminal: boolean | undefined;
  const isTTY = (): boolean => {
    // Only a character device can be a terminal; asking the stream is what costs.
    isTerminal ??= isCharacterDevice(handle) && stream().isTTY === true;
    return isTerminal;
  };
  let direct = true;
  return {
    get isTTY() {
      return isTTY();
    },
    get columns() {
      return isTTY() ? stream().columns : undefined;
    },
    async write(text) {
      let rest: Uint8Array = Buffer.from(text);
      if (direct && !isTTY()) {
        try {
          while (rest.length > 0) rest = rest.subarray(writeSync(handle, rest));
          return;
        } catch (error) {
          // A pipe that somebody made non-blocking is full: Node's stream knows how to wait for it.
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
          direct = false;
        }
      }
      await writeThrough(stream(), rest);
    },
  };
}

function isCharacterDevice(handle: number): boolean {
  try {
    return fstatSync(handle).isCharacterDevice();
  } catch {
    return false;
  }
}

const guarded = new WeakSet<Stream>();

function writeThrough(stream: Stream, bytes: Uint8Array): Promise<void> {
  if (!guarded.has(stream)) {
    // The callback reports the error; without a listener the stream would throw it as well.
    stream.on('error', () => {});
    guarded.add(stream);
  }
  return new Promise((done, fail) => {
    stream.write(bytes, (error) => (error ? fail(error) : done()));
  });
}
