import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { home } from '../support/run-cli.ts';

// The built program in its packs. What the everyday commands do not open cannot slow them down.

const example = join(home, 'data', 'examples', 'java-developer.yaml');

function run(root: string, line: string): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/careerpath.js'), ...line.split(' ')], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  });
  return { code: status, stdout, stderr };
}

/** A copy of the built package that holds only these files of dist/, and some others. */
function packageWith(names: readonly string[], others: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const files = ['bin/careerpath.js', 'package.json', ...names.map((name) => `dist/${name}`)];
  return makeFolder({ ...Object.fromEntries(files.map((name) => [name, readFileSync(join(home, name))])), ...others });
}

test.each([`match -p ${example}`, `fit -p ${example} --explain`, `gaps backend-developer -p ${example} -f json`, ''])(
  '"careerpath %s" opens the first pack alone',
  (line) => {
    const alone = packageWith(['careerpath.cjs', 'careerpath.cache', 'catalog.bin']);
    const answer = run(alone, line === '' ? '--quiet --no-input --skills java=3' : line);
    expect({ code: answer.code, stderr: answer.stderr }).toEqual({ code: 0, stderr: '' });
    expect(answer.stdout).not.toBe('');
  },
);

test('the packs answer the same with no code caches, and with ones that V8 rejects', () => {
  const packs = ['careerpath.cjs', 'reading.cjs', 'commands.cjs', 'catalog.bin'];
  const line = 'show backend-developer';
  const expected = run(home, line);
  expect(expected.code).toBe(0);
  expect(run(packageWith(packs), line)).toEqual(expected);
  const wrong = {
    'dist/careerpath.cache': 'no cache',
    'dist/commands.cache': readFileSync(join(home, 'dist', 'careerpath.cache')),
  };
  expect(run(packageWith(packs, wrong), line)).toEqual(expected);
});

test.each([
  ['show nothing-like-it', 2],
  ['validate nowhere.yaml', 3],
  ['roles -f yaml', 2],
  [`what-if -p ${example} --set nothing=3`, 2],
] as const)('a failure in another pack is the same failure: careerpath %s', (line, code) => {
  const answer = run(home, line);
  expect(answer.code).toBe(code);
  expect(answer.stderr).toMatch(/error: /);
  expect(answer.stderr).not.toContain('a bug in careerpath');
});

test('the program has no way to a network', () => {
  const wayOut =
    /require\(["'`](?:node:)?(?:net|https?|http2|tls|dns|dgram|dns\/promises)["'`]\)|\bfetch\(|XMLHttpRequest|\bWebSocket\b/;
  const built = readdirSync(join(home, 'dist')).filter((name) => name.endsWith('.cjs'));
  const waysOut = built.filter((name) => wayOut.test(readFileSync(join(home, 'dist', name), 'latin1')));
  // What reads PDF could fetch fonts, for a browser: its thread takes these functions away before anything else.
  expect(waysOut).toEqual(['pdf.cjs']);
});
