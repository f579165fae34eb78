// Bundles exports of src/ for a bench, so that it measures the program's own functions.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The exports of source files by name: `loadSources('fit', { 'core/score/fit.ts': ['scoreFit'] })`. */
export async function loadSources(bench, exportsByFile) {
  const contents = Object.entries(exportsByFile)
    .map(([file, names]) => `export { ${names.join(', ')} } from './src/${file}';`)
    .join('\n');
  const outfile = join(home, 'node_modules', '.cache', 'careerpath', `bench-${bench}.mjs`);
  await build({
    stdin: { contents, resolveDir: home, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.17',
    packages: 'external',
    logLevel: 'warning',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}
