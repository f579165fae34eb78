import { writeSync } from 'node:fs';
import { updateFile } from '../../src/documents/update-file.ts';

// A child for the tests of saving: `node save-loop.cjs FILE NAME [COUNT]` sets skills.NAME to 1, 2, 3 …, and prints each number
// once its save has returned. With `own`, every save adds a key of its own.
const [file = '', name = '', count = 'Infinity', own = ''] = process.argv.slice(2);

// Without a parser, a child starts in half the time.
function withSkill(text: string, key: string, level: number): string {
  const old = new RegExp(`^  ${key}: .*\n`, 'm');
  return `${text.replace(old, '')}  ${key}: ${level}\n`;
}

async function loop(): Promise<void> {
  for (let i = 1; i <= Number(count); i++) {
    const key = own === '' ? name : `${name}${i}`;
    await updateFile(file, file, (text) => withSkill(text, key, i));
    writeSync(1, `${i}\n`);
  }
}
loop().catch((error: Error & { code?: string }) => {
  writeSync(2, `${error.code ?? error.message}\n`);
  process.exitCode = 74;
});
