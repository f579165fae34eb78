import { writeSync } from 'node:fs';
import { setScalar } from '../../src/documents/edit-yaml.ts';
import { updateFile } from '../../src/documents/update-file.ts';

// A child for the tests of saving: `node save-loop.cjs FILE NAME [COUNT]` sets skills.NAME to 1, 2, 3 …, and prints each number
// once its save has returned. With `own`, every save adds a key of its own.
const [file = '', name = '', count = 'Infinity', own = ''] = process.argv.slice(2);

async function loop(): Promise<void> {
  for (let i = 1; i <= Number(count); i++) {
    const key = own === '' ? name : `${name}${i}`;
    await updateFile(file, file, (text) => setScalar(text, ['skills', key], i));
    writeSync(1, `${i}\n`);
  }
}
loop().catch((error: Error & { code?: string }) => {
  writeSync(2, `${error.code ?? error.message}\n`);
  process.exitCode = 74;
});
