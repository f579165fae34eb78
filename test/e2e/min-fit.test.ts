import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFolder } from '../support/in-folder.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

// A joiner saws and measures, both essential and of equal weight: who only saws has 50 points. Whoever saws usually measures.
// A mason lays bricks, and nothing else.
const files = {
  'pack.yaml': 'name: trade\nversion: 1.0.0\nbase: none\nlicence: MIT\nattribution: us\n',
  'skills/trade.yaml':
    '- id: sawing\n  name: Sawing\n  kind: tool\n  effort: small\n  usually: [{ skill: measuring }]\n' +
    '- id: measuring\n  name: Measuring\n  kind: tool\n  effort: small\n' +
    '- id: bricklaying\n  name: Bricklaying\n  kind: tool\n  effort: small\n',
  'roles/joiner.yaml':
    'id: joiner\ntitle: Joiner\nrequirements:\n' +
    '  - { skill: sawing, level: 2, importance: essential }\n  - { skill: measuring, level: 2, importance: essential }\n',
  'roles/mason.yaml': 'id: mason\ntitle: Mason\nrequirements:\n  - { skill: bricklaying, level: 2, importance: essential }\n',
};

type Person = {
  readonly person: string;
  readonly skills: Readonly<Record<string, number>>;
  readonly targets?: readonly string[];
};
const saws: Person = { person: 'Ada', skills: { sawing: 3 } };
const both: Person = { person: 'Bob', skills: { sawing: 2, measuring: 2 } };
const aimsElsewhere: Person = { ...both, person: 'Cyd', targets: ['mason'] };

interface Answer {
  readonly results: readonly { readonly person: string; readonly role: string; readonly exactScore: number }[];
  readonly minFit?: object;
  readonly diagnostics: readonly { readonly code: string }[];
}

async function comparePeople(people: readonly Person[], argv: readonly string[]): Promise<CliResult> {
  const stdin = people.map((one) => `${JSON.stringify(one)}\n`).join('');
  return inFolder(files, (cwd) => runCli(['compare', '-', '--pack', '.', ...argv], { cwd, stdin }));
}

async function answerOf(people: readonly Person[], argv: readonly string[]): Promise<Answer & { readonly code: number }> {
  const { code, stdout } = await comparePeople(people, [...argv, '-f', 'json']);
  return { code, ...(JSON.parse(stdout) as Answer) };
}

test('compare: whoever is below in a named role makes the exit code 1, and every row is there all the same', async () => {
  const below = await answerOf([saws, both], ['--roles', 'joiner', '--min-fit', '60']);
  expect(below.code).toBe(1);
  expect(below.minFit).toEqual({ points: 60, by: 'proven', met: false, below: 1, people: 2 });
  expect(below.results.map((one) => [one.person, one.exactScore])).toEqual([
    ['Ada', 50],
    ['Bob', 100],
  ]);
  const exactly = await answerOf([saws, both], ['--roles', 'joiner', '--min-fit', '50']);
  expect([exactly.code, exactly.minFit]).toEqual([0, { points: 50, by: 'proven', met: true, below: 0, people: 2 }]);
});

test('compare: --by likely counts the estimate', async () => {
  const likely = await answerOf([saws, both], ['--roles', 'joiner', '--min-fit', '60', '--by', 'likely']);
  expect([likely.code, likely.minFit]).toEqual([0, { points: 60, by: 'likely', met: true, below: 0, people: 2 }]);
});

test('compare: every named role counts, else the targets, else the best role', async () => {
  const judged = async (people: readonly Person[], ...argv: string[]): Promise<number> =>
    (await answerOf(people, [...argv, '--min-fit', '60'])).code;
  expect(await judged([both])).toBe(0);
  expect(await judged([aimsElsewhere])).toBe(1);
  expect(await judged([aimsElsewhere], '--roles', 'joiner')).toBe(0);
  expect(await judged([both], '--roles', 'joiner,mason')).toBe(1);
  // Of two named roles only the better one is listed.
  expect(await judged([both], '--roles', 'joiner,mason', '--top', '1')).toBe(0);
});

test.each([
  ['-f', 'ndjson'],
  ['-f', 'csv'],
  ['-f', 'table'],
  ['-f', 'markdown'],
  ['--cohort', '-f', 'csv'],
  ['--summary', '-f', 'table'],
])('compare %s %s: one line says how many are below', async (...argv) => {
  const asked = [...argv, '--roles', 'joiner'];
  const { code, stderr } = await comparePeople([saws, both], [...asked, '--min-fit', '60']);
  expect(code).toBe(1);
  expect(stderr).toContain('--min-fit 60: 1 of 2 people is below it by what is proven');
  const plain = await comparePeople([saws, both], asked);
  expect(plain.code).toBe(0);
  expect(plain.stderr).not.toContain('--min-fit');
});

test('compare: without the option JSON has no such key, and --by alone is wrong usage', async () => {
  expect(await answerOf([saws], ['--roles', 'joiner'])).not.toHaveProperty('minFit');
  expect((await comparePeople([saws], ['--by', 'likely'])).code).toBe(2);
  expect((await runCli(['fit', '--skills', 'java=3', '--by', 'likely'])).code).toBe(2);
});

test('compare counts as below those whom fit by itself says are below', async () => {
  const levels = fc.dictionary(fc.constantFrom('sawing', 'measuring', 'bricklaying'), fc.integer({ min: 0, max: 5 }), {
    noNullPrototype: true,
  });
  const people = fc.array(levels, { minLength: 1, maxLength: 4 });
  const by = fc.constantFrom('proven', 'likely');
  await inFolder(files, (cwd) =>
    fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 0, max: 100 }), by, async (all, mark, number) => {
        const asked = ['--pack', '.', '--min-fit', String(mark), '--by', number];
        let below = 0;
        for (const skills of all) {
          const stdin = JSON.stringify({ skills });
          below += (await runCli(['fit', '-p', '-', ...asked, '-f', 'json'], { cwd, stdin })).code;
        }
        const stdin = all.map((skills, i) => `${JSON.stringify({ person: `p${i}`, skills })}\n`).join('');
        const { code, stderr } = await runCli(['compare', '-', ...asked], { cwd, stdin });
        expect(code).toBe(below > 0 ? 1 : 0);
        expect(stderr).toMatch(new RegExp(`--min-fit ${mark}: ${below} of ${all.length} `));
      }),
      { numRuns: 30 },
    ),
  );
});

test.each(['fit', 'match'])('%s: who is below is said, not only by the exit code', async (command) => {
  await inFolder(files, async (cwd) => {
    const asked = [command, 'joiner', '--pack', '.', '--skills', 'sawing=3', '--min-fit'];
    const below = await runCli([...asked, '60'], { cwd });
    expect(below.code).toBe(1);
    expect(below.stdout).toContain('--min-fit 60: Joiner is below it by what is proven');
    const reached = await runCli([...asked, '50'], { cwd });
    expect(reached.code).toBe(0);
    expect(reached.stdout).not.toContain('--min-fit');
  });
});

test('help says that --min-fit counts what is proven', async () => {
  for (const command of ['fit', 'match', 'compare']) {
    const { stdout } = await runCli([command, '--help', '--width', '200']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/--min-fit <points> exit 1 when what is proven of/);
  }
});
