import { parentPort } from 'node:worker_threads';
import type { LinearProgram, SolveLimits } from '../core/plan/linear-program.ts';
import { runProgram } from './run-program.ts';

// The entry of the solver's own thread: a program in, an answer out. An error that escaped here would print the package's
// minified source, so it goes back as a message.
parentPort?.on('message', ({ program, limits }: { program: LinearProgram; limits: SolveLimits }) => {
  runProgram(program, limits).then(
    (answer) => parentPort?.postMessage({ answer }),
    (error: unknown) => parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) }),
  );
});
