import type { Invocation, Outcome, Session } from './command.ts';
import { exitCodes } from './failure.ts';
import { writeToFile, writeToOutput } from './output.ts';

/** Prints lines for a script as they are: no width breaks them. They are the command's whole answer. */
export async function printLines({ io }: Session, { options }: Invocation, lines: readonly string[]): Promise<Outcome> {
  const output = options['output'] as string | undefined;
  const parts = lines.map((line) => `${line}\n`);
  if (output !== undefined && output !== '-') await writeToFile(io, output, parts);
  else await writeToOutput(io.stdout, parts);
  return { exitCode: () => exitCodes.fine };
}
