import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LinearProgram, Solve, SolverAnswer } from '../core/plan/linear-program.ts';

/** Thrown to whoever waits for an answer when the solver is closed under it. */
export class SolverClosed extends Error {}

export interface Solver {
  readonly solve: Solve;
  /** Ends the thread, in the middle of a solve if there is one. */
  readonly close: () => Promise<void>;
}

type Reply = { readonly answer: SolverAnswer } | { readonly problem: string };

/**
 * A solver in a thread of its own, so that this one can still listen to Ctrl-C: a solve blocks its thread until it is done.
 *
 * @param home the package's folder; the thread's program is `dist/solver.cjs`
 */
export function openSolver(home: string): Solver {
  let worker: Worker | undefined;
  let closed = false;
  let waiting: { done: (answer: SolverAnswer) => void; fail: (error: Error) => void } | undefined;
  const start = (): Worker => {
    // Nothing that the package prints may reach the terminal.
    const started = new Worker(join(home, 'dist', 'solver.cjs'), { stdout: true, stderr: true });
    started.on('message', (reply: Reply) => {
      if ('answer' in reply) waiting?.done(reply.answer);
      else waiting?.fail(new Error(`the solver failed: ${reply.problem.split('\n')[0]?.slice(0, 200)}`));
    });
    started.on('error', (error) => waiting?.fail(new Error(`the solver failed: ${error.message.split('\n')[0]?.slice(0, 200)}`)));
    started.on('exit', () => waiting?.fail(new SolverClosed('the solver was closed')));
    return started;
  };
  return {
    solve: (program: LinearProgram, limits) => {
      if (closed) return Promise.reject(new SolverClosed('the solver was closed'));
      worker ??= start();
      const thread = worker;
      return new Promise((done, fail) => {
        waiting = { done, fail };
        thread.postMessage({ program, limits });
      });
    },
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
