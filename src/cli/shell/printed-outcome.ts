import type { Invocation, Outcome, Session } from './command.ts';
import { type ExitCode, exitCodes } from './failure.ts';
import { writeToFile, writeToOutput } from './output.ts';

/** Of a command that has printed its answer itself: the report that follows is empty, and is not written. */
export function printedOutcome(code: ExitCode): Outcome {
  const report = { notes: [], blocks: () => [], records: () => ({ columns: [], rows: [] }), data: () => ({}) };
  return { report, exitCode: () => code, printed: true };
}

/** Prints lines for a script as they are: no width breaks them. They are the command's whole answer. */
export async function printLines({ io }: Session, { options }: Invocation, lines: readonly string[]): Promise<Outcome> {
  const output = options['output'] as string | undefined;
  const parts = lines.map((line) => `${line}\n`);
  if (output !== undefined && output !== '-') await writeToFile(io, output, parts);
  else await writeToOutput(io.stdout, parts);
  return printedOutcome(exitCodes.fine);
}
