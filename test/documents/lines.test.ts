import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLineBlocks, splitLines } from '../../src/documents/line-blocks.ts';

interface Line {
  readonly number: number;
  readonly text: string | undefined;
  readonly problem?: string;
}

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: string | Buffer, size = 7): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const block of readLineBlocks(cut(Buffer.from(bytes), size))) {
    if ('bytes' in block) lines.push(...splitLines(block.bytes, block.firstLine));
    else lines.push({ number: block.firstLine, text: undefined, problem: block.problem });
  }
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
    { number: 2, text: undefined },
    { number: 3, text: 'b' },
  ]);
});

test('a line above the limit is reported with its length, and the next one is read', async () => {
  const long = 'x'.repeat(1024 * 1024);
  const lines = await linesOf(`${long}\n${long}yyy\nb`, 64 * 1024);
  expect(lines[0]?.text).toBe(long);
  expect(lines.slice(1)).toEqual([
    { number: 2, text: undefined, problem: 'the line has 1048580 bytes; the limit is 1048576' },
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

test('a chunk larger than the longest line is read as well', async () => {
  const lines = await linesOf(`a\n${'x'.repeat(3_000_000)}\nb\n${'y'.repeat(900_000)}\n`, 10_000_000);
  expect(lines.map((line) => [line.number, line.text?.length])).toEqual([
    [1, 1],
    [2, undefined],
    [3, 1],
    [4, 900_000],
  ]);
});
