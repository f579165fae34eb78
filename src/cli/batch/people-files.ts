import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { compareText } from '../../core/model/text-order.ts';
import { matchesWildcard } from '../../core/text/wildcard.ts';
import { describeReadError, readBytes } from '../../documents/read-file.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

/** `text`: a table, profiles or a CV, as its content shows. */
export type InputFormat = 'yaml' | 'json' | 'ndjson' | 'csv' | 'xlsx' | 'cv' | 'text';

const formatOfEnding: Readonly<Record<string, InputFormat>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.pdf': 'cv',
  '.docx': 'cv',
  '.txt': 'text',
  '.md': 'text',
  '.markdown': 'text',
};

/** What a file holds by its name; `.gz` behind the ending does not matter. Nothing for other names. */
export function formatOfName(name: string): InputFormat | undefined {
  return formatOfEnding[extname(name.replace(/\.gz$/i, '')).toLowerCase()];
}

/** Whether a file of this name is read where its folder is named. Hidden files and those that office programs keep beside an open one are not. */
export function isPeopleFile(name: string): boolean {
  return formatOfName(name) !== undefined && !/^(?:\.|~\$)/.test(name) && !/^(?:readme|licen[cs]e|changelog)\b/i.test(name);
}

export interface FoundFile {
  readonly path: string;
  /** It was named itself, not found in a folder. */
  readonly named: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Files of the named folders that are not read. */
  readonly skipped: readonly string[];
}

/**
 * The files behind the named files, folders and patterns, in the order named; those of a folder, and of the folders in it, by
 * name. `-` stays. Throws a `Failure` when a path cannot be right.
 */
export function findPeopleFiles(io: Io, paths: readonly string[]): FoundFiles {
  const found = paths.map((path) => (path === '-' ? { files: [{ path, named: true }], skipped: [] } : findAt(io, path)));
  return { files: found.flatMap((one) => one.files), skipped: found.flatMap((one) => one.skipped) };
}

function findAt(io: Io, path: string): FoundFiles {
  const kind = kindOf(io, path);
  if (kind === 'file') return { files: [{ path, named: true }], skipped: [] };
  if (kind === 'pattern') return { files: expandPattern(io.cwd, path).map((one) => ({ path: one, named: false })), skipped: [] };
  const all = walkFolder(resolve(io.cwd, path), '').sort(compareText);
  const known = all.filter((name) => isPeopleFile(lastOf(name)) && !isScrap(resolve(io.cwd, path, name)));
  if (known.length === 0) {
    const facts = { found: 'a folder without any profile (.yaml, .json, .ndjson, .csv, .xlsx, or CVs)' };
    throw new Failure(exitCodes.input, [{ code: 'not-a-file', facts, file: path }]);
  }
  const taken = new Set(known);
  return {
    files: known.map((name) => ({ path: join(path, name), named: false })),
    skipped: all.filter((name) => !taken.has(name)).map((name) => join(path, name)),
  };
}

const lastOf = (name: string): string => name.split(/[\\/]/).at(-1) ?? name;

/** The longest text that is no CV and no table. */
const scrapBytes = 40;

/** A text of a few words: it stands beside the profiles and is none. */
function isScrap(path: string): boolean {
  if (formatOfName(path) !== 'text') return false;
  const read = readBytes(path, path, 4096, { cut: true });
  return 'bytes' in read && read.bytes.length < scrapBytes && !/[,;\t|]/.test(read.bytes.toString());
}

/** More files than this are no folder of people. */
const mostFiles = 1_000_000;

/** The files in a folder and the folders in it; hidden ones are left out, and links to folders are not followed. */
function walkFolder(root: string, below: string): string[] {
  const found: string[] = [];
  const open = [below];
  for (let folder = open.pop(); folder !== undefined && found.length < mostFiles; folder = open.pop()) {
    for (const entry of readEntries(join(root, folder))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) open.push(path);
      else found.push(path);
    }
  }
  return found;
}

function kindOf(io: Io, path: string): 'file' | 'folder' | 'pattern' {
  try {
    return statSync(resolve(io.cwd, path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (/[*?]/.test(path) && expandPattern(io.cwd, path).length > 0) return 'pattern';
    throw new Failure(exitCodes.input, [describeReadError(error, path)]);
  }
}

/** A pattern that no shell has expanded: `*` and `?` within a name, `**` for any folders. Hidden names are left out. */
function expandPattern(cwd: string, pattern: string): string[] {
  const [first = '', ...rest] = pattern.split('/');
  const start = first === '' ? '/' : '';
  const found = new Set<string>();
  const visit = (folder: string, parts: readonly string[]): void => {
    const [part, ...more] = parts;
    if (part === undefined) return;
    if (part === '**') visit(folder, more);
    for (const entry of readEntries(resolve(cwd, folder === '' ? '.' : folder))) {
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : join(folder, entry.name);
      if (part === '**') {
        if (entry.isDirectory()) visit(path, parts);
      } else if (matchesWildcard(part, entry.name, '?')) {
        if (more.length > 0) visit(path, more);
        else if (formatOfName(entry.name) !== undefined && !entry.isDirectory()) found.add(path);
      }
    }
  };
  const parts = (start === '' ? [first, ...rest] : rest).filter((part) => part !== '' && part !== '.');
  const climbs = parts.findIndex((part) => part !== '..');
  visit(start === '' ? parts.slice(0, climbs).join('/') : start, parts.slice(climbs));
  return [...found].sort(compareText);
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
