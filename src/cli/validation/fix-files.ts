import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { labelOrder } from '../../core/model/label.ts';
import { readTextFile } from '../../documents/read-file.ts';
import { applyEdits, needsQuotes, offsetsOf, quoteScalar, sortListEdits, type TextEdit } from '../../documents/text-edits.ts';
import type { Io } from '../shell/io.ts';
import { rewriteFile } from '../shell/rewrite-file.ts';

/** A change that was made, and saved. */
export type Fixed = Extract<Diagnostic, { readonly code: 'fixed' }>;

/**
 * Fixes what is safe to fix: the order of labels, ids that differ from their right form in case, spaces and underscores
 * alone, and texts without the quotes that they need. Each file is replaced whole or not at all, under its lock; nothing else in
 * it changes, nor do its mode and its byte-order mark.
 *
 * @param ids that are taken: an id is never changed to one of them, for it would become a duplicate, or replace an entry of the
 *   built-in data. What refers to an entry may of course be changed to its id
 * @returns what was changed. Throws a `Failure` when a file cannot be written.
 */
export async function fixFiles(io: Io, diagnostics: readonly Diagnostic[], ids: ReadonlySet<string>): Promise<Fixed[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    if (one.place === undefined) continue;
    const list = byFile.get(one.place.file) ?? [];
    list.push(one);
    byFile.set(one.place.file, list);
  }
  const taken = new Set(ids);
  const refused = refusedIds(io, diagnostics, ids);
  const changed: Fixed[] = [];
  for (const [file, list] of byFile) {
    let made: Fixed[] = [];
    const fix = (text: string): string => {
      const fixes = list
        .map((one) => ({ one, edits: editsFor(one, text, { taken, refused }) }))
        .filter(({ edits }) => edits.length > 0);
      made = fixes.map(({ one, edits }) => describeFix(one, edits, text));
      return applyEdits(
        text,
        fixes.flatMap(({ edits }) => edits),
      );
    };
    if ((await rewriteFile(resolve(io.cwd, file), file, fix)).saved) changed.push(...made);
  }
  return changed;
}

function describeFix(one: Diagnostic, [first]: readonly TextEdit[], text: string): Fixed {
  const isList = one.code === 'unsorted-labels' || first === undefined;
  const facts = isList
    ? { list: one.code === 'unsorted-labels' ? one.facts.list : 'a list' }
    : { from: text.slice(first.start, first.end), to: first.text };
  return { code: 'fixed', facts, ...(one.place === undefined ? {} : { place: one.place }) };
}

interface Ids {
  readonly taken: Set<string>;
  /** Right forms of ids whose definition stays as it is: what refers to them as written must not come to mean another entry. */
  readonly refused: ReadonlySet<string>;
}

function refusedIds(io: Io, diagnostics: readonly Diagnostic[], ids: ReadonlySet<string>): Set<string> {
  const refused = new Set<string>();
  for (const { code, place, suggestions: [id] = [] } of diagnostics) {
    if (code !== 'invalid-id' || place === undefined || id === undefined || !ids.has(id)) continue;
    const read = readTextFile(resolve(io.cwd, place.file), place.file);
    if ('text' in read && isDefinition(read.text, offsetsOf(read.text, place).start)) refused.add(id);
  }
  return refused;
}

/** Whether the value at an offset is what an entry is called by, not what another one refers to. */
function isDefinition(text: string, start: number): boolean {
  return /(?:^|[\s{,-])id["']?[ \t]*:[ \t]*["']?$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

function editsFor(one: Diagnostic, text: string, { taken, refused }: Ids): TextEdit[] {
  if (one.place === undefined) return [];
  const { start, end } = offsetsOf(text, one.place);
  const written = text.slice(start, end);
  switch (one.code) {
    case 'yaml-trap':
      // What was found must still stand there, plain, and quotes must be what it lacks.
      return written === one.facts.text && needsQuotes(written) ? [{ start, end, text: quoteScalar(written) }] : [];
    case 'invalid-id': {
      const [id] = one.suggestions ?? [];
      if (id === undefined || !isSameButForSpelling(written, id)) return [];
      const defines = isDefinition(text, start);
      if (refused.has(id) || (defines && taken.has(id))) return [];
      if (defines) taken.add(id);
      return [{ start, end, text: id }];
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
