import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTrusted } from '../../src/catalog/compiled-form.ts';
import { progressWords } from '../../src/cli/batch/progress.ts';
import { textAt } from '../../src/core/catalog/text-table.ts';
import { makeFolder } from '../support/make-folder.ts';
import { home, runCli } from '../support/run-cli.ts';

const bin = join(home, 'bin', 'careerpath.js');

const opened = openTrusted(readFileSync(join(home, 'dist', 'catalog.bin')));
const ids = Array.from({ length: 40 }, (_, i) =>
  textAt(opened?.catalog.skillIds ?? { start: new Uint32Array(1), bytes: new Uint8Array() }, i),
);

/** People with a few skills each, the same at every run; every seventh row is one that cannot be read. */
function peopleLines(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 7 === 6) return '{"person":"cut short","skills":{"ja';
    const skills = Object.fromEntries(ids.slice(i % 13, (i % 13) + 12).map((id, j) => [id, 1 + ((i + 3 * j) % 5)]));
    return JSON.stringify({ person: `p${i} é`, skills: i % 5 === 0 ? { ...skills, 'no such skill': 2 } : skills });
  });
}

describe('many people', () => {
  let folder = '';
  let people = '';
  beforeAll(() => {
    // More than the half mebibyte below which no thread is started.
    folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
    people = join(folder, 'people.ndjson');
    writeFileSync(people, `${peopleLines(3500).join('\n')}\n`);
    return () => execFileSync('rm', ['-rf', folder]);
  });

  test.each([['ndjson'], ['csv'], ['json'], ['markdown']])(
    '%s: the same bytes with one worker, two and three, and any locale and time zone',
    (format) => {
      const runs = [
        ['1', { LC_ALL: 'C', TZ: 'UTC' }],
        ['2', { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' }],
        ['3', {}],
      ].map(([workers, env]) =>
        spawnSync(
          process.execPath,
          [bin, 'compare', people, '-f', format, '--top', '2', '--min-fit', '12', '--workers', workers as string],
          {
            env: { ...process.env, ...(env as Record<string, string>) },
            maxBuffer: 2 ** 27,
          },
        ),
      );
      const [first, ...others] = runs;
      expect(first?.status).toBe(1);
      for (const run of others) {
        expect(run.stdout.equals(first?.stdout ?? Buffer.alloc(0))).toBe(true);
        expect(run.stderr.equals(first?.stderr ?? Buffer.alloc(0))).toBe(true);
      }
    },
  );

  test('rows in = rows out + rows reported, in the order of the input', () => {
    const errors = join(folder, 'errors.ndjson');
    const run = spawnSync(process.execPath, [bin, 'compare', people, '--top', '1', '--errors', errors, '--workers', '2'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 27,
    });
    const answered = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { person: string }).person);
    const reported = readFileSync(errors, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; file: string });
    expect(answered).toEqual(peopleLines(3500).flatMap((_, i) => (i % 7 === 6 ? [] : [`p${i} é`])));
    expect(reported.map((one) => one.line)).toEqual(peopleLines(3500).flatMap((_, i) => (i % 7 === 6 ? [i + 1] : [])));
    expect(reported[0]?.file).toBe(people);
    expect(run.stderr).toBe(
      `500 rows could not be read: see ${errors}\nnote: read 3,000 people; 500 rows rejected; 1 name unknown (no such skill ×600)\n  look names up with: careerpath skills QUERY\n`,
    );
    expect(run.status).toBe(1);
  });

  test('a summary is the same with one worker and with three', () => {
    const [one, three] = ['1', '3'].map((workers) =>
      spawnSync(process.execPath, [bin, 'compare', people, '--summary', '-f', 'json', '--workers', workers], {
        encoding: 'utf8',
      }),
    );
    expect(three?.stdout).toBe(one?.stdout);
    expect((JSON.parse(one?.stdout ?? '') as { summary: unknown }).summary).toMatchObject({ people: 3000, badRows: 500 });
  });

  test('a reader that has seen enough ends it without a word', async () => {
    const child = spawn(process.execPath, [bin, 'compare', people, '--workers', '2', '--errors', '/dev/null'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += String(text);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('exit', done));
    expect(code).toBe(0);
    expect(stderr).toMatch(/^(\d+ rows? could not be read: see \/dev\/null\n)?$/);
  });

  test('as a mapper under GNU parallel it gives the bytes of one run', ({ skip }) => {
    if (spawnSync('parallel', ['--version']).status !== 0) skip('GNU parallel is not installed (apt-get install parallel)');
    const good = peopleLines(1500)
      .filter((_, i) => i % 7 !== 6)
      .join('\n');
    const env = { ...process.env, PARALLEL_HOME: folder };
    const command = `${process.execPath} ${bin} compare - --top 3 --workers 1`;
    const split = spawnSync('parallel', ['--will-cite', '--pipe', '--keep-order', '--block', '100k', '-j2', command], {
      input: `${good}\n`,
      env,
      maxBuffer: 2 ** 27,
    });
    const whole = spawnSync(process.execPath, [bin, 'compare', '-', '--top', '3'], { input: good, maxBuffer: 2 ** 27 });
    expect(split.status).toBe(0);
    // Each part ends with its account, and with nothing else.
    const accounts = split.stderr
      .toString()
      .replace(/^note: read \d+ people; 1 name unknown .*\n {2}look names up with: .*\n/gm, '');
    expect(accounts).toBe('');
    expect(split.stdout.equals(whole.stdout)).toBe(true);
  });
});

test('a truncated last line, a line of 50 MB, other encodings and a NUL: each is reported, the rest is answered', () => {
  const good = (name: string): Buffer => Buffer.from(`{"person":"${name}","skills":{"${ids[0]}":3}}\n`);
  const input = Buffer.concat([
    good('a'),
    Buffer.from(`{"person":"long","skills":{"${'x'.repeat(50_000_000)}":1}}\n`),
    good('b'),
    Buffer.from('{"person":"Jos\xe9","skills":{}}\n', 'latin1'),
    Buffer.from('\ufeff'),
    good('c'),
    Buffer.from('{"person":"wide","skills":{}}\n', 'utf16le'),
    good('d'),
    Buffer.from('\0\n\r\n'),
    Buffer.from('{"person":"cut","skills":{"ja'),
  ]);
  const run = spawnSync(process.execPath, [bin, 'compare', '-', '--top', '1'], { input, encoding: 'utf8', maxBuffer: 2 ** 27 });
  const people = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { person: string }).person);
  expect(people.slice(0, 3)).toEqual(['a', 'b', 'c']);
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('<stdin>:2');
  expect(run.stderr).toContain('limit');
  expect(run.stderr).toContain('<stdin>:4');
  expect(run.stderr).not.toMatch(/^\s+at /m);
});

test('a folder, a pattern and a list in one file give people in order', async () => {
  const folder = makeFolder({
    'team/b.yaml': `name: Ben\nskills: { ${ids[0]}: 2 }\n`,
    'team/a.yaml': `name: Ada\nskills: { ${ids[0]}: 3 }\n`,
    'team/more/c.json': JSON.stringify([
      { person: 'Cy', skills: { [ids[0] ?? '']: 1 } },
      { name: 'Di', skills: { [ids[0] ?? '']: 9 } },
      { skills: { [ids[0] ?? '']: 4 } },
    ]),
  });
  const run = async (...paths: string[]): Promise<[number, string[], string]> => {
    const { code, stdout, stderr } = await runCli(['compare', ...paths, '--top', '1'], { cwd: folder });
    return [
      code,
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { person: string }).person),
      stderr,
    ];
  };
  const inAll = await run('team');
  expect(inAll.slice(0, 2)).toEqual([1, ['Ada', 'Ben', 'Cy', 'team/more/c.json:1']]);
  expect(await run('team/?.yaml')).toEqual([0, ['Ada', 'Ben'], 'note: read 2 people\n  nothing was left out\n']);
  const [code, people, stderr] = await run('team/**/*.*');
  expect([code, people]).toEqual([1, ['Ada', 'Ben', 'Cy', 'team/more/c.json:1']]);
  expect(stderr).toContain('team/more/c.json:1');
  expect((await runCli(['compare', 'team/*.toml'], { cwd: folder })).code).toBe(3);
});

test('a cohort is a row a person and a column a role', async () => {
  const folder = makeFolder({ 'a.ndjson': `{"person":"=cmd","skills":{"java":4}}\n{"person":"Ben","skills":{"sql":2}}\n` });
  const argv = ['compare', 'a.ndjson', '--cohort', '--roles', 'backend-developer,junior-backend-engineer'];
  const { stdout } = await runCli([...argv, '-f', 'csv'], { cwd: folder });
  expect(stdout.split('\n')[0]).toBe('person,backend-developer,junior-backend-engineer,unrecognised');
  expect(stdout.split('\n')[1]).toMatch(/^'=cmd,\d+,\d+,$/);
  const table = (await runCli([...argv, '-f', 'table', '--width', '40'], { cwd: folder })).stdout;
  expect(table).toMatch(/Person\s+1\s+2/);
  expect(table).toContain('Junior Backend Engineer');
  const fits = (await runCli(['compare', 'a.ndjson', '--roles', 'backend-developer', '-f', 'ndjson'], { cwd: folder })).stdout;
  const score = (JSON.parse(fits.split('\n')[0] ?? '') as { score: number }).score;
  expect(stdout.split('\n')[1]?.split(',')[1]).toBe(String(score));
});

test('--cohort and --summary together are wrong usage, and --errors in a missing folder is said at once', async () => {
  const folder = makeFolder({ 'a.ndjson': '{"person":"A","skills":{}}\n' });
  expect((await runCli(['compare', 'a.ndjson', '--cohort', '--summary'], { cwd: folder })).code).toBe(2);
  expect((await runCli(['compare', 'a.ndjson', '--errors', 'no/where'], { cwd: folder })).code).toBe(74);
});

test('a slow producer gets its answers as it goes', async () => {
  const child = spawn(process.execPath, [bin, 'compare', '-', '--top', '1'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write('{"person":"first","skills":{}}\n');
  const answer = await new Promise((done) => child.stdout.once('data', (text) => done(String(text))));
  expect(answer).toContain('"first"');
  child.stdin.end();
  expect(await new Promise((done) => child.on('exit', done))).toBe(0);
});

test('the line of progress: share, people, rate, time left', () => {
  expect(progressWords(41_000, 41, 100, 4_000)).toBe('████████░░░░░░░░░░░░  41 %  41,000 people  10,250/s  6 s left');
  expect(progressWords(1_234_567, 9, 0, 1_000)).toBe('1,234,567 people  1,234,567/s');
  expect(progressWords(0, 0, 100, 0)).toBe('0 people  0/s');
});

test('on a terminal nothing of the progress is left behind', async () => {
  const folder = makeFolder({ 'a.ndjson': '{"person":"A","skills":{}}\n' });
  mkdirSync(join(folder, 'out'));
  const { stderr, code } = await runCli(['compare', 'a.ndjson', '-o', 'out/a.csv', '-f', 'csv'], {
    cwd: folder,
    isTTY: true,
    columns: 80,
  });
  expect([code, stderr]).toEqual([0, 'note: read 1 person; 1 person with no level said\n  nothing was left out\n']);
});
