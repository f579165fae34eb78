import { lstatSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { type ReadText, readTextFile } from '../documents/read-file.ts';
import { listYaml } from './pack-rooms.ts';

/** Where the files of a pack come from. */
export interface PackFiles {
  /** The names of a folder's YAML files, in order; none when there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  readonly read: (path: string, shown: string) => ReadText;
}

/**
 * The files of a pack on the disk. A link in it that leads out of its folder is refused: packs come with pull requests, and what lies
 * elsewhere on the machine that checks them is nobody's business. The folder itself may be a link.
 *
 * @param followLinks links are followed, wherever they lead
 */
export function openPackFolder(pack: string, followLinks: boolean): PackFiles {
  if (followLinks) return { list: listYaml, read: readTextFile };
  const isOut = makeIsOut(pack);
  return {
    // A room that lies elsewhere is refused as one: not even the names of its files are told.
    list: (folder) => (isOut(folder) ? ['.'] : listYaml(folder)),
    read: (path, shown) => (isOut(path) ? refuseLink(shown) : readTextFile(path, shown)),
  };
}

/** What stands for the text of a file that is not read because a link leads to it. */
export function refuseLink(shown: string): ReadText {
  return { diagnostic: { code: 'link-leads-out', facts: {}, file: shown } };
}

/** Whether a path below a folder leads out of it by a link, its own or one of a folder on the way. What does not exist leads nowhere. */
export function makeIsOut(folder: string): (path: string) => boolean {
  const root = realPath(folder);
  const known = new Map<string, boolean>();
  const isElsewhere = (path: string): boolean => {
    const real = realPath(path);
    return root !== undefined && real !== undefined && real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep);
  };
  return (path) => {
    if (isLink(path)) return isElsewhere(path);
    // The folders of a thousand files are few.
    const parent = path === folder ? path : dirname(path);
    const before = known.get(parent) ?? isElsewhere(parent);
    known.set(parent, before);
    return before;
  };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
