import { expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands/registry.ts';
import { makePaint } from '../../src/report/paint.ts';
import { formats } from '../../src/report/render.ts';
import { recordsOf } from '../../src/report/report.ts';

const commands = await loadCommands();

test.each(Object.entries(formats))('%s refuses a report that lacks what it prints', async (_, { render }) => {
  expect(await render({ notes: [] }, { width: 80, paint: await makePaint(false) })).toBeUndefined();
});

test('some command has each format, and no command another one', () => {
  expect(new Set(commands.flatMap((spec) => spec.formats))).toEqual(new Set(Object.keys(formats)));
});

test('records take each column from the item: 2 · 3 beside 2', () => {
  const columns = [
    ['n', (n: number) => n],
    ['triple', (n: number) => 3 * n],
  ] as const;
  expect(recordsOf(columns, [2])).toEqual({ columns: ['n', 'triple'], rows: [{ n: 2, triple: 6 }] });
});
