import { createHash } from 'node:crypto';
import { type BigIntStats, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listYaml, rooms } from './pack-rooms.ts';

/** One file of a pack as the file system describes it: enough to see, without reading it, that it may have changed. */
export type FileStamp = readonly [folder: number, name: string, size: string, modified: string, changed: string];

/** Every file that can matter for a pack, in a fixed order: a file that comes or goes changes the list. */
export function stampFiles(folders: readonly string[]): FileStamp[] {
  return folders.flatMap((folder, i) => {
    const parts = rooms.flatMap((part) => listYaml(join(folder, part)).map((name) => `${part}/${name}`));
    return ['pack.yaml', 'scale.yaml', ...parts].flatMap((name) => stampOf(folder, i, name));
  });
}

function stampOf(folder: string, i: number, name: string): FileStamp[] {
  const stat = statOf(join(folder, name));
  return stat === undefined ? [] : [[i, name, String(stat.size), String(stat.mtimeNs), String(stat.ctimeNs)]];
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * A SHA-256 over names and contents of the files, or nothing where one cannot be read.
 *
 * @param seed whatever else the compiled form depends on
 */
export function digestFiles(folders: readonly string[], stamps: readonly FileStamp[], seed: string): string | undefined {
  const hash = createHash('sha256').update(`${seed}\n`);
  try {
    for (const [i, name] of stamps) {
      const path = join(folders[i] ?? '', name);
      if (statOf(path)?.isFile() !== true) return undefined;
      const bytes = readFileSync(path);
      hash.update(`${JSON.stringify([i, name])} ${bytes.length}\n`).update(bytes);
    }
  } catch {
    return undefined;
  }
  return hash.digest('hex').slice(0, 32);
}

export function sameStamps(a: readonly FileStamp[], b: readonly FileStamp[]): boolean {
  return a.length === b.length && a.every((stamp, i) => stamp.every((part, j) => part === b[i]?.[j]));
}

/** Whether every file was left alone for so long before `time` (nanoseconds) that a later change must show in its stamp. */
export function stableBefore(stamps: readonly FileStamp[], time: bigint): boolean {
  // FAT keeps times to two seconds; other file systems to some milliseconds.
  const grain = 2_000_000_000n;
  return stamps.every(([, , , modified, changed]) => BigInt(modified) + grain < time && BigInt(changed) + grain < time);
}
