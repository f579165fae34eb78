import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, fixOf, messageOf } from '../../core/model/diagnostic.ts';
import { writeWhole } from '../../documents/save-file.ts';
import { diagnosticLines } from '../../report/diagnostic-lines.ts';
import { toSafeJson } from '../../report/format-json.ts';
import type { Io } from '../shell/io.ts';
import { outputFailure } from '../shell/output.ts';
import type { ProgressLine } from '../shell/progress-line.ts';

/** Where the rows that cannot be read are reported: at once, so that nothing is lost when a batch is stopped. */
export interface ErrorLog {
  readonly count: () => number;
  readonly report: (bad: readonly Diagnostic[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Reports to standard error, or as NDJSON (file, line, reason) to a file. Throws a `Failure` when that cannot be written. */
export function openErrorLog(io: Io, path: string | undefined, progress: Pick<ProgressLine, 'clear'>): ErrorLog {
  let count = 0;
  if (path === undefined) {
    return {
      count: () => count,
      report: async (bad) => {
        if (bad.length === 0) return;
        count += bad.length;
        await progress.clear();
        const lines = bad.flatMap(diagnosticLines).map((line) => `${line.text}\n`);
        await io.stderr.write(lines.join(''));
      },
      close: async () => {},
    };
  }
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw outputFailure(path, error);
    }
  };
  const handle = guard(() => openSync(resolve(io.cwd, path), 'w'));
  return {
    count: () => count,
    report: async (bad) => {
      count += bad.length;
      const bytes = Buffer.from(bad.map((one) => `${toSafeJson(errorRecord(one))}\n`).join(''));
      guard(() => writeWhole(handle, bytes));
    },
    close: async () => {
      closeSync(handle);
      if (count > 0) await io.stderr.write(`${count === 1 ? '1 row' : `${count} rows`} could not be read: see ${path}\n`);
    },
  };
}

function errorRecord(bad: Diagnostic): Record<string, unknown> {
  return {
    file: bad.place?.file ?? bad.file ?? null,
    line: bad.place?.line ?? null,
    code: bad.code,
    reason: messageOf(bad),
    fix: fixOf(bad),
  };
}
