import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Inline,
  Noted,
  writeYaml,
  writeYamlItem,
  type YamlMap,
  type YamlValue,
  yamlScalar,
} from '../../src/documents/write-yaml.ts';
import { parseYaml } from '../../src/documents/yaml.ts';

function write(value: YamlMap, comments: readonly string[] = []): string {
  return [...writeYaml({ comments, value })].join('');
}

/** Parsed maps as plain objects without a prototype. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key as string, plain(inner)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

test('a profile by hand', () => {
  const value = {
    skills: { 'Node.js': { level: 2, evidence: 'seen in 1 file: a.js' }, 'C#': { level: 1 } },
    targets: [],
    of: [{ a: 1, b: 'no' }, 'x'],
  };
  expect(write(value, ['made by\nhand'])).toBe(
    [
      '# made by\\nhand',
      'skills:',
      '  Node.js:',
      '    level: 2',
      '    evidence: "seen in 1 file: a.js"',
      '  C#:',
      '    level: 1',
      'targets: []',
      'of:',
      '  - a: 1',
      '    b: "no"',
      '  - x',
      '',
    ].join('\n'),
  );
});

test('one line, a note above, and what is not there', () => {
  const value = {
    a: undefined,
    b: new Inline({ c: [1, 'x: y'], d: undefined }),
    e: new Noted('why', [new Noted('here', { f: 1 })]),
  };
  expect(write(value)).toBe('b: { c: [1, "x: y"] }\n# why\ne:\n  # here\n  - f: 1\n');
  expect([...writeYamlItem({ id: 'a', name: 'A b' }, 'ids')].join('')).toBe('- id: a\n  name: "A b"\n');
});

test('a hidden sign is written as an escape that every YAML reader knows', () => {
  expect(yamlScalar('a\u202eb')).toBe('"a\\u202eb"');
  expect(yamlScalar('a\u{e0041}b')).toBe('"a\\U000e0041b"');
});

test('what is written is read back as it was', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('yes', '1e3', '010', '- a', 'a: b', ' a', '#', '~', '', '\u202e', "it's", 'a #b'),
  );
  const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
  const { map } = fc.letrec<{ map: YamlMap; value: YamlValue }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 3 }), tie('map')),
    map: fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(map, (value) => {
      fc.pre(Object.keys(value).length > 0);
      const parsed = parseYaml(write(value), 'x');
      expect(parsed.diagnostics).toEqual([]);
      expect(plain(parsed.value)).toEqual(value);
    }),
    { numRuns: 200 },
  );
});
