import { createReadStream, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { severityOf } from '../../core/model/diagnostic.ts';
import type { Scale } from '../../core/model/scale.ts';
import { readLineBlocks } from '../../documents/line-blocks.ts';
import { describeReadError, type ReadText } from '../../documents/read-file.ts';
import { parseYaml } from '../../documents/yaml.ts';
import { type BadRow, badRow, type PersonRow, readCsvPeople } from '../../intake/read-people.ts';
import { shapeProfile } from '../../intake/shape-profile.ts';
import type { Io } from '../shell/io.ts';
import { readTextInput, shownName } from '../shell/read-input.ts';
import type { PeopleBlock } from './people-block.ts';
import { formatOfEnding, type InputFormat } from './people-files.ts';

/** How far the reading has come, in bytes. */
export interface ReadMeter {
  read: number;
}

/** People that were read one by one travel in blocks of this many. */
const peopleTogether = 256;
/** Smaller than the limit of a line, see `readLineBlocks`. */
const chunkBytes = 32_768;

type Row = PersonRow | BadRow;

/** The people of some files, as blocks, in order. What cannot be read becomes a bad row; nothing is thrown. */
export async function* readPeopleBlocks(
  io: Io,
  files: readonly string[],
  scale: Scale,
  stdinFormat: InputFormat,
  meter: ReadMeter,
): AsyncGenerator<PeopleBlock> {
  // Small files of one person each share a block.
  let together: Row[] = [];
  for (const file of files) {
    const format = file === '-' ? stdinFormat : formatOfEnding[extname(file).toLowerCase()];
    const shown = shownName(file);
    if (format !== 'ndjson' && format !== 'csv') {
      const read = await readTextInput(io, file);
      if ('text' in read) meter.read += read.text.length;
      together.push(...readWhole(read, shown, scale));
    } else {
      if (together.length > 0) yield { kind: 'people', rows: together };
      together = [];
      const chunks = file === '-' ? (io.stdin as AsyncIterable<Buffer>) : openChunks(resolve(io.cwd, file));
      if (chunks === undefined) together.push({ bad: { code: 'not-a-file', facts: { found: 'a device or folder' }, file } });
      else yield* readRows(metered(chunks, meter), shown, format, scale);
    }
    if (together.length >= peopleTogether) {
      yield { kind: 'people', rows: together };
      together = [];
    }
  }
  if (together.length > 0) yield { kind: 'people', rows: together };
}

function openChunks(path: string): AsyncIterable<Buffer> | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile() && !stat.isFIFO()) return undefined;
  return createReadStream(path, { highWaterMark: chunkBytes });
}

async function* metered(chunks: AsyncIterable<Buffer | string>, meter: ReadMeter): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    meter.read += bytes.length;
    yield bytes;
  }
}

async function* readRows(
  chunks: AsyncIterable<Buffer>,
  file: string,
  format: 'ndjson' | 'csv',
  scale: Scale,
): AsyncGenerator<PeopleBlock> {
  try {
    if (format === 'ndjson') {
      for await (const block of readLineBlocks(chunks)) {
        if ('bytes' in block) yield { kind: 'lines', file, ...block };
        else yield { kind: 'people', rows: [badRow(file, block.firstLine, block.problem)] };
      }
    } else yield* gather(readCsvPeople(decode(chunks), file, scale));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    yield { kind: 'people', rows: [{ bad: describeReadError(error, file) }] };
  }
}

async function* gather(rows: AsyncIterable<Row>): AsyncGenerator<PeopleBlock> {
  let together: Row[] = [];
  try {
    for await (const row of rows) {
      together.push(row);
      if (together.length < peopleTogether) continue;
      const full = together;
      together = [];
      yield { kind: 'people', rows: full };
    }
  } catch (error) {
    // What was read before a fault of the device counts.
    if (together.length > 0) yield { kind: 'people', rows: together };
    throw error;
  }
  if (together.length > 0) yield { kind: 'people', rows: together };
}

async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** One profile, or a list of them. */
function readWhole(read: ReadText, file: string, scale: Scale): Row[] {
  if ('diagnostic' in read) return [{ bad: read.diagnostic }];
  const document = parseYaml(read.text, file);
  const fault = document.diagnostics.find((diagnostic) => severityOf(diagnostic) === 'error');
  if (document.value === undefined || fault !== undefined) return [{ bad: fault ?? noProfile(file) }];
  const items: readonly unknown[] = Array.isArray(document.value) ? document.value : [document.value];
  return items.map((item, i) => {
    const path = Array.isArray(document.value) ? [i] : [];
    const { profile, diagnostics } = shapeProfile(document, item, path, scale);
    const wrong = diagnostics.find((diagnostic) => severityOf(diagnostic) === 'error');
    if (profile === undefined || wrong !== undefined) return { bad: wrong ?? noProfile(file) };
    const named: unknown = item instanceof Map ? (item.get('person') ?? item.get('id')) : undefined;
    const place = path.length === 0 ? file : `${file}:${document.placeOf(path).line}`;
    const person = typeof named === 'string' || typeof named === 'number' ? String(named) : (profile.name ?? place);
    return { person, profile };
  });
}

function noProfile(file: string): BadRow['bad'] {
  return { code: 'bad-row', facts: { problem: 'the file holds no profile' }, file };
}
