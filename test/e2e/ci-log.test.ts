import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { logCommand, steeringSign } from '../support/safe-output.ts';

const commands = await loadCommands();

/** Commands to CI services, behind so many signs that a line may break just before them. */
const hostile = fc
  .tuple(
    fc.constantFrom('', ' ', '\n', 'x '.repeat(35), 'word '.repeat(15), '\u3000', '- ', '# '),
    fc.constantFrom(
      '::error::',
      '::stop-commands::t',
      '##vso[task.setvariable variable=a]b',
      '##teamcity[message]',
      '##[group]',
      '\u001b[1m::debug::',
    ),
    fc.constantFrom('', ' tail', '\n::warning::', ' ##[error]'),
  )
  .map((parts) => parts.join(''));

function filesOf(text: string): Record<string, string> {
  const quoted = JSON.stringify(text);
  const learn = `{ do: ${quoted}, resources: [{ title: ${quoted}, url: 'https://example.org/::a' }] }`;
  return {
    'pack/pack.yaml': `name: ${quoted}\nversion: ${quoted}\nbase: none\nlicence: ${quoted}\nattribution: ${quoted}\n`,
    'pack/skills/a.yaml': `- id: one\n  name: ${quoted}\n  summary: ${quoted}\n  kind: tool\n  effort: small\n  learn:\n    1: ${learn}\n    2: ${learn}\n`,
    'pack/roles/r.yaml': `id: r\ntitle: ${quoted}\nsummary: ${quoted}\nsources: [{ id: s, title: ${quoted} }]\nresponsibilities: [{ id: x, text: ${quoted} }]\nrequirements:\n  - { anyOf: [one], name: ${quoted}, level: 2, importance: essential, source: s }\n`,
    'broken/pack.yaml': `name: x\n${quoted}: 1\nseverity: { ${quoted}: error }\n`,
    'broken/roles/r.yaml': `id: r\n::error::x: 1\ntitle: ${quoted}\nrequirements:\n  - skill: ${quoted}\n`,
    'me.yaml': `name: ${quoted}\nskills:\n  one: 1\n  ${quoted}: 2\ntargets: [r, ${quoted}]\nrole: ${quoted}\n`,
    'people.ndjson': `${JSON.stringify({ person: text, skills: { one: 1, [text]: 2 } })}\n{"person":"${'::error::x'}\n`,
    'cv.txt': `${text}\nSkills: ${text}, one\n::error::x\n##vso[a]\n`,
    'advert.txt': `${text}\n\nRequirements\n- ${text}\n- one\n::error::x\n`,
  };
}

const lines: readonly (readonly string[])[] = [
  ['match', '-p', 'me.yaml'],
  ['fit', '--explain', '-p', 'me.yaml'],
  ['gaps', 'r', '-p', 'me.yaml'],
  ['plan', 'r', '-p', 'me.yaml'],
  ['route', 'r', '-p', 'me.yaml'],
  ['what-if', 'r', '-p', 'me.yaml'],
  ['compare', 'people.ndjson'],
  ['roles'],
  ['skills'],
  ['show', 'r'],
  ['show', 'one'],
  ['import', 'cv.txt'],
  ['posting', 'advert.txt'],
  ['profile', 'show', '-p', 'me.yaml'],
  ['validate', 'broken', 'me.yaml'],
  ['validate', 'pack', 'me.yaml'],
];

describe('no line that is printed is a command to a CI service', () => {
  const cases = lines.flatMap((line) =>
    (commands.find((spec) => spec.name === line[0])?.formats ?? [])
      .filter((format) => format !== 'xlsx')
      .map((format) => ({ line: [...line, '-f', format], format })),
  );
  test.each(cases)('$line', async ({ line, format }) => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom('40', '80'), async (text, width) => {
        const cwd = makeFolder(filesOf(text));
        const packs = line.includes('broken') ? [] : ['--pack', 'pack'];
        const { code, stdout, stderr } = await runCli([...line, '--width', width, ...packs], { cwd });
        expect(code).not.toBe(70);
        // The commands of -f github are ours; what stands in them is one line each, and begins with ours.
        const own = format === 'github' ? stdout.replace(/^::(error|warning|notice) [^\n]*$/gm, 'ours') : stdout;
        expect(logCommand(own)).toBeUndefined();
        expect(logCommand(stderr)).toBeUndefined();
        expect(steeringSign(stdout.replaceAll('\r\n', '\n') + stderr)).toBeUndefined();
      }),
      { numRuns: 4 },
    );
  });
});

test('nor of what a command line says', async () => {
  for (const typed of ['::error::x', ' ::error::x', '##vso[a]b'])
    for (const argv of [
      ['show', typed],
      [typed],
      ['fit', '--skills', `${typed}=3`],
      ['fit', '-p', typed],
      ['fit', `--${typed}`],
      ['validate', typed],
    ]) {
      const { stdout, stderr } = await runCli(argv, { cwd: makeFolder() });
      expect(logCommand(stdout + stderr)).toBeUndefined();
    }
});

test('JSON still carries the very text, and a reader of CSV sees it behind a quote', async () => {
  const text = '::error::a ##vso[b]';
  const world = { stdin: `${JSON.stringify({ person: text, skills: { java: 3 } })}\n` };
  const { stdout: json } = await runCli(['compare', '-', '-f', 'ndjson', '--top', '1'], world);
  expect((JSON.parse(json) as { person: string }).person).toBe(text);
  const { stdout: csv } = await runCli(['compare', '-', '-f', 'csv', '--top', '1'], world);
  expect(csv.split('\n')[1]).toMatch(/^':{2}error::a #'#vso\[b\],/);
});
