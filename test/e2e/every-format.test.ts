import { expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/run-cli.ts';
import { steeringSign } from '../support/safe-output.ts';

const commands = await loadCommands();

// A small pack of its own: the built-in data may grow without touching these files.
const pack = ['--pack', 'test/fixtures/small-pack'];
const person = ['-p', 'test/fixtures/ada.yaml'];
const commandLines: readonly (readonly string[])[] = [
  ['match', ...person],
  ['match', 'bassist', ...person],
  ['fit', ...person],
  ['fit', '--explain', ...person],
  ['fit', 'guitarist', '--explain', ...person],
  ['gaps', 'guitarist', ...person],
  ['compare', 'test/fixtures/people.ndjson'],
  ['progress', '-p', 'test/fixtures/ada-dated.yaml'],
  ['progress', '--stale', '3m', '-p', 'test/fixtures/ada-dated.yaml'],
  ['diff', 'test/fixtures/ada.yaml', 'test/fixtures/ada-dated.yaml'],
  ['diff', '--assessors', 'self,teacher', 'test/fixtures/ada-dated.yaml'],
  ['roles'],
  ['roles', 'guitar'],
  ['skills'],
  ['skills', 'timing'],
  ['show', 'guitarist'],
  ['show', 'soloing'],
];

const cases = commandLines.flatMap((line) => {
  const spec = commands.find((one) => one.name === line[0]);
  return (spec?.formats ?? []).map((format) => [...line, '-f', format]);
});

test.each(cases.map((argv) => ({ line: argv.join(' '), argv })))('careerpath $line', async ({ argv }) => {
  const { code, stdout, stderr } = await runCli([...argv, ...pack]);
  expect(code).toBe(0);
  expect(steeringSign(stdout + stderr)).toBeUndefined();
  await expectGolden(argv, stdout + (stderr === '' ? '' : `--- stderr\n${stderr}`));
});

test.each(['match', 'fit', 'gaps', 'progress', 'compare', 'diff', 'roles', 'skills', 'show'])(
  '%s is among the command lines above',
  (name) => {
    expect(cases.some((argv) => argv[0] === name)).toBe(true);
  },
);

test('the same input prints the same bytes twice', async () => {
  const argv = ['match', '-p', 'data/examples/java-developer.yaml', '-f', 'json'];
  expect(await runCli(argv)).toEqual(await runCli(argv));
});

test.each([40, 80])('at %i columns no line but a link is longer', async (columns) => {
  for (const argv of [['match'], ['fit', '--explain'], ['gaps', 'principal-api-architect'], ['progress']]) {
    const { stdout } = await runCli([...argv, '-p', 'data/examples/team-lead.yaml'], { isTTY: true, columns });
    const plain = stdout.replace(/\u001b\[[0-9;]*m/g, '');
    const long = plain.split('\n').filter((line) => line.length > columns && !line.includes('https://'));
    expect(long).toEqual([]);
  }
});

test('--width counts more than the terminal', async () => {
  const argv = ['fit', '-p', 'data/examples/team-lead.yaml', '--width', '40'];
  const wide = await runCli(argv, { columns: 200 });
  expect(Math.max(...wide.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
});
