import { availableParallelism } from 'node:os';
import type { OpenCatalog } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { type BlockAnswerer, makeBlockAnswerer } from './answer-block.ts';
import type { BatchSettings, BlockAnswer, PeopleBlock } from './people-block.ts';
import { addSummaries, type SummaryPart } from './summary.ts';
import { startWorkers, type WorkerPool } from './worker-pool.ts';

/** Threads cost their start: a small batch is answered before they would be ready. */
const bytesBeforeWorkers = 512 * 1024;
/** So many blocks a worker are under way at once: enough to keep it busy, and little memory. */
const blocksPerWorker = 3;

export interface Batch {
  /** The answers in the order of the input. */
  readonly answers: AsyncIterable<BlockAnswer>;
  /** Counts over all that was answered; after the last answer. */
  readonly summary: () => SummaryPart;
}

/**
 * Answers a stream of blocks, in memory that does not grow with it. Answers come in the order of the blocks, whatever the
 * number of workers, and as soon as they are ready: a slow producer never waits for a block to fill.
 *
 * @param workers how many threads; 1 works in this thread alone; undefined: one a core
 */
export function runBatch(
  io: Io,
  { catalog, bytes }: OpenCatalog,
  settings: BatchSettings,
  blocks: AsyncIterable<PeopleBlock>,
  workers = availableParallelism(),
): Batch {
  const parts: SummaryPart[] = [];
  const answers = async function* (): AsyncGenerator<BlockAnswer> {
    let here: BlockAnswerer | undefined;
    let pool: WorkerPool | undefined;
    const source = blocks[Symbol.asyncIterator]();
    const underWay: Promise<BlockAnswer>[] = [];
    let number = 0;
    let seen = 0;
    let next: Promise<IteratorResult<PeopleBlock>> | undefined = source.next();
    try {
      while (next !== undefined || underWay.length > 0) {
        const oldest = underWay[0];
        const isFull = underWay.length >= workers * blocksPerWorker;
        if (oldest !== undefined && (next === undefined || isFull || (await first(oldest, next)) === 'left')) {
          underWay.shift();
          yield await oldest;
          continue;
        }
        const got: IteratorResult<PeopleBlock> = await (next as Promise<IteratorResult<PeopleBlock>>);
        next = got.done === true ? undefined : source.next();
        // Whoever waits for it later sees the error; until then nobody may.
        next?.catch(() => {});
        if (got.done === true) continue;
        const block = got.value;
        seen += sizeOf(block);
        if (workers > 1 && seen > bytesBeforeWorkers)
          pool ??= await startWorkers(io.home, workers, { compiled: bytes, settings });
        if (pool === undefined) {
          here ??= makeBlockAnswerer(catalog, settings);
          yield here.answer(block, number++);
        } else {
          const answer = pool.answer(block, number++);
          answer.catch(() => {});
          underWay.push(answer);
        }
      }
      if (settings.kind === 'summary') {
        parts.push((here ?? makeBlockAnswerer(catalog, settings)).summary());
        if (pool !== undefined) parts.push(...(await pool.summaries()));
      }
    } finally {
      await pool?.close();
      // Whoever reads the answers has gone: an input that stays silent must not keep the program waiting.
      if (next !== undefined) {
        io.stdin.destroy();
        source.return?.()?.catch(() => {});
      }
    }
  };
  return { answers: answers(), summary: () => addSummaries(parts) };
}

function first(left: Promise<unknown>, right: Promise<unknown>): Promise<'left' | 'right'> {
  return Promise.race([left.then(() => 'left' as const), right.then(() => 'right' as const)]);
}

/** About how many bytes of input a block stands for. */
function sizeOf(block: PeopleBlock): number {
  return block.kind === 'lines' ? block.bytes.length : block.rows.length * 300;
}
