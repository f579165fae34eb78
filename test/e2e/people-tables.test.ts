import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { comparePeople } from '../support/people-file.ts';

const utf16 = (text: string, mark = '\ufeff'): Buffer => Buffer.from(`${mark}${text}`, 'utf16le');
const long = 'person\tskill\tlevel\r\nZoé\tJava\t4\r\nJürgen\tSQL\t2\r\n';

/** What it is, the file's name and content, options; the people read, and the account. */
test.each<[string, string, string | Uint8Array, readonly string[], readonly string[], string]>([
  ['UTF-16 with its mark', 'p.csv', utf16(long), [], ['Zoé java=4', 'Jürgen sql=2'], '2 rows, 2 people; UTF-16'],
  ['UTF-16 without', 'p.csv', utf16(long, ''), [], ['Zoé java=4', 'Jürgen sql=2'], '2 rows, 2 people; UTF-16'],
  ['UTF-16, the other way round', 'p.csv', utf16(long).swap16(), [], ['Zoé java=4', 'Jürgen sql=2'], '2 rows, 2 people; UTF-16'],
  ['Windows-1252', 'p.csv', Buffer.from(long, 'latin1'), [], ['Zoé java=4', 'Jürgen sql=2'], '2 rows, 2 people; Windows-1252'],
  ['bars', 'p.csv', 'person|skill|level\nAda|java|4\n', [], ['Ada java=4'], '1 row, 1 person'],
  ['gzip', 'p.csv.gz', gzipSync('person,skill,level\nAda,java,4\n'), [], ['Ada java=4'], '1 row, 1 person; unpacked from gzip'],
  ['a table under the name of a text', 'p.txt', 'person;skill;level\nAda;java;4\n', [], ['Ada java=4'], '1 row, 1 person'],
  [
    'the level under another word',
    'p.csv',
    'person,skill,rating\nAda,java,5\nBo,java,0\n',
    [],
    ['Ada java=5', 'Bo'],
    '2 rows, 2 people',
  ],
  [
    'the level under a word that nobody knows',
    'p.csv',
    'person,skill,Wert\nAda,java,5\nBo,java,1\n',
    [],
    ['Ada java=5', 'Bo java=1'],
    '2 rows, 2 people; the column "Wert" is read as the level',
  ],
  ['an empty level is not said', 'p.csv', 'person,skill,level\nAda,java,\nAda,sql,2\n', [], ['Ada sql=2'], '2 rows, 1 person'],
  ['German', 'p.csv', 'Name;Fähigkeit;Stufe\nAda;Java;4\n', [], ['Ada java=4'], '1 row, 1 person'],
  ['French', 'p.csv', 'Nom;Compétence;Niveau\nAda;Java;avancé\n', [], ['Ada java=4'], '1 row, 1 person'],
  ['Spanish', 'p.csv', 'Empleado;Habilidad;Nivel\nAda;Java;básico\n', [], ['Ada java=1'], '1 row, 1 person'],
  ['Portuguese', 'p.csv', 'Funcionário;Competência;Nível\nAda;Java;3\n', [], ['Ada java=3'], '1 row, 1 person'],
  ['Italian', 'p.csv', 'Dipendente;Competenza;Livello\nAda;Java;esperto\n', [], ['Ada java=5'], '1 row, 1 person'],
  ['Dutch', 'p.csv', 'Medewerker;Vaardigheid;Niveau\nAda;Java;gevorderd\n', [], ['Ada java=4'], '1 row, 1 person'],
  ['plural headers', 'p.csv', 'person,skills,levels\nAda,java,4\n', [], ['Ada java=4'], '1 row, 1 person'],
  [
    'first and last name',
    'p.csv',
    'First Name,Last Name,Java,SQL\nAda,Lovelace,4,3\n',
    [],
    ['Ada Lovelace java=4 sql=3'],
    '1 row, 1 person',
  ],
  [
    'columns that are no skills',
    'p.csv',
    'Employee ID,Name,Department,Hire date,Java,SQL\n1001,Ada,IT,2020-01-01,4,3\n1002,Bo,HR,2021-05-05,,2\n',
    [],
    ['1001 java=4 sql=3', '1002 sql=2'],
    '2 rows, 2 people; 2 columns not understood (Department, Hire date)',
  ],
  [
    'such a column left out on purpose',
    'p.csv',
    'Employee ID,Department,Java\n1001,IT,4\n',
    ['--ignore', 'department'],
    ['1001 java=4'],
    '1 row, 1 person',
  ],
  [
    'names that nobody knows',
    'p.csv',
    'person,java,Kubernets,Mainframe\nAda,4,2,5\nBo,2,1,\n',
    [],
    ['Ada java=4', 'Bo java=2'],
    '2 rows, 2 people; 2 names unknown (Kubernets ×2, Mainframe)',
  ],
  [
    'titles above the header',
    'p.csv',
    'Skill matrix,,\nDepartment: IT,,\nperson,java,sql\nAda,4,3\n',
    [],
    ['Ada java=4 sql=3'],
    '1 row, 1 person; 2 rows above the header not read',
  ],
  [
    'people in the columns',
    'p.csv',
    'skill,Ada,Bo\njava,4,2\nsql,3,\n',
    [],
    ['Ada java=4 sql=3', 'Bo java=2'],
    '2 rows, 2 people; the table is turned: people stand in its columns',
  ],
  [
    'people in the columns, below an empty corner',
    'p.csv',
    ',Ada,Bo\njava,4,2\nsql,3,1\n',
    [],
    ['Ada java=4 sql=3', 'Bo java=2 sql=1'],
    '2 rows, 2 people; the table is turned: people stand in its columns',
  ],
  [
    'a survey',
    'p.csv',
    'Timestamp,Email Address,How well do you know Java? [1-5],Rate your skills [SQL]\n2026/01/05,ada@example.org,4,3 - Competent\n2026/01/05,bo@example.org,,Beginner\n',
    [],
    ['ada@example.org java=4 sql=3', 'bo@example.org sql=1'],
    '2 rows, 2 people',
  ],
  [
    'half a level',
    'p.csv',
    'person;skill;level\nAda;java;3,5\nBo;java;4,0\n',
    [],
    ['Ada java=3', 'Bo java=4'],
    '2 rows, 2 people; 1 level rounded down (3,5)',
  ],
  [
    'several skills in a cell',
    'p.csv',
    'person,skills\nAda,"java; sql"\nBo,"java, docker"\nCy,"java:4, sql:2"\n',
    [],
    ['Ada java=3 sql=3', 'Bo java=3 docker=3', 'Cy java=4 sql=2'],
    '3 rows, 3 people; 4 levels assumed 3',
  ],
  [
    'rows of a person that stand apart',
    'p.csv',
    'person,skill,level\nAda,java,4\nBo,java,2\nAda,sql,3\n',
    [],
    ['Ada java=4 sql=3', 'Bo java=2'],
    '3 rows, 2 people',
  ],
  [
    'two people of one name',
    'p.csv',
    'name,employee id,skill,level\nJohn Smith,17,java,4\nJohn Smith,99,docker,3\nJohn Smith,17,sql,4\n',
    [],
    ['17 java=4 sql=4', '99 docker=3'],
    '3 rows, 2 people',
  ],
  [
    'ids as they are',
    'p.csv',
    'id,java\n0017,4\n90071992547409931,2\n',
    [],
    ['0017 java=4', '90071992547409931 java=2'],
    '2 rows, 2 people',
  ],
  [
    'rows of nothing but commas, long',
    'p.csv',
    'person,skill,level,,\nAda,java,4,,\n,,,,\nBo,java,2,,\n',
    [],
    ['Ada java=4', 'Bo java=2'],
    '2 rows, 2 people',
  ],
  [
    'rows of nothing but commas, wide',
    'p.csv',
    'person,java,sql,,\nAda,4,3,,\n,,,,\n',
    [],
    ['Ada java=4 sql=3'],
    '1 row, 1 person',
  ],
  [
    'one person in several cases',
    'p.csv',
    'person,skill,level\nAda,java,4\nada,sql,3\n',
    [],
    ['Ada java=4', 'ada sql=3'],
    '2 rows, 2 people; 1 row of people met before (ada), each answered by itself',
  ],
  [
    'one id twice',
    'p.csv',
    'id,java\n1,4\n2,3\n1,0\n',
    [],
    ['1 java=4', '2 java=3', '1'],
    '3 rows, 3 people; 1 row of people met before (1), each answered by itself',
  ],
  [
    'several assessors: the person’s own word counts, whoever says more',
    'p.csv',
    'person,skill,level,date,assessor\nAda,java,4,2026-03-01,manager\nAda,java,3,2026-01-01,self\nBo,java,2,2026-03-01,manager\nBo,java,4,2026-01-01,coach\n',
    [],
    ['Ada java=3', 'Bo java=2'],
    '4 rows, 2 people',
  ],
  [
    'columns that the command line names',
    'p.csv',
    'Wer,Was,Wie,Wo\nAda,java,4,IT\n',
    ['--map', 'person=Wer,skill=Was,level=Wie', '--ignore', 'Wo'],
    ['Ada java=4'],
    '1 row, 1 person',
  ],
  [
    'sums below a table',
    'p.csv',
    'person,java\nAda,4\nTotal,4\n',
    [],
    ['Ada java=4'],
    '2 rows, 1 person; the row "Total" is no person',
  ],
])('a table: %s', async (_, name, content, argv, people, account) => {
  const read = await comparePeople(name, content, argv);
  expect({ ...read, data: {} }).toEqual({ code: 0, people, errors: [], account, data: {} });
});

/** Levels in a column of Java; the score shows which one was read. `none` is 0 and `-` is not said: the JSON tells them apart. */
const words: readonly [string, number | 'unsaid' | 'wrong'][] = [
  ...(
    [
      '4',
      '04',
      '4.',
      '4.0',
      '４',
      ' 4 ',
      '4/5',
      '4 / 5',
      '8/10',
      '80%',
      '80 %',
      'Level 4',
      'L4',
      'Stufe 4',
      'IV',
      '★★★★',
      '★★★★☆',
      '4 - Proficient',
      '4: good',
      '4 (alone)',
      'Proficient',
      'advanced',
      'Advanced level',
      'fortgeschritten',
      'Profcient',
      'Excellent',
      '指導できる',
    ] as const
  ).map((word): [string, number] => [word, 4]),
  ...(
    [
      '3',
      '3.5',
      '3,9',
      '79%',
      'Intermediate',
      'III',
      'yes',
      'x',
      '✓',
      'TRUE',
      'Mid-Senior',
      'Intermediate-Advanced',
      '3-4',
      '一人で実装できる',
    ] as const
  ).map((word): [string, number] => [word, 3]),
  ...(['1', 'Beginner', 'Basic knowledge', 'Anfänger', 'débutant', 'First-Level', '20 %'] as const).map(
    (word): [string, number] => [word, 1],
  ),
  ...(['expert', 'Master', 'Mastery', 'lead', '5/5', '100%'] as const).map((word): [string, number] => [word, 5]),
  ...(['0', 'none', 'no', 'FALSE', 'nein'] as const).map((word): [string, number] => [word, 0]),
  ...(['n/a', 'N/A', '-', '–', '?', "don't know", 'null'] as const).map((word): [string, 'unsaid'] => [word, 'unsaid']),
  ...(['6', '-1', '10', '5.5', '0x4', 'Engineer', 'purple', '10+ years', '3 years', '120%', '6/5'] as const).map(
    (word): [string, 'wrong'] => [word, 'wrong'],
  ),
];

test.each(words)('a level written as "%s"', async (word, level) => {
  const read = await comparePeople('p.csv', `person;java;sql\nAda;${word};2\n`);
  const isWrong = level === 'wrong';
  expect(read.people).toEqual([typeof level === 'number' && level > 0 ? `Ada java=${level} sql=2` : 'Ada sql=2']);
  expect(read.code).toBe(isWrong ? 1 : 0);
  // The cell is lost, the row is not.
  expect(read.errors).toEqual(isWrong ? [expect.stringContaining(`p.csv:2:1: error: "${word}" is not a level (for java)`)] : []);
});

test('a foreign header: the command is shown with its columns filled in', async () => {
  const { code, people, errors } = await comparePeople('p.csv', 'Wer,Was,Wie\nAda,java,4\nBo,sql,2\n');
  expect({ code, people }).toEqual({ code: 1, people: [] });
  expect(errors[0]).toContain('careerpath compare p.csv --map person=Wer,skill=Was,level=Wie');
});

test('the account as data', async () => {
  const { data } = await comparePeople('p.csv', 'person,Team,java,Kubernets\nAda,blue,yes,3.5\nBo,red,lots,2\n,,,\n');
  expect(data).toMatchObject({
    rows: 2,
    people: 2,
    rejectedRows: 0,
    rejectedCells: 1,
    columnsNotUnderstood: ['Team'],
    unknownNames: [{ name: 'Kubernets', count: 2 }],
    assumedLevels: 1,
    roundedLevels: 1,
  });
});

test('--quiet says nothing of it', async () => {
  expect((await comparePeople('p.csv', 'person,java\nAda,3\n', ['--quiet'])).account).toBe('');
});

test('a --map that names nothing is wrong usage', async () => {
  const { errors } = await comparePeople('p.csv', 'person,java\nAda,3\n', ['--map', 'person=Wer']);
  expect(errors[0]).toContain('no column is called "Wer"');
});
