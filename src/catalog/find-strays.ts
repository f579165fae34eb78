import { basename, join } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { slugOf } from '../core/model/label.ts';
import { compareText } from '../core/model/text-order.ts';
import { readTextFile } from '../documents/read-file.ts';
import { startOfLine } from '../documents/text-place.ts';
import { parseYaml } from '../documents/yaml.ts';
import type { SuggestWords } from '../schema/check-shape.ts';
import { kindKeys, kindOf } from './document-kind.ts';
import { makeIsOut } from './pack-disk.ts';
import { entriesIn, isYamlName, listFiles, rooms } from './pack-rooms.ts';

/** What people lay beside data: texts for readers, not entries. */
const isText = (name: string): boolean => /\.(?:md|markdown|rst|adoc|html?|png|svg|jpe?g)$/i.test(name) || !name.includes('.');
const isData = (path: string): boolean => isYamlName(basename(path)) || /\.jsonc?$/i.test(path);

/** A lock file or a bundle beside a pack is no list of skills, and takes the parser seconds. */
const largestLookedAt = 64 * 1024;
/** So many files of a folder are looked at to see what it holds. */
const mostLookedAt = 20;

/**
 * The files of a pack that hold, or seem to hold, roles and skills, but are not where a pack is read: in `roles/` under another
 * ending than YAML's, in a folder whose name is nearly `roles` or `skills`, or beside `pack.yaml`.
 */
export function findStrays(
  folder: string,
  show: (path: string) => string,
  suggest: SuggestWords,
  followLinks: boolean,
): Diagnostic[] {
  const isOut = followLinks ? () => false : makeIsOut(folder);
  const stray = (path: string, to: string): Diagnostic => {
    return { code: 'not-read', facts: { to }, place: startOfLine(show(join(folder, path)), 1) };
  };
  const misnamed = rooms.flatMap((room) =>
    (isOut(join(folder, room)) ? [] : listFiles(join(folder, room)))
      .filter((path) => !isYamlName(basename(path)) && !isText(basename(path)) && !isOut(join(folder, room, path)))
      .map((path) => stray(`${room}/${path}`, `${room}/${withYaml(path)}`)),
  );
  const top = entriesIn(folder).sort((a, b) => compareText(a.name, b.name));
  const beside = top.flatMap((entry) => {
    const { name } = entry;
    if (isOut(join(folder, name))) return [];
    if (!entry.isDirectory()) return isData(name) ? besidePack(folder, name, stray) : [];
    const room = rooms.find((one) => one === name) === undefined ? suggest(name.toLowerCase(), rooms)[0] : undefined;
    if (room === undefined) return [];
    return entryFiles(join(folder, name), isOut).map((path) => stray(`${name}/${path}`, `${room}/${withYaml(path)}`));
  });
  return [...misnamed, ...beside];
}

function besidePack(folder: string, name: string, stray: (path: string, to: string) => Diagnostic): Diagnostic[] {
  if (name === 'pack.yaml' || name === 'scale.yaml') return [];
  const value = readValue(join(folder, name));
  const kind = looksLikeEntries(value) ? kindOf(value) : undefined;
  if (kind === 'skills') return [stray(name, `skills/${name.replace(/\.[^.]*$/, '')}.yaml`)];
  if (kind !== 'roles') return [];
  const id: unknown = value instanceof Map ? value.get('id') : undefined;
  return [stray(name, `roles/${typeof id === 'string' ? slugOf(id) : name.replace(/\.[^.]*$/, '')}.yaml`)];
}

/** A pack may lie at the top of a repository, among lists of quite other things. */
function looksLikeEntries(value: unknown): boolean {
  const maps: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isEntry = (one: unknown): boolean => {
    if (!(one instanceof Map) || !one.has('id') || !(one.has('name') || one.has('title'))) return false;
    return [...one.keys()].every((key) => kindKeys.includes(String(key)));
  };
  return maps.some(isEntry);
}

/** The data files of a folder, where one of them holds an entry. */
function entryFiles(folder: string, isOut: (path: string) => boolean): string[] {
  const files = listFiles(folder).filter((path) => isData(path) && !isOut(join(folder, path)));
  const holdsEntry = (path: string): boolean => ['roles', 'skills'].includes(kindOf(readValue(join(folder, path))) ?? '');
  return files.slice(0, mostLookedAt).some(holdsEntry) ? files : [];
}

/** `web/x.yaml.txt` → `web/x.yaml` */
function withYaml(path: string): string {
  return `${path.replace(/(?:\.[^./]*)+$/, '')}.yaml`;
}

function readValue(path: string): unknown {
  const read = readTextFile(path, path, largestLookedAt);
  return 'text' in read ? parseYaml(read.text, path).value : undefined;
}
