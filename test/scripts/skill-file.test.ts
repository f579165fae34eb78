import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { makeFolder } from '../support/make-folder.ts';
import { home, runCli } from '../support/run-cli.ts';

const text = readFileSync(join(home, 'skills', 'careerpath', 'SKILL.md'), 'utf8');
const commands = [...text.matchAll(/`careerpath ([^`<]+)`/g)].map((found) => found[1] ?? '');

const files = {
  'spring.yaml': 'skills:\n  java: { level: 2, on: 2026-03-01 }\n',
  'skills.yaml': 'skills:\n  java: { level: 3, on: 2026-09-01, ratings: [{ level: 2, on: 2026-03-01 }] }\n',
  'my-pack/pack.yaml': 'name: mine\n',
  'people.csv': 'name,java,sql\nAda,3,4\n',
  'cv.txt': 'Skills: Java, SQL\n',
  'advert.txt': 'Backend Developer\n\nRequirements\n- Java\n- SQL\n',
};

/** The words of a command line, with what is in quotes as one. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((found) => found[1] ?? found[2] ?? '');

test('the skill file says what it is in the form that agents read', () => {
  const head = parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '') as Record<string, unknown>;
  expect(Object.keys(head)).toEqual(['name', 'description']);
  expect(head['name']).toBe('careerpath');
  expect(String(head['description']).length).toBeLessThanOrEqual(1024);
});

test.each(commands)('careerpath %s answers in JSON', async (line) => {
  const { code, stdout } = await runCli([...wordsOf(line), '--no-input'], { cwd: makeFolder(files) });
  expect(code).toBe(0);
  for (const json of line.includes('ndjson') ? stdout.trim().split('\n') : [stdout]) expect(() => JSON.parse(json)).not.toThrow();
});

test('every command whose answer is JSON and that asks nothing stands in it, or does something else than answer', async () => {
  const named = new Set(commands.map((line) => line.split(' ')[0]));
  // `done` changes a profile.
  const notForAgents = ['assess', 'done', 'explore', 'profile', 'scan', 'rules', 'schema', 'convert', 'completion'];
  const missing = (await loadCommands())
    .map(({ name }) => name)
    .filter((name) => !named.has(name) && !notForAgents.includes(name));
  expect(missing).toEqual([]);
});
