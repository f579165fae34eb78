import { describe, expect, test } from 'vitest';
import { layerPacks } from '../../src/catalog/layer-packs.ts';
import type { PackDraft } from '../../src/catalog/read-pack.ts';
import type { DraftEntry, Skill } from '../../src/core/model/model.ts';
import { inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

function pack(layer: number, ...skills: readonly [id: string, name: string][]): PackDraft {
  return {
    meta: { name: `pack ${layer}`, version: '1' },
    base: 'built-in',
    severities: {},
    skills: skills.map(
      ([id, name]): DraftEntry<Skill> => ({
        value: { id, name, altLabels: [], effort: 'small', implies: [], usually: [], related: [], requires: [], learn: {} },
        file: `${layer}.yaml`,
        path: [],
        layer,
      }),
    ),
    roles: [],
    placeOf: () => ({ file: `${layer}.yaml`, line: 1, column: 1, endLine: 1, endColumn: 1 }),
    placeInMeta: () => undefined,
    diagnostics: [],
    faulty: [],
    files: [],
  };
}

test('a later layer replaces a whole entry of the same id and leaves the others', () => {
  const draft = layerPacks([pack(0, ['java', 'Java'], ['go', 'Go']), pack(1, ['java', 'Our Java'], ['rust', 'Rust'])]);
  expect(draft.skills.map((entry) => [entry.value.id, entry.value.name, entry.layer])).toEqual([
    ['go', 'Go', 0],
    ['java', 'Our Java', 1],
    ['rust', 'Rust', 1],
  ]);
  expect(draft.packs.map((meta) => meta.name)).toEqual(['pack 0', 'pack 1']);
  expect(draft.skills.map((entry) => draft.placeOf(entry, [])?.file)).toEqual(['0.yaml', '1.yaml', '1.yaml']);
});

test('the same id twice within one layer stays, for the checks to report', () => {
  const draft = layerPacks([pack(0, ['java', 'Java']), pack(1, ['java', 'One'], ['java', 'Two'])]);
  expect(draft.skills.map((entry) => entry.value.name)).toEqual(['One', 'Two']);
});

describe('a requirement for a family', () => {
  const files = {
    'pack.yaml': 'name: ours\nbase: none\n',
    'skills/a.yaml': [
      '- { id: zig, name: Zig, families: [backend-language] }',
      '- { id: java, name: Java, families: [programming-language, backend-language] }',
      '- { id: css, name: CSS }',
    ].join('\n'),
    'skills/b.yaml': '- { id: go, name: Go, families: [backend-language] }\n',
    'roles/dev.yaml': [
      'id: dev',
      'title: Dev',
      'requirements:',
      '  - { anyOf: { family: backend-language }, name: one language, level: 2, importance: essential }',
    ].join('\n'),
  };

  test('lists the skills of the family in the order of the files, each at its level', async () => {
    await inFolder(files, async (cwd) => {
      const { stdout } = await runCli(['show', 'dev', '--pack', '.', '-f', 'json'], { cwd });
      expect(JSON.parse(stdout).results[0].requirements).toEqual([
        {
          id: 'one-language',
          name: 'one language',
          family: 'backend-language',
          anyOf: [
            { skill: 'zig', name: 'Zig', level: 2 },
            { skill: 'java', name: 'Java', level: 2 },
            { skill: 'go', name: 'Go', level: 2 },
          ],
          atLeast: 1,
          importance: 'essential',
        },
      ]);
      const fit = await runCli(['fit', 'dev', '--pack', '.', '--skills', 'go=2', '-f', 'json'], { cwd });
      expect(JSON.parse(fit.stdout).results[0].score).toBe(100);
    });
  });

  test('grows with a pack that is laid over it', async () => {
    const above = { 'pack.yaml': 'name: more\n', 'skills/c.yaml': '- { id: rust, name: Rust, families: [backend-language] }\n' };
    const under = Object.fromEntries(Object.entries(files).map(([path, text]) => [`below/${path}`, text]));
    const over = Object.fromEntries(Object.entries(above).map(([path, text]) => [`above/${path}`, text]));
    await inFolder({ ...under, ...over }, async (cwd) => {
      const { stdout } = await runCli(['show', 'dev', '--pack', 'below', '--pack', 'above', '-f', 'json'], { cwd });
      const [requirement] = JSON.parse(stdout).results[0].requirements;
      expect(requirement.anyOf.map((one: { skill: string }) => one.skill)).toEqual(['zig', 'java', 'go', 'rust']);
    });
  });

  test('is asked for at a level to which as many of its skills as it asks can be learned', async () => {
    const learn = 'learn: { 2: { do: Write a program. }, 1: { do: Read one. } }';
    const learned = {
      ...files,
      'skills/b.yaml': `- { id: go, name: Go, families: [backend-language], ${learn} }\n`,
      'skills/a.yaml': '- { id: zig, name: Zig, families: [backend-language], learn: { 1: { do: Read one. } } }\n',
    };
    const codes = (role: string): Promise<string[]> =>
      inFolder({ ...learned, 'roles/dev.yaml': role }, async (cwd) => {
        const { stdout } = await runCli(['validate', '-f', 'json'], { cwd });
        return JSON.parse(stdout).diagnostics.map((one: { code: string }) => one.code);
      });
    expect(await codes(files['roles/dev.yaml'])).not.toContain('level-beyond-learn');
    expect(await codes(files['roles/dev.yaml'].replace('level: 2', 'level: 2, atLeast: 2'))).toContain('level-beyond-learn');
  });
});

describe('a label of two packs', () => {
  const below = {
    'below/pack.yaml': 'name: below\nbase: none\n',
    'below/skills/a.yaml': '- { id: react, name: React, altLabels: [react library, reactjs] }\n- { id: go, name: Go }\n',
  };
  const above = {
    'above/pack.yaml': 'name: above\n',
    'above/skills/a.yaml': '- { id: our-react, name: Our React, altLabels: [React, reactjs] }\n',
    'above/roles/r.yaml':
      'id: r\ntitle: R\nrequirements:\n  - { skill: our-react, level: 1, importance: essential }\n  - { skill: react, level: 1, importance: helpful }\n',
  };
  const packs = ['--pack', 'below', '--pack', 'above'];

  test('counts for the later one, by name and by id; ids in data keep their meaning', async () => {
    await inFolder({ ...below, ...above }, async (cwd) => {
      for (const [name, skill] of [
        ['React', 'our-react'],
        ['reactjs', 'our-react'],
        ['React Library', 'react'],
      ]) {
        const { stdout } = await runCli(['show', name as string, ...packs, '-f', 'json'], { cwd });
        expect([name, JSON.parse(stdout).results[0].id]).toEqual([name, skill]);
      }
      const { stdout } = await runCli(['show', 'r', ...packs, '-f', 'json'], { cwd });
      expect(JSON.parse(stdout).results[0].requirements.map((one: { skill: string }) => one.skill)).toEqual([
        'our-react',
        'react',
      ]);
    });
  });

  test('is an error within one pack', async () => {
    const twice = '- { id: one, name: One, altLabels: [React] }\n- { id: two, name: Two, altLabels: [react] }\n';
    await inFolder({ ...below, ...above, 'above/skills/b.yaml': twice }, async (cwd) => {
      const { code, stderr } = await runCli(['show', 'r', ...packs], { cwd });
      expect(code).toBe(3);
      expect(stderr).toContain('the label "React" of one also names our-react');
    });
  });
});
