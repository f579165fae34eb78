import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
    (key === 'run' || key === 'entry') && typeof inner === 'string' ? [inner] : commandsOf(inner),
  );
}

test('the commands of the snippets run as they stand, and fail on a fault', () => {
  const commands = snippets.flatMap(commandsOf);
  expect(commands).toHaveLength(3);
  const role = 'id: a\ntitle: A\nrequirements:\n  - skill: jva\n    level: 3\n    importance: essential\n';
  for (const right of [true, false]) {
    const files = { 'my-pack/pack.yaml': 'name: mine\n', 'my-pack/roles/a.yaml': right ? role.replace('jva', 'java') : role };
    for (const command of commands) {
      const argv = command
        .replace(/^npx --yes /, '')
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
  const config = snippets.find((one) => 'repos' in one) as { repos: { hooks: { files: string }[] }[] };
  const pattern = new RegExp(config.repos[0]?.hooks[0]?.files ?? '');
  for (const path of ['my-pack/pack.yaml', 'my-pack/roles/a.yaml', 'my-pack/skills/core.yml']) expect(path).toMatch(pattern);
  for (const path of ['my-pack/readme.md', 'other/roles/a.yaml']) expect(path).not.toMatch(pattern);
});
