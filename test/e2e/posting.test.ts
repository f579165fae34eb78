import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-posting-'));
  writeFileSync(join(cwd, 'ad.txt'), text);
  writeFileSync(join(cwd, 'ad.html'), html);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const text = `Senior Backend Engineer

Requirements:
- 5+ years of Java
- Solid experience with PostgreSQL or MySQL
- Expert in Docker
- Experience with Frobnicator

Nice to have:
- GraphQL

We offer
- free yoga
`;

const html = `<!doctype html><html><head><title>x</title><script>var java = 'Kubernetes';</script><style>.go{}</style></head>
<body><h1>Senior Backend Engineer</h1><h2>Requirements</h2><ul><li>5+ years of <b>Java</b></li><li>Solid experience with PostgreSQL or&nbsp;MySQL
</li><li>Expert in Docker</li></ul><h2>Nice to have</h2><p>GraphQL</p><!-- Terraform --></body></html>`;

const expected = ['java essential 3', 'postgresql|mysql essential 3', 'docker essential 5', 'graphql helpful 3'];

interface Result {
  title: string;
  seniority: string;
  experience: unknown;
  requirements: { anyOf: { skill: string; level: number }[]; importance: string; evidence: { line: number; quote: string } }[];
}

async function read(name: string): Promise<Result> {
  const { stdout, code } = await runCli(['posting', name, '-f', 'json'], { cwd });
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { results: [Result] }).results[0];
}

test.each(['ad.txt', 'ad.html'])('%s is read as a role', async (name) => {
  const role = await read(name);
  expect(
    role.requirements.map((one) => `${one.anyOf.map(({ skill }) => skill).join('|')} ${one.importance} ${one.anyOf[0]?.level}`),
  ).toEqual(['server-side-development important 3', ...expected]);
  expect(role).toMatchObject({
    title: 'Senior Backend Engineer (posting)',
    seniority: 'senior',
    experience: { years: 5, of: [{ skill: 'java', years: 5 }] },
  });
});

test('each requirement has its line, and what named no skill is listed', async () => {
  const role = await read('ad.txt');
  expect(role.requirements.find((one) => one.anyOf[0]?.skill === 'docker')?.evidence).toEqual({
    line: 6,
    quote: '- Expert in Docker',
  });
  const { stderr } = await runCli(['posting', 'ad.txt'], { cwd });
  expect(stderr).toContain('ad.txt:7:');
  expect(stderr).toContain('Frobnicator');
  expect(stderr).not.toContain('yoga');
});

test('the YAML is a role that validate accepts in a pack', async () => {
  const pack = join(cwd, 'pack');
  mkdirSync(join(pack, 'roles'), { recursive: true });
  const { stdout } = await runCli(['posting', 'ad.txt'], { cwd });
  const id = /^id: (.*)$/m.exec(stdout)?.[1] ?? '';
  expect(stdout).toContain('  # line 6: - Expert in Docker\n  - skill: docker\n    level: 5\n');
  writeFileSync(join(pack, 'pack.yaml'), 'name: mine\nversion: "1"\nbase: built-in\n');
  writeFileSync(join(pack, 'roles', `${id}.yaml`), stdout);
  const checked = await runCli(['validate', pack], { cwd });
  expect(checked.stdout).not.toMatch(/\berror /);
  expect(checked.code).toBe(0);
  const fit = await runCli(['fit', id, '--pack', pack, '--skills', 'java=3', '-f', 'json'], { cwd });
  const atOnce = await runCli(['posting', 'ad.txt', '--fit', '--skills', 'java=3', '-f', 'json'], { cwd });
  expect(JSON.parse(atOnce.stdout).results[0].exactScore).toBe(JSON.parse(fit.stdout).results[0].exactScore);
});

describe('--fit', () => {
  test('answers with fit, gaps and first steps', async () => {
    const { stdout, code } = await runCli(['posting', 'ad.txt', '--fit', '--skills', 'java=4,docker=1,git=3'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('Senior Backend Engineer');
    expect(stdout).toContain('PostgreSQL or MySQL');
    expect(stdout).toContain('First steps');
  });

  test('says of two names that they are too little, and suggests no steps from them', async () => {
    const { stdout, code } = await runCli(['posting', 'ad.txt', '--fit', '--skills', 'java=4,docker=1'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('too little said');
    expect(stdout).not.toContain('First steps');
  });

  test('has no YAML', async () => {
    expect((await runCli(['posting', 'ad.txt', '--fit', '--skills', 'java=4', '-f', 'yaml'], { cwd })).code).toBe(2);
  });
});

test('a posting without skills, or no text at all, exits 3', async () => {
  const empty = await runCli(['posting', '-'], { cwd, stdin: 'We want you to be nice.' });
  expect(empty.code).toBe(3);
  expect(empty.stderr).toContain('no skill');
  expect((await runCli(['posting', 'missing.txt'], { cwd })).code).toBe(3);
  expect((await runCli(['posting', '-'], { cwd, stdin: Buffer.from([0, 1, 2]) })).code).toBe(3);
  expect((await runCli(['posting', '-'], { cwd, stdin: Buffer.alloc(2_000_000, 'Java ') })).code).toBe(3);
});

test('hostile text is read as text', async () => {
  const hostile = `Java \u001b[31m must # : - "x"\n${'Java, '.repeat(20_000)}\n${'(Go '.repeat(5_000)}`;
  const { stdout, code } = await runCli(['posting', '-'], { cwd, stdin: hostile });
  expect(code).toBe(0);
  expect(stdout).not.toContain('\u001b');
});

test('cues ask for a skill in an advert, and are no names of it anywhere else', async () => {
  const ask = 'You build scalable services, care about security and performance, and write to people in other time zones.';
  const asked = ['scalability', 'information-security', 'performance-optimization', 'remote-collaboration'];
  const advert = await runCli(['posting', '-', '-f', 'json'], { stdin: `Engineer\n\nRequirements:\n- ${ask}\n`, cwd });
  const [role] = (JSON.parse(advert.stdout) as { results: [Result] }).results;
  expect(role.requirements.map(({ anyOf: [one] }) => one?.skill)).toEqual(asked);

  const claim = ask.replace('You build', 'Java. I build');
  const claimed = await runCli(['import', '-', '-f', 'json'], { stdin: `${claim}\nperformance\n`, cwd });
  const [profile] = (JSON.parse(claimed.stdout) as { results: [{ skills: { id: string }[] }] }).results;
  expect(profile.skills.map(({ id }) => id)).toEqual(['java']);

  const fit = await runCli(['fit', '--skills', 'performance=3,scalable=3', '-f', 'json'], { cwd });
  const { skills, unrecognised } = (
    JSON.parse(fit.stdout) as { profile: { skills: []; unrecognised: { input: string; suggestions: string[] }[] } }
  ).profile;
  expect(skills).toEqual([]);
  expect(unrecognised.map(({ input, suggestions }) => [input, suggestions[0]])).toEqual([
    ['performance', 'performance-optimization'],
    ['scalable', 'scalability'],
  ]);
});

test('what an employer says of itself asks for nothing by cues, and what is not asked is not missed', async () => {
  const about = 'We are a security company with performance bonuses and flexible hours.';
  const demands = '- No Java experience needed\n- Docker (e.g. at home)';
  const advert = await runCli(['posting', '-', '-f', 'json'], {
    stdin: `Helper\n\n${about}\n\nRequirements:\n${demands}\n`,
    cwd,
  });
  const { results, diagnostics } = JSON.parse(advert.stdout) as { results: [Result]; diagnostics: { code: string }[] };
  expect(results[0].requirements.map(({ anyOf: [one] }) => one?.skill)).toEqual(['docker']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['document-read']);
});

test('a page of elements that nobody closed is refused at a depth, not read for a minute', async () => {
  const deep = await runCli(['posting', '-'], { stdin: `<div>${'<b>'.repeat(200_000)}Java`, cwd });
  expect([deep.code, deep.stderr]).toEqual([3, expect.stringMatching(/^<stdin>: error: is refused: .* more than 5000 deep/)]);
  const sloppy = await runCli(['posting', '-'], { stdin: `<div>${'<b>'.repeat(1000)}Java`, cwd });
  expect(sloppy.code).toBe(0);
});
