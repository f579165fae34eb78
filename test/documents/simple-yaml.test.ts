import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSimpleYaml } from '../../src/documents/simple-yaml.ts';
import { parseFully } from '../../src/documents/yaml.ts';
import { home } from '../support/run-cli.ts';

test('a role file is read without the full parser', () => {
  const text = `# a comment
id: developer
altTitles: [Dev, "Software: Developer", 'C# person', "a \\"full-stack\\" one", "\\""]
experience: { years: 3, of: [{ skill: java, years: 2 }] }
requirements:
  - skill: java
    level: 3

  # more
  - skill: 3.10
leadsTo:
- role: senior
last:
`;
  expect(readSimpleYaml(text)).toEqual(parseFully(text, 'x.yaml').value);
  expect(readSimpleYaml(text)).toBeInstanceOf(Map);
});

test("the example profiles, with skills' names as keys, are read without the full parser", () => {
  for (const name of readdirSync(join(home, 'data', 'examples'))) {
    expect(readSimpleYaml(readFileSync(join(home, 'data', 'examples', name), 'utf8')), name).toBeInstanceOf(Map);
  }
  const text = 'Spring Boot: 3\nCI/CD: 2\nC#: 1\nC++: 2\n.NET: 2\nNode.js: 3\nWeb APIs (REST): 1\n';
  expect(readSimpleYaml(text)).toEqual(parseFully(text, 'x.yaml').value);
  expect((readSimpleYaml(text) as Map<string, unknown>).get('Web APIs (REST)')).toBe(1);
});

test.each([
  'a #b: c',
  'a : b',
  'a  : b',
  '...: b',
  `${'a'.repeat(1100)}: b`,
  'a: b: c',
  'a: b #c',
  'a: &b c',
  'a: *b',
  'a: !b c',
  'a:\n\tb: c',
  'a: b\n  c',
  'a: "b',
  'a: 1\na: 2',
  '- a\nb: c',
  'a: >-\n  b',
  '---\na: b',
  'a: [b',
  'a: {b}',
  '  a: b\nc: d',
])('%j is left to the full parser', (text) => {
  expect(readSimpleYaml(text)).toBeUndefined();
});

/** What the simple reader takes, the full parser takes too, as the same value. */
function agrees(text: string): void {
  const simple = readSimpleYaml(text);
  if (simple === undefined) return;
  const full = parseFully(text, 'x.yaml');
  expect(full.diagnostics, text).toEqual([]);
  expect(simple, text).toEqual(full.value);
}

const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'key',
    '1',
    '3.10',
    'no',
    'x y',
    'x #y',
    'x y:',
    'C#:',
    'a/b: ',
    '.n',
    ':',
    ': ',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\n    ',
    '\n  - ',
    '\n- ',
    ' ',
    '  ',
    '#',
    ' #',
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '"',
    "'",
    '{ a: b }',
    '[a, b]',
    '"q"',
    '\\"',
    '"q \\"r\\""',
    "'s'",
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '?',
    '? ',
    '~',
    '---',
    '...',
    'a:',
    'b: 1',
    '\nc: ',
    '\nd:',
    '\\',
    '/',
    '(',
    ')',
    '+',
    '.',
    '_',
    '@',
    '`',
    '=',
    'é',
    '\t',
    '\r',
  ],
);

test('it never says anything else than the full parser (random pieces)', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => agrees(pieces.join(''))),
    { numRuns: 6000 },
  );
});

const line = fc
  .tuple(
    fc.constantFrom(0, 0, 2, 2, 4, 6),
    fc.constantFrom('', '', '- ', '-  '),
    fc.constantFrom(
      'a: 1',
      'b:',
      'x y: z',
      'c/d (e)#: 2',
      '.f:',
      'c: x y',
      'd: [1, two]',
      'word',
      'e: { f: g }',
      '# note',
      'h: "q: r"',
      '',
    ),
  )
  .map(([indent, mark, content]) => `${' '.repeat(indent)}${mark}${content}`);

test('it never says anything else than the full parser (random lines)', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), (lines) => agrees(`${lines.join('\n')}\n`)),
    { numRuns: 6000 },
  );
});

test('it agrees on the built-in data, and on the data with a line lost', () => {
  for (const room of ['skills', 'roles', 'examples']) {
    for (const name of readdirSync(join(home, 'data', room))) {
      const text = readFileSync(join(home, 'data', room, name), 'utf8');
      agrees(text);
      const lines = text.split('\n');
      for (let i = 7; i < lines.length; i += 97) agrees(lines.toSpliced(i, 1).join('\n'));
    }
  }
});
