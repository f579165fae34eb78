import type { Diagnostic } from '../../core/model/diagnostic.ts';

/** The exit codes that a script can rely on. */
export const exitCodes = {
  fine: 0,
  /** An answer that a check asked about is no: a fit below a minimum, faults in data, bad rows. */
  no: 1,
  usage: 2,
  input: 3,
  bug: 70,
  output: 74,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expected failure: what went wrong, and the exit code that says so. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  /** Shown after the diagnostics: something to paste or to type. */
  readonly hint: string;
  constructor(exitCode: ExitCode, diagnostics: readonly Diagnostic[], hint = '') {
    super(diagnostics.map((diagnostic) => diagnostic.code).join(', '));
    this.exitCode = exitCode;
    this.diagnostics = diagnostics;
    this.hint = hint;
  }
}

/** Wrong usage of the command line, with what to do instead. */
export function usageFailure(problem: string, fix: string, suggestions: readonly string[] = []): Failure {
  return new Failure(exitCodes.usage, [{ code: 'wrong-usage', facts: { problem, fix }, suggestions }]);
}

/** The exit codes of a closed terminal (SIGHUP), Ctrl-C and SIGTERM. */
export type SignalCode = 129 | 130 | 143;

/** Ended by a signal: nothing is said, nothing is left behind. */
export class Interrupted extends Error {
  readonly exitCode: SignalCode;
  constructor(exitCode: SignalCode) {
    super();
    this.exitCode = exitCode;
  }
}
