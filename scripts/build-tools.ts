import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBuiltIn } from './compile-built-in.ts';

/** Run by the build with the package's folder: writes the compiled form of the built-in data. */
const home = process.argv[2] ?? '.';
compileBuiltIn(home).then(
  (bytes) => writeFileSync(join(home, 'dist', 'catalog.bin'), bytes),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
