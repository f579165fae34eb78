import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines, type TextLine } from '../../src/documents/lines.ts';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: string | Buffer, size = 7): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for await (const line of readLines(cut(Buffer.from(bytes), size))) lines.push(line);
  return lines;
}

test('lines are numbered from 1; the last one needs no break, CRLF is one break', async () => {
  expect(await linesOf('one\r\ntwo\n\nfour')).toEqual([
    { number: 1, text: 'one' },
    { number: 2, text: 'two' },
    { number: 3, text: '' },
    { number: 4, text: 'four' },
  ]);
  expect(await linesOf('one\n')).toEqual([{ number: 1, text: 'one' }]);
  expect(await linesOf('')).toEqual([]);
});

test('a line that is no UTF-8 is reported, and the next one is read', async () => {
  const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.of(0xff, 0xfe, 0x0a), Buffer.from('b\n')]);
  expect(await linesOf(bytes)).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: undefined, problem: 'the line is not UTF-8 text' },
    { number: 3, text: 'b' },
  ]);
});

test('a line above the limit is reported with its length, and the next one is read', async () => {
  const long = 'x'.repeat(1024 * 1024);
  const lines = await linesOf(`${long}\n${long}y\nb`, 64 * 1024);
  expect(lines[0]?.text).toBe(long);
  expect(lines.slice(1)).toEqual([
    { number: 2, text: undefined, problem: 'the line has 1048577 bytes; the limit is 1048576' },
    { number: 3, text: 'b' },
  ]);
});

test('where the bytes are cut changes nothing', async () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\ufeff]/g, '')));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 20 }), async (written, size) => {
      const lines = await linesOf(written.map((text) => `${text}\n`).join(''), size);
      expect(lines).toEqual(written.map((text, i) => ({ number: i + 1, text })));
    }),
    { numRuns: 1000 },
  );
});
