import { linkSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

const people = 'person,skill,level\nAda,java,3\n';
const me = 'skills: { java: 3 }\n';
const role = 'id: t\ntitle: T\nrequirements:\n  - { skill: java, level: 3, importance: essential }\n';
const files = {
  'in.csv': people,
  'team/ada.yaml': me,
  'team/deeper/notes.log': 'kept',
  'me.yaml': me,
  'advert.txt': 'We need Java.\n',
  'export/Skills.csv': 'Name\nJava\n',
  'tree/package.json': '{"dependencies":{"react":"1"}}',
  'pack/pack.yaml': 'name: p\n',
  'pack/roles/t.yaml': role,
  'download/occupations.csv': 'x',
};

function setUp(): { cwd: string; contents: () => Record<string, string> } {
  const cwd = makeFolder(files);
  symlinkSync('in.csv', join(cwd, 'link.csv'));
  symlinkSync('link.csv', join(cwd, 'link-to-link.csv'));
  linkSync(join(cwd, 'in.csv'), join(cwd, 'hard.csv'));
  symlinkSync('team', join(cwd, 'same-team'));
  symlinkSync('new.txt', join(cwd, 'to-new.txt'));
  symlinkSync('../me.yaml', join(cwd, 'team', 'me.yaml'));
  const contents = (): Record<string, string> =>
    Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]));
  return { cwd, contents };
}

test.each([
  'compare in.csv --errors in.csv',
  'compare in.csv -o in.csv',
  'compare in.csv -o ./in.csv',
  'compare in.csv -o team/../in.csv',
  'compare ./in.csv --errors link.csv',
  'compare link-to-link.csv -o in.csv',
  'compare in.csv --errors hard.csv',
  'compare me.yaml in.csv -o in.csv --summary',
  'compare *.csv -o in.csv',
  'compare team -o team/ada.yaml',
  'compare team --errors same-team/ada.yaml',
  'compare same-team/ -o team/ada.yaml',
  // The folder's link leads to it.
  'compare team -o me.yaml',
  // It would be one of the people the next time.
  'compare team --errors team/bad.ndjson',
  'compare in.csv -o x --errors x',
  'compare in.csv -o x --errors ./x',
  'compare in.csv -o new.txt --errors to-new.txt',
  'compare in.csv --pack pack -o pack/pack.yaml',
  'fit -p me.yaml -o me.yaml',
  'match --profile=me.yaml --output=./me.yaml',
  '-p me.yaml -o me.yaml',
  'gaps backend-developer --skills java=3 -p me.yaml -o team/me.yaml',
  'plan backend-developer -p me.yaml -o me.yaml',
  'fit --skills java=3 --pack pack -o pack/roles/t.yaml',
  'roles --pack pack -o pack/roles/new.yaml',
  'import me.yaml -o me.yaml',
  'import export -o export/Skills.csv',
  'import export --into me.yaml -o me.yaml --yes',
  'posting advert.txt -o ./advert.txt',
  'scan tree -o tree/package.json',
  'validate me.yaml -f sarif -o me.yaml',
  'validate pack -f sarif -o pack/roles/t.yaml',
  'validate pack/roles/t.yaml -f sarif -o pack/pack.yaml',
  'convert esco download --out new -o download/occupations.csv',
  'convert esco download --out new -o new',
  'convert esco download --out new -o new/roles/a.yaml',
  'convert esco download --out download',
])('%s: exit 2, and nothing is lost', async (line) => {
  const { cwd, contents } = setUp();
  const names = readdirSync(cwd);
  const { code, stdout, stderr } = await runCli(line.split(' '), { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/would write over|both write|not empty/);
  expect(contents()).toEqual(files);
  expect(readdirSync(cwd)).toEqual(names);
});

test('the profile that is found without being named is an input; with --skills it is not read', async () => {
  const cwd = makeFolder({ 'skills.yaml': me });
  expect((await runCli(['match', '-o', 'skills.yaml'], { cwd })).code).toBe(2);
  expect((await runCli(['match', '-o', 'elsewhere.yaml'], { cwd, env: { CAREERPATH_PROFILE: 'elsewhere.yaml' } })).code).toBe(2);
  expect(readFileSync(join(cwd, 'skills.yaml'), 'utf8')).toBe(me);
  expect((await runCli(['match', '--skills', 'java=3', '-o', 'skills.yaml'], { cwd })).code).toBe(0);
});

test('without paths, validate reads the pack and the profile of the working folder', async () => {
  const cwd = makeFolder({ 'pack.yaml': 'name: p\n', 'roles/t.yaml': role, 'skills.yaml': me });
  for (const output of ['pack.yaml', 'roles/t.yaml', 'skills.yaml'])
    expect((await runCli(['validate', '-f', 'json', '-o', output], { cwd })).code).toBe(2);
  // A report may lie beside them, also the second time.
  for (const _ of [1, 2]) expect((await runCli(['validate', '-f', 'json', '-o', 'report.json'], { cwd })).code).not.toBe(2);
});

test('standard input that is a file is an input like any other', async () => {
  const cwd = makeFolder({ 'in.csv': people });
  const fd = openSync(join(cwd, 'in.csv'), 'r');
  const stdin = Object.assign(Readable.from([Buffer.from(people)]), { fd });
  expect((await runCli(['compare', '-', '--input', 'csv', '-o', 'in.csv'], { cwd, stdin })).code).toBe(2);
  expect(readFileSync(join(cwd, 'in.csv'), 'utf8')).toBe(people);
});

test.each([
  'compare in.csv -o fits.csv --errors bad.ndjson',
  'compare in.csv -o - --errors bad.ndjson',
  'compare in.csv -o /dev/null --errors /dev/null',
  'compare team -o team/deeper/notes.log',
  'compare team -o fits.csv',
  'fit backend-developer -p me.yaml -o in.csv',
  'scan tree -f yaml -o tree/seen.yaml',
  'roles --pack pack -o pack/report.txt',
])('%s: nothing is in the way', async (line) => {
  const { cwd } = setUp();
  mkdirSync(join(cwd, 'out'));
  expect((await runCli(line.split(' '), { cwd })).code).toBe(0);
});
