import { join } from 'node:path';
import { expect } from 'vitest';
import { home } from './run-cli.ts';

const folder = join(home, 'test', 'e2e', 'golden');

/**
 * Compares what a command line printed with the file that records it; `npm run update` writes the files anew. The catalog's
 * digest is left out: it follows the layout of the compiled form.
 */
export async function expectGolden(argv: readonly string[], printed: string): Promise<void> {
  const path = join(folder, `${argv.join(' ').replaceAll('/', ' ').replaceAll(/\s+/g, '_')}.txt`);
  const text = printed.replace(/"digest": "[0-9a-f]{16}"/, '"digest": "(left out)"');
  await expect(text).toMatchFileSnapshot(path);
}
