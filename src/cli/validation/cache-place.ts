import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath, openCacheFolder } from '../../catalog/cache-folder.ts';
import { type EntryCache, openEntryCache } from '../../catalog/entry-cache.ts';
import type { Io } from '../shell/io.ts';
import type { Target } from './find-targets.ts';

/** The cache for these targets in the XDG cache folder; one in memory where there is no such folder. */
export function openValidationCache(io: Io, targets: readonly Target[]): EntryCache {
  const folders = targets.map(placeOf);
  const name = createHash('sha256').update(folders.join('\0')).digest('hex').slice(0, 16);
  return openEntryCache(openCacheFolder(cachePath(io.env)), `validate-${name}.json`, programVersion(io.home));
}

function placeOf(target: Target): string {
  switch (target.kind) {
    case 'pack':
      return target.folder;
    case 'document':
      return target.path;
    case 'text':
      return target.shown;
  }
}

/** Another build may read files differently. */
function programVersion(home: string): string {
  try {
    return readFileSync(join(home, 'dist', 'build-id'), 'utf8');
  } catch {
    return 'unbuilt';
  }
}
