import { describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/shell/io.ts';
import { openProgressLine } from '../../../src/cli/shell/progress-line.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { runCli } from '../../support/run-cli.ts';

const erase = '\r\u001b[K';

/** A standard error that keeps what it gets, and a clock that is set by hand. */
function fakeScreen(settings: { isTTY?: boolean; columns?: number; env?: Record<string, string>; broken?: boolean } = {}) {
  const written: string[] = [];
  const clock = { time: 0 };
  const io: Pick<Io, 'stderr' | 'env' | 'now'> = {
    stderr: {
      isTTY: settings.isTTY ?? true,
      columns: settings.columns,
      write: async (text) => {
        written.push(String(text));
        if (settings.broken === true) throw new Error('EIO');
      },
    },
    env: settings.env ?? {},
    now: () => new Date(clock.time),
  };
  const at = (time: number): void => {
    clock.time = time;
  };
  return { io, written, at };
}

describe('the line of progress', () => {
  test('waits, is drawn at most five times a second, and goes', async () => {
    const { io, written, at } = fakeScreen();
    const line = openProgressLine(io, true, 1000);
    for (let time = 0; time <= 1500; time += 50) {
      at(time);
      await line.show('scanned', () => `${time} files`);
    }
    expect(written).toEqual([`${erase}scanned 1000 files`, `${erase}scanned 1200 files`, `${erase}scanned 1400 files`]);
    await line.clear();
    await line.clear();
    expect(written.slice(3)).toEqual([erase]);
  });

  test('shows a new stage at once, the same words only once', async () => {
    const { io, written, at } = fakeScreen();
    const line = openProgressLine(io, true, 0);
    await line.show('reading', () => '0 %');
    await line.show('reading', () => '1 %');
    await line.show('writing', () => '0 %');
    at(500);
    await line.show('writing', () => '0 %');
    expect(written).toEqual([`${erase}reading 0 %`, `${erase}writing 0 %`]);
  });

  test('never wraps', async () => {
    const { io, written } = fakeScreen({ columns: 10 });
    await openProgressLine(io, true, 0).show('scanned', () => '123456 files');
    expect(written).toEqual([`${erase}scanned 1`]);
  });

  test.each([
    ['in a pipe', { isTTY: false }, true],
    ['on a terminal that cannot go back', { env: { TERM: 'dumb' } }, true],
    ['where it is not wanted', {}, false],
  ])('nothing %s', async (_, settings, wanted) => {
    const { io, written } = fakeScreen(settings);
    const line = openProgressLine(io, wanted, 0);
    await line.show('scanned', () => {
      throw new Error('words that nobody reads are not made');
    });
    await line.clear();
    expect(written).toEqual([]);
  });

  test('a screen that has gone does not stop the work', async () => {
    const { io, written } = fakeScreen({ broken: true });
    const line = openProgressLine(io, true, 0);
    await line.show('a', () => '1');
    await line.show('b', () => '2');
    await line.clear();
    expect(written).toEqual([`${erase}a 1`]);
  });
});

describe('scan', () => {
  // Progress is told every 500 files.
  const files = {
    '.nvmrc': '20',
    ...Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`d${i % 7}/f${i}.txt`, ''])),
  };
  const scanOn = async (isTTY: boolean, ...flags: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
    let time = 0;
    // Each look at the clock is a second later.
    const now = (): Date => {
      time += 1000;
      return new Date(time);
    };
    return runCli(['scan', '.', '-o', 'out.txt', ...flags], { cwd: makeFolder(files), isTTY, now });
  };

  test('draws its files on a terminal, and leaves nothing behind', async () => {
    const { code, stderr } = await scanOn(true);
    expect([code, stderr]).toEqual([
      0,
      `${erase}scanned 500 files${erase}scanned 1000 files${erase}\u001b[2m.: note: read 1201 files\u001b[22m\n  nothing was left out\n`,
    ]);
  });

  test('draws nothing in a pipe or when it is to be quiet', async () => {
    expect((await scanOn(false)).stderr).toBe('.: note: read 1201 files\n  nothing was left out\n');
    expect((await scanOn(true, '--quiet')).stderr).toBe('');
  });

  test('takes the line away before it shows what a merge changes', async () => {
    const { stderr } = await scanOn(true, '--into', 'me.yaml', '--yes');
    expect(stderr).toContain(`scanned 1000 files${erase}+ skills:\n+   Node.js:\n`);
  });
});
