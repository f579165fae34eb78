import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeText, type ReadText, readTextFile, reasonOf } from '../../src/documents/read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'careerpath-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const codeOf = (read: ReadText): unknown => ('diagnostic' in read ? [read.diagnostic.code, read.diagnostic.facts] : read.text);

describe('a text file', () => {
  test('is read whole, without its byte-order mark', () => {
    expect(codeOf(readTextFile(write('plain', 'grün\r\n'), 'plain'))).toBe('grün\r\n');
    expect(codeOf(readTextFile(write('bom', '\ufeffa: 1'), 'bom'))).toBe('a: 1');
    expect(codeOf(readTextFile(write('empty', ''), 'empty'))).toBe('');
  });

  test('is named in a problem as it was shown', () => {
    const read = readTextFile(join(folder, 'nowhere'), 'skills.yaml');
    expect(read).toEqual({ diagnostic: { code: 'file-missing', facts: { what: 'the file' }, file: 'skills.yaml' } });
    expect(codeOf(readTextFile(join(write('a-file', ''), 'below'), 'x'))).toEqual(['file-missing', { what: 'the file' }]);
  });

  test('may be as large as the limit, and no larger', () => {
    const path = write('ten', '0123456789');
    expect(codeOf(readTextFile(path, 'ten', 10))).toBe('0123456789');
    expect(codeOf(readTextFile(path, 'ten', 9))).toEqual(['file-too-large', { bytes: 10, limit: 9 }]);
  });

  test('is a file: folders, pipes and devices are refused at once', () => {
    mkdirSync(join(folder, 'sub'));
    expect(codeOf(readTextFile(join(folder, 'sub'), 'sub'))).toEqual(['not-a-file', { found: 'a folder' }]);
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(codeOf(readTextFile(join(folder, 'pipe'), 'pipe'))).toEqual(['not-a-file', { found: 'a pipe' }]);
    expect(codeOf(readTextFile('/dev/zero', 'zero'))).toEqual(['not-a-file', { found: 'a device' }]);
    symlinkSync('loop', join(folder, 'loop'));
    expect(codeOf(readTextFile(join(folder, 'loop'), 'loop'))).toEqual([
      'file-unreadable',
      { reason: 'its links go round in a circle' },
    ]);
  });
});

describe('bytes', () => {
  test.each([
    ['UTF-16 by its mark', Buffer.from('\ufeffa', 'utf16le'), 'it starts like UTF-16'],
    ['UTF-16 without a mark', Buffer.from('\0a\0b'), 'it looks like UTF-16 without a byte-order mark'],
    ['a NUL', Buffer.from('ab\0'), 'a NUL byte at offset 2'],
    ['Latin-1', Buffer.from('gr\xfcn', 'latin1'), 'an invalid byte at offset 2'],
    ['a lone surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'an invalid byte at offset 2'],
    ['a longer form', Buffer.from([0xc0, 0xaf]), 'an invalid byte at offset 0'],
  ])('that are %s are refused', (_, bytes, found) => {
    expect(codeOf(decodeText(bytes, 'x'))).toEqual(['bad-encoding', { found }]);
  });
});

test('a system error is said in plain words, and an unknown one by its code', () => {
  expect(reasonOf(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toBe('the disk is full');
  expect(reasonOf(Object.assign(new Error('x'), { code: 'EWHAT' }))).toBe('EWHAT');
  expect(reasonOf(new Error('as it came'))).toBe('as it came');
});
