import { expect, test } from 'vitest';
import { layerPacks } from '../../src/catalog/layer-packs.ts';
import type { PackDraft } from '../../src/catalog/read-pack.ts';
import type { DraftEntry, Skill } from '../../src/core/model/model.ts';

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
