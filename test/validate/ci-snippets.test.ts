import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inFolder } from '../support/in-folder.ts';
import { home } from '../support/run-cli.ts';

const snippets = [...readFileSync(join(home, 'docs', 'ci.md'), 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(
  (found) => parse(found[1] ?? '') as Record<string, unknown>,
);

/** Every shell command of the snippets that calls the program, as it stands there. */
function commandsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(commandsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'run' || key === 'entry') && typeof inner === 'string'
      ? [inner]
      : key === 'script' && Array.isArray(inner)
        ? inner.map(String)
        : commandsOf(inner),
  );
}

test('the commands of the snippets run as they stand, and fail on a fault', () => {
  const commands = snippets.flatMap(commandsOf);
  expect(commands).toHaveLength(4);
  const role = 'id: a\ntitle: A\nrequirements:\n  - skill: jva\n    level: 3\n    importance: essential\n';
  for (const right of [true, false]) {
    const files = { 'my-pack/pack.yaml': 'name: mine\n', 'my-pack/roles/a.yaml': right ? role.replace('jva', 'java') : role };
    for (const command of commands) {
      const argv = command
        .replace(/^npx --yes --package \S+ /, '')
        .split(' ')
        .slice(1);
      // pre-commit adds the files of the commit.
      if (!argv.includes('my-pack')) argv.push('my-pack/roles/a.yaml');
      inFolder(files, (cwd) => {
        const run = (): unknown =>
          execFileSync(process.execPath, [join(home, 'bin', 'careerpath.js'), ...argv], {
            cwd,
            stdio: 'pipe',
            env: { XDG_CACHE_HOME: cwd },
          });
        if (right) expect(run, command).not.toThrow();
        else expect(run, command).toThrow(/Command failed/);
      });
    }
  }
});

test('the hook’s pattern takes the files of a pack and nothing else', () => {
  const config = snippets.findLast((one) => 'repos' in one) as { repos: { hooks: { files: string }[] }[] };
  const pattern = new RegExp(config.repos[0]?.hooks[0]?.files ?? '');
  for (const path of ['my-pack/pack.yaml', 'my-pack/roles/a.yaml', 'my-pack/skills/core.yml']) expect(path).toMatch(pattern);
  for (const path of ['my-pack/readme.md', 'other/roles/a.yaml']) expect(path).not.toMatch(pattern);
});

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(home, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

/** Runs a step of the action as the runner would: expressions are put into its variables, and the script is given to bash. */
function runStep(id: string, cwd: string, given: Readonly<Record<string, string>>): { code: number | null; stdout: string } {
  const step = action.runs.steps.find((one) => one.id === id);
  const resolveInput = (expression: string): string => {
    const name = /^\$\{\{ (?:inputs|steps\.install\.outputs)\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? '';
    return given[name] ?? action.inputs[name]?.default ?? '';
  };
  const variables = Object.entries(step?.env ?? {}).map(([name, expression]) => [name, resolveInput(expression)]);
  const runner = { RUNNER_TEMP: cwd, GITHUB_OUTPUT: join(cwd, 'output'), GITHUB_STEP_SUMMARY: join(cwd, 'summary') };
  const env = {
    PATH: process.env['PATH'] ?? '',
    XDG_CACHE_HOME: cwd,
    HOME: cwd,
    GITHUB_ACTION_PATH: given['checkout'] ?? '',
    ...runner,
  };
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'], {
    cwd,
    encoding: 'utf8',
    env: { ...env, ...Object.fromEntries(variables) },
  });
  return { code: status, stdout };
}

const program = join(home, 'bin', 'careerpath.js');
const wrong = {
  'my-pack/pack.yaml': 'name: mine\n',
  'my-pack/roles/a.yaml': 'id: a\ntitle: A\nrequirements:\n  - skill: jva\n    level: 3\n    importance: essential\n',
};

test('the action fails on a fault, or does not, as it is told, and puts the answer where it belongs', () =>
  inFolder(wrong, (cwd) => {
    const run = (given: Readonly<Record<string, string>>): { code: number | null; stdout: string } =>
      runStep('validate', cwd, { program, path: 'my-pack', ...given });
    const annotated = run({});
    expect([annotated.code, annotated.stdout]).toEqual([1, expect.stringMatching(/^::error file=my-pack\/roles\/a\.yaml/)]);
    expect(run({ 'fail-on': 'never' }).code).toBe(0);
    expect(run({ 'fail-on': 'sometimes' }).code).toBe(2);
    expect(run({ path: 'nowhere', 'fail-on': 'never' }).code).toBe(3);
    // What stands in an input is a path, whatever it looks like.
    expect(run({ path: '$(touch hacked)\n--help' }).code).toBe(3);
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
    expect(run({ format: 'sarif' }).code).toBe(1);
    expect(readFileSync(join(cwd, 'output'), 'utf8')).toBe('report=careerpath.sarif\n');
    expect(JSON.parse(readFileSync(join(cwd, 'careerpath.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(run({ format: 'markdown' }).code).toBe(1);
    expect(readFileSync(join(cwd, 'summary'), 'utf8')).toMatch(/^## 1 error/);
    writeFileSync(
      join(cwd, 'my-pack/roles/a.yaml'),
      wrong['my-pack/roles/a.yaml'].replace('jva', 'java').replace('essential', 'helpful'),
    );
    // A role without an essential skill is a warning.
    expect(run({}).code).toBe(0);
    expect(run({ 'fail-on': 'warning' }).code).toBe(1);
  }));

test('the action installs from its own checkout', () => {
  const manifest = { name: 'careerpath', version: '0.0.0', scripts: { build: 'node -e ""' } };
  const lock = {
    name: 'careerpath',
    version: '0.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'careerpath', version: '0.0.0' } },
  };
  const files = { 'c/package.json': JSON.stringify(manifest), 'c/package-lock.json': JSON.stringify(lock) };
  return inFolder(files, (cwd) => {
    expect(runStep('install', cwd, { checkout: join(cwd, 'c') }).code).toBe(0);
    expect(readFileSync(join(cwd, 'output'), 'utf8')).toBe(`program=${join(cwd, 'c', 'bin', 'careerpath.js')}\n`);
  });
});

test('the shipped hook is the one that the page speaks of, and takes the files of packs', () => {
  const [hook] = parse(readFileSync(join(home, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    files: string;
    entry: string;
    pass_filenames: boolean;
  }[];
  const config = snippets.find((one) => 'repos' in one) as { repos: { hooks: { id: string }[] }[] };
  expect(hook?.id).toBe(config.repos[0]?.hooks[0]?.id);
  expect(hook?.pass_filenames).toBe(false);
  const pattern = new RegExp(hook?.files ?? '');
  for (const path of ['pack.yaml', 'my-pack/pack.yaml', 'x/roles/web/a.yaml', 'skills/core.yml']) expect(path).toMatch(pattern);
  for (const path of ['readme.md', 'x/backpack.yaml', 'roles.txt']) expect(path).not.toMatch(pattern);
});
