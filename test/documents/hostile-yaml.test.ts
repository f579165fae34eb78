import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import { readTextFile, textFileLimit } from '../../src/documents/read-file.ts';
import { parseYaml } from '../../src/documents/yaml.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { scale } from '../support/make-catalog.ts';
import { makeFolder } from '../support/make-folder.ts';

function expectPlaces(text: string, diagnostics: readonly Diagnostic[]): void {
  const lines = text.split('\n');
  for (const { code, place } of diagnostics) {
    expect(place, code).toBeDefined();
    if (place === undefined) continue;
    const inside = place.line >= 1 && place.line <= lines.length && place.column >= 1;
    expect(inside && place.column <= (lines[place.line - 1] ?? '').length + 1, `${code} at ${place.line}:${place.column}`).toBe(
      true,
    );
  }
}

test.each([
  '&a x',
  '*a',
  '!!str x',
  '{,}',
  '[,]',
  '%YAML 1.1\n---\na',
  'a: b: c',
  '"x',
  "'x",
  '[a',
  '{a: 1',
  '\ta: 1',
  '@a',
  'a: 1\na: 2',
])('%j is refused, and the message stands inside it', (text) => {
  const { diagnostics } = parseYaml(text, 'hostile.yaml');
  expect(diagnostics.length).toBeGreaterThan(0);
  expectPlaces(text, diagnostics);
});

test.each([
  ['a NUL', Buffer.from('a: x\0y\n'), 'NUL'],
  ['UTF-16 with a mark', Buffer.from('\ufeffa: 1\n', 'utf16le'), 'UTF-16'],
  ['UTF-16 without a mark', Buffer.from('a: 1\n', 'utf16le'), 'UTF-16'],
  ['a lone continuation byte', Buffer.from([0x61, 0x3a, 0x20, 0x80]), 'offset 3'],
  ['a surrogate in UTF-8', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'offset'],
  ['an overlong slash', Buffer.from([0xc0, 0xaf]), 'offset 0'],
  ['a character cut off at the end', Buffer.from([0x61, 0xe2, 0x82]), 'offset'],
])('bytes with %s are refused', (_, bytes, says) => {
  const folder = makeFolder({ 'a.yaml': bytes });
  const read = readTextFile(join(folder, 'a.yaml'), 'a.yaml');
  expect(read).toMatchObject({ diagnostic: { code: 'bad-encoding', facts: { found: expect.stringContaining(says) } } });
});

test.each([
  ['a byte-order mark', '\ufeffskills: { java: 3 }\n'],
  ['CRLF', 'skills:\r\n  java: 3\r\n'],
  ['no last line break', 'skills:\n  java: 3'],
])('%s is read like any text', (_, text) => {
  const folder = makeFolder({ 'a.yaml': text });
  const read = readTextFile(join(folder, 'a.yaml'), 'a.yaml');
  if (!('text' in read)) throw new Error('refused');
  const { profile, diagnostics } = readProfile(read.text, 'a.yaml', scale);
  expect(diagnostics).toEqual([]);
  expect(profile?.skills).toMatchObject([{ input: 'java', level: 3 }]);
});

test('what is no file is refused at once: a pipe without a writer, a folder, a device, a circle of links', () => {
  const folder = makeFolder();
  const path = (name: string): string => join(folder, name);
  execFileSync('mkfifo', [path('pipe')]);
  mkdirSync(path('folder'));
  symlinkSync('circle', path('circle'));
  symlinkSync('/dev/zero', path('zero'));
  const codes = ['pipe', 'folder', 'circle', 'zero', 'none'].map((name) => {
    const read = readTextFile(path(name), name);
    return 'diagnostic' in read ? read.diagnostic.code : 'text';
  });
  expect(codes).toEqual(['not-a-file', 'not-a-file', 'file-unreadable', 'not-a-file', 'file-missing']);
});

test('a sparse file of 100 MB is refused by its size, unread', () => {
  const folder = makeFolder();
  const path = join(folder, 'large.yaml');
  writeFileSync(path, '');
  truncateSync(path, 100_000_000);
  expect(readTextFile(path, 'large.yaml')).toEqual({
    diagnostic: { code: 'file-too-large', facts: { bytes: 100_000_000, limit: textFileLimit }, file: 'large.yaml' },
  });
});
