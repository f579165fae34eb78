import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { home } from './support/run-cli.ts';

test('every command that the documents show prints what stands below it', () => {
  const { status, stdout, stderr } = runScript('check-readme.mjs');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [count] = stdout.split(' ');
  expect(Number(count)).toBeGreaterThanOrEqual(10);
});

test('the pictures show what the program prints', () => {
  const { status, stderr } = runScript('make-pictures.mjs', '--check');
  // The account of `compare` stands beside its table.
  expect(stderr).toBe('note: read 3 people\n  nothing was left out\n');
  expect(status).toBe(0);
});

function runScript(name: string, ...options: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(home, 'scripts', name), ...options], { encoding: 'utf8', env: {} });
}
