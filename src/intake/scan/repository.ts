import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readSource } from './read-source.ts';

/** The nearest folder from this one up that holds a `.git`: what git calls the top of the working tree. */
export function findRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOf(join(at, '.git')) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The file with the ignore rules that a repository keeps to itself; it need not exist. */
export function excludeFileOf(repository: string): string {
  return join(gitFolderOf(repository), 'info', 'exclude');
}

/**
 * The `.git` folder, or what a file of that name points to: so it is in submodules and in the working trees that share a
 * repository. A name of another computer is not followed: nothing here may use the network.
 */
function gitFolderOf(repository: string): string {
  const git = join(repository, '.git');
  if (kindOf(git) !== 'file') return git;
  const own = pointerIn(git, /^gitdir: (.+)/);
  if (own === undefined) return git;
  const folder = resolve(repository, own);
  const shared = pointerIn(join(folder, 'commondir'), /^(.+)/);
  return shared === undefined ? folder : resolve(folder, shared);
}

function pointerIn(file: string, form: RegExp): string | undefined {
  if (kindOf(file) !== 'file') return undefined;
  const read = readSource(file, true);
  const path = 'text' in read ? form.exec(read.text)?.[1]?.trim() : undefined;
  return path === undefined || /^[\\/]{2}/.test(path) ? undefined : path;
}

/** Links count as nothing: they may lead anywhere. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const stat = lstatSync(path);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}
