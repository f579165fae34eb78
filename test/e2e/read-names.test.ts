import { expect, test } from 'vitest';
import { importFile, resultOf } from '../support/import-file.ts';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

const written = ['Java 8/11', 'Docker & Kubernetes', 'C# (Klingon)', 'SQL (basic)'];
const named = { csharp: 3, docker: 3, java: 3, kubernetes: 3, sql: 3 };

interface Profile {
  readonly skills: readonly { readonly id: string; readonly level: number; readonly readFrom: readonly string[] }[];
  readonly unrecognised: readonly { readonly input: string; readonly readFrom?: string }[];
}

async function profileOf(argv: readonly string[], cwd = process.cwd()): Promise<{ profile: Profile; notes: string }> {
  const run = (format: string): ReturnType<typeof runCli> => runCli(['fit', 'backend-developer', ...argv, '-f', format], { cwd });
  const { profile } = JSON.parse((await run('json')).stdout) as { profile: Profile };
  const { stdout, stderr } = await run('table');
  return { profile, notes: stdout + stderr };
}

const levelsOf = (skills: readonly { readonly id: string; readonly level: number }[]): Record<string, number> =>
  Object.fromEntries(skills.map(({ id, level }) => [id, level]));

test('a profile, --skills, sheets, NDJSON and an import read the same names as the same skills', async () => {
  const folder = makeFolder({
    'ada.yaml': `skills:\n${written.map((name) => `  "${name}": 3\n`).join('')}`,
    'long.csv': `person,skill,level\n${written.map((name) => `Ada,"${name}",3\n`).join('')}`,
    'wide.csv': `person,${written.join(',')}\nAda,3,3,3,3\n`,
    'people.ndjson': `${JSON.stringify({ person: 'Ada', skills: Object.fromEntries(written.map((name) => [name, 3])) })}\n`,
    'plain.ndjson': `${JSON.stringify({ person: 'Ada', skills: { ...named, Klingon: 3 } })}\n`,
  });
  const bySkills = await profileOf(['--skills', written.map((name) => `${name}=3`).join(',')]);
  const byFile = await profileOf(['-p', 'ada.yaml'], folder);
  for (const { profile } of [bySkills, byFile]) {
    expect(levelsOf(profile.skills)).toEqual(named);
    expect(profile.skills.find(({ id }) => id === 'kubernetes')?.readFrom).toEqual(['Docker & Kubernetes']);
    expect(profile.unrecognised).toMatchObject([{ input: 'Klingon', readFrom: 'C# (Klingon)' }]);
  }
  expect(bySkills.notes.match(/"Java 8\/11" as Java; "Docker & Kubernetes" as Docker and Kubernetes;/g)).toHaveLength(1);

  const lines = async (file: string): Promise<string> =>
    (await runCli(['compare', file, '-f', 'ndjson'], { cwd: folder })).stdout;
  const expected = await lines('plain.ndjson');
  expect(expected).toContain('"unrecognised":["Klingon"]');
  for (const file of ['long.csv', 'wide.csv', 'people.ndjson', 'ada.yaml'])
    expect((await lines(file)).replaceAll('ada.yaml', 'Ada')).toBe(expected);

  const table = `skill,level\n${written.map((name) => `"${name}",3\n`).join('')}`;
  const imported = resultOf(await importFile('skills.csv', table));
  expect(levelsOf(imported.skills)).toEqual(named);
  expect(imported.unrecognised.map(({ input }) => input)).toEqual(['Klingon']);
});

test('a level in a name counts where none stands beside it', async () => {
  const { profile, notes } = await profileOf(['--skills', 'SQL (basic),Advanced Java=2,Python 3']);
  expect(levelsOf(profile.skills)).toEqual({ java: 2, python: 3, sql: 1 });
  expect(notes).toContain('no level given for "Python 3"; 3 was assumed');
});

test('a skill that is declared under two names counts once, at the higher level; within one name nothing is pointed out', async () => {
  const { profile, notes } = await profileOf(['--skills', 'Java 8=2,Java=4,Docker/Docker 20=3']);
  expect(levelsOf(profile.skills)).toEqual({ docker: 3, java: 4 });
  expect(profile.skills.find(({ id }) => id === 'java')?.readFrom).toEqual(['Java 8', 'Java']);
  expect(notes).toContain('"Java 8", "Java" are one skill, Java; the higher level, 4, counts');
  expect(notes).not.toContain('are one skill, Docker');
});
