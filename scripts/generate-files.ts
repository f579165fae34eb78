import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemaFiles } from './json-schemas.ts';

/** Run by `npm run generate` with the package's folder: writes the files that are made from the sources and committed. */
const home = process.argv[2] ?? '.';
for (const [name, text] of Object.entries(jsonSchemaFiles())) write(join('data', 'schema', name), text);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}
