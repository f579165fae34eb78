import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { home, runCli } from '../support/run-cli.ts';

const fixtures = join(home, 'test', 'fixtures');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'careerpath-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Converted {
  readonly attribution: string;
  readonly settled: readonly { readonly what: string; readonly count: number }[];
}

/** A requirement as `show` prints it: of one skill, or a group with an id. */
interface Written {
  readonly skill?: string;
  readonly id?: string;
  readonly importance: unknown;
}

const asks = (one: Written): string | undefined => one.skill ?? one.id;

const convert = (standard: string, from: string, out = 'pack', isTTY = false) =>
  runCli(['convert', standard, from, '--out', out, '-f', 'json'], { cwd: folder, isTTY });
const show = async (id: string): Promise<Record<string, unknown>> => {
  const { stdout, stderr } = await runCli(['show', id, '--pack', 'pack', '-f', 'json'], { cwd: folder });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { results: Record<string, unknown>[] }).results[0] ?? {};
};
const filesBelow = (path: string): Map<string, string> =>
  new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );

describe('ESCO', () => {
  test('becomes a pack that loads, with what was adjusted said', async () => {
    const { code, stdout } = await convert('esco', join(fixtures, 'esco'));
    expect(code).toBe(0);
    const [result] = (JSON.parse(stdout) as { results: [Converted] }).results;
    expect(result).toMatchObject({ standard: 'esco', skills: 7, roles: 3, requirements: 8 });
    expect(result.attribution).toBe('This service uses the ESCO classification of the European Commission.');
    const settled = new Map(result.settled.map((one) => [one.what, one.count]));
    expect(Object.fromEntries(settled)).toEqual({
      'relations that are listed twice: one kept, essential before optional': 1,
      'relations to a skill that is not listed: left out': 1,
      'occupations without an essential skill: kept with their optional ones': 1,
      'occupations that ask for no skill: left out': 1,
      'relations to an occupation that is not listed: left out': 2,
      "alternative labels of skills that are another one's name: left out": 1,
      'alternative labels that several skills share: kept by the one that is asked for most': 1,
      "alternative labels of occupations that are another one's name: left out": 1,
      'alternative labels that several occupations share: kept by the one that is asked for most': 1,
    });
    // o1 asks for s1, s2 and s4 (4 points each) and s3 (1): two of the essentials are 8 of 13 points at least.
    const fit = await runCli(['fit', 'baker', '--pack', 'pack', '--skills', 'bread science,bake bread', '-f', 'json'], {
      cwd: folder,
    });
    expect(fit.code).toBe(0);
    const [baker] = (JSON.parse(fit.stdout) as { results: { exactScore: number; essentials: unknown }[] }).results;
    expect(baker?.essentials).toEqual({ met: 2, total: 3 });
    expect(baker?.exactScore).toBeGreaterThanOrEqual((100 * 8) / 13);
    expect(baker?.exactScore).toBeLessThan(100);
  });

  test('keeps codes and URIs, and looks up the URI but not the code of a whole group', async () => {
    await convert('esco', join(fixtures, 'esco'));
    expect(await show('http://example.org/occupation/o2')).toMatchObject({
      id: 'pastry-maker',
      identifiers: { esco: 'http://example.org/occupation/o2', 'esco-code': '7512.2', isco: '7512' },
    });
    expect((await runCli(['show', '7512', '--pack', 'pack'], { cwd: folder })).code).toBe(2);
    expect(await show('7512.1')).toMatchObject({ id: 'baker' });
  });

  test('tells names apart that read the same, and spells signs out in ids', async () => {
    await convert('esco', join(fixtures, 'esco'));
    expect(await show('http://example.org/skill/s2')).toMatchObject({ id: 'knead-dough', name: 'knead dough' });
    expect(await show('http://example.org/skill/s7')).toMatchObject({ id: 'knead-dough-2', name: 'knead-dough!' });
    expect(await show('C# for ovens')).toMatchObject({ id: 'c-sharp-for-ovens' });
    // Both knead and shape "work dough"; two occupations ask for each, so the first key keeps it.
    expect(await show('work dough')).toMatchObject({ id: 'knead-dough' });
  });

  test('gives the same bytes again, in files of at most 1 MiB', async () => {
    await convert('esco', join(fixtures, 'esco'), 'pack');
    await convert('esco', join(fixtures, 'esco'), 'again');
    expect(filesBelow(join(folder, 'again'))).toEqual(filesBelow(join(folder, 'pack')));
    expect([...filesBelow(join(folder, 'pack')).keys()].sort()).toEqual(
      ['pack.yaml', 'b.yaml', 'c.yaml', 'g.yaml', 'k.yaml', 's.yaml', 'isco-52.yaml', 'isco-75.yaml'].sort(),
    );
  });

  test('shows its attribution', async () => {
    await convert('esco', join(fixtures, 'esco'));
    const { stdout } = await runCli(['show', 'baker', '--pack', 'pack'], { cwd: folder });
    expect(stdout.replace(/\s+/g, ' ')).toContain('This service uses the ESCO classification of the European Commission.');
  });
});

describe('O*NET', () => {
  test('becomes a pack: importances, levels, technology, grades', async () => {
    const { code, stdout } = await convert('onet', join(fixtures, 'onet'));
    expect(code).toBe(0);
    const [result] = (JSON.parse(stdout) as { results: Record<string, unknown>[] }).results;
    expect(result).toMatchObject({ skills: 6, roles: 2 });
    const baker = await show('51-3011.00');
    expect(baker).toMatchObject({ id: 'bakers', seniority: 'entry' });
    const asked = (baker['requirements'] as Written[]).map((one) => [asks(one), one.importance]);
    // Mathematics is a skill and a knowledge; active listening (1.88) is not even somewhat important.
    expect(asked).toEqual([
      ['programming', 4.12],
      ['mathematics', 3.25],
      ['mathematics-knowledge', 4.5],
      ['oven-software', 'important'],
    ]);
    // Mathematics is not relevant for oven keepers; their level of listening is suppressed.
    const keeper = await show('oven-keepers');
    expect((keeper['requirements'] as Written[]).map(asks)).toEqual(['programming', 'ovenpro-x']);
    expect(keeper['seniority']).toBe('senior');
  });
});

test.each(['esco', 'onet'])('validate finds nothing to say about the pack of %s but what it sets itself', async (standard) => {
  await convert(standard, join(fixtures, standard));
  const { code, stdout } = await runCli(['validate', 'pack', '-f', 'json'], { cwd: folder });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; file: string }[] };
  expect([code, new Set(diagnostics.map((one) => `${one.file} ${one.code}`))]).toEqual([
    0,
    new Set(['pack/pack.yaml severity-loosened']),
  ]);
});

describe('what goes wrong', () => {
  test('a missing file, a missing column and a torn row are named, and leave nothing behind', async () => {
    const broken = join(folder, 'esco');
    cpSync(join(fixtures, 'esco'), broken, { recursive: true });
    const file = join(broken, 'occupationSkillRelations.csv');
    const whole = readFileSync(file, 'utf8');
    const cases: [string | undefined, RegExp][] = [
      [undefined, /occupationSkillRelations\.csv.*this file of the download does not exist/s],
      [whole.replace('relationType', 'kind'), /the header line has no "relationType"/],
      [whole.slice(0, -60), /occupationSkillRelations\.csv:13.*the row has \d columns, the header 4/s],
    ];
    for (const [text, message] of cases) {
      rmSync(file, { force: true });
      if (text !== undefined) writeFileSync(file, text);
      const { code, stderr } = await runCli(['convert', 'esco', 'esco', '--out', 'pack'], { cwd: folder });
      expect([code, stderr]).toEqual([3, expect.stringMatching(message)]);
      expect(readdirSync(folder)).toEqual(['esco']);
    }
  });

  test('wrong usage exits 2 and touches nothing', async () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'mine.txt'), 'mine');
    expect((await convert('isco', join(fixtures, 'esco'))).code).toBe(2);
    expect((await runCli(['convert', 'esco', 'x'], { cwd: folder })).code).toBe(2);
    expect((await convert('esco', join(fixtures, 'esco'), 'full')).code).toBe(2);
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
    expect(existsSync(join(folder, 'pack'))).toBe(false);
  });

  test('progress is for terminals only', async () => {
    expect((await convert('esco', join(fixtures, 'esco'), 'a')).stderr).toBe('');
    const shown = (await convert('esco', join(fixtures, 'esco'), 'b', true)).stderr;
    expect(shown).toContain('reading skills_en.csv');
    expect(shown.endsWith('\r\u001b[K')).toBe(true);
  });
});
