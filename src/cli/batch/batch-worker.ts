import { parentPort, workerData } from 'node:worker_threads';
import { openTrusted } from '../../catalog/compiled-form.ts';
import { makeBlockAnswerer } from './answer-block.ts';
import type { BatchSettings, PeopleBlock } from './people-block.ts';

/** What the main thread hands to a worker when it starts it. */
export interface WorkerStart {
  readonly compiled: Uint8Array;
  readonly settings: BatchSettings;
}

export type WorkerTask = { readonly block: PeopleBlock; readonly number: number } | 'summary';

// Runs in a thread of its own, as a file of its own: answers blocks until it is told to stop.
const { compiled, settings } = workerData as WorkerStart;
const opened = openTrusted(compiled);
if (opened === undefined) throw new Error('the worker was handed no compiled catalog');
const answerer = makeBlockAnswerer(opened.catalog, settings);
parentPort?.on('message', (task: WorkerTask) => {
  if (task === 'summary') parentPort?.postMessage(answerer.summary());
  else {
    const answer = answerer.answer(task.block, task.number);
    parentPort?.postMessage(answer, [answer.rows.buffer]);
  }
});
