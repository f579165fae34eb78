import { run } from './run.ts';
import { exitCodes } from './shell/failure.ts';
import { processIo } from './shell/process-io.ts';

export { run };

/**
 * Runs the program on the real process. `process.exit` would cut what a pipe has not taken yet, so the exit code is set and
 * the process ends by itself. Signals end it as the system does (130 and 143 in a shell); what must be tidied up when one
 * comes installs its own handler.
 */
export async function main(home: string): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processIo(home));
  // After a signal nobody waits for an input that stays silent, or for threads.
  if (process.exitCode === exitCodes.interrupted || process.exitCode === exitCodes.terminated) process.exit();
}
