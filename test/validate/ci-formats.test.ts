import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

const role = (id: string, skill: string): string =>
  `id: ${id}\ntitle: ${id} title\nrequirements:\n  - { skill: ${skill}, level: 3, importance: essential }\n`;

const files = {
  'data/pack/pack.yaml': 'name: ours\nbase: none\n',
  'data/pack/skills/core.yaml': '- id: one\n  name: One\n  kind: tool\n  effort: small\n',
  'data/pack/roles/a.yaml': role('a', 'one'),
  'data/pack/roles/b.yaml': role('b', 'two'),
};

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository with these files in one commit. */
function makeRepository(content: Readonly<Record<string, string>> = files): string {
  const top = makeFolder(content);
  git(top, 'init', '--quiet', '--initial-branch=main');
  git(top, 'add', '.');
  git(top, 'commit', '--quiet', '-m', 'one');
  return top;
}

async function filesIn(cwd: string, argv: readonly string[]): Promise<string[]> {
  const { stdout } = await runCli(['validate', '-f', 'json', '--severity', 'no-resource=off', ...argv], { cwd });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; file: string }[] };
  return diagnostics.filter((one) => one.severity === 'error').map((one) => one.file);
}

interface Gitlab {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe('formats of services', () => {
  test('gitlab: what Code Quality asks of an entry', async () => {
    const cwd = makeRepository();
    const { code, stdout } = await runCli(['validate', 'data/pack', '-f', 'gitlab'], { cwd });
    const report = JSON.parse(stdout) as Gitlab[];
    expect(code).toBe(1);
    expect(report.find((one) => one.check_name === 'unknown-skill')).toEqual({
      description: expect.stringContaining('two'),
      check_name: 'unknown-skill',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'data/pack/roles/b.yaml', lines: { begin: 4 } },
    });
    expect(new Set(report.map((one) => one.fingerprint)).size).toBe(report.length);
  });

  test('paths are relative to the git root wherever the program is started; --root names another', async () => {
    const top = makeRepository();
    const inside = join(top, 'data', 'pack');
    const pathsIn = async (cwd: string, more: readonly string[]): Promise<string[]> => {
      const { stdout } = await runCli(['validate', inside, '-f', 'gitlab', ...more], { cwd });
      return (JSON.parse(stdout) as Gitlab[]).filter((one) => one.check_name === 'unknown-skill').map((one) => one.location.path);
    };
    expect(await pathsIn(top, [])).toEqual(['data/pack/roles/b.yaml']);
    expect(await pathsIn(inside, [])).toEqual(['data/pack/roles/b.yaml']);
    expect(await pathsIn(inside, ['--root', '..'])).toEqual(['pack/roles/b.yaml']);
    const github = (await runCli(['validate', '.', '-f', 'github'], { cwd: inside })).stdout;
    expect(github).toContain('file=data/pack/roles/b.yaml,line=4');
    const sarif = (await runCli(['validate', '.', '-f', 'sarif'], { cwd: inside })).stdout;
    expect(sarif).toContain('"uri": "data/pack/roles/b.yaml"');
    // People click on what is relative to where they are.
    expect((await runCli(['validate', '.'], { cwd: inside })).stdout).toMatch(/^roles\/b\.yaml:4/m);
    expect((await runCli(['validate', '.', '--root', 'nowhere'], { cwd: inside })).code).toBe(2);
  });

  test('fingerprints are the same wherever the program is started', async () => {
    const top = makeRepository();
    const inside = join(top, 'data', 'pack');
    const from = async (cwd: string): Promise<string> => (await runCli(['validate', inside, '-f', 'gitlab'], { cwd })).stdout;
    expect(await from(inside)).toBe(await from(top));
  });

  test('sarif: every rule has a URI, and every result a region', async () => {
    const cwd = makeFolder({ 'pack.yaml': 'name: ours\n', 'skills/a.yaml': Buffer.from([0xff, 0xfe, 0x41]) });
    const { stdout } = await runCli(['validate', '-f', 'sarif'], { cwd });
    const [log] = (
      JSON.parse(stdout) as {
        runs: { tool: { driver: { rules: { helpUri: string }[] } }; results: { locations: unknown[] }[] }[];
      }
    ).runs;
    expect(log?.results.length).toBeGreaterThan(0);
    for (const rule of log?.tool.driver.rules ?? []) expect(() => new URL(rule.helpUri)).not.toThrow();
    for (const one of log?.results ?? [])
      expect(one.locations).toEqual([
        { physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 1 }) }) },
      ]);
  });

  test('markdown: the sum, and a line a finding', async () => {
    const cwd = makeRepository();
    const { stdout } = await runCli(['validate', 'data/pack', '-f', 'markdown', '--severity', 'no-resource=off'], { cwd });
    expect(stdout).toMatch(/^## 1 error.* in 4 files\n/);
    expect(stdout).toContain('- data/pack/roles/b.yaml:4:14: error: ');
  });
});

describe('--since', () => {
  test('reports what is wrong in changed files, new ones too, and nothing of the others', async () => {
    const cwd = makeRepository();
    expect(await filesIn(cwd, ['data/pack'])).toEqual(['data/pack/roles/b.yaml']);
    expect(await filesIn(cwd, ['data/pack', '--since', 'HEAD'])).toEqual([]);
    writeFileSync(join(cwd, 'data/pack/roles/c.yaml'), role('c', 'three'));
    expect(await filesIn(cwd, ['data/pack', '--since', 'HEAD'])).toEqual(['data/pack/roles/c.yaml']);
    expect(await filesIn(join(cwd, 'data', 'pack'), ['--since', 'HEAD'])).toEqual(['roles/c.yaml']);
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'two');
    expect(await filesIn(cwd, ['data/pack', '--since', 'HEAD'])).toEqual([]);
    expect(await filesIn(cwd, ['data/pack', '--since', 'HEAD~1'])).toEqual(['data/pack/roles/c.yaml']);
  });

  test('reports what a change breaks elsewhere, also where a file is gone', async () => {
    const cwd = makeRepository({ ...files, 'data/pack/roles/b.yaml': role('b', 'one') });
    rmSync(join(cwd, 'data/pack/skills/core.yaml'));
    expect(await filesIn(cwd, ['data/pack', '--since', 'HEAD'])).toEqual(['data/pack/roles/a.yaml', 'data/pack/roles/b.yaml']);
  });

  test('counts from where a branch began: what others changed since is not its own', async () => {
    const cwd = makeRepository({ ...files, 'data/pack/roles/b.yaml': role('b', 'one') });
    git(cwd, 'checkout', '--quiet', '-b', 'mine');
    writeFileSync(join(cwd, 'data/pack/roles/c.yaml'), role('c', 'three'));
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'mine');
    git(cwd, 'checkout', '--quiet', 'main');
    writeFileSync(join(cwd, 'data/pack/roles/b.yaml'), role('b', 'two'));
    git(cwd, 'commit', '--quiet', '-am', 'theirs');
    git(cwd, 'checkout', '--quiet', 'mine');
    expect(await filesIn(cwd, ['data/pack', '--since', 'main'])).toEqual(['data/pack/roles/c.yaml']);
  });

  test('is wrong usage where git cannot tell', async () => {
    const cwd = makeRepository();
    for (const revision of ['nowhere', '--output=x', '']) {
      const { code, stderr } = await runCli(['validate', 'data/pack', `--since=${revision}`], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining('--since')]);
    }
    expect((await runCli(['validate', '--since', 'HEAD'], { cwd: makeFolder({ 'pack.yaml': 'name: a\n' }) })).code).toBe(2);
  });
});
