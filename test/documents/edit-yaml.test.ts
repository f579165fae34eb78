import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToList, removeEntry, setListItem, setScalar } from '../../src/documents/edit-yaml.ts';
import { parseYaml } from '../../src/documents/yaml.ts';

describe('worked examples', () => {
  it.each([
    ['an empty file', '', 'skills:\n  Java: 4\n'],
    ['a comment on the line', 'skills:\n  Java: 3   # honest\n', 'skills:\n  Java: 4   # honest\n'],
    ['quotes', "skills: { 'Java': '3' }\n", "skills: { 'Java': '4' }\n"],
    ['a new key before a comment', 'skills:\n  Go: 3 # x\n# end\n', 'skills:\n  Go: 3 # x\n  Java: 4\n# end\n'],
    ['Windows line ends', 'skills:\r\n  Go: 3\r\nname: x\r\n', 'skills:\r\n  Go: 3\r\n  Java: 4\r\nname: x\r\n'],
    ['no line break at the end', 'skills:\n  Go: 3', 'skills:\n  Go: 3\n  Java: 4'],
    ['a map on one line', 'skills: {Go: 3} # x\n', 'skills: {Go: 3, Java: 4} # x\n'],
    ['an empty map', 'skills: {}\nname: x\n', 'skills:\n  Java: 4\nname: x\n'],
    ['a key without a value', 'skills:\n  Java: # soon\n', 'skills:\n  Java: 4 # soon\n'],
    ['JSON', '{"skills": {"Go": 3}}', '{"skills": {"Go": 3, "Java": 4}}'],
  ])('%s', (_, before, after) => {
    expect(setScalar(before, ['skills', 'Java'], 4)).toBe(after);
  });

  it('edits lists', () => {
    expect(addToList('targets:\n  - a # x\n', ['targets'], 'b', 'front')).toBe('targets:\n  - b\n  - a # x\n');
    expect(addToList('skills: [java]\n', ['skills'], ['sql', 3], 'end')).toBe('skills: [java, { sql: 3 }]\n');
    expect(setListItem('skills:\n- java # x\n', ['skills', 0], 4)).toBe('skills:\n- java: 4 # x\n');
  });

  it('takes out what it added', () => {
    expect(removeEntry('skills:\n  # one\n  Go: 3\n  Java: 4 # x\nname: x\n', ['skills', 'Java'])).toBe(
      'skills:\n  # one\n  Go: 3\nname: x\n',
    );
  });

  it('refuses what it cannot keep', () => {
    expect(() => setScalar('skills:\n  Java: [1]\n', ['skills', 'Java'], 4)).toThrow();
    expect(() => setScalar('skills: text\n', ['skills', 'Java'], 4)).toThrow();
  });
});

const names = ['Java', 'Go', 'C#', 'Node.js', '.NET', 'Spring Boot', 'CI/CD'];
const comment = fc.constantFrom('', ' # note', '   # "quoted": {x}');
const entry = fc.tuple(fc.constantFrom('3', '"3"', "'3'", 'proficient', 'none', '{ level: 3, years: 2 }', ''), comment);
/** Profiles as people write them: any order, comments, quotes, line ends, unknown fields, block or one-line maps. */
const profile = fc
  .record({
    skills: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), entry), { selector: ([name]) => name, minLength: 1 }),
    head: fc.constantFrom('', '# my skills\n\n', 'name: Ada # me\n', '---\nname: "Ada"\n'),
    tail: fc.constantFrom('', '\n# the end\n', 'targets: [a, b]\nx-notes: |\n  kept\n   as it is\n', 'unknown: { a: [1, 2] }'),
    indent: fc.constantFrom('  ', '    '),
    flow: fc.boolean(),
    crlf: fc.boolean(),
  })
  .map(({ skills, head, tail, indent, flow, crlf }) => {
    const block = skills.map(([name, [value, note]]) => `${indent}${name}: ${value}${note}\n`).join('');
    const line = skills.map(([name, [value]]) => `${name}: ${value}`).join(', ');
    const text = `${head}skills:${flow ? ` { ${line} } # all\n` : `\n${block}`}${tail}`;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

/** What lies between the longest common start and the longest common end of two texts. */
function difference(before: string, after: string): { gone: string; come: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end) };
}

describe('an edit changes only the characters that it must', () => {
  it('a level that stands there loses its own characters at most; one that does not loses none', () => {
    fc.assert(
      fc.property(profile, fc.constantFrom(...names), fc.integer({ min: 0, max: 5 }), (text, name, level) => {
        const before = parseYaml(text, '').value as Map<string, Map<string, unknown>>;
        const held = before.get('skills')?.get(name);
        const path = ['skills', name, ...(held instanceof Map ? ['level'] : [])];
        const after = setScalar(text, path, level);
        const { gone, come } = difference(text, after);
        const old = held instanceof Map ? held.get('level') : held;
        expect(String(old ?? '')).toContain(gone);
        expect(come.replace(/\s/g, '').length).toBeLessThanOrEqual(`,${name}:${level}`.length + 2);
        const read = parseYaml(after, '').value as Map<string, Map<string, unknown>>;
        const set = read.get('skills')?.get(name);
        expect(String(set instanceof Map ? set.get('level') : set)).toBe(String(level));
      }),
    );
  });

  it('adding and taking out again gives the same text', () => {
    fc.assert(
      fc.property(profile, (text) => {
        const added = setScalar(text, ['skills', 'Kafka'], 3);
        expect(removeEntry(added, ['skills', 'Kafka'])).toBe(text);
      }),
    );
  });

  it('the same edit twice is the same edit once', () => {
    fc.assert(
      fc.property(profile, (text) => {
        const once = setScalar(text, ['skills', 'Kafka'], 3);
        expect(setScalar(once, ['skills', 'Kafka'], 3)).toBe(once);
      }),
    );
  });
});
