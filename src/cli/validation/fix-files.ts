import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { labelOrder } from '../../core/model/label.ts';
import { applyEdits, needsQuotes, offsetsOf, quoteScalar, sortListEdits, type TextEdit } from '../../documents/text-edits.ts';
import type { Io } from '../shell/io.ts';
import { rewriteFile } from '../shell/rewrite-file.ts';

/**
 * Fixes what is safe to fix: the order of labels, ids that differ from their right form in case, spaces and underscores
 * alone, and texts without the quotes that they need. Each file is replaced whole or not at all, under its lock; nothing else in
 * it changes, nor do its mode and its byte-order mark.
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
    const fix = (text: string): string =>
      applyEdits(
        text,
        list.flatMap((one) => editsFor(one, text)),
      );
    if ((await rewriteFile(resolve(io.cwd, file), file, fix)).saved) changed++;
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
