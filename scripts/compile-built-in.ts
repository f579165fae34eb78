import { join, relative } from 'node:path';
import { entriesOf } from '../src/catalog/catalog-entries.ts';
import { compileCatalog } from '../src/catalog/compile-catalog.ts';
import { layerPacks } from '../src/catalog/layer-packs.ts';
import { readPack } from '../src/catalog/read-pack.ts';
import { runChecks } from '../src/checks/run-checks.ts';
import { messageOf } from '../src/core/model/diagnostic.ts';
import { suggestWords } from '../src/search/suggest.ts';

/** The compiled form of `data/`. Throws with the first findings when the data has a fault: such a package is not built. */
export async function compileBuiltIn(home: string): Promise<Buffer> {
  const pack = readPack(join(home, 'data'), 0, (path) => relative(home, path), suggestWords);
  const draft = layerPacks([pack]);
  const findings = [...pack.diagnostics, ...runChecks(draft)];
  if (findings.length > 0 || pack.scale === undefined) {
    const lines = findings.slice(0, 20).map((one) => `${one.place?.file ?? one.file}:${one.place?.line ?? 1}: ${messageOf(one)}`);
    throw new Error(`the built-in data has faults:\n${lines.join('\n')}`);
  }
  return compileCatalog(entriesOf(draft, pack.scale));
}
