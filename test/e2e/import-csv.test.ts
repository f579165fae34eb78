import { expect, test } from 'vitest';
import { badRowsOf, importFile, resultOf, skillsOf } from '../support/import-file.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

/** File, flags, skills (with years behind a slash), lines reported. */
test.each<[string, string | Uint8Array, readonly string[], string, readonly number[]]>([
  [
    'a byte-order mark and Windows line ends',
    '\ufeffperson;skill;level\r\nAda;Java;4\r\nAda;C#;2\r\n',
    [],
    'csharp=2 java=4',
    [],
  ],
  ['UTF-16, as "Unicode text" is saved', utf16('person\tskill\tlevel\r\nAda\tJava\t4\r\n'), [], 'java=4', []],
  ["a spreadsheet's own first line", 'sep=;\r\nperson;Java\r\nAda;3\r\n', [], 'java=3', []],
  [
    'a quoted line break and a quoted delimiter',
    'person,skill,level,notes\n"Ada","Java",4,"one\ntwo, three"\nAda,Go,often,\n',
    [],
    'java=4',
    [4],
  ],
  ['half points are the lower level', 'person,skill,level\nAda,Java,3.5\nAda,Go,"2,5"\nAda,SQL,2\n', [], 'go=2 java=3 sql=2', []],
  ['a title above the header', 'Skill matrix\n\nName;Fähigkeit;Stufe\nAda;Java;fortgeschritten\n', [], 'java=4', []],
  ['Windows-1252', Buffer.from('Name;Fähigkeit;Stufe\nAda;Java;80 %\n', 'latin1'), [], 'java=4', []],
  ['whole numbers as spreadsheets write them', 'person,skill,level\nAda,Java,3.0\nAda,Go,4/5\n', [], 'go=4 java=3', []],
  [
    'levels beyond the scale',
    'person,skill,level\nAda,Java,7\nAda,Go,-1\nAda,SQL,120%\nAda,Docker,1\n',
    [],
    'docker=1',
    [2, 3, 4],
  ],
  ['a wrong cell of a wide row does not stop the others', 'person,Java,Go,SQL\nAda,4,lots,2\n', [], 'java=4 sql=2', [2]],
  [
    'a column of years, long',
    'person,skill,level,years\nAda,Java,4,7\nAda,Go,,2.5\nAda,SQL,3,ages\n',
    [],
    'go=2/2.5 java=4/7 sql=3',
    [4],
  ],
  ['a column of years, wide', 'person,Java,Java (years),Years of Go\nAda,3,5,2\n', [], 'go=2/2 java=3/5', []],
  ['one skill under two names, the higher level', 'person,k8s,Kubernetes\nAda,2,4\n', [], 'kubernetes=4', []],
  [
    'formulas',
    'person,skill,level\nAda,"=HYPERLINK(""http://x"",""Java"")",5\nAda,=1+1,2\nAda,Go,=2+1\nAda,SQL,3\n',
    [],
    'sql=3',
    [2, 3, 4],
  ],
  ['a row too long and a row too short', 'person,skill,level\nAda,Java,4,extra\nAda\nAda,SQL,3\n', [], 'sql=3', [2, 3]],
  [
    'a row that is no UTF-8',
    Buffer.concat([
      Buffer.from('person,skill,level,notes\nAda,SQL,1,é\nAda,Caf'),
      Buffer.from([0xe9]),
      Buffer.from(',4,\nAda,Java,4,\n'),
    ]),
    [],
    'java=4 sql=1',
    [3],
  ],
  ['a quote that nobody closed', 'person,skill,level\nAda,"Java,4\nAda,Go,2\n', [], 'go=2', [2]],
  [
    'rows of a person that do not stand together',
    'person,skill,level\nAda,Java,4\nBob,Go,5\nAda,SQL,3\n',
    ['--person', 'Ada'],
    'java=4 sql=3',
    [],
  ],
  ['empty lines and a row of nothing but commas', 'person,skill,level\n\nAda,Java,4\n\n,,\nAda,Go,1\n', [], 'go=1 java=4', []],
  ['a list of one’s own', 'skill,level\nJava,expert\nGo,\n', [], 'go=2 java=5', []],
  ['a list of one’s own, its column called name', 'Name,Level,Years\nJava,4,6\nDocker,beginner,\n', [], 'docker=1 java=4/6', []],
  [
    'columns that tell no skill',
    'id,name,email,department,Java,updated\n7,Ada,a@b.example,Sales,3,2026-01-01\n',
    [],
    'java=3',
    [],
  ],
  ['assessed and absent', 'person,Java,Docker\nAda,3,none\n', [], 'docker=0 java=3', []],
  ['C, C++ and C# stay apart', 'person,C,C++,C#\nAda,5,5,2\n', [], 'c=5 cpp=5 csharp=2', []],
  ['names of objects', 'person,skill,level\nAda,__proto__,3\nAda,constructor,3\nAda,Java,3\n', [], 'java=3', []],
])('CSV: %s', async (_, content, flags, skills, lines) => {
  const read = await importFile('people.csv', content, flags);
  expect(skillsOf(read)).toBe(skills);
  expect(badRowsOf(read)).toEqual(lines.map((line) => `people.csv:${line}`));
  expect(read.code).toBe(lines.length > 0 ? 1 : 0);
});

test.each<[string, string, number, RegExp]>([
  ['no column that names anything', 'a,b\n1,2\n', 3, /no column names the person or the skill/],
  ['two columns of a name', 'person,Java,java\nAda,1,2\n', 3, /two columns are called "java"/],
  ['a header and nothing below', 'person,skill,level\n', 3, /holds nobody/],
  ['nobody of that name', 'person,Java\nAda,1\n', 2, /no single row/],
  ['rows that are all wrong', 'person,skill,level\nAda,Java,often\n', 3, /"often" is not a level/],
])('CSV: %s', async (_, content, code, says) => {
  const read = await importFile('people.csv', content, code === 2 ? ['--person', 'Bob'] : []);
  expect(read.stderr).toMatch(says);
  expect(read.code).toBe(code);
});

test('CSV: evidence names the line, and years of all work are taken', async () => {
  const read = await importFile('people.csv', 'person,Java,Years of experience\nAda,3,"6,5"\n');
  expect(resultOf(read).skills[0]?.evidence).toEqual(['people.csv, line 2: listed as "Java"']);
  expect(resultOf(read).experience.years).toBe(6.5);
});

test('CSV: a table of nothing but faults is read up to a limit, which is said with its line', async () => {
  const read = await importFile('people.csv', `person,skill,level\nAda,Java,4\n${'Ada,Go,often\n'.repeat(20_000)}`);
  const lines = badRowsOf(read);
  expect(lines).toHaveLength(5002);
  expect(lines.at(-1)).toBe('people.csv:5004');
  expect(skillsOf(read)).toBe('java=4');
});
