import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { type CliWorld, runCli } from '../support/run-cli.ts';

/** The name and the skills, as `id=level`, of the profile that a command line used. */
async function profileOf(argv: readonly string[], world: CliWorld): Promise<{ name: unknown; skills: string[] }> {
  const { code, stdout } = await runCli(['fit', ...argv, '-f', 'json'], world);
  expect(code).toBe(0);
  const { profile } = JSON.parse(stdout) as { profile: { name: unknown; skills: { id: string; level: number }[] } };
  return { name: profile.name, skills: profile.skills.map((skill) => `${skill.id}=${skill.level}`).sort() };
}

const named = (name: string): string => `name: ${name}\nskills: { java: 2 }\n`;

test('-p, then CAREERPATH_PROFILE, then ./skills.yaml, then the config folders', async () => {
  const folder = makeFolder({
    'a.yaml': named('A'),
    'b.yaml': named('B'),
    'here/skills.yaml': named('Here'),
    'config/careerpath/skills.yaml': named('Xdg'),
    'home/.config/careerpath/skills.yaml': named('Home'),
    'elsewhere/x': '',
  });
  const here = `${folder}/here`;
  const elsewhere = `${folder}/elsewhere`;
  const all = { CAREERPATH_PROFILE: `${folder}/b.yaml`, XDG_CONFIG_HOME: `${folder}/config`, HOME: `${folder}/home` };
  const { CAREERPATH_PROFILE: _, ...noVariable } = all;
  const nameFrom = async (argv: readonly string[], cwd: string, env: Record<string, string>): Promise<unknown> =>
    (await profileOf(argv, { cwd, env })).name;
  expect(await nameFrom(['-p', `${folder}/a.yaml`], here, all)).toBe('A');
  expect(await nameFrom([], here, all)).toBe('B');
  expect(await nameFrom([], here, noVariable)).toBe('Here');
  expect(await nameFrom([], elsewhere, noVariable)).toBe('Xdg');
  expect(await nameFrom([], elsewhere, { HOME: `${folder}/home` })).toBe('Home');
  expect(await nameFrom([], here, { CAREERPATH_PROFILE: '', HOME: `${folder}/home` })).toBe('Here');
});

test('-p - reads standard input, YAML or JSON', async () => {
  expect(await profileOf(['-p', '-'], { stdin: named('In') })).toEqual({ name: 'In', skills: ['java=2'] });
  const json = '{"name":"Json","skills":{"k8s":"expert"}}';
  expect(await profileOf(['-p', '-'], { stdin: json })).toEqual({ name: 'Json', skills: ['kubernetes=5'] });
});

test('--skills alone is a whole profile; with -p it is added, and the higher level counts', async () => {
  const folder = makeFolder({ 'skills.yaml': named('Here') });
  const alone = await profileOf(['--skills', 'sql=2,docker'], { cwd: folder });
  expect(alone).toEqual({ name: null, skills: ['docker=3', 'sql=2'] });
  const added = await profileOf(['-p', 'skills.yaml', '--skills', 'java=4,sql=2', '--skills', 'git:1'], { cwd: folder });
  expect(added).toEqual({ name: 'Here', skills: ['git=1', 'java=4', 'sql=2'] });
  const lower = await profileOf(['-p', 'skills.yaml', '--skills', 'java=1'], { cwd: folder });
  expect(lower.skills).toEqual(['java=2']);
});

test.each([
  { mark: '0', code: 0 },
  { mark: '100', code: 1 },
])('--min-fit $mark exits $code', async ({ mark, code }) => {
  const argv = ['--skills', 'java=3', '--min-fit', mark];
  expect((await runCli(['fit', 'backend-developer', ...argv])).code).toBe(code);
  expect((await runCli(['match', 'backend-developer', ...argv])).code).toBe(code);
});

test('--min-fit compares the exact score: met at the very number, missed just above it', async () => {
  const argv = ['fit', 'bassist', '-p', 'test/fixtures/ada.yaml', '--pack', 'test/fixtures/small-pack'];
  // Rhythm 1 of 2 at weight 4, Bass met at weight 2: (4 × 0.5 + 2) / 6 = 66.67
  expect((await runCli([...argv, '--min-fit', '66.66'])).code).toBe(0);
  expect((await runCli([...argv, '--min-fit', '66.67'])).code).toBe(1);
});

test('--min-fit without a role asks about the targets, else the best role', async () => {
  const pack = ['--pack', 'test/fixtures/small-pack'];
  // Ada's target, guitarist, is at 50; her best role is at 66.
  expect((await runCli(['fit', '-p', 'test/fixtures/ada.yaml', ...pack, '--min-fit', '60'])).code).toBe(1);
  expect((await runCli(['fit', '--skills', 'bass=3,rhythm=1', ...pack, '--min-fit', '60'])).code).toBe(0);
});

test.each(['match -p -', 'fit -p -', 'import -', 'posting -', 'validate -', 'compare - --input yaml'])(
  '%s: standard input without an end is refused at its limit',
  async (line) => {
    let given = 0;
    const stdin = new Readable({
      read() {
        given += 65_536;
        this.push(Buffer.alloc(65_536, 'a\n'));
      },
    });
    const { code, stdout, stderr } = await runCli(line.split(' '), { stdin });
    expect([1, 3]).toContain(code);
    expect(stdout + stderr).toMatch(/<stdin>.*has more than \d+ bytes/s);
    expect(given).toBeLessThan(20 * 2 ** 20);
    expect(stdin.destroyed).toBe(true);
  },
);
