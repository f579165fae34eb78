import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { WorkerStart, WorkerTask } from './batch-worker.ts';
import type { BlockAnswer, PeopleBlock } from './people-block.ts';
import type { SummaryPart } from './summary.ts';

/** Threads that answer blocks. Each has a queue of its own; a block goes to the one with the shortest. */
export interface WorkerPool {
  readonly answer: (block: PeopleBlock, number: number) => Promise<BlockAnswer>;
  readonly summaries: () => Promise<SummaryPart[]>;
  readonly close: () => Promise<void>;
}

interface Member {
  readonly thread: Worker;
  readonly waiting: { readonly done: (answer: never) => void; readonly fail: (error: Error) => void }[];
}

const nurseryMebibytes = 4;
/** Far more than a thread needs. What is set here also tells the engine how much garbage it may let lie. */
const maxMebibytes = 1024;

export async function startWorkers(home: string, count: number, { compiled, settings }: WorkerStart): Promise<WorkerPool> {
  const { Worker } = await import('node:worker_threads');
  // One copy of the catalog serves all threads: a taxonomy has tens of megabytes.
  const shared = new Uint8Array(new SharedArrayBuffer(compiled.length));
  shared.set(compiled);
  const start: WorkerStart = { compiled: shared, settings };
  const members = Array.from({ length: count }, (): Member => {
    const thread = new Worker(join(home, 'dist', 'batch-worker.cjs'), {
      workerData: start,
      // What is made for one person is dead with the next: a small nursery is swept while it is still in the processor's cache.
      resourceLimits: { maxYoungGenerationSizeMb: nurseryMebibytes, maxOldGenerationSizeMb: maxMebibytes },
    });
    const member: Member = { thread, waiting: [] };
    thread.on('message', (answer: unknown) => {
      member.waiting.shift()?.done(answer as never);
    });
    const failAll = (error: Error): void => {
      for (const one of member.waiting.splice(0)) one.fail(error);
    };
    thread.on('error', failAll);
    thread.on('exit', () => failAll(new Error('a worker ended before its work was done')));
    return member;
  });
  const ask = <T>(member: Member, task: WorkerTask): Promise<T> =>
    new Promise<T>((done, fail) => {
      member.waiting.push({ done: done as (answer: never) => void, fail });
      member.thread.postMessage(task);
    });
  return {
    answer: (block, number) => {
      const least = members.reduce((best, member) => (member.waiting.length < best.waiting.length ? member : best));
      return ask<BlockAnswer>(least, { block, number });
    },
    summaries: () => Promise.all(members.map((member) => ask<SummaryPart>(member, 'summary'))),
    close: async () => {
      await Promise.all(members.map((member) => member.thread.terminate()));
    },
  };
}
