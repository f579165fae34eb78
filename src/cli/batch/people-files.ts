import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { compareText } from '../../core/model/text-order.ts';
import { matchesWildcard } from '../../core/text/wildcard.ts';
import { describeReadError } from '../../documents/read-file.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

export type InputFormat = 'yaml' | 'json' | 'ndjson' | 'csv';

export const formatOfEnding: Readonly<Record<string, InputFormat>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
};

/** Whether a file of this name is read where its folder is named. */
export function isPeopleFile(name: string): boolean {
  return extname(name) in formatOfEnding && !name.startsWith('.');
}

/**
 * The files behind the named files, folders and patterns, in the order named; those of a folder or pattern by name. `-` stays.
 * Throws a `Failure` when a path cannot be right.
 */
export function listPeopleFiles(io: Io, paths: readonly string[]): string[] {
  return paths.flatMap((path) => (path === '-' ? [path] : listFiles(io, path)));
}

function listFiles(io: Io, path: string): string[] {
  const names = listFolder(io, path);
  if (!Array.isArray(names)) return names === 'file' ? [path] : expandPattern(io.cwd, path);
  const known = names.filter(isPeopleFile);
  if (known.length === 0) {
    const facts = { found: 'a folder without any profile (.yaml, .json, .ndjson, .csv)' };
    throw new Failure(exitCodes.input, [{ code: 'not-a-file', facts, file: path }]);
  }
  return known.sort(compareText).map((name) => join(path, name));
}

/** The names in a folder, or what else the path is. */
function listFolder(io: Io, path: string): string[] | 'file' | 'pattern' {
  const full = resolve(io.cwd, path);
  try {
    return statSync(full).isDirectory() ? readdirSync(full) : 'file';
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
        else if (extname(entry.name) in formatOfEnding && !entry.isDirectory()) found.add(path);
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
