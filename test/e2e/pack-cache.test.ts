import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { type CliResult, home, runCli } from '../support/run-cli.ts';

const role = (skill: string): string =>
  `- id: tester\n  title: Tester\n  requirements:\n    - { skill: ${skill}, level: 3, importance: essential }\n`;
const files = {
  'pack/pack.yaml': 'name: cached\nbase: none\n',
  'pack/skills/all.yaml': '- id: testing\n  name: Testing\n  effort: small\n- id: writing\n  name: Writing\n  effort: small\n',
  'pack/roles/all.yaml': role('testing'),
};

function setUp(): { folder: string; cache: string; answer: () => Promise<CliResult> } {
  const folder = makeFolder(files);
  const cache = join(folder, 'cache', 'careerpath');
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  const argv = ['fit', '--skills', 'testing=3', '--pack', join(folder, 'pack'), '-f', 'json'];
  return { folder, cache, answer: () => runCli(argv, { env }) };
}

const scoreOf = ({ stdout }: CliResult): number =>
  (JSON.parse(stdout) as { results: { score: number }[] }).results[0]?.score ?? -1;
const compiled = (cache: string): string[] => readdirSync(cache).filter((name) => name.endsWith('.bin'));

/** Makes files look as if nobody had touched them for long. */
function age(folder: string): void {
  for (const name of Object.keys(files)) utimesSync(join(folder, name), 1_000_000_000, 1_000_000_000);
}

test('a pack is compiled once; a change to its files is seen, also one that keeps size and time', async () => {
  const { folder, cache, answer } = setUp();
  age(folder);
  expect(scoreOf(await answer())).toBe(100);
  expect(compiled(cache)).toHaveLength(1);
  const first = await answer();
  expect(scoreOf(first)).toBe(100);
  expect(compiled(cache)).toHaveLength(1);
  writeFileSync(join(folder, 'pack/roles/all.yaml'), role('writing'));
  age(folder);
  expect(scoreOf(await answer())).toBe(0);
  expect(compiled(cache)).toHaveLength(2);
  // Back to the content before: the compiled form is still there.
  writeFileSync(join(folder, 'pack/roles/all.yaml'), role('testing'));
  expect((await answer()).stdout).toBe(first.stdout);
  expect(compiled(cache)).toHaveLength(2);
});

test('a new file and a removed file are seen', async () => {
  const { folder, answer } = setUp();
  await answer();
  writeFileSync(join(folder, 'pack/roles/more.yaml'), role('writing').replaceAll('ester', 'riter'));
  expect((JSON.parse((await answer()).stdout) as { results: unknown[] }).results).toHaveLength(2);
});

test('a pack that became faulty is an error, not an old answer', async () => {
  const { folder, answer } = setUp();
  await answer();
  writeFileSync(join(folder, 'pack/roles/all.yaml'), role('nonsense'));
  expect((await answer()).code).toBe(3);
});

test.each([
  ['cut short', (path: string) => truncateSync(path, 100)],
  ['emptied', (path: string) => truncateSync(path, 0)],
  ['of one wrong byte', (path: string) => flipByte(path, Math.floor(statSync(path).size / 2))],
  ['of a wrong head', (path: string) => flipByte(path, 3)],
  ['of wrong length in the header', (path: string) => flipByte(path, 49)],
])('a compiled form %s is made again', async (_, damage) => {
  const { folder, cache, answer } = setUp();
  age(folder);
  const first = await answer();
  const path = join(cache, compiled(cache)[0] ?? '');
  const whole = readFileSync(path);
  damage(path);
  expect(await answer()).toEqual(first);
  expect(readFileSync(path).equals(whole)).toBe(true);
});

function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

test('a manifest of nonsense is made again', async () => {
  const { cache, answer } = setUp();
  const first = await answer();
  for (const name of readdirSync(cache)) if (name.endsWith('.json')) writeFileSync(join(cache, name), '{"stamps":7');
  expect(await answer()).toEqual(first);
});

test('a cache that cannot be made or written costs nothing but time', async () => {
  const { folder, cache, answer } = setUp();
  writeFileSync(join(folder, 'cache'), 'a file where the folder should be');
  const first = await answer();
  expect(first.code).toBe(0);
  expect(first.stderr).toBe('');
  expect(existsSync(cache)).toBe(false);
});

test('a cache without permission costs nothing but time', async () => {
  const { folder, cache, answer } = setUp();
  mkdirSync(cache, { recursive: true });
  chmodSync(cache, 0o500);
  const first = await answer();
  chmodSync(cache, 0o700);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(existsSync(join(folder, 'pack'))).toBe(true);
});

const validate = (folder: string, env: Record<string, string>): Promise<CliResult> =>
  runCli(['validate', 'pack'], { cwd: folder, env });

test('the cache is a folder for its owner alone, and one that was open is closed', async () => {
  const { folder, cache, answer } = setUp();
  await answer();
  expect(statSync(cache).mode & 0o777).toBe(0o700);
  const other = join(folder, 'other', 'careerpath');
  mkdirSync(other, { recursive: true });
  chmodSync(other, 0o777);
  await validate(folder, { XDG_CACHE_HOME: join(folder, 'other') });
  expect(statSync(other).mode & 0o777).toBe(0o700);
  expect(readdirSync(other)).toHaveLength(1);
});

test('a relative XDG_CACHE_HOME is ignored, for packs and for validate', async () => {
  const { folder } = setUp();
  const env = { XDG_CACHE_HOME: 'relative', HOME: join(folder, 'home') };
  await runCli(['fit', '--skills', 'testing=3', '--pack', 'pack'], { cwd: folder, env });
  const packs = readdirSync(join(folder, 'home/.cache/careerpath')).length;
  await validate(folder, env);
  expect(readdirSync(join(folder, 'home/.cache/careerpath'))).toHaveLength(packs + 1);
  expect(existsSync(join(folder, 'relative'))).toBe(false);
});

test.each(['/proc/nope', '/dev/null', '/proc/self/fd/1/x'])('XDG_CACHE_HOME=%s costs nothing but time', async (place) => {
  const { folder, answer } = setUp();
  const env = { XDG_CACHE_HOME: place };
  const argv = ['fit', '--skills', 'testing=3', '--pack', join(folder, 'pack'), '-f', 'json'];
  expect(await runCli(argv, { env })).toEqual(await answer());
  expect((await validate(folder, env)).stderr).toBe('');
});

test('a link in the cache is neither read nor written through', async () => {
  const { folder, cache, answer } = setUp();
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  const first = await answer();
  await validate(folder, env);
  const names = readdirSync(cache);
  expect(names).toHaveLength(3);
  writeFileSync(join(folder, 'victim'), 'precious');
  for (const name of names) {
    unlinkSync(join(cache, name));
    symlinkSync(join(folder, 'victim'), join(cache, name));
  }
  expect(await answer()).toEqual(first);
  await validate(folder, env);
  expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
  for (const name of names) expect(lstatSync(join(cache, name)).isFile()).toBe(true);
});

test('a cache folder that is a link, or that belongs to somebody else, is not used', async ({ skip }) => {
  const { folder, cache, answer } = setUp();
  age(folder);
  const first = await answer();
  renameSync(cache, join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), cache);
  await forge(join(folder, 'elsewhere'));
  expect(await answer()).toEqual(first);
  unlinkSync(cache);
  renameSync(join(folder, 'elsewhere'), cache);
  // Trusted where nobody else could have written it: what follows would not notice otherwise.
  expect(scoreOf(await answer())).toBe(0);
  if (process.getuid?.() !== 0) skip('giving a folder away needs root');
  for (const path of [cache, join(cache, compiled(cache)[0] ?? '')]) {
    chownSync(path, 12_345, 12_345);
    expect(await answer()).toEqual(first);
    chownSync(path, 0, 0);
  }

  /** Puts the compiled form of another pack in place of the one that is asked for. */
  async function forge(into: string): Promise<void> {
    const other = setUp();
    writeFileSync(join(other.folder, 'pack/roles/all.yaml'), role('writing'));
    await other.answer();
    const [name = ''] = compiled(into);
    cpSync(join(other.cache, compiled(other.cache)[0] ?? ''), join(into, name));
  }
});

test('old compiled packs are swept; what is in use stays', async () => {
  const { folder, cache, answer } = setUp();
  for (let i = 0; i < 15; i++) {
    writeFileSync(join(folder, 'pack/pack.yaml'), `name: cached ${i}\nbase: none\n`);
    await answer();
  }
  expect(compiled(cache)).toHaveLength(12);
  expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

const bin = join(home, 'bin', 'careerpath.js');
const large = (): string => {
  const folder = makeFolder();
  execFileSync(process.execPath, [join(home, 'test', 'bench', 'make-large-pack.mjs'), join(folder, 'pack'), '0.02']);
  return folder;
};

test('killed at any moment of a compile, and with two at once, the next run answers as if nothing had been', async () => {
  const folder = large();
  const argv = [bin, 'fit', '--skills', 'skill-00001=3', '--pack', join(folder, 'pack'), '-f', 'csv'];
  const runWith = (cache: string): { status: number | null; stdout: string } =>
    spawnSync(process.execPath, argv, { env: { ...process.env, XDG_CACHE_HOME: join(folder, cache) }, encoding: 'utf8' });
  const expected = runWith('fresh').stdout;
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'killed') };
  for (let i = 0; i < 8; i++) {
    const child = spawn(process.execPath, argv, { env, stdio: 'ignore' });
    const other = i % 2 === 0 ? spawn(process.execPath, argv, { env, stdio: 'ignore' }) : undefined;
    await new Promise((done) => setTimeout(done, 60 + 45 * i));
    child.kill('SIGKILL');
    await Promise.all(
      [child, other].map(
        (one) =>
          one && new Promise((done) => (one.exitCode === null && one.signalCode === null ? one.on('exit', done) : done(0))),
      ),
    );
    if (i % 4 === 3) expect(runWith('killed')).toMatchObject({ status: 0, stdout: expected });
  }
});

test('a full disk costs nothing but time', ({ skip }) => {
  const folder = large();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', disk]);
  if (mounted.status !== 0) skip('mounting a small disk needs root');
  try {
    const argv = [bin, 'fit', '--skills', 'skill-00001=3', '--pack', join(folder, 'pack'), '-f', 'csv', '--quiet'];
    const run = spawnSync(process.execPath, argv, { env: { ...process.env, XDG_CACHE_HOME: disk }, encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout.split('\n').length).toBeGreaterThan(20);
    expect(readdirSync(join(disk, 'careerpath'))).toEqual([]);
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('the compiled form of the same content is the same, wherever it lies', async () => {
  const { folder, cache, answer } = setUp();
  await answer();
  cpSync(join(folder, 'pack'), join(folder, 'copy'), { recursive: true });
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  await runCli(['fit', '--skills', 'testing=3', '--pack', join(folder, 'copy')], { env });
  expect(compiled(cache)).toHaveLength(1);
});
