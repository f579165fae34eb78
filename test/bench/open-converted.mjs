// Converts a taxonomy with `careerpath convert` and opens it as `--pack` does; nothing of it stays on the disk.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, loadSources } from './load-sources.mjs';

/** The catalog of a download in English; files named in `without` are not read. */
export async function openConverted(taxonomy, folder, without = []) {
  const program = await loadSources('open-converted', {
    'taxonomies/convert-taxonomy.ts': ['convertTaxonomy'],
    'cli/open/compile-packs.ts': ['compilePacks'],
    'cli/open/open-catalog.ts': ['compiledBuiltIn'],
    'catalog/compiled-form.ts': ['openCompiled', 'openTrusted'],
  });
  const temporary = mkdtempSync(join(tmpdir(), 'careerpath-bench-'));
  try {
    const download = { folder, shown: folder, language: 'en', release: undefined, without };
    await program.convertTaxonomy(taxonomy, download, join(temporary, 'pack'), () => {});
    const builtIn = program.openTrusted(readFileSync(program.compiledBuiltIn(home)));
    const bytes = await program.compilePacks({ cwd: temporary, home }, ['pack'], builtIn);
    return (await program.openCompiled(bytes)).catalog;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
