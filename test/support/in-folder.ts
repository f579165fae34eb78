import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder with these files in it. */
export function openFolder(files: Readonly<Record<string, string | Buffer>>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'careerpath-'));
  writeFiles(path, files);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A folder for the time of one callback. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (path: string) => Promise<T> | T,
): Promise<T> {
  const { path, remove } = openFolder(files);
  try {
    return await use(path);
  } finally {
    remove();
  }
}

/** An example of a rule as a pack of its own: a `pack.yaml` is added where it has none. */
export function asPack(files: Readonly<Record<string, string>>): Record<string, string> {
  const isProfile = 'skills.yaml' in files;
  return isProfile ? { ...files } : { 'pack.yaml': 'name: example\nbase: none\n', ...files };
}
