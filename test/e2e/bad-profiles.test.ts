import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

test.each([
  {
    what: 'a wrong level word',
    text: 'skills:\n  java: profficient\n',
    says: ['me.yaml:2:9: error:', 'did you mean "proficient"'],
  },
  { what: 'a level off the scale', text: 'skills:\n  java: 9\n', says: ['me.yaml:2:9: error:', '5'] },
  { what: 'a level of a half', text: 'skills:\n  java: 2.5\n', says: ['me.yaml:2:9: error:'] },
  { what: 'a duplicate key', text: 'skills:\n  java: 3\n  java: 4\n', says: ['me.yaml:3:3: error:', '"java"', 'me.yaml:2:3'] },
  { what: 'a tab', text: 'skills:\n\tjava: 3\n', says: ['me.yaml:2:1: error:', 'tab'] },
  { what: 'skills as text', text: 'skills: java\n', says: ['me.yaml:1:9: error:', 'expected'] },
  { what: 'years as a word', text: 'experience: { years: three }\n', says: ['me.yaml:1:22: error:', 'number'] },
  { what: 'a list at the top', text: '- java\n- sql\n', says: ['me.yaml:1:1: error:', 'a map'] },
  { what: 'a list as a level', text: 'skills:\n  java: [3]\n', says: ['me.yaml:2:9: error:', 'a list'] },
  { what: 'a list as a skill', text: 'skills: [[java]]\n', says: ['me.yaml:1:10: error:', 'a list'] },
  { what: 'a list of years', text: 'experience: [3]\n', says: ['me.yaml:1:13: error:', 'a list'] },
  { what: 'an old truth value as a map', text: 'education: yes\n', says: ['me.yaml:1:12: error:', 'quote it'] },
  { what: 'text at the top', text: 'java and sql\n', says: ['me.yaml:1:1: error:', 'a map'] },
  { what: 'an anchor', text: 'skills: &a { java: 3 }\n', says: ['me.yaml:1:9: error:', 'anchor'] },
  { what: 'an octal number', text: 'skills:\n  java: 03\n', says: ['me.yaml:2:9: error:'] },
  { what: 'a quote never closed', text: 'name: "Ada\nskills: { java: 3 }\n', says: ['me.yaml:', 'error:'] },
  { what: 'a NUL byte', text: 'name: A\0da\n', says: ['me.yaml: error:', 'NUL'] },
])('$what: file, line, column and exit 3', async ({ text, says }) => {
  const cwd = makeFolder({ 'me.yaml': text });
  const { code, stdout, stderr } = await runCli(['match', '-p', 'me.yaml'], { cwd });
  expect(code).toBe(3);
  expect(stdout).toBe('');
  for (const part of says) expect(stderr).toContain(part);
});

test('every fault is told, not only the first', async () => {
  const cwd = makeFolder({ 'me.yaml': 'skills:\n  java: 9\n  sql: wizard\n  git: 3\nexperience: { years: -1 }\n' });
  const { code, stderr } = await runCli(['match', '-p', 'me.yaml'], { cwd });
  expect(code).toBe(3);
  expect(stderr.match(/^me\.yaml:\d+:\d+: error:/gm)?.length).toBeGreaterThanOrEqual(3);
});

test.each([
  { what: 'a missing file', path: 'none.yaml', says: 'does not exist' },
  { what: 'a folder', path: '.', says: 'is a folder' },
  { what: 'a device', path: '/dev/zero', says: 'a device' },
])('$what is refused with exit 3', async ({ path, says }) => {
  const cwd = makeFolder();
  const { code, stderr } = await runCli(['match', '-p', path], { cwd });
  expect(code).toBe(3);
  expect(stderr).toContain(says);
});

test('skills that nobody knows are listed with what was probably meant, and the answer comes all the same', async () => {
  const cwd = makeFolder({ 'me.yaml': 'skills:\n  java: 3\n  postgress: 2\n  constructor: 1\n  __proto__: 5\n' });
  const { code, stdout } = await runCli(['match', '-p', 'me.yaml'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('me.yaml:3:3: warning: no skill is called "postgress"');
  expect(stdout).toContain('did you mean "postgresql"');
  expect(stdout).toContain('"constructor"');
  expect(stdout).toContain('"__proto__"');
});

test.each([
  ['an empty file', ''],
  ['only a comment', '# nothing yet\n'],
  ['no skills', 'name: Ada\n'],
  ['unknown keys, which are the owner’s', 'name: Ada\nhobby: chess\nskills: { java: 3 }\n'],
  ['CRLF and a byte-order mark', '\ufeffname: Ada\r\nskills:\r\n  java: 3\r\n'],
])('%s is a profile', async (_, text) => {
  const { code, stderr } = await runCli(['match', '-p', '-'], { stdin: text });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each(['match -p', 'compare', 'match --skills java=3 --pack'])('%s: a path that the system refuses exits 3', async (line) => {
  const cwd = makeFolder();
  symlinkSync('circle', join(cwd, 'circle'));
  for (const path of ['x'.repeat(5000), 'circle', 'circle/x.yaml', '']) {
    const { code, stderr } = await runCli([...line.split(' '), path], { cwd });
    expect({ path, code }).toEqual({ path, code: 3 });
    expect(stderr).toMatch(/error: /);
  }
});
