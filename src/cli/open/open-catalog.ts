import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type OpenedCatalog, openTrusted } from '../../catalog/compiled-form.ts';
import type { Io } from '../shell/io.ts';

/** The built-in data, compiled when the package was built. */
export function compiledBuiltIn(home: string): string {
  return join(home, 'dist', 'catalog.bin');
}

/** The version of this package. */
export function programVersion(home: string): string {
  return (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Opens the built-in catalog. */
export function openBuiltIn(home: string): OpenedCatalog {
  const opened = openTrusted(readFileSync(compiledBuiltIn(home)));
  if (opened === undefined) throw new Error('dist/catalog.bin is damaged: install careerpath again');
  return opened;
}

/**
 * Opens the built-in catalog, or the given packs, later ones over earlier ones.
 *
 * @param followLinks links in a pack may lead out of it
 */
export async function openCatalog(io: Io, packs: readonly string[], followLinks: boolean): Promise<OpenedCatalog> {
  const builtIn = openBuiltIn(io.home);
  if (packs.length === 0) return builtIn;
  const compile = async (): Promise<Buffer> => {
    // Reading YAML brings in parser, schemas and checks: only when a pack has to be compiled.
    const { compilePacks } = await import('./compile-packs.ts');
    return compilePacks(io, packs, builtIn, followLinks);
  };
  const { cachePath, openCacheFolder } = await import('../../catalog/cache-folder.ts');
  const { openThroughCache } = await import('../../catalog/pack-cache.ts');
  const cache = {
    folder: openCacheFolder(cachePath(io.env)),
    // What was compiled behind links is nobody's who does not follow them.
    seed: `${programVersion(io.home)} ${builtIn.digest}${followLinks ? ' links' : ''}`,
    now: Date.now,
  };
  const folders = packs.map((pack) => resolve(io.cwd, pack));
  return openThroughCache(cache, folders, compile);
}
