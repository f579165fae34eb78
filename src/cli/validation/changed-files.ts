import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { askGit } from '../../documents/run-git.ts';
import { usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import type { Target } from './find-targets.ts';

/**
 * The files that differ from a revision of the local git repository, absolute: changed, new and removed ones, committed or not. Where the
 * revision is on another branch, its last common ancestor with this one counts, so that what others did since is not reported. Throws a
 * `Failure` of wrong usage where git cannot tell.
 */
export async function findChangedFiles(io: Io, revision: string): Promise<ReadonlySet<string>> {
  const ask = async (folder: string, ...args: readonly string[]): Promise<string> => {
    const said = await askGit(folder, args);
    if (typeof said === 'string') return said;
    throw usageFailure(
      `--since ${revision}: ${said.refused}`,
      'name a revision that this clone has (in CI: fetch its history too)',
    );
  };
  const line = (text: string): string => text.replace(/\n$/, '');
  // As the working folder spells it: the top by itself has no links in it, and files would not be found by their names.
  const top = resolve(io.cwd, line(await ask(io.cwd, 'rev-parse', '--show-cdup')));
  const named = line(
    await ask(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(() => ''),
  );
  if (named === '')
    throw usageFailure(
      `--since ${revision}: git knows no such revision`,
      'name a revision that this clone has (in CI: fetch its history too)',
    );
  const shared = await askGit(top, ['merge-base', named, 'HEAD']);
  const base = typeof shared === 'string' ? line(shared) : named;
  const changed = await ask(top, 'diff', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv', '-z', base, '--');
  const untracked = await ask(top, 'ls-files', '--others', '--exclude-standard', '-z');
  const names = `${changed}${untracked}`.split('\0').filter((name) => name !== '');
  return new Set(names.map((name) => join(top, name)));
}

/** The part of the targets that changed: of a pack its changed files, and what else changed of the documents that were named. */
export function onlyChanged(targets: readonly Target[], changed: ReadonlySet<string>): Target[] {
  return targets.flatMap((target): Target[] => {
    if (target.kind === 'text') return [target];
    if (target.kind === 'document') return changed.has(target.path) ? [target] : [];
    const { folder, only } = target;
    const inPack = [...changed].filter((path) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
    const named = inPack.filter(
      (path) => only === undefined || only.has(path) || [...only].some((one) => path.startsWith(one + sep)),
    );
    if (named.length === 0) return [];
    const examples = join(folder, 'examples') + sep;
    const profiles = only === undefined ? named.filter((path) => path.startsWith(examples) && existsSync(path)) : [];
    return [
      { kind: 'pack', folder, only: new Set(named.filter((path) => !path.startsWith(examples))) },
      ...profiles.map((path): Target => ({ kind: 'document', path, pack: folder })),
    ];
  });
}
