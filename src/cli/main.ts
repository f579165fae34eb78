import { processIo } from './process-io.ts';
import { run } from './run.ts';

export { run };

/**
 * Runs the program on the real process. `process.exit` would cut what a pipe has not taken yet,
 * so the exit code is set and the process ends by itself.
 */
export async function main(home: string): Promise<void> {
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGINT', () => process.exit(130));
  process.exitCode = await run(process.argv.slice(2), processIo(home));
}
