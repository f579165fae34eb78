import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenedCatalog, openCompiled, openTrusted } from '../catalog/compiled-form.ts';
import type { Io } from './io.ts';

/** The built-in data, compiled when the package was built. */
export function compiledBuiltIn(home: string): string {
  return join(home, 'dist', 'catalog.bin');
}

/** Opens the built-in catalog, or the given packs, later ones over earlier ones. */
export async function openCatalog(io: Io, packs: readonly string[]): Promise<OpenedCatalog> {
  const builtIn = openTrusted(readFileSync(compiledBuiltIn(io.home)));
  if (builtIn === undefined) throw new Error('dist/catalog.bin is damaged: install careerpath again');
  if (packs.length === 0) return builtIn;
  // Reading YAML brings in parser, schemas and checks: only when a pack is named.
  const { compilePacks } = await import('./compile-packs.ts');
  const opened = await openCompiled(await compilePacks(io, packs, builtIn.catalog.scale));
  if (opened === undefined) throw new Error('a catalog that was just compiled cannot be opened');
  return opened;
}
