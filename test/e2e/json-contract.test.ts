import { expect, test } from 'vitest';
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
const scored = {
  role: expect.any(String),
  title: expect.any(String),
  score: expect.any(Number),
  exactScore: expect.any(Number),
  range: [expect.any(Number), expect.any(Number)],
  verdict: expect.stringMatching(/^(ready|near|stretch|far)$/),
};
const background = { met: expect.toBeOneOf([true, false, null]), required: expect.anything() };

function expectScore(result: Json): void {
  const [low, high] = result['range'] as [number, number];
  expect(low).toBe(result['exactScore']);
  expect(high).toBeGreaterThanOrEqual(low);
  expect(result['score']).toBe(Math.floor((result['exactScore'] as number) + 1e-9));
}

function expectRequirement(given: Json): void {
  expect(given).toEqual(requirement);
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
    schemaVersion: 1,
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
  const target = match.envelope['target'] as { role: string; gaps: Json[]; steps: Json[] };
  expect(target.role).toBe('senior-backend-developer');
  target.gaps.forEach(expectRequirement);
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
  [...open, ...met].forEach(expectRequirement);
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
      'essentials',
      'topGaps',
      'unrecognised',
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
