import { Worker } from 'node:worker_threads';

/** The text of a PDF, a line a line, and how many letters of it nobody sees on its pages: these are left out. */
export interface PdfText {
  readonly text: string;
  readonly hidden: number;
}

/** A PDF, or why it is not read. */
export type PdfReading = PdfText | { readonly refusal: string };

/** A CV takes a fraction of a second and some tens of megabytes; what takes more was made to. */
const usualLimits = { seconds: 4, mebibytes: 512 };
/** Milliseconds between two looks at the memory of the process: what a thread unpacks is not in its own heap, which has a limit anyway. */
const lookEvery = 25;

/**
 * Reads a PDF in a thread of its own. The format is a small programming language, and its reader can be kept busy for ever: a
 * thread is ended when it takes too long or too much memory.
 *
 * @param thread the built file of `pdf-thread.ts`
 */
export function readPdf(thread: string, bytes: Uint8Array, limits = usualLimits): Promise<PdfReading> {
  return new Promise((done) => {
    const worker = new Worker(thread, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: limits.mebibytes },
      // Nothing that the package prints may reach the terminal.
      stdout: true,
      stderr: true,
    });
    const finish = (reading: PdfReading): void => {
      clearTimeout(timer);
      clearInterval(meter);
      void worker.terminate();
      done(reading);
    };
    const timer = setTimeout(
      () => finish({ refusal: `reading it takes more than ${limits.seconds} seconds` }),
      1000 * limits.seconds,
    );
    const full: PdfReading = { refusal: `reading it takes more than ${limits.mebibytes} MiB of memory` };
    const before = process.memoryUsage.rss();
    const meter = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.mebibytes * 1024 * 1024) finish(full);
    }, lookEvery);
    worker.on('message', finish);
    worker.on('error', (error) => {
      finish((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? full : { refusal: 'it is damaged' });
    });
    worker.on('exit', () => finish({ refusal: 'it is damaged' }));
  });
}
