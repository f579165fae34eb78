import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPty } from '../support/open-pty.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-pager-'));
  writeFileSync(join(cwd, 'shown'), '#!/bin/sh\necho "PAGED $1"\ncat\n');
  chmodSync(join(cwd, 'shown'), 0o755);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What a terminal of 24 rows shows of a command line, to its end. */
async function shown(argv: readonly string[], env: Record<string, string>): Promise<string> {
  const pty = openPty(argv, { cwd, env });
  expect(await pty.exit).toBe(0);
  return pty.raw();
}

describe('more than a screen', () => {
  const long = ['roles', '--no-color'];
  it('goes to $PAGER, with its arguments', async () => {
    const text = await shown(long, { PAGER: './shown loud' });
    expect(text).toContain('PAGED loud');
    expect(text).toContain('principal-api-architect');
  });

  it('does not where it fits, where it goes to a file, and where somebody says not to', async () => {
    const pager = { PAGER: './shown' };
    const worlds: [string[], Record<string, string>][] = [
      [['profile', 'path'], pager],
      [['show', 'java', '-o', 'java.txt'], pager],
      [[...long, '--no-pager'], pager],
      [long, { PAGER: '' }],
      [long, { PAGER: 'cat' }],
      [long, { ...pager, TERM: 'dumb' }],
      [long, { ...pager, ACCESSIBLE: '1' }],
      [['roles', '-f', 'csv'], pager],
    ];
    const texts = await Promise.all(worlds.map(([argv, env]) => shown(argv, env)));
    for (const text of texts) expect(text).not.toContain('PAGED');
  });

  it('is printed all the same where the pager cannot be started', async () => {
    expect(await shown(long, { PAGER: './no-such-pager' })).toContain('principal-api-architect');
  });
});
