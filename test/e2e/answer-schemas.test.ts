import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { schemaNames } from '../../src/cli/commands/schema.ts';
import { publishedAnswers } from '../../src/schema/answers/published-answers.ts';
import { publishedSchemas } from '../../src/schema/published-schemas.ts';
import { answerValidator, schemaNameOf } from '../support/check-answer.ts';
import { inFolder } from '../support/in-folder.ts';
import { openPty } from '../support/open-pty.ts';
import { home, runCli } from '../support/run-cli.ts';

const java = ['-p', 'data/examples/java-developer.yaml'];
const lead = ['-p', 'data/examples/team-lead.yaml'];
const nothing = ['--skills', ''];
const small = ['--pack', 'test/fixtures/small-pack'];
const ada = [...small, '-p', 'test/fixtures/ada.yaml'];
const advert = 'Backend Developer\n\nRequirements\n- 3 years of Java\n- SQL or NoSQL databases\n- A degree in computer science\n';
const people =
  '{"person":"A","role":"Java Developer","skills":{"java":3,"kubernets":2}}\n{"person":"B","skills":["sql"]}\nbroken\n';

/** Command lines, and what stands on standard input. Some fail: that is an answer too. */
const commandLines: readonly (readonly [argv: readonly string[], stdin?: string])[] = [
  [['match', ...java]],
  [['match', ...nothing]],
  [['match', ...ada]],
  [['match', 'principal-api-architect', '--min-fit', '40', '--by', 'likely', ...lead]],
  [['match', '-p', '-'], '{"name":"Zoë","role":"Cook","skills":{"kubernets":3,"java/kotlin":"expert"},"targets":["nowhere"]}'],
  [['match', 'no-such-role', ...java]],
  [['fit', ...java]],
  [['fit', '--explain', ...java]],
  [['fit', '--explain', ...nothing]],
  [['fit', '--explain', ...ada]],
  [['fit', '--explain', '--sort', 'use', '--skills', 'java=3,react=none,docker']],
  [['fit', 'backend-developer', '--min-fit', '90', ...java]],
  [['fit', '--pack', 'test/fixtures/no-such-pack', ...java]],
  [['gaps', 'senior-backend-developer', ...java]],
  [['gaps', 'guitarist', ...ada]],
  [['gaps', 'principal-api-architect', ...nothing]],
  [['plan', 'backend-developer', '--hours', '200', ...java]],
  [['plan', 'backend-developer', 'frontend-developer', '--reach', '50', ...java]],
  [['plan', 'guitarist', ...ada]],
  [['plan', 'senior-backend-developer', '--exclude', 'kafka', '--exclude', 'java', '--skills', 'sql=1']],
  [['plan', '--reach', '200', ...java]],
  [['route', 'principal-api-architect', '--top', '2', ...java]],
  [['route', '--from', 'junior-backend-engineer', 'senior-backend-developer']],
  [['route', 'bassist', ...ada]],
  [['route', 'senior-backend-developer', '--exclude', 'java', '--skills', 'sql=1']],
  [['what-if', ...java]],
  [['what-if', ...nothing]],
  [['what-if', '--set', 'kafka=3', ...java]],
  [['what-if', '--set', 'timing=3', ...ada]],
  [['what-if', '--reach', '60', 'senior-backend-developer', ...java]],
  [['compare', '-'], people],
  [['compare', '-', '--top', '1', '--min-fit', '40'], people],
  [['compare', '-', '--cohort', '--roles', 'backend-developer,frontend-developer', '--min-fit', '0'], people],
  [['compare', '-', '--summary', '--min-fit', '40'], people],
  [['compare', '-', '--input', 'csv'], 'name,java,shoe size\nAda,3.5,38\nAda,many,39\n'],
  [['compare', 'no-such-file.csv']],
  [['roles']],
  [['roles', ...small]],
  [['roles', '--pack', 'test/fixtures/cut-pack']],
  [['skills']],
  [['skills', ...small]],
  [['skills', 'nothing of this name']],
  [['show', 'java']],
  [['show', 'senior-backend-developer']],
  [['show', 'guitarist', ...small]],
  [['show', 'nothing']],
  [['posting', '-'], advert],
  [['posting', '-', '--fit', '--skills', 'java=3'], advert],
  [['posting', '-'], 'nothing'],
  [
    ['import', '-', '--from', 'text'],
    'Ada Lovelace\n\nSkills: Java, SQL, Flux Capacitors\nDeveloper, 2015-2020, Analytical Engines\n',
  ],
  [
    ['import', '-', '--from', 'json-resume'],
    '{"basics":{"name":"A"},"skills":[{"name":"Web","level":"Master","keywords":["HTML","Zorp"]}]}',
  ],
  [['import', 'no-such-file.pdf']],
  [['scan', 'test/fixtures']],
  [['scan', 'no-such-folder']],
  [['profile', 'path']],
  [['profile', 'show', ...java]],
  [
    ['profile', 'show', '-p', '-'],
    '{"skills":{"java":3},"hoursPerWeek":5,"prefer":["kotlin"],"education":{"level":"master"},"experience":{"years":3,"of":[{"skill":"java","years":2}]}}',
  ],
  [['progress', ...java]],
  [
    ['progress', '-p', '-'],
    '{"targets":["backend-developer"],"skills":{"java":{"level":3,"on":"2026-03-01","ratings":[{"level":2}]},"sql":2}}',
  ],
  [['progress', '--stale', '2m', '-p', '-'], '{"skills":{"java":{"level":3,"on":"2026-03-01"},"sql":2}}'],
  [['done', 'no such skill']],
  [['diff', 'data/examples/java-developer.yaml', 'data/examples/team-lead.yaml']],
  [['diff', 'test/fixtures/small-pack', 'test/fixtures/small-pack', '--people', 'test/fixtures/ada.yaml']],
  [
    ['diff', '--assessors', 'self,manager', '-', '--input', 'csv'],
    'name,skill,level,assessor\nA,java,3,self\nA,java,5,manager\n',
  ],
  [['diff', '--assessors', 'self', '-']],
  [['validate', 'data']],
  [['validate', '-'], 'id: x\ntitle: X\nrequirments: []\n'],
  [['rules']],
  [['rules', 'label-collision']],
  [['schema']],
  [['assess', '--skills', 'java=3']],
  [['convert', 'nothing', 'nowhere', '--out', 'somewhere']],
];

test.each(commandLines.map(([argv, stdin]) => ({ line: argv.join(' '), argv, stdin })))(
  'careerpath $line: as its schema says',
  async ({ argv, stdin }) => {
    const { stdout } = await runCli([...argv, '-f', 'json'], stdin === undefined ? {} : { stdin });
    const validate = answerValidator(schemaNameOf(argv[0] ?? ''));
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  },
);

test('folders: adverts, a merge into a profile, a profile that is set, and a conversion', async () => {
  const files = {
    'adverts/one.txt': advert,
    'adverts/two.txt': `${advert}- Kafka\n`,
    'tree/package.json': '{"dependencies":{"react":"18"}}',
    'me.yaml': 'skills:\n  java: 3\n',
    'cv.txt': 'Skills: Java, SQL\n',
  };
  await inFolder(files, async (cwd) => {
    const lines: readonly (readonly string[])[] = [
      ['posting', 'adverts'],
      ['posting', 'adverts', '--fit', '-p', 'me.yaml'],
      ['scan', 'tree', '--into', 'me.yaml', '--yes'],
      ['import', 'cv.txt', '--into', 'me.yaml', '--yes'],
      ['profile', 'set', 'java=4', 'target=backend-developer', '-p', 'me.yaml'],
      ['done', 'java', 'kafka', '-p', 'me.yaml'],
      ['convert', 'esco', join(home, 'test', 'fixtures', 'esco'), '--out', 'esco'],
    ];
    for (const argv of lines) {
      const { code, stdout } = await runCli([...argv, '-f', 'json'], { cwd });
      const answer = JSON.parse(stdout) as { results: unknown[] };
      expect([argv[0], code, answer.results.length > 0]).toEqual([argv[0], 0, true]);
      const validate = answerValidator(schemaNameOf(argv[0] ?? ''));
      expect(validate(answer), `${argv.join(' ')}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });
});

test('answers to questions', async () => {
  await inFolder({ 'me.yaml': 'skills:\n  java: 3\n' }, async (cwd) => {
    const pty = openPty(['assess', '-p', 'me.yaml', '-f', 'json', '-o', 'fits.json'], { cwd });
    await pty.see(/Which role/);
    pty.send('\u0004');
    expect(await pty.exit).toBe(0);
    const validate = answerValidator('assess');
    expect(validate(JSON.parse(readFileSync(join(cwd, 'fits.json'), 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  });
});

test('every command that prints JSON has a schema, and some command line above', async () => {
  const commands = (await loadCommands()).filter(({ formats }) => formats.includes('json')).map(({ name }) => name);
  const tried = new Set(commandLines.map(([argv]) => argv[0]));
  for (const name of commands) {
    expect(Object.keys(publishedAnswers)).toContain(schemaNameOf(name));
    expect(tried).toContain(name);
  }
});

/** The keys that lead to each object below a value, itself among them. */
function objectsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

function objectAt(value: object, path: readonly (string | number)[]): Record<string, unknown> {
  return path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, value as Record<string, unknown>);
}

describe('a schema knows all that there is', () => {
  const answers: readonly (readonly [argv: readonly string[], stdin?: string])[] = [
    [['match', 'senior-backend-developer', '--min-fit', '10', ...java]],
    [['fit', 'guitarist', '--explain', ...ada]],
    [['gaps', 'guitarist', ...ada]],
    [['plan', 'guitarist', ...ada]],
    [['route', 'bassist', ...ada]],
    [['what-if', '--set', 'timing=3', ...ada]],
    [['what-if', ...ada]],
    [['compare', '-', ...small, '--min-fit', '10'], people],
    [['compare', '-', ...small, '--summary'], people],
    [['show', 'java']],
    [['roles', ...small]],
    [['posting', '-', '--fit', '--skills', 'java=3'], advert],
    [['scan', 'test/fixtures']],
    [['validate', '-'], 'id: x\ntitle: X\nrequirments: []\n'],
    [['rules', 'label-collision']],
    [['gaps', 'nothing', ...java]],
  ];
  test.each(answers.map(([argv, stdin]) => ({ line: argv.join(' '), argv, stdin })))(
    '$line: a key more, anywhere, is refused; so is an answer without one of its keys',
    async ({ argv, stdin }) => {
      const { stdout } = await runCli([...argv, '-f', 'json'], stdin === undefined ? {} : { stdin });
      const validate = answerValidator(schemaNameOf(argv[0] ?? ''));
      const paths = objectsIn(JSON.parse(stdout));
      fc.assert(
        fc.property(fc.constantFrom(...paths), fc.string({ minLength: 1 }), (path, suffix) => {
          const answer = JSON.parse(stdout) as object;
          objectAt(answer, path)[`unknown ${suffix}`] = {};
          return !validate(answer);
        }),
      );
      // A route may be about nobody.
      const free = ['minFit', ...(argv[0] === 'route' ? ['profile'] : [])];
      for (const key of Object.keys(JSON.parse(stdout) as object).filter((one) => !free.includes(one))) {
        const { [key]: _, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
        expect(validate(rest), `without ${key}`).toBe(false);
      }
    },
  );
});

test('schema: each name is listed, printed, and says which draft it is and what it is called', async () => {
  expect([...schemaNames].sort()).toEqual([...Object.keys(publishedSchemas), ...Object.keys(publishedAnswers)].sort());
  const listed = await runCli(['schema']);
  for (const name of schemaNames) expect(listed.stdout).toMatch(new RegExp(`^ *${name}  `, 'm'));
  for (const name of Object.keys(publishedAnswers)) {
    const { code, stdout } = await runCli(['schema', name]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:careerpath:answer:${name}:2`,
      title: expect.stringContaining('careerpath'),
    });
  }
  expect(readdirSync(join(home, 'data', 'schema', 'answers'))).toHaveLength(Object.keys(publishedAnswers).length);
});

test('schema: an unknown name is wrong usage; the message lists all, or has the nearest', async () => {
  const far = await runCli(['schema', 'xyzzy']);
  expect(far.code).toBe(2);
  for (const name of schemaNames) expect(far.stderr).toContain(name);
  const near = await runCli(['schema', 'matchh']);
  expect([near.code, near.stderr]).toEqual([2, expect.stringContaining('did you mean "match"?')]);
  // What every object inherits is no schema.
  expect((await runCli(['schema', 'constructor'])).code).toBe(2);
});

test('a failure names the command that was typed first, whatever its arguments are called', async () => {
  const { stdout } = await runCli(['show', 'plan', '-f', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ command: 'show', results: [] });
});

test('schema: completion knows the names', async () => {
  const { stdout } = await runCli(['completion', 'bash', '--', 'schema', 'compare']);
  expect(stdout.trim().split('\n')).toEqual(['compare-line', 'compare-summary']);
});

test('no program file holds the declarations: commands take types from them, and schema reads files', () => {
  const title = 'A requirement and how far it is met';
  expect(readFileSync(join(home, 'data', 'schema', 'answers', 'fit.schema.json'), 'utf8')).toContain(title);
  const programs = readdirSync(join(home, 'dist')).filter((name) => name.endsWith('.cjs'));
  expect(programs).toContain('careerpath.cjs');
  for (const name of programs) expect(readFileSync(join(home, 'dist', name), 'latin1').includes(title), name).toBe(false);
});
