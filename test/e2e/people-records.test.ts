import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { mostSheetRows, writeSheet } from '../../src/documents/write-sheet.ts';
import { makeFolder } from '../support/make-folder.ts';
import { compareFiles, comparePeople } from '../support/people-file.ts';
import { runCli } from '../support/run-cli.ts';

const lines = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

test.each<[string, string, string, readonly string[], string]>([
  [
    'what says nothing, and what says something',
    'p.ndjson',
    lines(
      { person: 'Ada', skills: { java: null, sql: null } },
      { person: 'Bo', skills: { java: '' } },
      { person: 'Cy', skills: { java: '3' } },
      { person: 'Di', skills: { java: true } },
      { person: 'Ed', skills: { java: '3.0', sql: 2.5 } },
      { person: 'Fi', skills: 'java=4,sql=3' },
      { person: 'Gi', skills: { java: { level: 4 } } },
      { person: 'Hi', skills: [{ Skill: 'java', Rating: '4/5' }] },
    ),
    ['Ada', 'Bo', 'Cy java=3', 'Di java=3', 'Ed java=3 sql=2', 'Fi java=4 sql=3', 'Gi java=4', 'Hi java=4'],
    '8 people; 1 level assumed 3; 1 level rounded down (2.5); 2 people with no level said',
  ],
  [
    'one key a skill',
    'p.ndjson',
    lines({ person: 'Ada', java: 4, sql: null }, { person: 'Bo', java: 2 }),
    ['Ada java=4', 'Bo java=2'],
    '2 people',
  ],
  [
    'keys in capitals',
    'p.ndjson',
    lines({ Person: 'Ada', Skills: { java: 4 } }, { Name: 'Bo', Skills: { java: 4 } }),
    ['Ada java=4', 'Bo java=4'],
    '2 people',
  ],
  [
    'one record a skill',
    'p.ndjson',
    lines(
      { employee: 'Ada', skill: 'java', level: 4 },
      { employee: 'Bo', skill: 'sql', level: 2 },
      { employee: 'Ada', skill: 'sql', level: 3 },
    ),
    ['Ada java=4 sql=3', 'Bo sql=2'],
    '3 rows, 2 people',
  ],
  ['a list on one line', 'p.ndjson', JSON.stringify([{ person: 'Ada', skills: { java: 4 } }]), ['Ada java=4'], '1 person'],
  [
    'one profile over several lines',
    'p.ndjson',
    JSON.stringify({ person: 'Ada', skills: { java: 4 } }, null, 2),
    ['Ada java=4'],
    '1 person',
  ],
  [
    'a list under a key',
    'p.json',
    JSON.stringify({ people: [{ person: 'Ada', skills: { java: 4 } }] }),
    ['Ada java=4'],
    '1 person',
  ],
  [
    'a list under a key, as lines',
    'p.ndjson',
    JSON.stringify({ People: [{ person: 'Ada', skills: { java: 4 } }] }),
    ['Ada java=4'],
    '1 person',
  ],
  [
    'an id past 2^53',
    'p.ndjson',
    '{"id":90071992547409931,"skills":{"java":4,"x":"12345678901234567890"}}\n'.replace(',"x":"12345678901234567890"', ''),
    ['90071992547409931 java=4'],
    '1 person',
  ],
  [
    'an id past 2^53, in YAML',
    'p.yaml',
    'id: 90071992547409931\nskills: { java: 4 }\n',
    ['90071992547409931 java=4'],
    '1 person',
  ],
  ['an id beside a name', 'p.ndjson', lines({ name: 'Ada', id: 'e-7', skills: { java: 4 } }), ['e-7 java=4'], '1 person'],
  [
    'a key given twice',
    'p.ndjson',
    '{"person":"Ada","skills":{"java":4,"java":1}}\n{"person":"Bo","skills":{"Java":4,"java":1}}\n',
    ['Ada java=1', 'Bo java=4'],
    '2 people; 1 skill given twice by one person (java), the higher level counts; 1 key given twice in one record (java), the last one counts',
  ],
  [
    'a person given twice',
    'p.ndjson',
    lines({ person: 'Ada', skills: { java: 4 } }, { person: 'Ada', skills: { java: 1 } }),
    ['Ada java=4', 'Ada java=1'],
    '2 people; 1 row of people met before (Ada), each answered by itself',
  ],
  [
    'two documents of YAML',
    'p.yaml',
    'name: Ada\nskills: { java: 4 }\n---\nname: Bo\nskills: { sql: 2 }\n',
    ['Ada java=4', 'Bo sql=2'],
    '2 people',
  ],
  [
    'a list of YAML',
    'p.yaml',
    '- { person: Ada, skills: { java: 4 } }\n- { person: Bo, skills: { java: 2 } }\n',
    ['Ada java=4', 'Bo java=2'],
    '2 people',
  ],
  ['keys of YAML in capitals', 'p.yaml', 'Name: Ada\nSkills: { java: 4 }\n', ['Ada java=4'], '1 person'],
  [
    'a JSON Resume',
    'p.json',
    JSON.stringify({ basics: { name: 'Ada' }, skills: [{ name: 'Java', level: 'Master' }] }),
    ['Ada java=5'],
    '1 person',
  ],
  [
    'several ratings: the own newest counts',
    'p.json',
    JSON.stringify({
      person: 'Ada',
      skills: {
        java: {
          ratings: [
            { level: 2, on: '2026-03-01', assessedBy: 'self' },
            { level: 3, on: '2026-04-01', assessedBy: 'self' },
            { level: 5, on: '2026-05-01', assessedBy: 'manager' },
          ],
        },
      },
    }),
    ['Ada java=3'],
    '1 person',
  ],
])('records: %s', async (_, name, content, people, account) => {
  const read = await comparePeople(name, content);
  expect({ ...read, data: {} }).toEqual({ code: 0, people, errors: [], account, data: {} });
});

test('one wrong level of a record does not lose the others', async () => {
  const { code, people, errors } = await comparePeople('p.ndjson', lines({ person: 'Ada', skills: { java: 'purple', sql: 2 } }));
  expect({ code, people }).toEqual({ code: 1, people: ['Ada sql=2'] });
  expect(errors).toEqual([expect.stringContaining('p.ndjson:1:1: error: "purple" is not a level (for java)')]);
});

test.each(['empty.csv', 'empty.ndjson', 'empty.yaml', 'empty.json', 'head.csv'])('%s: nobody, and that is told', async (name) => {
  const { code, people, errors, data } = await comparePeople(name, name === 'head.csv' ? 'person,skill,level\n' : '');
  expect({ code, people }).toEqual({ code: 0, people: [] });
  expect(errors).toEqual([`${name}: warning: holds no person`]);
  expect(data).toMatchObject({ people: 0, filesWithoutPeople: [name] });
});

test('a folder: endings in any case, folders in it, CVs; what is not read is told', async () => {
  const read = await compareFiles(
    {
      'team/U.YAML': 'name: U\nskills: { java: 3 }\n',
      'team/V.CSV': 'person,skill,level\nV,java,2\n',
      'team/sub/deeper/s.yaml': 'name: S\nskills: { sql: 1 }\n',
      'team/cv.txt': 'Ada Lovelace\n\nSkills\nJava (expert), SQL (advanced)\n\nExperience\n2019 - 2023 Developer\n',
      'team/photo.jpg': 'x',
      'team/notes.txt': 'hello',
      'team/package.json': '{"name":"x","version":"1.0"}',
      'team/.hidden.yaml': 'name: H\n',
      'team/~$book.xlsx': 'x',
    },
    ['team'],
  );
  expect(read.people).toEqual(['U java=3', 'V java=2', expect.stringMatching(/java=5 sql=4$/), 'S sql=1']);
  expect(read.code).toBe(0);
  expect(read.data['filesNotRead']).toEqual(expect.arrayContaining(['team/notes.txt', 'team/package.json', 'team/photo.jpg']));
});

const cells = (...row: (string | number)[]) => row.map((value) => ({ value }));

test('a workbook is read, and another sheet where it is asked for', async () => {
  const book = await writeSheet('Team', ['Name', 'Java', 'SQL'], [cells('Ada', 4, 3), cells('Bo', 2, 'good')]);
  expect((await comparePeople('p.xlsx', book)).people).toEqual(['Ada java=4 sql=3', 'Bo java=2 sql=3']);
  expect((await comparePeople('p.xlsx', book, ['--sheet', 'team'])).people).toHaveLength(2);
  const { code, errors } = await comparePeople('p.xlsx', book, ['--sheet', 'Other']);
  expect(code).toBe(1);
  expect(errors[0]).toContain('no sheet is called "Other"; the sheets are "Team"');
});

test('an archive that would fill memory, and one that is no workbook', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 9 });
  expect((await comparePeople('p.xlsx', bomb)).errors[0]).toContain('claims to unpack to');
  const other = zipSync({ 'a.txt': new Uint8Array(3) });
  expect((await comparePeople('p.xlsx', other)).errors[0]).toContain('no Excel workbook');
});

test('a workbook is written: numbers are numbers, text is never a formula', async () => {
  const cwd = makeFolder({ 'p.ndjson': '{"person":"=1+1","skills":{"java":4,"nonsense":2}}\n' });
  const argv = ['compare', 'p.ndjson', '--roles', 'backend-developer', '-f', 'xlsx', '-o', 'fits.xlsx'];
  expect((await runCli(argv, { cwd })).code).toBe(0);
  const bytes = readFileSync(join(cwd, 'fits.xlsx'));
  const [sheet] = await readExcelFile(new Uint8Array(bytes).buffer);
  const [header = [], row = []] = sheet?.data ?? [];
  const csv = await runCli([...argv.slice(0, 4), '-f', 'csv'], { cwd });
  expect(header.join(',')).toBe(csv.stdout.split('\n')[0]);
  expect(Object.fromEntries(header.map((name, i) => [name, row[i]]))).toMatchObject({
    person: '=1+1',
    role: 'backend-developer',
    score: expect.any(Number),
    exactScore: expect.any(Number),
    verdict: 'far',
    essentialsMet: 1,
    unrecognised: 'nonsense',
  });
});

test('a workbook on a terminal is refused, and so is one past the rows that Excel holds', async () => {
  const refused = await runCli(['compare', 'test/fixtures/people.ndjson', '-f', 'xlsx'], { isTTY: true });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('-o fits.xlsx');
  await expect(
    writeSheet(
      'x',
      ['a'],
      Array.from({ length: mostSheetRows }, () => cells('x')),
    ),
  ).rejects.toThrow(RangeError);
});
