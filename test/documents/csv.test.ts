import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvFault, type CsvRecord, readCsv, toCsvLine } from '../../src/documents/csv.ts';

async function read(text: string, size = 5): Promise<(CsvRecord | CsvFault)[]> {
  async function* cut(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const rows: (CsvRecord | CsvFault)[] = [];
  for await (const row of readCsv(cut())) rows.push(row);
  return rows;
}

describe('reading CSV', () => {
  test.each([
    ['commas', 'person,java\nAda,3\n'],
    ['semicolons', 'person;java\nAda;3\n'],
    ['tabs', 'person\tjava\nAda\t3\n'],
    ['CRLF and a byte-order mark', '\ufeffperson,java\r\nAda,3\r\n'],
    ['spaces around cells and no last break', 'person , java\n Ada, 3'],
  ])('takes %s', async (_, text) => {
    expect(await read(text)).toEqual([
      { cells: ['person', 'java'], line: 1 },
      { cells: ['Ada', '3'], line: 2 },
    ]);
  });

  test('says on which line of the file a record begins', async () => {
    expect(await read('a,b\n\n"two\nlines",1\nlast,2\n')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['two\nlines', '1'], line: 3 },
      { cells: ['last', '2'], line: 5 },
    ]);
  });

  test('reports a bad row and reads the next', async () => {
    const rows = await read('a,b\nx"y,1\ngood,2\n');
    expect(rows.filter((row) => 'cells' in row).map((row) => ('cells' in row ? row.cells : []))).toEqual([
      ['a', 'b'],
      ['good', '2'],
    ]);
    expect(rows.filter((row) => 'problem' in row)).toEqual([
      { problem: 'a quote stands in the middle of a cell', line: expect.any(Number) },
    ]);
  });

  test('has nothing to say about an empty file', async () => {
    expect(await read('')).toEqual([]);
  });
});

describe('writing CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '|calc', '%0', ' =1', '\t=1', '＝1', '＋1', '－1', '＠x'])(
    'makes %j text',
    (cell) => {
      expect(toCsvLine([cell])).toMatch(/^"?'/);
    },
  );

  test('leaves numbers, words and signs inside them alone', () => {
    expect(toCsvLine(['a-b', 'C++', -1.5, true, null, 'x=1'])).toBe('a-b,C++,-1.5,true,,x=1\n');
  });

  test('quotes what would break a row', () => {
    expect(toCsvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\n');
  });

  test('and reading it again gives the cells back', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'abcXYZ019,;"\n ü日') }).map((text) => `c${text}c`);
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 5 }), async (cells) => {
        const header = cells.map((_, i) => `h${i}`);
        const rows = await read(toCsvLine(header) + toCsvLine(cells));
        expect(rows[1]).toMatchObject({ cells, line: 2 });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a quoted cell with text after it', '"x"y,1'],
    ['a quote that is never closed', '"x,1'],
    ['two of them', '"x,1\n"y"z"",2'],
    ['a quote in the middle', 'x"y,1'],
    ['a row over the limit', `${'x'.repeat(1024 * 1024 + 1)},1`],
  ])('%s takes no good row with it', async (_, bad) => {
    const rows = await read(`a,b\n${bad}\ngood,2\nmore,3\nlast,4\n`);
    const names = rows.flatMap((row) => ('cells' in row ? [row.cells[0]] : []));
    expect(names).toEqual(['a', 'good', 'more', 'last']);
    expect(rows.length - names.length).toBe(bad.split('\n').length);
  });
});
