import { LockBusy } from '../../documents/file-lock.ts';
import { reasonOf } from '../../documents/read-file.ts';
import { type Edit, updateFile } from '../../documents/update-file.ts';
import { EditRefused } from '../../documents/yaml-source.ts';
import { exitCodes, Failure } from './failure.ts';

/**
 * Edits a file under its lock, whole or not at all.
 *
 * @param shown the file's name in messages
 * @returns whether anything changed
 * @throws `Failure`: 3 when it cannot be read or edited, 74 when it cannot be saved
 */
export async function rewriteFile(path: string, shown: string, edit: Edit): Promise<{ saved: boolean; text: string }> {
  try {
    const updated = await updateFile(path, shown, edit);
    if ('diagnostic' in updated) throw new Failure(exitCodes.input, [updated.diagnostic]);
    return updated;
  } catch (error) {
    throw describe(error, shown);
  }
}

function describe(error: unknown, shown: string): unknown {
  if (error instanceof EditRefused) {
    return new Failure(exitCodes.input, [{ code: 'edit-refused', facts: { reason: error.message }, file: shown }]);
  }
  const busy = error instanceof LockBusy;
  if (!busy && (error as NodeJS.ErrnoException).syscall === undefined) return error;
  const reason = busy ? 'another careerpath holds it and does not let go' : reasonOf(error);
  return new Failure(exitCodes.output, [{ code: 'save-failed', facts: { path: shown, reason } }]);
}
