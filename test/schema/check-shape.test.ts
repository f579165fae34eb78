import { expect, test } from 'vitest';
import { parseYaml } from '../../src/documents/yaml.ts';
import { checkShape } from '../../src/schema/check-shape.ts';
import { roleSchema } from '../../src/schema/role-schema.ts';

test('a value that is refused is one fault: its key is not reported as missing too', () => {
  const text = `id: a
title: A
requirements:
  - { skill: sql, level: 6, importance: essential }
  - { skill: java, level: 3, importance: usefull }
  - { skill: git, importance: helpful }
  - { skill: docker, level: 2, importance: helpful }
`;
  const document = parseYaml(text, 'a.yaml');
  const { value, diagnostics } = checkShape(roleSchema, document.value, [], document, () => []);
  expect(diagnostics.map((one) => [one.code, one.place?.line])).toEqual([
    ['out-of-scale', 4],
    ['wrong-value', 5],
    ['missing-key', 6],
  ]);
  expect(value?.requirements.map((one) => ('skill' in one ? one.skill : ''))).toEqual(['docker']);
});
