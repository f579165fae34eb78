import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { readBytes } from '../../documents/read-file.ts';
import { type LinkedInFile, linkedInFiles, readLinkedIn } from '../../intake/import/linkedin.ts';
import { type ReadDocument, type ReadOptions, readDocument } from '../../intake/import/read-document.ts';
import { exitCodes, Failure, usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { readInput, shownName } from '../shell/read-input.ts';

/** No CV and no export of one comes near it. */
const maxBytes = 16 * 1024 * 1024;

/** Reads what `import` was given: a file, standard input, or the folder of a LinkedIn export. Throws a `Failure` when it cannot. */
export async function openImport(
  io: Io,
  path: string,
  asked: Omit<ReadOptions, 'readPdf'>,
): Promise<Extract<ReadDocument, { document: unknown }>> {
  const options: ReadOptions = { ...asked, readPdf: (bytes) => readPdfThere(io, bytes) };
  const shown = shownName(path);
  const target = resolve(io.cwd, path);
  const isFolder = path !== '-' && statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  const read = isFolder ? await readFolder(target, shown) : await readOne(io, path, options);
  if ('refused' in read) throw new Failure(exitCodes.input, read.refused);
  if ('people' in read) throw pickOne(read.people, options.person);
  return read;
}

async function readOne(io: Io, path: string, options: ReadOptions): Promise<ReadDocument> {
  const read = await readInput(io, path, maxBytes);
  if ('diagnostic' in read) return { refused: [read.diagnostic] };
  return readDocument({ file: path === '-' ? shownName(path) : basename(path), bytes: read.bytes }, options);
}

async function readFolder(target: string, shown: string): Promise<ReadDocument> {
  const files = new Map<LinkedInFile, Uint8Array>();
  const refused: Diagnostic[] = [];
  for (const name of linkedInFiles) {
    const read = readBytes(join(target, name), `${shown}/${name}`, maxBytes);
    if ('bytes' in read) files.set(name, read.bytes);
    else if (read.diagnostic.code !== 'file-missing') refused.push(read.diagnostic);
  }
  if (refused.length > 0) return { refused };
  if (files.size === 0) {
    const facts = { found: `a folder without the tables of a LinkedIn export (${linkedInFiles.join(', ')})` };
    return { refused: [{ code: 'not-a-file', facts, file: shown }] };
  }
  return { document: await readLinkedIn(files) };
}

async function readPdfThere(io: Io, bytes: Uint8Array): ReturnType<ReadOptions['readPdf']> {
  const { readPdf } = await import('../../documents/read-pdf.ts');
  return readPdf(join(io.home, 'dist', 'pdf.cjs'), bytes);
}

function pickOne(people: readonly string[], wanted: string | undefined): Failure {
  const names = people.slice(0, 10).join(', ');
  if (wanted !== undefined)
    return usageFailure(
      `the table has ${wanted === '' ? 'nobody without a name' : `no single row for "${wanted}"`}`,
      `name one of: ${names}`,
    );
  if (people.length === 0) return usageFailure('the table holds nobody', 'name a table with a row a person');
  return usageFailure(`the table holds ${people.length} people`, `pick one with --person, such as: ${names}`);
}
