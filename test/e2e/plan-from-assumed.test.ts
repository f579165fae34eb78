import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtInCatalog } from '../support/make-catalog.ts';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

type Json = Record<string, unknown>;
interface Step extends Json {
  readonly order: number;
  readonly skill: string;
  readonly to: number;
  readonly hours: { readonly typical: number };
  readonly weeks: readonly [number, number];
  readonly atWork: boolean;
}
interface PlanJson extends Json {
  readonly steps: readonly Step[];
  readonly assumed: readonly { readonly skill: string; readonly level: number; readonly because: readonly Json[] }[];
  readonly exactBefore: Readonly<Record<string, number>>;
  readonly exactAfter: Readonly<Record<string, number>>;
  readonly milestones: readonly { readonly afterStep: number; readonly verdict: string }[];
  readonly study: { readonly hours: number };
  readonly work: { readonly hours: number };
  readonly hours: { readonly typical: number };
  readonly instead: readonly Json[];
}

const examples = readdirSync('data/examples')
  .sort()
  .map((file) => `data/examples/${file}`);
const role = 'senior-backend-developer';

async function json(argv: readonly string[]): Promise<Json> {
  const { code, stdout, stderr } = await runCli([...argv, '-f', 'json']);
  expect(stderr).toBe('');
  expect([0, 1]).toContain(code);
  return JSON.parse(stdout) as Json;
}

async function planOf(argv: readonly string[]): Promise<PlanJson> {
  const { results } = await json(['plan', ...argv]);
  return (results as PlanJson[])[0] as PlanJson;
}

/** The exact fit, and the verdict, of a profile with more declared beside it. */
async function fitOf(profile: string, declared: readonly { skill: string; level: number }[]): Promise<Json> {
  const skills = declared.length === 0 ? [] : ['--skills', declared.map(({ skill, level }) => `${skill}=${level}`).join()];
  const { results } = await json(['fit', role, '-p', profile, ...skills]);
  return (results as Json[])[0] as Json;
}

test.each(examples)('%s: before and after are what fit gives the assumed profile without and with the steps', async (profile) => {
  for (const assume of ['likely', 'none']) {
    const plan = await planOf([role, '-p', profile, '--assume', assume]);
    if (assume === 'none') expect(plan.assumed).toEqual([]);
    const assumed = plan.assumed.map(({ skill, level }) => ({ skill, level }));
    const learned = plan.steps.map(({ skill, to }) => ({ skill, level: to }));
    expect(plan.exactBefore[role]).toBe((await fitOf(profile, assumed))['exactScore']);
    const after = await fitOf(profile, [...assumed, ...learned]);
    expect(plan.exactAfter[role]).toBe(after['exactScore']);
    expect(after['verdict']).toBe('ready');
    for (const { afterStep, verdict } of plan.milestones) {
      expect((await fitOf(profile, [...assumed, ...learned.slice(0, afterStep)]))['verdict']).toBe(verdict);
    }
    expect(plan.study.hours + plan.work.hours).toBe(plan.hours.typical);
    expect(plan.steps.filter((step) => step.to >= 4).every((step) => step.atWork)).toBe(true);
  }
});

test.each(examples)('%s: the first steps of match are those that the plan begins with, languages aside', async (profile) => {
  const catalog = builtInCatalog();
  const languages = new Set(
    Array.from({ length: catalog.index.skillCount }, (_, skill) => catalog.skill(skill))
      .filter((skill) => skill.kind === 'language')
      .map((skill) => skill.id),
  );
  const named = (steps: readonly Step[]): string[] =>
    steps.filter((step) => !languages.has(step.skill)).map((step) => `${step.skill}=${step.to}`);
  // The five roles of the project, which stand first, and every fourth of the others.
  for (let number = 0; number < catalog.index.roleCount; number += number < 5 ? 1 : 4) {
    const { id } = catalog.role(number);
    const { target } = await json(['match', id, '-p', profile]);
    const first = named((target as { steps: readonly Step[] }).steps);
    const { steps } = await planOf([id, '-p', profile]);
    // What a language of the plan needs may stand before them, nothing else.
    const begins = Math.max(0, named(steps).indexOf(first[0] ?? ''));
    const before = steps.slice(
      0,
      steps.findIndex((step) => `${step.skill}=${step.to}` === first[0]),
    );
    expect(begins === 0 || before.some((step) => languages.has(step.skill))).toBe(true);
    expect([id, ...named(steps).slice(begins, begins + first.length)]).toEqual([id, ...first]);
  }
});

// Whoever runs Kubernetes at 4 usually runs Docker at 3, half a level less sure: 2.5 counts as 2.
const operators = {
  'pack.yaml': 'name: operators\nbase: none\n',
  'skills/all.yaml': `- { id: docker, name: Docker, kind: tool, effort: small, learn: { 3: { do: "Run a service in a container.", resources: [] } } }
- { id: kubernetes, name: Kubernetes, kind: platform, effort: small, usually: [{ skill: docker, offset: -1 }] }
`,
  'roles/operator.yaml': `id: operator
title: Operator
seniority: entry
requirements:
  - { skill: docker, level: 3, importance: essential }
  - { skill: kubernetes, level: 3, importance: essential }
`,
};

test('what is taken for granted is said in one paragraph, with how to correct it; --assume none takes nothing', async () => {
  const folder = makeFolder(operators);
  const argv = ['plan', 'operator', '--skills', 'kubernetes=4', '--pack', folder];
  const { stdout } = await runCli([...argv, '-f', 'json']);
  const [plan] = (JSON.parse(stdout) as { results: PlanJson[] }).results;
  expect(plan?.assumed).toEqual([{ skill: 'docker', level: 2, because: [{ kind: 'usually', skill: 'kubernetes', level: 4 }] }]);
  expect(plan?.steps.map(({ skill, to }) => [skill, to])).toEqual([['docker', 3]]);
  // Half of the weight at 2 of 3, the other half in full.
  expect(plan?.exactBefore['operator']).toBeCloseTo(100 * (0.5 * (2 / 3) + 0.5), 9);
  expect(plan?.exactAfter['operator']).toBe(100);
  const said = (await runCli(argv, { columns: 400 })).stdout.replaceAll(/\s+/g, ' ');
  expect(said).toContain(
    'Taken for granted, though you did not say so: Docker 2 (comes with Kubernetes 4). Not so? careerpath profile set docker=1, or careerpath assess operator; --assume none counts only what you said.',
  );
  const none = (await runCli([...argv, '--assume', 'none', '--all'])).stdout;
  expect(none).not.toContain('Taken for granted');
  expect(none).toContain('Docker 0 → 1');
  expect((await runCli([...argv, '--assume', 'much'])).code).toBe(2);
});

test('no first step of match is for what is likely held: the assumed profile decides', async () => {
  const folder = makeFolder(operators);
  const first = async (skills: string): Promise<unknown> => {
    const { stdout } = await runCli(['match', 'operator', '--skills', skills, '--pack', folder, '-f', 'json']);
    const { target } = JSON.parse(stdout) as { target: { steps: Step[] } };
    return target.steps.map((step) => `${step.skill}=${step.to}`);
  };
  expect(await first('kubernetes=4')).toEqual(['docker=3']);
  expect(await first('kubernetes=4,docker=1')).toEqual(['docker=2', 'docker=3']);
});

test('where hardly anything is said, that comes first, with at most five answers', async () => {
  const { stdout } = await runCli(['plan', role, '--skills', 'git=1'], { columns: 400 });
  const text = stdout.replaceAll('\n', ' ');
  expect(text.indexOf('Too little is said')).toBeGreaterThan(-1);
  expect(text.indexOf('Too little is said')).toBeLessThan(text.indexOf('fit '));
  const asked = /would change it most: ([^.]+)\. To answer: careerpath assess/.exec(text)?.[1]?.split(', ') ?? [];
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(5);
});

test('a terminal shows what begins within twelve weeks and a line a milestone; --all, markdown and JSON show every step', async () => {
  const argv = ['plan', role, '-p', 'data/examples/java-developer.yaml'];
  const plan = await planOf(argv.slice(1));
  const boxes = async (more: readonly string[]): Promise<number> => {
    const { stdout } = await runCli([...argv, ...more]);
    return stdout.split('\n').filter((line) => /^\s*(\d+\. |- \[ \] )/.test(line)).length;
  };
  const soon = plan.steps.filter((step) => step.weeks[0] <= 12).length;
  expect(soon).toBeLessThan(plan.steps.length);
  expect(await boxes([])).toBe(soon);
  expect(await boxes(['--all'])).toBe(plan.steps.length);
  expect(await boxes(['-f', 'markdown'])).toBe(plan.steps.length);
  const { stdout } = await runCli(argv);
  expect(stdout).toContain('Milestones');
  expect(stdout).toContain(`${plan.steps.length - soon} later steps: --all shows every one.`);
});

test('calendar and chart tell study from the job, and mark the milestones', async () => {
  const argv = ['plan', role, '-p', 'data/examples/java-developer.yaml', '--start', '2027-01-04'];
  const plan = await planOf(argv.slice(1));
  const chart = (await runCli([...argv, '-f', 'mermaid'])).stdout;
  for (const section of ['Study', 'On the job', 'Milestones']) expect(chart).toContain(`  section ${section}\n`);
  expect(chart.match(/:milestone, /g)).toHaveLength(plan.milestones.length);
  const events = (await runCli([...argv, '-f', 'ics'])).stdout.match(/BEGIN:VEVENT/g);
  expect(events).toHaveLength(plan.steps.length + plan.milestones.length);
});

test('who has no job is told that what the job teaches comes with one', async () => {
  const told = /comes with one/;
  expect((await runCli(['plan', role, '--skills', 'java=3'])).stdout).toMatch(told);
  expect((await runCli(['plan', role, '-p', 'data/examples/java-developer.yaml'])).stdout).not.toMatch(told);
});

test('a preference takes names by commas or again, an unknown one is wrong usage, and the profile can hold it', async () => {
  const start = ['junior-backend-engineer', '--skills', 'git=1'];
  const both = await planOf([...start, '--prefer', 'python,ruby']);
  expect(await planOf([...start, '--prefer', 'python', '--prefer', 'ruby'])).toEqual(both);
  const taken = both.steps.map((step) => step.skill);
  expect(taken.includes('python') || both.instead.some((one) => one['skill'] === 'python')).toBe(true);
  expect((await runCli(['plan', ...start, '--prefer', 'pithon'])).code).toBe(2);
  const profile = 'prefer: [python, ruby]\nskills:\n  git: 1\n';
  const { stdout } = await runCli(['plan', 'junior-backend-engineer', '-p', '-', '-f', 'json'], { stdin: profile });
  const [fromProfile] = (JSON.parse(stdout) as { results: PlanJson[] }).results;
  expect(fromProfile?.instead).toEqual(both.instead);
});

test('a route starts at the job one has: no way to Junior for a senior', async () => {
  const hops = async (profile: string): Promise<unknown[]> => {
    const { stdout } = await runCli(['route', 'principal-api-architect', '-p', '-', '-f', 'json'], { stdin: profile });
    const [route] = (JSON.parse(stdout) as { results: { hops: { role: string }[] }[] }).results;
    return route?.hops.map((hop) => hop.role) ?? [];
  };
  expect(await hops(`role: ${role}\nskills: { java: 4 }\n`)).toEqual(['principal-api-architect']);
  expect(await hops('role: Senior Django Developer\nskills: { python: 4 }\n')).toEqual(['principal-api-architect']);
  expect((await hops('skills: { git: 1 }\n')).length).toBeGreaterThan(2);
});

test('what-if starts from the assumed profile too', async () => {
  const profile = 'data/examples/java-developer.yaml';
  const { results, assumed } = await json(['what-if', '--set', 'kafka=5', role, '-p', profile]);
  const [one] = results as { before: { exactScore: number }; after: { exactScore: number } }[];
  const start = (assumed as { skill: string; level: number }[]).map(({ skill, level }) => ({ skill, level }));
  expect(one?.before.exactScore).toBe((await fitOf(profile, start))['exactScore']);
  const without = start.filter(({ skill }) => skill !== 'kafka');
  expect(one?.after.exactScore).toBe((await fitOf(profile, [...without, { skill: 'kafka', level: 5 }]))['exactScore']);
});
