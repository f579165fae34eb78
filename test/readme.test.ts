import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { home } from './support/run-cli.ts';

test('every command that the documents show prints what stands below it', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'scripts', 'check-readme.mjs')], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [count] = stdout.split(' ');
  expect(Number(count)).toBeGreaterThanOrEqual(10);
});
