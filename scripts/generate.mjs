// Writes the files that are generated and committed: the JSON Schemas. A test proves them current.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSource } from './bundle-source.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'node_modules', '.cache', 'careerpath', 'generate-files.cjs');
await bundleSource('scripts/generate-files.ts', file);
execFileSync(process.execPath, [file, root], { stdio: 'inherit' });
