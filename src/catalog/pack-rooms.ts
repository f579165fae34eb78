import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/model/text-order.ts';

/** The folders of a pack that hold its entries. */
export const rooms = ['skills', 'roles'] as const;

/** Folders lie within each other so deep at most; a role of ten thousand has never needed three. */
const deepest = 8;

export function isYamlName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !name.startsWith('.');
}

/**
 * The YAML files of a folder and of the folders in it, as paths from it with forward slashes, in order; none where there is no
 * such folder. Links to folders are not followed, so that no circle of them is walked.
 */
export function listYaml(folder: string): string[] {
  return listFiles(folder).filter((path) => isYamlName(path.slice(path.lastIndexOf('/') + 1)));
}

/** All files of a folder and of the folders in it; names that begin with a dot are nobody's data. */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  walk(folder, '', 1, found);
  return found.sort(compareText);
}

function walk(folder: string, below: string, depth: number, found: string[]): void {
  for (const entry of entriesIn(join(folder, below))) {
    const path = `${below}${entry.name}`;
    // A folder that is named like a file is read as one, and refused with a reason.
    if (!entry.isDirectory() || isYamlName(entry.name)) found.push(path);
    else if (depth < deepest) walk(folder, `${path}/`, depth + 1, found);
  }
}

/** What lies in a folder, without what is hidden; nothing where it cannot be listed. */
export function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  } catch {
    // A pack without skills/ or without roles/ is a pack.
    return [];
  }
}
