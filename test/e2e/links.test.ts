import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

const secret = 'id: secret-word\ntitle: Secret word\nrequirments: []\n';
const list = '- id: secret-word\n  name: Secret word\n  kynd: tool\n';
const role = 'id: a\ntitle: A\nrequirements:\n  - { skill: java, level: 3, importance: essential }\n';
const second = role.replace('id: a', 'id: b').replace('title: A', 'title: B');

/** A working folder with a pack, and beside it what the pack has no business with. */
function makeWorld(): { cwd: string; outside: string } {
  const root = makeFolder({
    'work/pack/pack.yaml': 'name: ours\n',
    'work/pack/roles/a.yaml': role,
    'outside/secret.yaml': secret,
    'outside/list.yaml': list,
    'outside/pack.yaml': 'secret-word: 1\n',
    'outside/skills/list.yaml': list,
    'outside/passwd': 'secret-word:x:0:0\n',
  });
  return { cwd: join(root, 'work'), outside: join(root, 'outside') };
}

/** Where a link stands in the working folder, what it leads to, and what is checked. */
const links: readonly (readonly [at: string, to: string, argv: readonly string[]])[] = [
  ['pack/roles/x.yaml', 'secret.yaml', ['pack']],
  ['pack/roles/x.yaml', 'passwd', ['pack']],
  ['pack/roles/x.yaml', 'secret.yaml', ['pack/roles/x.yaml']],
  ['pack/roles/web/x.yaml', 'secret.yaml', ['pack']],
  ['pack/skills', 'skills', ['pack']],
  ['pack/scale.yaml', 'secret.yaml', ['pack']],
  ['pack/pack.yaml', 'pack.yaml', ['pack']],
  ['pack/examples/x.yaml', 'secret.yaml', ['pack']],
  ['pack/examples/x.yaml', 'secret.yaml', ['pack/examples/x.yaml']],
  ['pack/roles/x.json', 'secret.yaml', ['pack']],
  ['pack/rolls', '.', ['pack']],
  ['pack/more.yaml', 'list.yaml', ['pack']],
  ['skills.yaml', 'passwd', []],
  ['skills.yaml', 'passwd', ['skills.yaml']],
  ['people', '.', ['people/passwd']],
];

describe('validate prints nothing of what a link leads to outside', () => {
  test.each(links)('%s → %s: validate %j', async (at, to, argv) => {
    const { cwd, outside } = makeWorld();
    mkdirSync(join(cwd, at, '..'), { recursive: true });
    rmSync(join(cwd, at), { force: true });
    symlinkSync(join(outside, to), join(cwd, at));
    for (const format of ['frames', 'json', 'github', 'sarif', 'junit']) {
      const { code, stdout, stderr } = await runCli(['validate', ...argv, '-f', format], { cwd });
      expect(stdout + stderr).not.toMatch(/secret.word/i);
      expect(code).not.toBe(70);
    }
  });
});

test('a link that leads out of a pack is an error for every command; one within it is not', async () => {
  const { cwd, outside } = makeWorld();
  writeFileSync(join(outside, 'good.yaml'), second);
  const inside = ['roles', '--pack', 'pack', '-f', 'json'];
  symlinkSync('a.yaml', join(cwd, 'pack', 'roles', 'c.yaml'));
  symlinkSync(join(cwd, 'pack'), join(cwd, 'link-to-pack'));
  // The link gives the same role a second time: it was read.
  expect((await runCli(inside, { cwd })).stdout).toContain('duplicate-id');
  expect((await runCli(['roles', '--pack', 'link-to-pack', '-f', 'json'], { cwd })).stdout).toContain('duplicate-id');
  const other = makeWorld();
  writeFileSync(join(other.outside, 'good.yaml'), second);
  symlinkSync(join(other.outside, 'good.yaml'), join(other.cwd, 'pack', 'roles', 'b.yaml'));
  const refused = await runCli(inside, { cwd: other.cwd });
  expect(refused).toMatchObject({ code: 3 });
  expect(refused.stderr).toContain('pack/roles/b.yaml');
  expect(refused.stderr).toContain('--follow-links');
  expect((await runCli(['validate', 'pack'], { cwd: other.cwd })).code).toBe(1);
});

test('--follow-links follows them, in validate, in other commands, and through the cache', async () => {
  const { cwd, outside } = makeWorld();
  writeFileSync(join(outside, 'good.yaml'), second);
  symlinkSync(join(outside, 'good.yaml'), join(cwd, 'pack', 'roles', 'b.yaml'));
  const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
  const argv = ['roles', '--pack', 'pack', '-f', 'json'];
  expect((await runCli([...argv, '--follow-links'], { cwd, env })).stdout).toContain('"b"');
  expect((await runCli(argv, { cwd, env })).code).toBe(3);
  expect((await runCli(['validate', 'pack', '--follow-links'], { cwd, env })).code).toBe(0);
  symlinkSync(join(outside, 'passwd'), join(cwd, 'skills.yaml'));
  expect((await runCli(['validate', 'skills.yaml', '--follow-links'], { cwd, env })).stdout).toContain('secret-word');
});
