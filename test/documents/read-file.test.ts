import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeText, type ReadText, readBytes, readStream, readTextFile, reasonOf } from '../../src/documents/read-file.ts';

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

describe('a file read as it is asked for', () => {
  test('is cut at the limit, where its beginning is enough', () => {
    const path = write('long', '0123456789');
    expect(readBytes(path, 'long', 4, { cut: true })).toEqual({ bytes: Buffer.from('0123') });
    expect(readBytes(path, 'long', 40, { cut: true })).toEqual({ bytes: Buffer.from('0123456789') });
  });

  test('is refused where a link stands in its place', () => {
    write('real', 'x');
    symlinkSync('real', join(folder, 'to-real'));
    expect(readBytes(join(folder, 'to-real'), 'x', 9)).toEqual({ bytes: Buffer.from('x') });
    expect(readBytes(join(folder, 'to-real'), 'x', 9, { followLinks: false })).toHaveProperty('diagnostic');
  });

  test('is refused where its size is not what there is to read: it may be torn', () => {
    // Such files say that they are empty, and are not.
    const refused = { code: 'file-unreadable', facts: { reason: 'it changed while it was read' }, file: 'status' };
    expect(readBytes('/proc/self/status', 'status', 100_000)).toEqual({ diagnostic: refused });
  });
});

describe('a stream', () => {
  test('is read to its end', async () => {
    expect(await readStream(Readable.from([Buffer.from('ab'), 'é']), 's', 4)).toEqual({ bytes: Buffer.from('abé') });
  });

  test('without an end is refused and closed once it is past the limit', async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given++;
        this.push(Buffer.alloc(10));
      },
    });
    const refused = { code: 'file-too-large', facts: { limit: 100 }, file: 's' };
    expect(await readStream(endless, 's', 100)).toEqual({ diagnostic: refused });
    expect(endless.destroyed).toBe(true);
    // What it read ahead is bounded by its own buffer of 64 KiB.
    expect(given).toBeLessThan(10_000);
  });

  test('that fails says why', async () => {
    const failing = new Readable({
      read() {
        this.destroy(Object.assign(new Error('x'), { code: 'EISDIR', syscall: 'read' }));
      },
    });
    const refused = { code: 'file-unreadable', facts: { reason: 'it is a folder' }, file: 's' };
    expect(await readStream(failing, 's', 100)).toEqual({ diagnostic: refused });
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
