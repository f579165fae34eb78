import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { labelOrder } from '../../core/label.ts';
import { readTextFile } from '../../documents/read-file.ts';
import { applyEdits, needsQuotes, offsetsOf, quoteScalar, sortListEdits, type TextEdit } from '../../documents/text-edits.ts';
import type { Io } from '../io.ts';
import { writeToFile } from '../output.ts';

/**
 * Mends what is safe to mend: the order of labels, ids that differ from their right form in case, spaces and underscores
 * alone, and texts without the quotes that they need. Each file is replaced whole or not at all; nothing else in it changes.
 *
 * @returns how many files were changed. Throws a `Failure` when one cannot be written.
 */
export async function fixFiles(io: Io, diagnostics: readonly Diagnostic[]): Promise<number> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    if (one.place === undefined) continue;
    const list = byFile.get(one.place.file) ?? [];
    list.push(one);
    byFile.set(one.place.file, list);
  }
  let changed = 0;
  for (const [file, list] of byFile) {
    const read = readTextFile(resolve(io.cwd, file), file);
    if (!('text' in read)) continue;
    const mended = applyEdits(
      read.text,
      list.flatMap((one) => editsFor(one, read.text)),
    );
    if (mended === read.text) continue;
    // A link stays a link: what it points to is replaced.
    await writeToFile(realpathSync(resolve(io.cwd, file)), io.cwd, [mended]);
    changed++;
  }
  return changed;
}

function editsFor(one: Diagnostic, text: string): TextEdit[] {
  if (one.place === undefined) return [];
  const { start, end } = offsetsOf(text, one.place);
  const written = text.slice(start, end);
  switch (one.code) {
    case 'yaml-trap':
      // What was found must still stand there, plain, and quotes must be what it lacks.
      return written === one.facts.text && needsQuotes(written) ? [{ start, end, text: quoteScalar(written) }] : [];
    case 'invalid-id': {
      const [id] = one.suggestions ?? [];
      return id !== undefined && isSameButForSpelling(written, id) ? [{ start, end, text: id }] : [];
    }
    case 'unsorted-labels':
      return sortListEdits(text, start, labelOrder);
    default:
      return [];
  }
}

/** `Spring_Boot` and `spring-boot` are one id; `c++` and `c` are two. */
function isSameButForSpelling(written: string, id: string): boolean {
  return written.toLowerCase().replace(/[ _]/g, '-') === id && needsQuotes(id) === false;
}
