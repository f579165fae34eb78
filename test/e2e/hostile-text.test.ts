import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { steeringSign } from '../support/safe-output.ts';

const commands = await loadCommands();

const evil = '\u001b[31mred\u001b]0;title\u0007\u009b2J\u202egnp.exe\u2066x\u2069\u200b\ufeff\r\nnext\u2028line\u0000';
/** As YAML writes them: a double-quoted scalar with escapes. */
const quoted = JSON.stringify(evil).replace(
  /[\u007f-\uffff]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
);

const pack = {
  'pack/pack.yaml': `name: ${quoted}\nversion: ${quoted}\nbase: none\nlicence: ${quoted}\nattribution: ${quoted}\n`,
  'pack/skills/a.yaml': `- id: one\n  name: ${quoted}\n  altLabels: [${quoted.replace('red', 'blue')}]\n  summary: ${quoted}\n  kind: tool\n  effort: small\n  learn:\n    1: { do: ${quoted}, resources: [{ title: ${quoted}, url: 'https://example.org/' }] }\n    2: { do: ${quoted}, resources: [{ title: ${quoted}, url: 'https://example.org/' }] }\n`,
  'pack/roles/r.yaml': `id: r\ntitle: ${quoted}\naltTitles: [${quoted.replace('red', 'green')}]\nsummary: ${quoted}\nsources: [{ id: s, title: ${quoted} }]\nrequirements:\n  - { skill: one, level: 2, importance: essential, source: s }\n`,
  'me.yaml': `name: ${quoted}\nskills:\n  one: 1\n  ${quoted}: 2\ntargets: [r, ${quoted.replace('red', 'pink')}]\n`,
  'people.ndjson': `${JSON.stringify({ person: evil, skills: { one: 1, [evil]: 2 } })}\n{"person":"${'\u202e'}broken\n`,
  'people.csv': `person,skill,level\n"${evil.replace('\r\n', '')}","${evil.replace('\r\n', '')}",1\nBob,one,${evil.replace('\r\n', '')}\n`,
};

describe('no escape, control or bidi sign of the data reaches the screen', () => {
  const lines = [
    ['match', '-p', 'me.yaml'],
    ['fit', '--explain', '-p', 'me.yaml'],
    ['gaps', 'r', '-p', 'me.yaml'],
    ['compare', 'people.ndjson', 'people.csv'],
    ['roles'],
    ['skills'],
    ['show', 'r'],
    ['show', 'one'],
  ];
  const cases = lines.flatMap((line) =>
    (commands.find((spec) => spec.name === line[0])?.formats ?? []).map((format) => ({ line: [...line, '-f', format] })),
  );
  test.each(cases)('$line', async ({ line }) => {
    const cwd = makeFolder(pack);
    const { code, stdout, stderr } = await runCli([...line, '--pack', 'pack'], { cwd });
    // Rows are broken on purpose.
    expect(code).toBe(line[0] === 'compare' ? 1 : 0);
    expect(stdout).not.toBe('');
    expect(steeringSign(stdout)).toBeUndefined();
    expect(steeringSign(stderr)).toBeUndefined();
  });
});

/** An argument of a process holds no NUL. */
const typed = evil.replace('\0', '');

test.each([
  [['fit', typed, '--skills', 'java=3']],
  [['show', typed]],
  [[typed]],
  [['fit', '-f', typed]],
  [['fit', '--skills', `java=${typed}`]],
  [['fit', '--skills', typed]],
  [['fit', `--${typed}`]],
  [['fit', '-p', typed]],
  [['compare', typed]],
  [['roles', typed]],
  [['fit', '--pack', typed, '--skills', 'java=1']],
  [['fit', '--skills', 'java=1', '-o', `nowhere/${typed}`]],
])('nor any of the command line: case %#', async (argv) => {
  for (const format of [[], ['-f', 'json']]) {
    const { code, stdout, stderr } = await runCli([...argv, ...format], { cwd: makeFolder() });
    expect(code).not.toBe(70);
    expect(steeringSign(stdout + stderr)).toBeUndefined();
  }
});

test('JSON still carries the very text', async () => {
  const cwd = makeFolder(pack);
  const { stdout } = await runCli(['fit', '-p', 'me.yaml', '--pack', 'pack', '-f', 'json'], { cwd });
  expect((JSON.parse(stdout) as { profile: { name: string } }).profile.name).toBe(evil);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', ' =1+1', '=cmd|" /C calc"!A0', '＝1+1'])(
  'a CSV cell that a spreadsheet would run is made text: %j',
  async (cell) => {
    const stdin = `${JSON.stringify({ person: cell, skills: { [cell]: 3, java: 1 } })}\n`;
    const { stdout } = await runCli(['compare', '-', '-f', 'csv', '--top', '1'], { stdin });
    const [, row = ''] = stdout.split('\n');
    const fields = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
    for (const field of fields) expect(field.replace(/^"/, '')).not.toMatch(/^\s*[=+\-@＝]/);
  },
);

test('markdown: data cannot open HTML, a link or a cell', async () => {
  const stdin = 'name: "<img src=x onerror=alert(1)> | [x](javascript:1) `a`"\nskills: { java: 3, "| a | <b>": 1 }\n';
  const { stdout } = await runCli(['match', '-p', '-', '-f', 'markdown'], { stdin });
  expect(stdout).not.toMatch(/(?<!\\)<(img|b)/);
  expect(stdout).not.toMatch(/(?<!\\)\[x/);
  const widths = stdout
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.match(/(?<!\\)\|/g)?.length);
  expect(new Set(widths).size).toBeLessThanOrEqual(2);
});
