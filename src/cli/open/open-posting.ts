import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Catalog, roleNumberOf } from '../../core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../core/catalog/compiled-layout.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Role } from '../../core/model/model.ts';
import { compareText } from '../../core/model/text-order.ts';
import type { TextReader } from '../../core/text/text-reader.ts';
import type { NamedPosting } from '../../intake/posting/merge-postings.ts';
import { type ReadPosting, readPosting } from '../../intake/posting/read-posting.ts';
import { postingReaderOf } from '../../intake/skill-labels.ts';
import { exitCodes, Failure, usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { readTextInput, shownName } from '../shell/read-input.ts';

/** Reads a posting from a file or standard input; HTML is turned into text first. Throws a `Failure` when it cannot be read. */
export async function readPostingText(io: Io, path: string, catalog: Catalog): Promise<ReadPosting> {
  return readOne(io, path, catalog, postingReaderOf(catalog));
}

/** Endings of the files that are read where their folder is named. */
const endings = /\.(?:txt|md|markdown|html?|json)$/i;
/** Nobody has read more adverts than this; more is a slip of the path. */
const maxPostings = 5000;

/** Whether a path is a folder, so that its postings are read together. */
export function isFolder(io: Io, path: string): boolean {
  return path !== '-' && statSync(resolve(io.cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

export interface ReadFolder {
  readonly postings: readonly NamedPosting[];
  /** What was not read, or names no skill. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all postings of a folder and of the folders in it, by name. One that cannot be read is told, and the others count. */
export async function readPostingFolder(io: Io, path: string, catalog: Catalog): Promise<ReadFolder> {
  const names = readdirSync(resolve(io.cwd, path), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        !/(?:^|[\\/])\./.test(name) && statSync(join(resolve(io.cwd, path), name), { throwIfNoEntry: false })?.isFile() === true,
    )
    .sort(compareText);
  const known = names.filter((name) => endings.test(name));
  const diagnostics: Diagnostic[] = names
    .filter((name) => !endings.test(name))
    .map((name) => ({
      code: 'import-refused',
      severity: 'warning',
      facts: { reason: 'it is no .txt, .md, .html or .json' },
      file: name,
    }));
  if (known.length > maxPostings)
    throw usageFailure(`${path} holds ${known.length} files; ${maxPostings} are read at most`, 'name a folder of adverts');
  const postings: NamedPosting[] = [];
  const reader = postingReaderOf(catalog);
  for (const name of known) {
    const shown = join(path, name);
    try {
      const read = await readOne(io, shown, catalog, reader);
      if (read.role.requirements.length > 0) postings.push({ file: name, read });
      else diagnostics.push({ code: 'nothing-found', severity: 'warning', facts: { what: '' }, file: shown });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      diagnostics.push(...error.diagnostics.map((one): Diagnostic => ({ ...one, severity: 'warning' })));
    }
  }
  return { postings, diagnostics };
}

async function readOne(io: Io, path: string, catalog: Catalog, reader: TextReader): Promise<ReadPosting> {
  const shown = shownName(path);
  const read = await readTextInput(io, path);
  if ('diagnostic' in read) throw new Failure(exitCodes.input, [read.diagnostic]);
  return readPosting(await plainText(read.text, path, shown), shown, catalog, reader);
}

async function plainText(text: string, path: string, shown: string): Promise<string> {
  const isHtml =
    /\.html?$/i.test(path) || /^\s*(?:<!doctype html|<html|<(?:head|body|div|article|section|p|h1|ul)\b)/i.test(text);
  const isJson = /^\s*[[{]/.test(text) && /\.json$/i.test(path);
  if (!isHtml && !isJson) return text;
  const { jobPostingOf } = await import('../../intake/posting/job-posting-data.ts');
  const { pageText } = await import('../../intake/posting/page-text.ts');
  const { htmlToText, MarkupRefusal } = await import('../../documents/markup-text.ts');
  try {
    if (isHtml) return pageText(text);
    const described = jobPostingOf(text);
    if (described !== undefined) return htmlToText(described);
    throw new Failure(exitCodes.input, [
      { code: 'import-refused', facts: { reason: 'it is JSON, but describes no JobPosting' }, file: shown },
    ]);
  } catch (error) {
    if (!(error instanceof MarkupRefusal)) throw error;
    throw new Failure(exitCodes.input, [{ code: 'import-refused', facts: { reason: error.message }, file: shown }]);
  }
}

/** The catalog with this role besides, and its number: the profile's own role and targets stay known. */
export function withRole(catalog: Catalog, role: Role): { readonly catalog: Catalog; readonly role: number } {
  const skills = Array.from({ length: catalog.index.skillCount }, (_, i) => catalog.skill(i));
  const roles = Array.from({ length: catalog.index.roleCount }, (_, i) => catalog.role(i)).filter(({ id }) => id !== role.id);
  const extended = decodeCatalog(encodeCatalog({ packs: catalog.packs, scale: catalog.scale, skills, roles: [...roles, role] }));
  return { catalog: extended, role: roleNumberOf(extended, role.id) };
}
