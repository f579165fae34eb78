import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { findRepository } from '../../intake/scan/repository.ts';
import { usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

/**
 * How services that know a repository name a file: relative to its root, which is the nearest folder with a `.git`, else the
 * working folder. A file elsewhere keeps the name that it is shown by. Throws a `Failure` of wrong usage where the named root is no folder.
 *
 * @param root the root that the user names
 */
export function repositoryPaths(io: Io, root: string | undefined): (shown: string) => string {
  if (root !== undefined && statSync(resolve(io.cwd, root), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw usageFailure(`--root: "${root}" is no folder`, 'name the folder that the paths are to be relative to');
  const top = root === undefined ? (findRepository(io.cwd) ?? io.cwd) : resolve(io.cwd, root);
  return (shown) => {
    const near = relative(top, resolve(io.cwd, shown));
    return near === '' || near.startsWith('..') || isAbsolute(near) ? shown : near.replaceAll('\\', '/');
  };
}
