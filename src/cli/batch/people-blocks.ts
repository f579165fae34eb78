import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeStream, isGzip, peek, unpackGzip, utf16Of } from '../../documents/decode-stream.ts';
import { describeReadError } from '../../documents/read-file.ts';
import { looksLikeZip } from '../../documents/zip.ts';
import { badRow, type TableRow } from '../../intake/people/batch-rows.ts';
import { remark } from '../../intake/people/people-account.ts';
import type { TableTools } from '../../intake/people/table-tools.ts';
import type { Io } from '../shell/io.ts';
import { shownName } from '../shell/read-input.ts';
import type { PeopleBlock } from './people-block.ts';
import { type FoundFile, formatOfName, type InputFormat } from './people-files.ts';
import { readLines } from './read-lines.ts';
import { readSheetPeople, readTablePeople, readWholeText } from './read-whole.ts';

/** How far the reading has come, in bytes. */
export interface ReadMeter {
  read: number;
}

/** How a batch reads its files. */
export interface HowToReadPeople {
  readonly tools: TableTools;
  readonly stdinFormat: InputFormat;
  /** The sheet of a workbook to read; the first one when none is named. */
  readonly sheet: string | undefined;
  /** Reads a CV as `import` does; nothing when it shows no skill. */
  readonly readCv: (bytes: Buffer, file: string) => Promise<TableRow>;
}

/** One file as it comes to a reader. */
export interface PeopleSource {
  readonly chunks: AsyncIterable<Buffer>;
  readonly head: Buffer;
  /** As messages name it. */
  readonly file: string;
  readonly format: InputFormat;
  readonly named: boolean;
}

/** People that were read one by one travel in blocks of this many. */
const peopleTogether = 256;
/** Smaller than the limit of a line, see `readLineBlocks`. */
const chunkBytes = 32_768;

/** The people of some files, as blocks, in order. What cannot be read becomes a bad row; nothing is thrown. */
export async function* readPeopleBlocks(
  io: Io,
  files: readonly FoundFile[],
  how: HowToReadPeople,
  meter: ReadMeter,
): AsyncGenerator<PeopleBlock> {
  // Small files of one person each share a block.
  let together: TableRow[] = [];
  for (const { path, named } of files) {
    const shown = shownName(path);
    for await (const part of readFile(io, path, named, shown, how, meter)) {
      if ('kind' in part) {
        if (together.length > 0) yield { kind: 'people', rows: together };
        together = [];
        yield part;
        continue;
      }
      together.push(part);
      if (together.length < peopleTogether) continue;
      yield { kind: 'people', rows: together };
      together = [];
    }
  }
  if (together.length > 0) yield { kind: 'people', rows: together };
}

type Part = PeopleBlock | TableRow;

async function* readFile(
  io: Io,
  path: string,
  named: boolean,
  file: string,
  how: HowToReadPeople,
  meter: ReadMeter,
): AsyncGenerator<Part> {
  const chunks = path === '-' ? io.stdin : openChunks(resolve(io.cwd, path));
  if (chunks === undefined) {
    yield { bad: { code: 'not-a-file', facts: { found: 'a device or folder' }, file } };
    return;
  }
  try {
    const packed = await peek(metered(chunks, meter));
    const isPacked = isGzip(packed.head);
    const { head, chunks: plain } = isPacked ? await peek(unpackGzip(packed.chunks, packed.head)) : packed;
    if (head.length === 0) {
      yield remark('nobody', file);
      return;
    }
    if (isPacked) yield remark('how', 'unpacked from gzip');
    const format = path === '-' ? how.stdinFormat : (formatOfName(path) ?? 'text');
    yield* readSource({ chunks: plain, head, file, format, named }, how);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) yield { bad: describeReadError(error, file) };
    else if (/^(?:Z_|ERR_BUFFER)/.test(code ?? ''))
      yield { bad: { code: 'file-unreadable', facts: { reason: 'its gzip data is broken or cut short' }, file } };
    else throw error;
  }
}

function readSource(source: PeopleSource, how: HowToReadPeople): AsyncGenerator<Part> {
  if (looksLikeZip(source.head) && source.format !== 'cv') return readSheetPeople(source, how);
  if (source.format === 'xlsx') return onlyBad(source.file, 'it is no Excel workbook (.xlsx)');
  if (source.format === 'csv') return readTablePeople(source, how);
  if (source.format === 'ndjson') return readLines(source, how);
  return readWholeText(source, how);
}

async function* onlyBad(file: string, problem: string): AsyncGenerator<TableRow> {
  yield badRow(file, 1, problem);
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

/** Lines of other encodings as UTF-8. */
export async function* asUtf8({ chunks, head }: PeopleSource): AsyncGenerator<Buffer> {
  if (utf16Of(head) === undefined) yield* chunks;
  else for await (const text of decodeStream(chunks, head)) yield Buffer.from(text);
}
