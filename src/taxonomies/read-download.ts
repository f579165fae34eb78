import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { compareText } from '../core/model/text-order.ts';
import { readCsv } from '../documents/csv.ts';
import { readLineBlocks, splitLines } from '../documents/line-blocks.ts';
import { reasonOf } from '../documents/read-file.ts';
import { startOfLine } from '../documents/text-place.ts';

/** A download that is not what it should be; whatever calls the conversion words it. */
export class DownloadFault extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.code);
    this.diagnostic = diagnostic;
  }
}

/** ESCO keeps alternative labels on lines of one cell, up to some hundreds of them. */
const maxLinesInRecord = 5000;

/** A folder of downloaded files. */
export interface Download {
  readonly folder: string;
  /** The folder as messages show it. */
  readonly shown: string;
  /** The language of its labels, where a download has one for each; as its file names say it. */
  readonly language: string;
  /** The release that the user names; else it is read from the download. */
  readonly release: string | undefined;
  /** Files that are left aside, as if they were not there. */
  readonly without: readonly string[];
  /** Called now and then while a file is read. */
  readonly progress: (file: string, bytes: number, total: number) => void;
}

/** What a file of a download holds, and what it is called. */
export interface DownloadFile {
  /** What it is for, as in "it holds …". */
  readonly holds: string;
  /** Its names in the releases, newest first. */
  readonly names: readonly string[];
}

/** The name that the download has for a file; nothing where it has none. */
export function nameIn(download: Download, names: readonly string[]): string | undefined {
  return names.find((name) => !download.without.includes(name) && existsSync(join(download.folder, name)));
}

/**
 * The name that the download has for a file that must be there. Throws a `DownloadFault` that says what it is for and what other
 * releases call it.
 *
 * @param beside the other files: they show by which release's names this one is missed
 */
export function findFile(download: Download, { holds, names }: DownloadFile, beside: readonly DownloadFile[]): string {
  const found = nameIn(download, names);
  if (found !== undefined) return found;
  const release = beside.flatMap((file) => {
    const name = nameIn(download, file.names);
    return name === undefined || file.names.length < 2 ? [] : [file.names.indexOf(name)];
  })[0];
  const missed = names[release ?? 0] ?? names[0] ?? '';
  const others = names.filter((name) => name !== missed);
  const languages = languagesIn(download).filter((one) => one !== download.language);
  throw new DownloadFault({
    code: 'download-incomplete',
    facts: { holds, others, languages: missed.includes(`_${download.language}.`) ? languages : [] },
    file: `${download.shown}/${missed}`,
  });
}

/** The languages of an ESCO download, as its file names say them. */
function languagesIn({ folder }: Download): string[] {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
  return names.flatMap((name) => /^skills_([a-z]{2,3}(?:-[A-Za-z]+)?)\.csv$/.exec(name)?.[1] ?? []).sort(compareText);
}

/** One row by column names; a column that was asked for is always there. */
export type DownloadRow<C extends string> = Readonly<Record<C, string>>;

/** The rows of a CSV file with a header, one by one. Throws a `DownloadFault` for a missing file, column or torn row. */
export async function* readCsvRows<C extends string>(
  download: Download,
  file: string,
  columns: readonly C[],
): AsyncGenerator<DownloadRow<C>> {
  const shown = `${download.shown}/${file}`;
  let take: ((cells: readonly string[], line: number) => DownloadRow<C>) | undefined;
  for await (const record of readCsv(decode(openDownload(download, file), shown), maxLinesInRecord)) {
    if ('problem' in record) throw badRow(shown, record.line, record.problem);
    if (take === undefined) take = rowMaker(record.cells, columns, shown);
    else yield take(record.cells, record.line);
  }
  if (take === undefined) throw missingColumn(shown, columns[0] as string);
}

/**
 * The rows of a tab-separated text file with a header. Quotes are plain characters there.
 *
 * @param names what other releases call a column
 */
export async function* readTabRows<C extends string>(
  download: Download,
  file: string,
  columns: readonly C[],
  names: Readonly<Record<string, readonly string[]>> = {},
): AsyncGenerator<DownloadRow<C>> {
  const shown = `${download.shown}/${file}`;
  let take: ((cells: readonly string[], line: number) => DownloadRow<C>) | undefined;
  for await (const block of readLineBlocks(openDownload(download, file))) {
    if ('problem' in block) throw badRow(shown, block.firstLine, block.problem);
    for (const line of splitLines(block.bytes, block.firstLine)) {
      if (line.text === undefined) throw badRow(shown, line.number, 'the line is not UTF-8 text');
      if (line.text === '') continue;
      const cells = line.text.split('\t');
      if (take === undefined) take = rowMaker(cells, columns, shown, names);
      else yield take(cells, line.number);
    }
  }
  if (take === undefined) throw missingColumn(shown, columns[0] as string);
}

function rowMaker<C extends string>(
  header: readonly string[],
  columns: readonly C[],
  shown: string,
  otherNames: Readonly<Record<string, readonly string[]>> = {},
): (cells: readonly string[], line: number) => DownloadRow<C> {
  const names = header.map((cell) => cell.trim());
  const at = columns.map((column): [C, number] => {
    const known: readonly string[] = [column, ...(otherNames[column] ?? [])];
    const found = known.map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
    if (found < 0) throw missingColumn(shown, column);
    return [column, found];
  });
  return (cells, line) => {
    // A row that stops early means that the file does: half a download must not become a pack.
    if (cells.length !== header.length) {
      throw badRow(shown, line, `the row has ${cells.length} columns, the header ${header.length}`);
    }
    return Object.fromEntries(at.map(([column, i]) => [column, cells[i] ?? ''])) as DownloadRow<C>;
  };
}

/** The bytes of one file. */
async function* openDownload(download: Download, file: string): AsyncGenerator<Buffer> {
  const path = join(download.folder, file);
  const shown = `${download.shown}/${file}`;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new DownloadFault({ code: 'file-missing', facts: { what: 'this file of the download' }, file: shown });
  }
  if (!stat.isFile()) throw new DownloadFault({ code: 'not-a-file', facts: { found: 'something else' }, file: shown });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      download.progress(file, bytes, stat.size);
      yield chunk;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new DownloadFault({ code: 'file-unreadable', facts: { reason: reasonOf(error) }, file: shown });
  }
}

async function* decode(chunks: AsyncIterable<Buffer>, shown: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DownloadFault({ code: 'bad-encoding', facts: { found: 'a byte that no UTF-8 text has' }, file: shown });
  }
}

function missingColumn(shown: string, key: string): DownloadFault {
  return new DownloadFault({ code: 'missing-key', facts: { key, what: 'the header line' }, file: shown });
}

function badRow(file: string, line: number, problem: string): DownloadFault {
  return new DownloadFault({ code: 'bad-row', facts: { problem }, place: startOfLine(file, line) });
}
