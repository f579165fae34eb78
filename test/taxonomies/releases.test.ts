import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { home, runCli } from '../support/run-cli.ts';

const fixture = (name: string): string => join(home, 'test', 'fixtures', name);

interface Converted {
  readonly version: string;
  readonly attribution: string;
  readonly skills: number;
  readonly roles: number;
  readonly requirements: number;
}

interface Answer {
  readonly results: readonly Converted[];
  readonly diagnostics: readonly { readonly code: string; readonly fix: string }[];
}

/** Converts a download that lies in a folder of the given name, and returns what the command said. */
async function convert(
  standard: string,
  from: string,
  {
    name = 'download',
    options = [],
    without = [],
  }: { name?: string; options?: readonly string[]; without?: readonly string[] } = {},
): Promise<{ cwd: string; code: number; stderr: string; answer: Answer }> {
  const cwd = makeFolder();
  cpSync(fixture(from), join(cwd, name), { recursive: true });
  for (const file of without) rmSync(join(cwd, name, file));
  const { code, stdout, stderr } = await runCli(['convert', standard, name, '--out', 'pack', '-f', 'json', ...options], { cwd });
  return { cwd, code, stderr, answer: JSON.parse(stdout) as Answer };
}

async function show(cwd: string, id: string): Promise<Record<string, unknown>> {
  const { stdout } = await runCli(['show', id, '--pack', 'pack', '-f', 'json'], { cwd });
  return (JSON.parse(stdout) as { results: Record<string, unknown>[] }).results[0] ?? {};
}

describe('O*NET', () => {
  test('release 31 under its new file names gives what 29 gives of the same rows, with titles and moves beside it', async () => {
    const [new31, old29] = [await convert('onet', 'onet-31'), await convert('onet', 'onet', { options: ['--release', '29.2'] })];
    expect([new31.code, old29.code]).toEqual([0, 0]);
    const counts = ({ skills, roles, requirements }: Converted): object => ({ skills, roles, requirements });
    expect(new31.answer.results.map(counts)).toEqual(old29.answer.results.map(counts));
    const [baker, before] = [await show(new31.cwd, 'bakers'), await show(old29.cwd, 'bakers')];
    expect(baker['requirements']).toEqual(before['requirements']);
    expect(baker['altTitles']).toEqual(['Bread Maker']);
    // Bakers are related to themselves and to an occupation that asks for nothing: neither is a move.
    expect(baker['leadsTo']).toEqual([expect.objectContaining({ role: 'oven-keepers' })]);
    expect((await show(new31.cwd, 'oven-keepers'))['leadsTo']).toEqual([expect.objectContaining({ role: 'bakers' })]);
    expect(before['leadsTo']).toEqual([]);
    const { code, stdout } = await runCli(['validate', 'pack', '--no-pack-severity', '-f', 'json'], { cwd: new31.cwd });
    const found = (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map((one) => one.code);
    expect([code, found.filter((one) => /leads|unknown|cycle/.test(one))]).toEqual([0, []]);
  });

  test('the release is that of the note to its readers, of the folder, or of --release; it is never assumed', async () => {
    const told = (await convert('onet', 'onet-31', { name: 'db_30_1_text' })).answer;
    expect(told.results[0]).toMatchObject({ version: '31.0', attribution: expect.stringContaining('O*NET 31.0 Database') });
    const asked = (await convert('onet', 'onet-31', { options: ['--release', '31.1'] })).answer;
    expect(asked.results[0]).toMatchObject({ version: '31.1', attribution: expect.stringContaining('O*NET 31.1 Database') });
    const named = (await convert('onet', 'onet', { name: 'db_30_1_text' })).answer;
    expect(named.results[0]).toMatchObject({ version: '30.1', attribution: expect.stringContaining('O*NET 30.1 Database') });
    const unknown = (await convert('onet', 'onet')).answer;
    expect(unknown.results[0]).toMatchObject({ version: 'unknown', attribution: expect.stringContaining('the O*NET Database') });
    expect(unknown.diagnostics).toEqual([
      expect.objectContaining({ code: 'release-unknown', fix: expect.stringContaining('--release') }),
    ]);
    expect(told.diagnostics).toEqual([]);
  });

  test.each([
    [['Transferable Skills.txt'], 'Transferable Skills.txt', 'carry over to others', 'Skills.txt'],
    [['Software Skills.txt'], 'Software Skills.txt', 'the software that each occupation uses', 'Technology Skills.txt'],
    [['Essential Skills.txt', 'Transferable Skills.txt'], 'Essential Skills.txt', 'importance and level', 'Skills.txt'],
  ])('without %j it says what is missing, what for, and its other name', async (without, name, what, other) => {
    const { code, stderr } = await convert('onet', 'onet-31', { without });
    expect(code).toBe(3);
    for (const part of [`download/${name}`, what, `other releases call it ${other}`]) expect(stderr).toContain(part);
  });

  test('of a release before 31 the old names are missed', async () => {
    const { stderr } = await convert('onet', 'onet', { without: ['Skills.txt'] });
    expect(stderr).toContain('download/Skills.txt');
    expect(stderr).toContain('other releases call it Essential Skills.txt');
  });
});

describe('ESCO', () => {
  test('release 1.2 under its new file names gives the very entries that 1.1 gives', async () => {
    const [new12, old11] = [await convert('esco', 'esco-1.2'), await convert('esco', 'esco')];
    const rooms = ['skills/b.yaml', 'roles/isco-75.yaml', 'roles/isco-52.yaml'];
    for (const file of rooms)
      expect(readFileSync(join(new12.cwd, 'pack', file), 'utf8')).toBe(readFileSync(join(old11.cwd, 'pack', file), 'utf8'));
  });

  test('--language reads the labels of another language; ids are of its names', async () => {
    const { cwd, code } = await convert('esco', 'esco-1.2', { options: ['--language', 'de'] });
    expect(code).toBe(0);
    expect(await show(cwd, 'Bäcker')).toMatchObject({ title: 'Bäcker', identifiers: { 'esco-code': '7512.1' } });
    expect(await show(cwd, 'Teig kneten')).toMatchObject({ id: 'teig-kneten' });
  });

  test('a download in another language is recognised, and the option named', async () => {
    const english = ['skills', 'occupations', 'occupationSkillRelations', 'broaderRelationsSkillPillar'].map(
      (file) => `${file}_en.csv`,
    );
    const { code, stderr } = await convert('esco', 'esco-1.2', { without: english });
    expect(code).toBe(3);
    expect(stderr).toContain('--language de');
    expect((await convert('esco', 'esco-1.2', { options: ['--language', 'DE!'] })).code).toBe(2);
    expect((await convert('onet', 'onet', { options: ['--language', 'de'] })).code).toBe(2);
  });

  test.each([
    ['ESCO dataset - v1.2.0 - classification - en - csv', '1.2.0'],
    ['esco-1.1.1', '1.1.1'],
    ['esco-v1.2', '1.2'],
    ['downloads-2026.11', 'unknown'],
  ])('a folder called %j is release %s', async (name, version) => {
    expect((await convert('esco', 'esco', { name })).answer.results[0]?.version).toBe(version);
  });
});

test('a file that has the name of a folder is no download', async () => {
  const cwd = makeFolder({ file: '', 'd/skills_en.csv': '' });
  expect((await runCli(['convert', 'esco', 'file', '--out', 'pack'], { cwd })).code).toBe(3);
  expect((await runCli(['convert', 'esco', 'd', '--out', 'pack'], { cwd })).stderr).toContain('occupationSkillRelations_en.csv');
});
