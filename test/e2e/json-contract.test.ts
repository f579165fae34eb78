import { expect, test } from 'vitest';
import { inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

type Json = Record<string, unknown>;
const person = ['-p', 'data/examples/java-developer.yaml'];

async function results(argv: readonly string[]): Promise<{ envelope: Json; results: Json[] }> {
  const { code, stdout } = await runCli([...argv, '-f', 'json']);
  expect(code).toBe(0);
  const envelope = JSON.parse(stdout) as Json;
  return { envelope, results: envelope['results'] as Json[] };
}

const requirement = {
  id: expect.any(String),
  label: expect.any(String),
  skills: expect.arrayContaining([{ id: expect.any(String), name: expect.any(String), level: expect.any(Number) }]),
  atLeast: expect.any(Number),
  importance: expect.stringMatching(/^(essential|important|helpful)$/),
  weight: expect.any(Number),
  credit: expect.any(Number),
  points: expect.any(Number),
  maxPoints: expect.any(Number),
  state: expect.stringMatching(/^(met|partial|transferable|missing|not-assessed)$/),
  via: expect.any(Array),
};
const likelyOfRequirement = { credit: expect.any(Number), level: expect.any(Number), because: expect.any(Array) };
const scored = {
  role: expect.any(String),
  title: expect.any(String),
  score: expect.any(Number),
  exactScore: expect.any(Number),
  range: [expect.any(Number), expect.any(Number)],
  verdict: expect.stringMatching(/^(ready|near|stretch|far)$/),
  likely: { score: expect.any(Number), verdict: expect.stringMatching(/^(ready|near|stretch|far|unknown)$/) },
  said: expect.any(Number),
};
const background = { met: expect.toBeOneOf([true, false, null]), required: expect.anything() };

function expectScore(result: Json): void {
  const [low, high] = result['range'] as [number, number];
  expect(low).toBe(result['exactScore']);
  expect(high).toBeGreaterThanOrEqual(low);
  const { score } = result['likely'] as { score: number };
  expect(score >= low && score <= high).toBe(true);
  expect(result['said']).toBeGreaterThanOrEqual(0);
  expect(result['said']).toBeLessThanOrEqual(1);
  expect(result['score']).toBe(Math.floor((result['exactScore'] as number) + 1e-9));
}

/** A gap says whether it is open too. */
function expectGap(given: Json): void {
  const { open, ...rest } = given;
  expect(open).toBe('likely' in given);
  expectRequirement(rest);
}

function expectRequirement(given: Json): void {
  const { likely, ...rest } = given;
  expect(rest).toEqual(requirement);
  if (likely !== undefined) expect(likely).toEqual(likelyOfRequirement);
  for (const because of ((likely as Json | undefined)?.['because'] ?? []) as Json[]) {
    expect(because['kind']).toBeOneOf(['usually', 'general', 'role']);
  }
  for (const via of given['via'] as Json[]) {
    expect(via).toEqual(
      expect.objectContaining({
        kind: expect.stringMatching(/^(declared|implied|transfer)$/),
        skill: expect.any(String),
        level: expect.any(Number),
        transfer: expect.any(Number),
      }),
    );
  }
}

test.each(['match', 'fit', 'roles', 'skills'])('%s: the envelope', async (command) => {
  const usesProfile = command === 'match' || command === 'fit';
  const { envelope } = await results(usesProfile ? [command, ...person] : [command]);
  expect(envelope).toMatchObject({
    schemaVersion: 2,
    command,
    catalog: { name: 'careerpath', version: expect.any(String), digest: expect.stringMatching(/^[0-9a-f]{16}$/) },
    diagnostics: expect.any(Array),
  });
  expect('profile' in envelope).toBe(usesProfile);
});

test('the profile lists its skills and what was not recognised, with ids as suggestions', async () => {
  const { envelope } = await results(['fit', '--skills', 'java=3,postgress=2']);
  expect(envelope['profile']).toEqual({
    name: null,
    skills: [{ id: 'java', name: 'Java', level: 3, readFrom: ['java'] }],
    unrecognised: [{ input: 'postgress', suggestions: expect.arrayContaining(['postgresql']) }],
  });
});

test('fit: every role, and with --explain every requirement, whose points add up to the score', async () => {
  const plain = await results(['fit', ...person]);
  for (const result of plain.results) {
    expect(result).toMatchObject({ ...scored, essentials: { met: expect.any(Number), total: expect.any(Number) } });
    expect(result).toHaveProperty('experience.years');
    expect(result).toHaveProperty('education.held');
    expect(result).not.toHaveProperty('requirements');
    expectScore(result);
  }
  const explained = await results(['fit', '--explain', ...person]);
  expect(explained.results).toHaveLength(plain.results.length);
  for (const result of explained.results) {
    const requirements = result['requirements'] as Json[];
    requirements.forEach(expectRequirement);
    const points = requirements.reduce((sum, one) => sum + (one['points'] as number), 0);
    expect(points).toBeCloseTo(result['exactScore'] as number, 9);
    expect(requirements.reduce((sum, one) => sum + (one['maxPoints'] as number), 0)).toBeCloseTo(100, 9);
  }
});

test('match: the same results as fit, and a target with gaps and steps beside them', async () => {
  const fit = await results(['fit', ...person]);
  const match = await results(['match', ...person]);
  expect(match.results).toEqual(fit.results);
  const target = match.envelope['target'] as { role: string; gaps: Json[]; questions: Json[]; steps: Json[] };
  expect(target.role).toBe('senior-backend-developer');
  target.gaps.forEach(expectGap);
  expect(target.questions.length).toBeLessThanOrEqual(5);
  expect(target.questions.length).toBeGreaterThan(0);
  for (const question of target.questions) {
    expect(question).toEqual({
      skill: expect.any(String),
      name: expect.any(String),
      likely: expect.any(Number),
      moves: expect.any(Number),
    });
  }
  expect(target.steps.length).toBeGreaterThan(0);
  target.steps.forEach((step, i) => {
    expect(step).toMatchObject({
      order: i + 1,
      skill: expect.any(String),
      name: expect.any(String),
      hours: { low: expect.any(Number), typical: expect.any(Number), high: expect.any(Number) },
      gain: expect.any(Number),
      closes: expect.any(Array),
      resources: expect.any(Array),
    });
    expect(step['to']).toBe((step['from'] as number) + 1);
  });
});

test('gaps: what is open and what is met are the whole role', async () => {
  const { results: given } = await results(['gaps', 'principal-api-architect', ...person]);
  expect(given).toHaveLength(1);
  const [result] = given as [Json];
  expect(result).toMatchObject(scored);
  const open = result['gaps'] as Json[];
  const met = result['met'] as Json[];
  [...open, ...met].forEach(expectGap);
  const { results: roles } = await results(['show', 'principal-api-architect']);
  expect(open.length + met.length).toBe(((roles[0] as Json)['requirements'] as unknown[]).length);
  expect(open.every((one) => (one['credit'] as number) < 1) && met.every((one) => one['credit'] === 1)).toBe(true);
});

test('compare: one line a person and role, the same as NDJSON and as JSON results', async () => {
  const input = '{"person":"A","skills":{"java":3}}\n{"person":"B","skills":{"sql":"competent","nonsense":1}}\n';
  const asJson = await runCli(['compare', '-', '-f', 'json'], { stdin: input });
  const asLines = await runCli(['compare', '-', '-f', 'ndjson'], { stdin: input });
  const lines = asLines.stdout.trimEnd().split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as Json);
  expect((JSON.parse(asJson.stdout) as Json)['results']).toEqual(parsed);
  expect(new Set(parsed.map((line) => line['person']))).toEqual(new Set(['A', 'B']));
  for (const line of parsed) {
    expectScore(line);
    expect(Object.keys(line)).toEqual([
      'person',
      'role',
      'score',
      'exactScore',
      'range',
      'verdict',
      'likely',
      'said',
      'use',
      'closeness',
      'essentials',
      'topGaps',
      'unrecognised',
      'digest',
    ]);
    expect(line['unrecognised']).toEqual(line['person'] === 'B' ? ['nonsense'] : []);
  }
});

test.each([
  ['roles', 'role'],
  ['skills', 'skill'],
])('%s: every entry answers to show by its id', async (command, type) => {
  const { results: entries } = await results([command]);
  expect(entries.length).toBeGreaterThan(4);
  for (const entry of entries.slice(0, 5)) {
    const { results: shown } = await results(['show', entry['id'] as string]);
    expect(shown).toEqual([{ type, ...entry }]);
  }
});

test('on failure there are no results, and the diagnostics say why', async () => {
  const { code, stdout, stderr } = await runCli(['gaps', 'junior-backend-enginer', ...person, '-f', 'json']);
  expect(code).toBe(2);
  const envelope = JSON.parse(stdout) as Json;
  expect(envelope['results']).toEqual([]);
  expect(envelope['diagnostics']).toEqual([
    expect.objectContaining({ code: 'unknown-argument', severity: 'error', message: expect.any(String) }),
  ]);
  const [diagnostic] = envelope['diagnostics'] as [{ suggestions: string[] }];
  expect(diagnostic.suggestions[0]).toBe('junior-backend-engineer');
  expect(stderr).toContain('junior-backend-engineer');
});

test('background is stated beside the score', async () => {
  const { results: given } = await results(['fit', 'senior-backend-developer', ...person]);
  expect(given[0]?.['experience']).toMatchObject({ years: 3, required: 8, met: false });
  expect(given[0]?.['education']).toMatchObject(background);
});

test('--min-fit counts what is proven, --by likely the estimate, and JSON says which', async () => {
  const pack = {
    'pack.yaml': 'name: trade\nversion: 1.0.0\nbase: none\nlicence: MIT\nattribution: us\n',
    'skills/trade.yaml':
      '- id: sawing\n  name: Sawing\n  kind: tool\n  effort: small\n  usually: [{ skill: measuring }]\n' +
      '- id: measuring\n  name: Measuring\n  kind: tool\n  effort: small\n',
    'roles/joiner.yaml':
      'id: joiner\ntitle: Joiner\nrequirements:\n' +
      '  - { skill: sawing, level: 2, importance: essential }\n  - { skill: measuring, level: 2, importance: essential }\n',
  };
  await inFolder(pack, async (cwd) => {
    const fit = ['fit', 'joiner', '--pack', '.', '--skills', 'sawing=3', '-f', 'json', '--min-fit', '60'];
    const proven = await runCli(fit, { cwd });
    const estimated = await runCli([...fit, '--by', 'likely'], { cwd });
    expect([proven.code, estimated.code]).toEqual([1, 0]);
    expect((JSON.parse(proven.stdout) as Json)['minFit']).toEqual({ points: 60, by: 'proven', met: false });
    expect((JSON.parse(estimated.stdout) as Json)['minFit']).toEqual({ points: 60, by: 'likely', met: true });
  });
});

test('with hardly anything said there are questions and no steps, and the headline says so', async () => {
  const { envelope } = await results(['match', 'backend-developer', '--skills', '']);
  expect(envelope['target']).toMatchObject({ steps: [], questions: expect.arrayContaining([expect.anything()]) });
  const { stdout } = await runCli(['match', 'backend-developer', '--skills', '']);
  expect(stdout).toContain('Backend Developer (asked for): too little said');
  expect(stdout).not.toContain('First steps');
});

test('a batch gives the same as one person alone, to the last bit, years and job and names without a level included', async () => {
  const profile = { role: 'Senior Java Engineer', experience: { years: 6 }, skills: ['java', 'docker', 'sql'] };
  const { stdout } = await runCli(['compare', '-', '-f', 'ndjson'], {
    stdin: `${JSON.stringify({ person: 'A', ...profile })}\n`,
  });
  const { stdout: alone } = await runCli(['fit', '-p', '-', '-f', 'json'], { stdin: JSON.stringify(profile) });
  const fits = new Map(((JSON.parse(alone) as Json)['results'] as Json[]).map((one) => [one['role'], one]));
  for (const line of stdout.trimEnd().split('\n')) {
    const row = JSON.parse(line) as Json;
    const fit = fits.get(row['role']);
    for (const key of ['exactScore', 'range', 'verdict', 'likely', 'said', 'use', 'closeness'])
      expect(row[key]).toEqual(fit?.[key]);
  }
});
