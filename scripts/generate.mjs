// Writes the files that are generated and committed: the JSON Schemas. A test proves them current.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, 'node_modules', '.cache', 'careerpath', 'generate-files.cjs');
await build({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
  entryPoints: ['scripts/generate-files.ts'],
  outfile,
});
execFileSync(process.execPath, [outfile, root], { stdio: 'inherit' });
