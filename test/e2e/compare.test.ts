import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { type CliWorld, runCli } from '../support/run-cli.ts';

const pack = ['--pack', 'test/fixtures/small-pack'];

/** Compares with the built-in catalog, one role a person; each person's name once, in the order of the answer. */
async function compare(
  argv: readonly string[],
  world: CliWorld = {},
): Promise<{ code: number; people: string[]; bad: string[] }> {
  const { code, stdout, stderr } = await runCli(['compare', ...argv, '--top', '1', '-f', 'ndjson'], world);
  const people = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { person: string }).person);
  return { code, people, bad: stderr.match(/^\S+:\d+:\d+: error: .*$/gm) ?? [] };
}

test('files, folders, NDJSON, CSV and standard input, in the order named; a folder by name', async () => {
  const cwd = makeFolder({
    'team/b.yaml': 'name: B\nskills: { java: 3 }\n',
    'team/a.json': '{"name":"A","skills":{"java":3}}',
    'team/notes.txt': 'not a profile',
    'team/.hidden.yaml': 'name: H\n',
    'one.yml': 'skills: { java: 1 }\n',
    'people.ndjson': '{"id":7,"skills":["java"]}\n\n{"name":"N","skills":{"java":2}}',
    'long.csv': 'person,skill,level\nL,java,3\nL,sql,\nM,java,expert\n',
    'wide.csv': 'name;Java;SQL\nW;3;\nX;;2\n',
  });
  const argv = ['team', 'one.yml', 'people.ndjson', 'long.csv', 'wide.csv', '-'];
  const stdin = '{"person":"S","skills":{"java":1}}\n';
  expect(await compare(argv, { cwd, stdin })).toEqual({
    code: 0,
    people: ['A', 'B', 'one.yml', '7', 'N', 'L', 'M', 'W', 'X', 'S'],
    bad: [],
  });
});

test.each(['long.csv', 'wide.csv', 'people.ndjson', 'a.yaml'])('%s says the same as --skills', async (name) => {
  const cwd = makeFolder({
    'long.csv': 'person,skill,level\nP,Java,3\nP,k8s,competent\nP,nonsense,2\n',
    'wide.csv': 'person,Java,k8s,nonsense,SQL\nP,3,competent,2,\n',
    'people.ndjson': '{"person":"P","skills":{"Java":3,"k8s":"competent","nonsense":2}}\n',
    'a.yaml': 'name: P\nskills: { Java: 3, k8s: competent, nonsense: 2 }\n',
  });
  const compared = await runCli(['compare', name, '-f', 'json'], { cwd });
  const fit = await runCli(['fit', '--skills', 'java=3,kubernetes=3', '-f', 'json']);
  const scores = (text: string): unknown[] =>
    (JSON.parse(text) as { results: { role: string; exactScore: number }[] }).results.map((one) => [one.role, one.exactScore]);
  expect(scores(compared.stdout)).toEqual(scores(fit.stdout));
});

test('bad NDJSON rows: each is reported with its line, the others are answered', async () => {
  const rows = [
    '{"person":"A","skills":{"java":3}}',
    'not json',
    '[]',
    '{"person":"B","skills":{"java":"wizard"}}',
    '{"person":"C","skills":{"java":77}}',
    '{"person":"D","skills":{"java":1}}',
    '{"person":"E","skills":',
  ];
  const cwd = makeFolder({ 'p.ndjson': rows.join('\n') });
  const { code, people, bad } = await compare(['p.ndjson'], { cwd });
  expect(code).toBe(1);
  expect(people).toEqual(['A', 'D']);
  expect(bad.map((line) => line.split(' ')[0])).toEqual([2, 3, 4, 5, 7].map((line) => `p.ndjson:${line}:1:`));
  expect(people.length + bad.length).toBe(rows.length);
});

test('a line of 5 MB and a line that is no UTF-8 are rows that are reported', async () => {
  const stdin = Buffer.concat([
    Buffer.from(`{"person":"A","skills":{}}\n{"person":"${'x'.repeat(5_000_000)}"}\n{"person":"`),
    Buffer.from([0xe9, 0xff]),
    Buffer.from('"}\n{"person":"B","skills":{}}'),
  ]);
  const { code, people, bad } = await compare(['-'], { stdin });
  expect({ code, people }).toEqual({ code: 1, people: ['A', 'B'] });
  expect(bad).toEqual([expect.stringContaining('<stdin>:2:1: error: the line has'), expect.stringContaining('<stdin>:3:1:')]);
});

test('bad rows of wide CSV', async () => {
  const rows = ['A,3,2', 'B,wizard,', 'C,1,2,3,4', 'D,,', 'F,2', 'G,1,1'];
  const cwd = makeFolder({ 'p.csv': `person,java,sql\n${rows.join('\n')}\n` });
  const { code, people, bad } = await compare(['p.csv'], { cwd });
  expect(code).toBe(1);
  expect(people).toEqual(['A', 'D', 'F', 'G']);
  expect(bad.map((line) => line.split(' ')[0])).toEqual([3, 4].map((line) => `p.csv:${line}:1:`));
});

test('wide CSV with an id and a name: neither is a skill', async () => {
  const cwd = makeFolder({ 'p.csv': 'id,name,email,java\n7,Ada,a@b.example,3\n' });
  const { code, people, bad } = await compare(['p.csv'], { cwd });
  expect([code, people, bad]).toEqual([0, ['7'], []]);
});

test('CSV: a quote never closed takes the rest of the file, and is reported', async () => {
  const stdin = 'person,skill,level\nA,java,3\n"B,java,3\nC,java,2\n';
  const { code, people, bad } = await compare(['-', '--input', 'csv'], { stdin });
  expect({ code, people }).toEqual({ code: 1, people: ['A', 'C'] });
  expect(bad).toEqual([expect.stringContaining('never closed')]);
});

test('long CSV whose rows of one person do not stand together: all of them count', async () => {
  const stdin = 'person,skill,level\nA,java,3\nB,java,2\nA,sql,4\nA,git,2\nC,java,1\n';
  const { code, people, bad } = await compare(['-', '--input', 'csv'], { stdin });
  expect({ code, people, bad }).toEqual({ code: 0, people: ['A', 'B', 'C'], bad: [] });
  const scores = async (text: string): Promise<string> => {
    const { stdout } = await runCli(['compare', '-', '--input', 'csv', '-f', 'csv', '--top', '3'], { stdin: text });
    return stdout;
  };
  const together = 'person,skill,level\nA,java,3\nA,sql,4\nA,git,2\nB,java,2\nC,java,1\n';
  expect(await scores(stdin)).toBe(await scores(together));
});

test.each([
  { what: 'duplicate headers', text: 'person,java,sql,Java\nA,1,2,3\n', says: 'two columns are called "java"' },
  { what: 'no person', text: 'java,sql\n1,2\n', says: 'no column names the person' },
])('CSV with $what is refused as a whole, at line 1', async ({ text, says }) => {
  const { code, people, bad } = await compare(['-', '--input', 'csv'], { stdin: text });
  expect({ code, people }).toEqual({ code: 1, people: [] });
  expect(bad).toEqual([expect.stringContaining(`<stdin>:1:1: error: ${says}`)]);
});

test('CSV with a byte-order mark, CRLF, quotes, line breaks in cells, no last line break', async () => {
  const stdin = '\ufeffperson,skill,level\r\n"Ann\r\nLee",java,3\r\n\r\n"O\'Hara, ""Jo""",sql,2';
  const { code, people } = await compare(['-', '--input', 'csv'], { stdin });
  expect(code).toBe(0);
  expect(people).toEqual(['Ann\r\nLee', 'O\'Hara, "Jo"']);
});

test('a row of UTF-8 CSV that is none is reported, not read as another name', async () => {
  const rows = [Buffer.from('person,java\nÁ,1\nJos'), Buffer.from([0xe9]), Buffer.from(',2\nB,3\n')];
  const { code, people, bad } = await compare(['-', '--input', 'csv'], { stdin: Buffer.concat(rows) });
  expect({ code, people }).toEqual({ code: 1, people: ['Á', 'B'] });
  expect(bad).toEqual([expect.stringContaining('<stdin>:3:1:')]);
});

test('a bad profile among good files is reported with its place', async () => {
  const cwd = makeFolder({
    'a.yaml': 'skills: { java: 3 }',
    'b.yaml': 'skills:\n  java: wizard\n',
    'c.yaml': 'skills: { sql: 1 }',
  });
  const { code, people, bad } = await compare(['.'], { cwd });
  expect({ code, people }).toEqual({ code: 1, people: ['a.yaml', 'c.yaml'] });
  expect(bad).toEqual([expect.stringContaining('b.yaml:2:9: error:')]);
});

test.each([['none.csv'], ['empty']])('%s: exit 3 before any row is read', async (path) => {
  const cwd = makeFolder({ 'a.yaml': 'skills: {}', 'empty/readme.txt': 'x' });
  const { code, stdout } = await runCli(['compare', 'a.yaml', path], { cwd });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
});

test('--roles keeps the order named, --top the closest of them, --sort fit the best', async () => {
  const argv = ['compare', 'test/fixtures/people.ndjson', '-f', 'csv', ...pack, '--roles', 'guitarist,bassist'];
  const rolesOf = async (more: readonly string[]): Promise<string[]> => {
    const { stdout } = await runCli([...argv, ...more]);
    return stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1] ?? '');
  };
  expect(await rolesOf([])).toEqual(['guitarist', 'bassist', 'guitarist', 'bassist', 'guitarist', 'bassist']);
  expect(await rolesOf(['--top', '1', '--sort', 'fit'])).toEqual(['bassist', 'guitarist', 'guitarist']);
  // Cy plays bass, which the guitarist takes for part of one requirement, and the bassist for half of what is asked.
  expect(await rolesOf(['--top', '1'])).toEqual(['bassist', 'guitarist', 'bassist']);
});

test('2,000 people: rows in = rows out + rows reported', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) =>
    i % 7 === 3 ? `{"person":"${i}"` : `{"person":"p${i}","skills":{"java":${i % 6}}}`,
  );
  const { code, people, bad } = await compare(['-'], { stdin: rows.join('\n') });
  expect(code).toBe(1);
  expect(people.length + bad.length).toBe(rows.length);
  expect(new Set(people).size).toBe(people.length);
});

test.each(['[', '{"a":'])('a row of "%s" nested thousands deep is a bad row, and the others are read', async (open) => {
  const close = open === '[' ? ']' : '}';
  const deep = (levels: number): string => `{"person":"Deep","skills":{"java":${open.repeat(levels)}1${close.repeat(levels)}}}`;
  const lines = ['{"person":"Ada","skills":{"java":3}}', deep(2_000), deep(100_000), '{"person":"Bob","skills":{"java":3}}'];
  const { code, stdout, stderr } = await runCli(['compare', '-', '--top', '1'], { stdin: lines.join('\n') });
  expect(code).toBe(1);
  expect(stdout.match(/"person":"\w+"/g)).toEqual(['"person":"Ada"', '"person":"Bob"']);
  expect(stderr.match(/<stdin>:\d/g)).toEqual(['<stdin>:2', '<stdin>:3']);
});
