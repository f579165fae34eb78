// Bundles exports of src/ for a bench, so that it measures the program's own functions.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleSource } from '../../scripts/bundle-source.mjs';

export const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The exports of source files by name: `loadSources('fit', { 'core/score/fit.ts': ['scoreFit'] })`. */
export async function loadSources(bench, exportsByFile) {
  const file = join(home, 'node_modules', '.cache', 'careerpath', `bench-${bench}.mjs`);
  await bundleSource(exportsByFile, file, { format: 'esm', external: /^[@a-z]/ });
  return import(pathToFileURL(file).href);
}
