import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliResult, runCli } from '../support/run-cli.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-line-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const cli = (...argv: string[]): Promise<CliResult> => runCli(argv, { cwd });
const java = ['--skills', 'java=3,sql=2'];

describe('where the words of a command line stand', () => {
  it.each([
    [
      [...java, 'gaps', 'backend-developer'],
      ['gaps', 'backend-developer', ...java],
    ],
    [
      ['--json', ...java, 'fit'],
      ['fit', ...java, '-f', 'json'],
    ],
    [
      ['-f', 'csv', '--width', '60', 'fit', ...java],
      ['fit', '-f', 'csv', '--width', '60', ...java],
    ],
    [
      ['--min-fit', '90', 'fit', ...java],
      ['fit', '--min-fit', '90', ...java],
    ],
    [
      ['--cohort', 'compare', 'nobody.yaml'],
      ['compare', '--cohort', 'nobody.yaml'],
    ],
    [
      [...java, '--sort', 'fit'],
      ['match', '--sort', 'fit', ...java],
    ],
    [
      ['-q', ...java, 'match'],
      ['match', '--quiet', ...java],
    ],
    [
      ['help', 'gaps'],
      ['gaps', '--help'],
    ],
    [
      ['--help', 'gaps'],
      ['gaps', '--help'],
    ],
    [['help'], ['--help']],
    [['version'], ['--version']],
    [['-v'], ['-V']],
  ])('%j is %j', async (written, usual) => {
    expect(await cli(...written)).toEqual(await cli(...usual));
  });

  it('an option whose value is called like a command is no command', async () => {
    writeFileSync(join(cwd, 'gaps'), 'name: Gap\nskills: { java: 3 }\n');
    const { code, stdout } = await cli('-p', 'gaps', 'fit');
    expect(code).toBe(0);
    expect(stdout).toContain('Gap');
  });

  it('a misspelled command is one behind help and before options too', async () => {
    for (const argv of [['gapz'], ['help', 'gapz'], ['gapz', '--help', '-q']]) {
      const { code, stderr } = await cli(...argv);
      expect(argv.includes('--help') || (code === 2 && stderr.includes('did you mean "gaps"'))).toBe(true);
    }
  });

  it('--json is wrong beside another format', async () => {
    const both = await cli('fit', '--json', '-f', 'csv', ...java);
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('--json and --format csv ask for different things');
  });
});

describe('the role that is meant when none is named', () => {
  it('is the target, and without one the role that match takes', async () => {
    writeFileSync(join(cwd, 'me.yaml'), 'skills: { java: 3, sql: 2 }\ntargets: [qa-automation-engineer]\n');
    writeFileSync(join(cwd, 'free.yaml'), 'skills: { java: 3, sql: 2 }\n');
    const target = async (file: string): Promise<string> =>
      (JSON.parse((await cli('match', '--json', '-p', file)).stdout) as { target: { role: string } }).target.role;
    expect(await target('me.yaml')).toBe('qa-automation-engineer');
    for (const file of ['me.yaml', 'free.yaml']) {
      const role = await target(file);
      expect(await cli('gaps', '-p', file)).toEqual(await cli('gaps', role, '-p', file));
    }
    const plan = ['plan', '--reach', 'stretch', '-p', 'free.yaml'];
    expect(await cli(...plan)).toEqual(await cli(...plan, await target('free.yaml')));
    expect((await cli('route', '-p', 'me.yaml')).stdout).toContain('Route to QA Automation Engineer');
    // The solver proves what it says, which takes its time on a busy machine.
  }, 120_000);

  it('must be named for a route from a role', async () => {
    const { code, stderr } = await cli('route', '--from', 'qa-automation-engineer');
    expect(code).toBe(2);
    expect(stderr).toContain('no role says where it leads');
  });

  it('is suggested for half a name', async () => {
    const { code, stderr } = await cli('gaps', 'senior', ...java);
    expect(code).toBe(2);
    expect(stderr).toMatch(/did you mean "senior-/);
  });
});

describe('--reach', () => {
  it('takes each verdict that is on the screen, and the plan gives it', async () => {
    for (const verdict of ['stretch', 'near', 'ready']) {
      const { code, stdout } = await cli('plan', 'junior-backend-engineer', '--reach', verdict, '--json', ...java);
      expect(code).toBe(0);
      const { results } = JSON.parse(stdout) as { results: { goal: unknown; hours: { typical: number } }[] };
      expect(results[0]?.goal).toEqual({ reach: verdict });
      const line = await cli('what-if', 'junior-backend-engineer', '--reach', verdict, ...java);
      expect(line.stdout).toMatch(new RegExp(`[,:] ${verdict}`));
    }
    const { code, stderr } = await cli('plan', '--reach', 'naer', ...java);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "near"');
  });
});

it('says what to do about a folder that is not there', async () => {
  const { code, stderr } = await cli('roles', '-o', 'no/where/roles.txt');
  expect(code).toBe(74);
  expect(stderr).toContain('make the folder no/where first');
  expect(stderr).not.toContain('space');
});

it('compare breaks no id, however narrow the screen is', async () => {
  const person = 'ada.lovelace-of-the-analytical-engine@example.org';
  writeFileSync(join(cwd, 'people.csv'), `person,java,sql,docker\n${person},3,2,1\n`);
  const roles = ['senior-backend-developer', 'principal-api-architect'];
  for (const width of ['60', '80', '100', '160']) {
    const { stdout } = await cli('compare', 'people.csv', '--roles', roles.join(','), '-f', 'table', '--width', width);
    for (const role of roles) expect(stdout).toContain(role);
  }
  const { stdout } = await cli('compare', 'people.csv', '-f', 'table', '--width', '80');
  expect(stdout).toContain(person);
});

it('draws no bars for somebody who has the answer read aloud', async () => {
  const usual = await runCli(['fit', ...java], { cwd });
  const aloud = await runCli(['fit', ...java], { cwd, env: { ACCESSIBLE: '1' } });
  expect(usual.stdout).toMatch(/[█▓░]/);
  expect(aloud.stdout).not.toMatch(/[█▓░]/);
  expect(aloud.stdout).toContain('? an estimate');
});

it('posting --fit knows the built-in roles that the profile names', async () => {
  writeFileSync(join(cwd, 'advert.txt'), 'Backend Engineer\n\nRequirements\n- Java, 3 years\n- SQL\n- Docker\n');
  writeFileSync(join(cwd, 'me.yaml'), 'role: junior-backend-engineer\ntargets: [backend-developer]\nskills: { java: 3 }\n');
  for (const path of ['advert.txt', '.']) {
    const { code, stderr, stdout } = await cli('posting', path, '--fit', '-p', 'me.yaml');
    expect(code).toBe(0);
    expect(stderr + stdout).not.toMatch(/no role is called|is no role|unknown role|not.*in the catalog/i);
    expect(stderr).not.toContain('backend-developer');
  }
});
