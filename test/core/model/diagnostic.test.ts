import { describe, expect, test } from 'vitest';
import {
  compareDiagnostics,
  type Diagnostic,
  type DiagnosticCode,
  fixOf,
  messageOf,
  severityOf,
  wording,
} from '../../../src/core/model/diagnostic.ts';

const codes = Object.keys(wording) as DiagnosticCode[];

/** Facts of any shape: each one is text in some sentences, a list in others, a number in others. */
const anyFacts: Record<string, unknown> = new Proxy(
  {},
  {
    get: (_, name) =>
      ['known', 'looked', 'inputs', 'cycle', 'declared', 'scripts', 'parts', 'fixes', 'others', 'languages'].includes(
        String(name),
      )
        ? ['first', 'second']
        : name === 'readings'
          ? [{ input: 'word', names: ['first', 'second'] }]
          : name === 'feature'
            ? 'tag'
            : 'word',
  },
);

describe.each(codes)('%s', (code) => {
  const diagnostic = { code, facts: anyFacts } as unknown as Diagnostic;

  test('is a code in kebab-case', () => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  test('says what is wrong and what to do, on one line, without a full stop', () => {
    for (const words of [messageOf(diagnostic), fixOf(diagnostic)]) {
      expect(words.trim()).not.toBe('');
      expect(words).not.toMatch(/[.\n!]$|\n|undefined|\[object/);
    }
  });

  test('has a severity', () => {
    expect(['error', 'warning', 'note']).toContain(severityOf(diagnostic));
  });
});

test('a suggestion takes the place of the general advice', () => {
  const diagnostic: Diagnostic = { code: 'unrecognised-skill', facts: { input: 'jva' } };
  expect(messageOf(diagnostic)).toBe('no skill is called "jva"; it does not count');
  expect(fixOf(diagnostic)).toBe('look it up with: careerpath skills QUERY');
  expect(fixOf({ ...diagnostic, suggestions: ['java'] })).toBe('did you mean "java"?');
  expect(fixOf({ ...diagnostic, suggestions: ['java', 'lua'] })).toBe('did you mean "java" or "lua"?');
});

test('diagnostics are sorted by file, line and column', () => {
  const place = (file: string, line: number, column: number): Diagnostic => ({
    code: 'bad-row',
    facts: { problem: `${file}:${line}:${column}` },
    place: { file, line, column, endLine: line, endColumn: column },
  });
  const sorted = [place('a', 1, 1), place('a', 2, 1), place('a', 2, 10), place('a', 10, 1), place('b', 1, 1)];
  expect([...sorted].reverse().sort(compareDiagnostics)).toEqual(sorted);
});

test('findings are in the order of their files by code point: U+FF21 before U+1F600, which UTF-16 puts first', () => {
  const at = (file: string): Diagnostic => ({ code: 'nothing-found', facts: { what: '' }, file });
  const sorted = ['😀.yaml', 'Ａ.yaml', 'b.yaml'].map(at).sort(compareDiagnostics);
  expect(sorted.map(({ file }) => file)).toEqual(['b.yaml', 'Ａ.yaml', '😀.yaml']);
});
