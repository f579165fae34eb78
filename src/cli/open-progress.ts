import type { Output } from './io.ts';

export interface Progress {
  readonly show: (done: number) => Promise<void>;
  /** Takes the line away again. */
  readonly clear: () => Promise<void>;
}

/** Work that is done within this many milliseconds needs no progress. */
const quietFor = 1000;
/** Milliseconds between two lines: more often only flickers. */
const pause = 200;

/** One line on standard error that says how far a long piece of work is; only on a terminal, and only where wanted. */
export function openProgress(stderr: Output, wanted: boolean, words: (done: number) => string): Progress {
  let next = Date.now() + quietFor;
  let shown = false;
  return {
    async show(done) {
      if (!wanted || !stderr.isTTY || Date.now() < next) return;
      next = Date.now() + pause;
      shown = true;
      await stderr.write(`\r\u001b[K${words(done)}`);
    },
    async clear() {
      if (shown) await stderr.write('\r\u001b[K');
    },
  };
}
