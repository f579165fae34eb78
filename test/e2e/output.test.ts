import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { writeToFile } from '../../src/cli/shell/output.ts';
import { textWidth } from '../../src/report/text-width.ts';
import { makeFolder } from '../support/make-folder.ts';
import { home, runCli } from '../support/run-cli.ts';

const fit = ['fit', '--skills', 'java=3,nonsense=2'];
const colour = /\u001b\[\d+m/;

test('-o writes the file that would have been printed, and prints nothing', async () => {
  const cwd = makeFolder({ 'out.csv': 'old' });
  const printed = await runCli([...fit, '-f', 'csv'], { cwd });
  const written = await runCli([...fit, '-f', 'csv', '-o', 'out.csv'], { cwd });
  expect(written).toEqual({ code: 0, stdout: '', stderr: printed.stderr });
  expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe(printed.stdout);
  expect(readdirSync(cwd)).toEqual(['out.csv']);
});

test('-o - is standard output', async () => {
  expect(await runCli([...fit, '-o', '-'])).toEqual(await runCli(fit));
});

test('-o holds no colours, whatever FORCE_COLOR says', async () => {
  const cwd = makeFolder();
  await runCli([...fit, '-o', 'out.txt'], { cwd, env: { FORCE_COLOR: '1' } });
  expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).not.toMatch(colour);
});

test.each(['nowhere/out.csv', 'a-file/out.csv', 'folder'])('-o %s cannot be written: exit 74', async (path) => {
  const cwd = makeFolder({ 'a-file': 'x' });
  mkdirSync(join(cwd, 'folder'));
  const { code, stdout, stderr } = await runCli([...fit, '-o', path], { cwd });
  expect({ code, stdout }).toEqual({ code: 74, stdout: '' });
  expect(stderr).toContain(`cannot write ${path}`);
  expect(readdirSync(cwd).sort()).toEqual(['a-file', 'folder']);
});

test('an answer that fails on its way leaves the old file as it was', async () => {
  const cwd = makeFolder({ 'out.csv': 'old', 'me.yaml': 'skills: [' });
  expect((await runCli(['fit', '-p', 'me.yaml', '-o', 'out.csv'], { cwd })).code).toBe(3);
  expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe('old');
});

test('a folder without permission to write: exit 74 and the old file stays', async (context) => {
  const cwd = makeFolder();
  mkdirSync(join(cwd, 'shut'));
  writeFileSync(join(cwd, 'shut', 'out.csv'), 'old');
  chmodSync(join(cwd, 'shut'), 0o555);
  // The superuser may write anywhere.
  if (process.getuid?.() === 0) context.skip();
  const { code } = await runCli([...fit, '-o', 'shut/out.csv'], { cwd });
  expect(code).toBe(74);
  expect(readFileSync(join(cwd, 'shut', 'out.csv'), 'utf8')).toBe('old');
});

test('--quiet leaves notes and warnings away, never the answer', async () => {
  const loud = await runCli(fit);
  const quiet = await runCli([...fit, '--quiet']);
  expect(loud.stdout).toContain('no skill is called "nonsense"');
  expect(quiet.stdout + quiet.stderr).not.toContain('nonsense');
  expect(loud.stdout.startsWith(quiet.stdout)).toBe(true);
  const csv = await runCli([...fit, '-f', 'csv']);
  expect(csv.stderr).toContain('nonsense');
  expect((await runCli([...fit, '-f', 'csv', '--quiet'])).stderr).toBe('');
});

test.each([
  { what: 'a terminal', world: { isTTY: true }, argv: [], coloured: true },
  { what: 'a pipe', world: {}, argv: [], coloured: false },
  { what: 'NO_COLOR', world: { isTTY: true, env: { NO_COLOR: '1' } }, argv: [], coloured: false },
  { what: 'an empty NO_COLOR', world: { isTTY: true, env: { NO_COLOR: '' } }, argv: [], coloured: true },
  { what: 'FORCE_COLOR in a pipe', world: { env: { FORCE_COLOR: '1' } }, argv: [], coloured: true },
  { what: 'FORCE_COLOR over NO_COLOR', world: { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, argv: [], coloured: true },
  { what: 'FORCE_COLOR=0', world: { isTTY: true, env: { FORCE_COLOR: '0' } }, argv: [], coloured: false },
  { what: '--no-color over FORCE_COLOR', world: { env: { FORCE_COLOR: '1' } }, argv: ['--no-color'], coloured: false },
  { what: 'TERM=dumb', world: { isTTY: true, env: { TERM: 'dumb' } }, argv: [], coloured: false },
])('colours: $what', async ({ world, argv, coloured }) => {
  const answer = await runCli([...fit, ...argv], world);
  expect(colour.test(answer.stdout)).toBe(coloured);
  const failure = await runCli(['fit', 'nonsense', ...argv], world);
  expect(colour.test(failure.stderr)).toBe(coloured);
});

test.each(['json', 'ndjson', 'csv', 'markdown'])('%s is never coloured', async (format) => {
  const { stdout } = await runCli([...fit, '-f', format], { isTTY: true, env: { FORCE_COLOR: '1' } });
  expect(stdout).not.toMatch(colour);
});

test('colours change nothing but the colour', async () => {
  const plain = await runCli(fit);
  const coloured = await runCli(fit, { env: { FORCE_COLOR: '1' } });
  expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
});

test.each([40, 80])('CJK names keep the columns in line at %i columns', async (columns) => {
  // Three skills each: with fewer said, the verdict is "unknown".
  const stdin = ['山田太郎', '김민준 🧑‍💻', 'Al']
    .map((person) => `${JSON.stringify({ person, skills: { html: 1, css: 1, excel: 1 } })}\n`)
    .join('');
  const argv = ['compare', '-', '--roles', 'backend-developer', '-f', 'table'];
  const { code, stdout } = await runCli(argv, { stdin, columns });
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  const rows = lines.filter((line) => / far/.test(line));
  expect(rows).toHaveLength(3);
  const before = rows.map((line) => textWidth(line.slice(0, line.indexOf('far'))));
  expect(new Set(before).size).toBe(1);
});

test('Ctrl-C while a batch is on its way to a file ends with 130, leaves the old file and nothing else', async () => {
  const cwd = makeFolder({ 'out.ndjson': 'old' });
  const stdin = new PassThrough();
  stdin.write('{"person":"Ada","skills":{"java":3}}\n');
  const interrupt = new Promise<void>((press) => {
    // Once the first rows are on their way, the temporary file is there.
    const look = (): unknown => (readdirSync(cwd).length > 1 ? press() : setTimeout(look, 5));
    look();
  });
  const { code, stdout, stderr } = await runCli(['compare', '-', '-f', 'ndjson', '-o', 'out.ndjson'], { cwd, stdin, interrupt });
  expect({ code, stdout, stderr }).toEqual({ code: 130, stdout: '', stderr: '' });
  expect(readdirSync(cwd)).toEqual(['out.ndjson']);
  expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toBe('old');
});

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s while rows are on their way to a file leaves nothing beside it', async (signal, code) => {
  const cwd = makeFolder({ 'out.ndjson': 'old' });
  const child = spawn(process.execPath, [join(home, 'bin', 'careerpath.js'), 'compare', '-', '-o', 'out.ndjson'], { cwd });
  child.stdin.on('error', () => {});
  child.stdin.write('{"person":"Ada","skills":{"java":3}}\n');
  const ended = new Promise((done) => child.on('close', done));
  while (readdirSync(cwd).length === 1) await new Promise((done) => setTimeout(done, 5));
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(readdirSync(cwd)).toEqual(['out.ndjson']);
  expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toBe('old');
});

test('what a killed process left beside a file is swept by the next run, and what a live one writes stays', async () => {
  const cwd = makeFolder();
  const argv = [join(home, 'bin', 'careerpath.js'), 'compare', '-', '-o', 'out.ndjson'];
  const start = async (): Promise<ReturnType<typeof spawn>> => {
    const before = readdirSync(cwd).length;
    const child = spawn(process.execPath, argv, { cwd, stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin?.write('{"person":"Ada","skills":{"java":3}}\n');
    while (readdirSync(cwd).length === before) await new Promise((done) => setTimeout(done, 5));
    return child;
  };
  const end = (child: ReturnType<typeof spawn>): Promise<unknown> => {
    const ended = new Promise((done) => child.on('close', done));
    child.kill('SIGKILL');
    return ended;
  };
  const live = await start();
  const [ofLive] = readdirSync(cwd);
  await end(await start());
  expect(readdirSync(cwd)).toHaveLength(2);
  expect((await runCli([...fit, '-o', 'other.txt'], { cwd })).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual([ofLive, 'other.txt']);
  await end(live);
});

test('a long stream to a file is let go part by part', async () => {
  const cwd = makeFolder();
  const mebibyte = 2 ** 20;
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  async function* parts(): AsyncGenerator<string> {
    for (let i = 0; i < 400; i++) {
      yield String(i).padEnd(mebibyte, '.');
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
  }
  await writeToFile({ cwd, onSignal: () => () => {} }, '/dev/null', parts());
  expect(most).toBeLessThan(200 * mebibyte);
});
