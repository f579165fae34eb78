import type { Solve } from '../../core/plan/linear-program.ts';
import type { Session } from '../shell/command.ts';
import { Interrupted, type SignalCode } from '../shell/failure.ts';

/** Milliseconds: before the first nobody wonders, and so often the time that has passed is told anew. */
const quietFor = 1000;
const pause = 250;

/**
 * Runs some work that needs the solver, which is loaded only now. On a terminal a line says that it is still running; Ctrl-C
 * ends the solver's thread and throws `Interrupted`. Either way the line is gone afterwards.
 */
export async function withSolver<T>({ io, openProgress }: Session, what: string, work: (solve: Solve) => Promise<T>): Promise<T> {
  const { openSolver, SolverClosed } = await import('../../solver/open-solver.ts');
  const solver = openSolver(io.home);
  let signal: SignalCode | undefined;
  const forget = io.onSignal((exitCode) => {
    signal = exitCode;
    void solver.close();
  });
  const progress = openProgress(quietFor);
  const started = io.now().getTime();
  const elapsed = (): string => `${Math.floor((io.now().getTime() - started) / 1000)} s (Ctrl-C stops)`;
  const timer = setInterval(() => void progress.show(`${what},`, elapsed), pause);
  try {
    return await work(solver.solve);
  } catch (error) {
    throw signal !== undefined && error instanceof SolverClosed ? new Interrupted(signal) : error;
  } finally {
    forget();
    clearInterval(timer);
    await progress.clear();
    await solver.close();
  }
}
