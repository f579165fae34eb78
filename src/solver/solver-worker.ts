import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { LinearProgram, SolveLimits } from '../core/plan/linear-program.ts';
import { runProgram } from './run-program.ts';

// V8 compiles a function of WebAssembly again, for speed, once it has run for a while. The solver is large, and a question is
// answered in less time than that takes (1.4 s of processor time for a program of 40 ms): only what runs very long is worth it.
setFlagsFromString('--wasm-tiering-budget=100000000');

// The entry of the solver's own thread: a program in, an answer out. An error that escaped here would print the package's
// minified source, so it goes back as a message.
parentPort?.on('message', ({ program, limits }: { program: LinearProgram; limits: SolveLimits }) => {
  runProgram(program, limits).then(
    (answer) => parentPort?.postMessage({ answer }),
    (error: unknown) => parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) }),
  );
});
