import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../core/catalog/compiled-layout.ts';
import type { Role } from '../../core/model/model.ts';
import { type ReadPosting, readPosting } from '../../intake/posting/read-posting.ts';
import { postingReaderOf } from '../../intake/skill-labels.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { readTextInput, shownName } from '../shell/read-input.ts';

/** Reads a posting from a file or standard input; HTML is turned into text first. Throws a `Failure` when it cannot be read. */
export async function readPostingText(io: Io, path: string, catalog: Catalog): Promise<ReadPosting> {
  const shown = shownName(path);
  const read = await readTextInput(io, path);
  if ('diagnostic' in read) throw new Failure(exitCodes.input, [read.diagnostic]);
  return readPosting(await plainText(read.text, path, shown), shown, catalog, postingReaderOf(catalog));
}

async function plainText(text: string, path: string, shown: string): Promise<string> {
  const isHtml =
    /\.html?$/i.test(path) || /^\s*(?:<!doctype html|<html|<(?:head|body|div|article|section|p|h1|ul)\b)/i.test(text);
  if (!isHtml) return text;
  const { htmlToText, MarkupRefusal } = await import('../../documents/markup-text.ts');
  try {
    return htmlToText(text);
  } catch (error) {
    if (!(error instanceof MarkupRefusal)) throw error;
    throw new Failure(exitCodes.input, [{ code: 'import-refused', facts: { reason: error.message }, file: shown }]);
  }
}

/** A catalog of the same skills, with this role alone. */
export function withRole(catalog: Catalog, role: Role): Catalog {
  const skills = Array.from({ length: catalog.index.skillCount }, (_, i) => catalog.skill(i));
  return decodeCatalog(encodeCatalog({ packs: catalog.packs, scale: catalog.scale, skills, roles: [role] }));
}
