import { createReadStream, readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { severityOf } from '../core/diagnostic.ts';
import type { Scale } from '../core/scale.ts';
import { describeReadError, readTextFile, reasonOf } from '../documents/read-file.ts';
import { type BadRow, type PersonRow, readCsvPeople, readNdjsonPeople } from '../intake/read-people.ts';
import { readProfile } from '../intake/read-profile.ts';
import { exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';

export type InputFormat = 'yaml' | 'json' | 'ndjson' | 'csv';

const formatOfEnding: Readonly<Record<string, InputFormat>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
};

/** Every person of the named files and folders, in the order named; files of a folder by name. `-` is standard input. */
export async function* readPeople(
  io: Io,
  paths: readonly string[],
  scale: Scale,
  stdinFormat: InputFormat,
): AsyncGenerator<PersonRow | BadRow> {
  for (const path of paths) {
    if (path === '-') yield* readSource(io.stdin as AsyncIterable<Buffer>, '<stdin>', stdinFormat, scale);
    else for (const file of listFiles(io, path)) yield* readFile(io, file, scale);
  }
}

/** Fails before any work is done when a path cannot be right. */
export function checkPeoplePaths(io: Io, paths: readonly string[]): void {
  for (const path of paths) if (path !== '-') listFiles(io, path);
}

function listFiles(io: Io, path: string): string[] {
  const names = listFolder(resolve(io.cwd, path), path);
  if (names === undefined) return [path];
  const known = names.filter((name) => extname(name) in formatOfEnding && !name.startsWith('.'));
  if (known.length === 0) {
    const facts = { found: 'a folder without any profile (.yaml, .json, .ndjson, .csv)' };
    throw new Failure(exitCodes.input, [{ code: 'not-a-file', facts, file: path }]);
  }
  return known.sort((a, b) => (a < b ? -1 : 1)).map((name) => join(path, name));
}

/** The names in a folder, or nothing where the path is no folder. */
function listFolder(path: string, shown: string): string[] | undefined {
  try {
    return statSync(path).isDirectory() ? readdirSync(path) : undefined;
  } catch (error) {
    throw new Failure(exitCodes.input, [describeReadError(error, shown)]);
  }
}

async function* readFile(io: Io, file: string, scale: Scale): AsyncGenerator<PersonRow | BadRow> {
  const format = formatOfEnding[extname(file).toLowerCase()];
  const path = resolve(io.cwd, file);
  if (format === 'ndjson' || format === 'csv') {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isFile() && !stat.isFIFO()) {
      yield { bad: { code: 'not-a-file', facts: { found: 'a device or folder' }, file } };
      return;
    }
    yield* readSource(createReadStream(path, { highWaterMark: 262_144 }), file, format, scale);
    return;
  }
  const read = readTextFile(path, file);
  if ('diagnostic' in read) {
    yield { bad: read.diagnostic };
    return;
  }
  yield readWhole(read.text, file, scale);
}

async function* readSource(
  chunks: AsyncIterable<Buffer>,
  file: string,
  format: InputFormat,
  scale: Scale,
): AsyncGenerator<PersonRow | BadRow> {
  try {
    if (format === 'ndjson') yield* readNdjsonPeople(chunks, file, scale);
    else if (format === 'csv') yield* readCsvPeople(decode(chunks), file, scale);
    else yield readWhole(await collect(chunks), file, scale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    yield { bad: { code: 'file-unreadable', facts: { reason: reasonOf(error) }, file } };
  }
}

async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const part of decode(chunks)) text += part;
  return text;
}

function readWhole(text: string, file: string, scale: Scale): PersonRow | BadRow {
  const { profile, diagnostics } = readProfile(text, file, scale);
  const fault = diagnostics.find((diagnostic: Diagnostic) => severityOf(diagnostic) === 'error');
  if (profile === undefined || fault !== undefined) {
    return { bad: fault ?? { code: 'bad-row', facts: { problem: 'the file holds no profile' }, file } };
  }
  return { person: profile.name ?? file, profile };
}
