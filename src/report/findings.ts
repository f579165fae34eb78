import { createHash } from 'node:crypto';
import type { Diagnostic, Severity } from '../core/model/diagnostic.ts';
import { severityOf } from '../core/model/diagnostic.ts';

/** What `validate` hands to the formats that show findings in their files. */
export interface Findings {
  readonly version: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether this run fails for its warnings too, which `--max-warnings` decides. */
  readonly warningsFail: boolean;
  /** Every file that was looked at, as shown. */
  readonly files: readonly string[];
  /** A file, as shown, by its path in the repository. */
  readonly pathOf: (file: string) => string;
  /** The text of a file, where it can be read. */
  readonly sourceOf: (file: string) => string | undefined;
  /** Why a code is a fault, where that is written down. */
  readonly whyOf: (code: string) => string | undefined;
}

export function countSeverity(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((one) => severityOf(one) === severity).length;
}

/** How many findings of which severity there are, as in "1 error, 2 warnings in 3 files". */
export function sumOf(diagnostics: readonly Diagnostic[], files: number): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: countSeverity(diagnostics, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  return `${counts.length === 0 ? 'No faults' : counts.join(', ')} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

/** Whether a finding is one of those that a run fails for: what a format calls a failure and the exit code agree. */
export function isFailure({ warningsFail }: Findings, one: Diagnostic): boolean {
  const severity = severityOf(one);
  return severity === 'error' || (severity === 'warning' && warningsFail);
}

export function fileOf(diagnostic: Diagnostic): string | undefined {
  return diagnostic.place?.file ?? diagnostic.file;
}

/**
 * A name for a finding that stays when lines above it come or go: its code, file, facts and the text of its line, and which
 * one it is among equals.
 */
export function fingerprints(findings: Findings): string[] {
  const times = new Map<string, number>();
  const linesOf = makeLinesOf(findings.sourceOf);
  return findings.diagnostics.map((one) => {
    const file = fileOf(one) ?? '';
    const path = findings.pathOf(file);
    const line = one.place === undefined ? '' : (linesOf(file)[one.place.line - 1] ?? '').trim();
    const key = JSON.stringify([one.code, path, line, one.facts]);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return createHash('sha256').update(`${key} ${before}`).digest('hex').slice(0, 32);
  });
}

/** The lines of files, split once a file. */
export function makeLinesOf(sourceOf: Findings['sourceOf']): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const lines = (sourceOf(file) ?? '').split(/\r?\n/);
    known.set(file, lines);
    return lines;
  };
}
