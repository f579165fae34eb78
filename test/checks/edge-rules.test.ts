import { describe, expect, test } from 'vitest';
import { asPack, inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

interface Found {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: string;
}

/** What `validate` says of a pack with these skills, warnings about resources and use aside. */
function check(...skills: readonly string[]): Promise<Found[]> {
  const files = { 'skills/core.yaml': skills.map((skill) => `- { ${skill} }\n`).join('') };
  return inFolder(asPack(files), async (cwd) => {
    const { stdout } = await runCli(['validate', '-f', 'json'], { cwd });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
    return diagnostics.filter(({ code }) => code !== 'no-resource' && code !== 'unused-skill');
  });
}

const places = (found: readonly Found[]): string[] => found.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('references to skills', () => {
  test('of usually and of choices are looked up', async () => {
    const found = await check(
      'id: java, name: Java, usually: [{ skill: gitt }]',
      'id: junit, name: JUnit, requires: [{ anyOf: [java, mavn], level: 1 }]',
    );
    expect(places(found)).toEqual(['1:46 unknown-skill', '2:56 unknown-skill']);
  });
});

describe('usually', () => {
  test('never raises', async () => {
    const [found, ...more] = await check('id: java, name: Java, usually: [{ skill: git, offset: 1 }]', 'id: git, name: Git');
    expect(more).toEqual([]);
    expect([found?.severity, found?.code, found?.message]).toEqual(['error', 'out-of-scale', expect.stringContaining('1')]);
  });

  test('may go round in a circle', async () => {
    expect(await check('id: a, name: A, usually: [{ skill: b }]', 'id: b, name: B, usually: [{ skill: a }]')).toEqual([]);
  });

  test.each([
    [-2, []],
    [-3, ['3:56 usually-implied']],
    [-4, ['3:56 usually-implied']],
  ])('says more than implications do, through other skills too: offset %d', async (offset, expected) => {
    const found = await check(
      'id: a, name: A',
      'id: b, name: B, implies: [{ skill: a, offset: -2 }]',
      `id: c, name: C, implies: [{ skill: b, offset: -1 }], usually: [{ skill: a, offset: ${offset} }]`,
    );
    expect(found.map(({ code, line }) => `${line} ${code}`)).toEqual(expected.map((one) => one.replace(/:\d+/, '')));
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});

describe('general', () => {
  test.each([
    ['{ offset: 0 }', []],
    ['{ offset: -1 }', []],
    ['{ offset: 1 }', ['out-of-scale']],
    ['{ offset: -5 }', ['out-of-scale']],
    ['yes please', ['wrong-type']],
  ])('%s', async (general, codes) => {
    expect((await check(`id: a, name: A, general: ${general}`)).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a circle of prerequisites', () => {
  const maven = 'id: maven, name: Maven, requires: [{ skill: junit, level: 1 }]';
  const gradle = 'id: gradle, name: Gradle';
  const junit = 'id: junit, name: JUnit, requires: [{ anyOf: [maven, gradle], level: 1 }]';

  test('is open where a choice can be met outside it', async () => {
    expect(await check(maven, gradle, junit)).toEqual([]);
  });

  test('is closed where no choice can', async () => {
    const found = await check(maven, `${gradle}, requires: [{ skill: junit, level: 2 }]`, junit);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['learning-cycle']));
    expect(found.map(({ message }) => message).join()).toContain('maven 1');
  });

  test('stands where it always did without choices', async () => {
    const found = await check(
      'id: a, name: A, requires: [{ skill: b, level: 1 }]',
      'id: b, name: B, requires: [{ skill: a, level: 1 }]',
    );
    expect(places(found)).toEqual([expect.stringContaining('learning-cycle')]);
  });
});

describe('a choice that is refused', () => {
  test.each([
    ['{ anyOf: { family: backend }, name: x, level: 2, importance: essential }', 'wrong-value'],
    ['{ anyOf: {}, name: x, level: 2, importance: essential }', 'missing-key'],
    ['{ anyOf: a, name: x, level: 2, importance: essential }', 'wrong-type'],
    ['{ anyOf: { family: ci-tool }, level: 2, importance: essential }', 'missing-key'],
  ])('is told of once: %s', async (requirement, code) => {
    const role = `id: r\ntitle: R\nrequirements:\n  - { skill: a, level: 1, importance: helpful }\n  - ${requirement}\n`;
    const skill = '- { id: a, name: A, families: [ci-tool] }\n';
    await inFolder(asPack({ 'skills/core.yaml': skill, 'roles/r.yaml': role }), async (cwd) => {
      const { stdout } = await runCli(['validate', '-f', 'json'], { cwd });
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
      expect(diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code)).toEqual([code]);
    });
  });

  test('an empty one is told of, and a list whose only item is refused is not called empty', async () => {
    expect((await check('id: a, name: A, requires: [{ anyOf: [], level: 1 }]')).map(({ code }) => code)).toEqual(['wrong-value']);
    expect((await check('id: a, name: A, ambiguous: [lists]')).map(({ code }) => code)).toEqual(['wrong-value']);
  });
});
