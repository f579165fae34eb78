import { run } from './run.ts';
import { processIo } from './shell/process-io.ts';

export { run };

/**
 * Runs the program on the real process. `process.exit` would cut what a pipe has not taken yet, so the exit code is set and
 * the process ends by itself. Signals end it as the system does (128 and the signal's number in a shell); what must be tidied up when one
 * comes installs its own handler.
 */
export async function main(home: string): Promise<void> {
  const exitCode = await run(process.argv.slice(2), processIo(home));
  process.exitCode = exitCode;
  // After a signal nobody waits for an input that stays silent, or for threads.
  if (exitCode > 128) process.exit();
}
