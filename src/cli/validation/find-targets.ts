import { existsSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReadText } from '../../documents/read-file.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { readTextInput, shownName } from '../shell/read-input.ts';

/**
 * What is to be checked: a pack, all of it or some of its files; a profile, with the pack around it where there is one; or a
 * text that is in no file.
 */
export type Target =
  | { readonly kind: 'pack'; readonly folder: string; readonly only: ReadonlySet<string> | undefined }
  | { readonly kind: 'profile'; readonly path: string; readonly pack: string | undefined }
  | { readonly kind: 'text'; readonly read: ReadText; readonly shown: string };

/**
 * Sorts paths into packs and profiles. A file under `skills/` or `roles/` of a pack belongs to that pack; the pack is loaded
 * once for all of its files. Without paths: the pack and the `skills.yaml` of the working folder, else the built-in data.
 * The path - is standard input, which is read here. Throws a `Failure` for a path that does not exist, or a folder that is no pack.
 */
export async function findTargets(io: Io, paths: readonly string[]): Promise<Target[]> {
  const packs = new Map<string, Set<string> | undefined>();
  const others: Target[] = [];
  if (paths.includes('-')) others.push({ kind: 'text', read: await readTextInput(io, '-'), shown: shownName('-') });
  for (const path of paths.length > 0 ? paths : standardPaths(io)) {
    if (path === '-') continue;
    const full = resolve(io.cwd, path);
    const stat = statOf(full);
    if (stat === undefined)
      throw new Failure(exitCodes.input, [{ code: 'file-missing', facts: { what: 'the file' }, file: path }]);
    if (stat.isDirectory() && existsSync(join(full, 'pack.yaml'))) {
      packs.set(full, undefined);
      continue;
    }
    const around = packAround(full);
    if (around !== undefined && isPartOf(around, full)) {
      const files = packs.has(around) ? packs.get(around) : new Set<string>();
      files?.add(full);
      packs.set(around, files);
    } else if (stat.isDirectory()) {
      throw new Failure(exitCodes.input, [{ code: 'not-a-pack', facts: { path } }]);
    } else others.push({ kind: 'profile', path: full, pack: around });
  }
  return [...[...packs].map(([folder, only]) => ({ kind: 'pack', folder, only }) as const), ...others];
}

function standardPaths(io: Io): string[] {
  const here = ['pack.yaml', 'skills.yaml'].filter((name) => existsSync(join(io.cwd, name)));
  // The pack of the working folder is checked as a whole, not its pack.yaml alone.
  return here.length === 0 ? [join(io.home, 'data')] : here.map((name) => (name === 'pack.yaml' ? io.cwd : name));
}

/** The nearest folder above a file that holds a pack.yaml. */
export function packAround(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pack.yaml'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether a file or folder is one that a pack is made of; anything else below its folder is a profile. */
function isPartOf(pack: string, path: string): boolean {
  const parent = dirname(path);
  if (parent === pack) return ['pack.yaml', 'scale.yaml', 'skills', 'roles'].includes(basename(path));
  return parent === join(pack, 'skills') || parent === join(pack, 'roles');
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
