import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { home } from './run-cli.ts';

const folder = join(home, 'test', 'e2e', 'golden');

/**
 * Compares what a command line printed with the file that records it. `UPDATE_GOLDEN=1` writes the file instead: read the
 * difference before it is committed. The catalog's digest is left out: it follows the layout of the compiled form.
 */
export function expectGolden(argv: readonly string[], printed: string): void {
  const path = join(folder, `${argv.join(' ').replaceAll('/', ' ').replaceAll(/\s+/g, '_')}.txt`);
  const text = printed.replace(/"digest": "[0-9a-f]{16}"/, '"digest": "(left out)"');
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
