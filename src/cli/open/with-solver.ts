import type { Solve } from '../../core/plan/linear-program.ts';
import { Interrupted, type SignalCode } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

/** Before this long nobody wonders; then again and again. Milliseconds. */
const firstProgress = 1000;
const nextProgress = 500;

const clearLine = '\r\u001b[2K';

/**
 * Runs some work that needs the solver, which is loaded only now. On a terminal a line on standard error says that it is
 * still running; Ctrl-C ends the solver's thread and throws `Interrupted`. Either way the line is gone afterwards.
 */
export async function withSolver<T>(io: Io, what: string, work: (solve: Solve) => Promise<T>): Promise<T> {
  const { openSolver, SolverClosed } = await import('../../solver/open-solver.ts');
  const solver = openSolver(io.home);
  let signal: SignalCode | undefined;
  const forget = io.onSignal((exitCode) => {
    signal = exitCode;
    void solver.close();
  });
  const progress = io.stderr.isTTY ? showProgress(io, what) : undefined;
  try {
    return await work(solver.solve);
  } catch (error) {
    throw signal !== undefined && error instanceof SolverClosed ? new Interrupted(signal) : error;
  } finally {
    forget();
    await progress?.stop();
    await solver.close();
  }
}

function showProgress(io: Io, what: string): { stop: () => Promise<void> } {
  let shown = false;
  let elapsed = 0;
  let timer = setTimeout(tick, firstProgress);
  function tick(): void {
    elapsed += shown ? nextProgress : firstProgress;
    shown = true;
    timer = setTimeout(tick, nextProgress);
    void io.stderr.write(`${clearLine}${what}, ${Math.floor(elapsed / 1000)} s (Ctrl-C stops)`);
  }
  return {
    stop: async () => {
      clearTimeout(timer);
      if (shown) await io.stderr.write(clearLine);
    },
  };
}
