import { expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

const commands = await loadCommands();

const skills = ['--skills', 'java=3'];

test.each([
  { argv: ['matchh'], says: '"match"' },
  { argv: ['skils'], says: '"skills"' },
  { argv: ['fit', '--explian', ...skills], says: '"--explain"' },
  { argv: ['fit', '-f', 'jsn', ...skills], says: '"json"' },
  { argv: ['show', 'java', '-f', 'markdwn'], says: '"markdown"' },
  { argv: ['fit', 'backend-develper', ...skills], says: '"backend-developer"' },
  { argv: ['gaps', 'principal-api-architct', ...skills], says: '"principal-api-architect"' },
  { argv: ['match', 'senior-backend-develper', ...skills], says: '"senior-backend-developer"' },
  { argv: ['compare', '-', '--roles', 'backend-develper'], says: '"backend-developer"' },
  { argv: ['show', 'kubernets'], says: '"kubernetes"' },
  { argv: ['fit', '--skills', 'java=profficient'], says: '"proficient"' },
])('$argv suggests $says and exits 2', async ({ argv, says }) => {
  const { code, stdout, stderr } = await runCli(argv);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^error: /);
  expect(stderr).toContain(`did you mean ${says}`);
});

test.each([
  { argv: ['show', 'java', '-f', 'csv'] },
  { argv: ['gaps', 'backend-developer', 'senior-backend-developer', ...skills] },
  { argv: ['compare'] },
  { argv: ['fit', '--skills', '=3'] },
  { argv: ['fit', '--skills', 'java=9'] },
  { argv: ['fit', '--skills', 'java='] },
  { argv: ['fit', '--min-fit', 'many', ...skills] },
  { argv: ['fit', '--min-fit', '101', ...skills] },
  { argv: ['fit', '--width', '3', ...skills] },
  { argv: ['fit', '-f'] },
  { argv: ['fit', '--profile'] },
  { argv: ['compare', '-', '--top', '0'] },
  { argv: ['compare', '-', '--input', 'xml'] },
  { argv: ['xyzzy'] },
  { argv: ['--nonsense'] },
])('$argv exits 2 with one message and no answer', async ({ argv }) => {
  const { code, stdout, stderr } = await runCli(argv);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^error: .+\n {2}\S/);
  expect(stderr).not.toMatch(/\n\s+at |node:/);
});

test.each(['match', 'fit', 'gaps backend-developer'])('%s without any profile shows a starter file', async (line) => {
  const folder = makeFolder();
  const { code, stdout, stderr } = await runCli(line.split(' '), { cwd: folder, env: { HOME: folder } });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('no profile found');
  expect(stderr).toContain('skills:\n    Java: proficient');
});

test('the starter file is a profile that the program takes', async () => {
  const folder = makeFolder();
  const { stderr } = await runCli(['fit'], { cwd: folder, env: { HOME: folder } });
  const lines = stderr.split('\n');
  const from = lines.findIndex((line) => line.startsWith('  name:'));
  const to = lines.findIndex((line, i) => i > from && line.trim() === '');
  const pasted = lines.slice(from, to).join('\n');
  const { code, stderr: complaints } = await runCli(['fit', '-p', '-'], { stdin: pasted });
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
});

test('careerpath alone greets where there is no profile, and matches where there is one', async () => {
  const empty = makeFolder();
  const greeting = await runCli([], { cwd: empty, env: { HOME: empty } });
  expect(greeting.code).toBe(0);
  expect(greeting.stdout).toContain('There is no profile yet.');
  expect(greeting.stdout).toContain('careerpath --help');
  const home = makeFolder({ 'skills.yaml': 'name: Zoe\nskills: { java: 3 }\n' });
  const answer = await runCli([], { cwd: home });
  expect(answer.code).toBe(0);
  expect(answer.stdout).toMatch(/^Zoe · 1 skill/);
});

test('help lists every command in its group, each with examples that parse', async () => {
  const { code, stdout } = await runCli(['--help']);
  expect(code).toBe(0);
  for (const spec of commands) {
    expect(stdout).toContain(spec.group);
    expect(stdout).toContain(`  ${spec.name}`);
    const help = await runCli([spec.name, '--help']);
    expect(help.code).toBe(0);
    for (const example of spec.examples) expect(help.stdout).toContain(example);
  }
});

test('--version prints the version alone', async () => {
  const { code, stdout } = await runCli(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
