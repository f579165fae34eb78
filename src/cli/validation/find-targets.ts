import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { entriesIn, listYaml, rooms } from '../../catalog/pack-rooms.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { ReadText } from '../../documents/read-file.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { readTextInput, shownName } from '../shell/read-input.ts';

/**
 * What is to be checked: a pack, all of it or some of its files; a document that is in no room of a pack, with the pack around
 * it where there is one; or a text that is in no file. What a document is, its keys say.
 */
export type Target =
  | { readonly kind: 'pack'; readonly folder: string; readonly only: ReadonlySet<string> | undefined }
  | { readonly kind: 'document'; readonly path: string; readonly pack: string | undefined }
  | { readonly kind: 'text'; readonly read: ReadText; readonly shown: string };

export interface Targets {
  readonly targets: readonly Target[];
  /** Nobody named anything, and nothing was there: what is checked is the built-in data. */
  readonly onlyBuiltIn: boolean;
}

/** What is checked in the working folder when no path is given. */
export const standardNames = ['pack.yaml', 'skills.yaml'] as const;

/**
 * Sorts paths into packs and documents. A file under `skills/` or `roles/` of a pack belongs to that pack; the pack is loaded
 * once for all of its files. Without paths: the pack and the `skills.yaml` of the working folder, else the packs of `--pack`,
 * else the built-in data. The path - is standard input, which is read here. Throws a `Failure` for a path that does not exist,
 * or a folder that is no pack.
 *
 * @param given the packs of `--pack`
 */
export async function findTargets(io: Io, paths: readonly string[], given: readonly string[]): Promise<Targets> {
  const packs = new Map<string, Set<string> | undefined>();
  const others: Target[] = [];
  if (paths.includes('-')) others.push({ kind: 'text', read: await readTextInput(io, '-'), shown: shownName('-') });
  const standard = paths.length > 0 ? paths : standardPaths(io, given);
  for (const path of standard.length > 0 ? standard : [join(io.home, 'data')]) {
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
    } else others.push({ kind: 'document', path: full, pack: around });
  }
  const whole = [...packs].map(([folder, only]) => ({ kind: 'pack', folder, only }) as const);
  return { targets: [...whole, ...others], onlyBuiltIn: standard.length === 0 };
}

function standardPaths(io: Io, given: readonly string[]): readonly string[] {
  const here = standardNames.filter((name) => existsSync(join(io.cwd, name)));
  // The pack of the working folder is checked as a whole, not its pack.yaml alone.
  if (here.length > 0) return here.map((name) => (name === 'pack.yaml' ? io.cwd : name));
  if (given.length === 0) refuseNearly(io);
  return given;
}

/**
 * Throws a `Failure` where something of the user's seems to be there after all: to check the built-in data in its place would look
 * as if all were well.
 */
function refuseNearly(io: Io): void {
  const misnamed = entriesIn(io.cwd).flatMap(({ name }): Diagnostic[] => {
    const meant = standardNames.find((one) => one === name.toLowerCase().replace(/\.yml$/, '.yaml'));
    return meant === undefined ? [] : [{ code: 'not-read', facts: { to: meant }, file: name }];
  });
  if (misnamed.length > 0) throw new Failure(exitCodes.input, misnamed);
  if (rooms.some((room) => listYaml(join(io.cwd, room)).length > 0))
    throw new Failure(exitCodes.input, [{ code: 'not-a-pack', facts: { path: '.' } }]);
}

/** The nearest folder above a file that holds a pack.yaml. */
export function packAround(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pack.yaml'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether a file or folder is one that a pack is made of; anything else below its folder is a document of its own. */
function isPartOf(pack: string, path: string): boolean {
  const [first, ...rest] = relative(pack, path).split(sep);
  if (rest.length === 0 && (first === 'pack.yaml' || first === 'scale.yaml')) return true;
  return rooms.some((room) => room === first);
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
