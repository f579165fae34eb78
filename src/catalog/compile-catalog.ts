import { createHash } from 'node:crypto';
import { type CatalogEntries, encodeCatalog } from '../core/catalog/compiled-layout.ts';
import { sealCompiled } from './compiled-form.ts';

/** Entries without errors in the compiled form; equal entries give equal bytes. */
export async function compileCatalog(entries: CatalogEntries): Promise<Buffer> {
  const content = encodeCatalog(entries);
  return sealCompiled(createHash('sha256').update(content).digest(), content);
}
