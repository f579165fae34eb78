import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSource } from '../../scripts/bundle-source.mjs';
import { lockFile } from '../../src/documents/file-lock.ts';
import { saveFile, saveParts } from '../../src/documents/save-file.ts';
import { updateFile } from '../../src/documents/update-file.ts';
import { parseYaml } from '../../src/documents/yaml.ts';
import { runCli } from '../support/run-cli.ts';
import { tries } from '../support/thorough.ts';

let folder = '';
let loop = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'careerpath-save-'));
  chmodSync(folder, 0o755);
  loop = join(folder, 'save-loop.cjs');
  await bundleSource('test/support/save-loop.ts', loop);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = '# kept\nname: Ada # kept too\nskills:\n  Other: 3\n';
const skillsIn = (file: string): Map<string, number> => {
  const read = parseYaml(readFileSync(file, 'utf8'), file);
  expect(read.diagnostics).toEqual([]);
  return (read.value as Map<string, Map<string, number>>).get('skills') as Map<string, number>;
};

/** Starts a saving child, kills it after a while, and returns the last number that it acknowledged. */
function killAfter(file: string, milliseconds: number): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [loop, file, 'Java'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      acknowledged += text;
      timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    // Some are killed before their first save returns.
    if (milliseconds < 2) setTimeout(() => child.kill('SIGKILL'), 45 + 10 * milliseconds);
    child.on('close', () => {
      clearTimeout(timer);
      done(Number(acknowledged.trimEnd().split('\n').at(-1) ?? 0));
    });
  });
}

describe('saving', () => {
  it('replaces a file whole, keeps its mode, follows a link, and leaves nothing beside it', () => {
    const inside = join(folder, 'plain');
    mkdirSync(inside);
    const file = join(inside, 'a.yaml');
    writeFileSync(file, 'old', { mode: 0o640 });
    expect(saveFile(file, Buffer.from('new'))).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(saveFile(file, Buffer.from('newer'), () => false)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(inside)).toEqual(['a.yaml']);
  });

  it('writes parts as they come, keeps the mode and the link, and leaves the old file when a part fails', async () => {
    const inside = join(folder, 'parts');
    mkdirSync(inside);
    const file = join(inside, 'a.csv');
    writeFileSync(file, 'old', { mode: 0o600 });
    symlinkSync(file, join(inside, 'link'));
    const failing = async function* (): AsyncGenerator<string> {
      yield 'torn';
      throw new Error('on its way');
    };
    await expect(saveParts(file, failing())).rejects.toThrow('on its way');
    expect(readFileSync(file, 'utf8')).toBe('old');
    await saveParts(join(inside, 'link'), ['a,b\n', '1,é\n']);
    expect(readFileSync(file, 'utf8')).toBe('a,b\n1,é\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(inside)).toEqual(['a.csv', 'link']);
    expect(lstatSync(join(inside, 'link')).isSymbolicLink()).toBe(true);
    await saveParts(join(inside, 'new.csv'), ['x']);
    expect(statSync(join(inside, 'new.csv')).mode & 0o777).toBe(0o666 & ~process.umask());
    await saveParts('/dev/null', ['x']);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('saves through a link and keeps the byte-order mark', async () => {
    const file = join(folder, 'linked.yaml');
    const link = join(folder, 'link.yaml');
    writeFileSync(file, '\ufeffa: 1\r\n');
    symlinkSync(file, link);
    await updateFile(link, link, (text) => `${text}b: 2\r\n`);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('\ufeffa: 1\r\nb: 2\r\n');
  });

  it('takes over the lock of a copy that died, and sweeps what it left', async () => {
    const inside = join(folder, 'dead');
    mkdirSync(inside);
    const file = join(inside, 'a.yaml');
    const dead = Number(
      execFileSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'], { encoding: 'utf8' }),
    );
    const { hostname } = await import('node:os');
    writeFileSync(join(inside, '.a.yaml.lock'), `${dead} ${hostname()} 0 x`);
    writeFileSync(join(inside, `.a.yaml.careerpath-${dead}-0.tmp`), 'torn');
    await updateFile(file, file, () => 'a: 1\n');
    expect(readdirSync(inside)).toEqual(['a.yaml']);
  });

  it('waits for a live holder, and gives up in the end', async () => {
    const file = join(folder, 'held.yaml');
    const lock = await lockFile(file);
    await expect(lockFile(file, 50)).rejects.toThrow();
    expect(lock.isHeld()).toBe(true);
    lock.release();
    (await lockFile(file, 50)).release();
  });
});

describe('promises', () => {
  it('kill -9 at many random moments (200 in CI) harms no file and loses nothing acknowledged', async () => {
    const lanes = Array.from({ length: 4 }, async (_, lane) => {
      const file = join(folder, `killed-${lane}.yaml`);
      for (let round = 0; round < tries(50, 10); round++) {
        writeFileSync(file, start);
        const acknowledged = await killAfter(file, Math.random() * 25);
        const value = Number(skillsIn(file).get('Java') ?? 0);
        expect(value).toBeGreaterThanOrEqual(acknowledged);
        expect(value).toBeLessThanOrEqual(acknowledged + 1);
        expect(readFileSync(file, 'utf8').startsWith(start)).toBe(true);
      }
    });
    await Promise.all(lanes);
  }, 90_000);

  it('eight copies at once with 50 saves each: 400 kept', async () => {
    const file = join(folder, 'shared.yaml');
    writeFileSync(file, start);
    const copies = Array.from({ length: 8 }, (_, i) => {
      const child = spawn(process.execPath, [loop, file, `copy${i}save`, '50', 'own'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return new Promise((done) => child.on('close', done));
    });
    expect(await Promise.all(copies)).toEqual(Array(8).fill(0));
    expect(skillsIn(file).size).toBe(401);
  }, 60_000);

  it('a read-only folder: exit 74, a clear message, the old file whole', async ({ skip }) => {
    const inside = join(folder, 'read-only');
    mkdirSync(inside);
    writeFileSync(join(inside, 'me.yaml'), start);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      // Root may write anywhere but on a read-only file system.
      if (!mounted(['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', inside]))
        skip('a read-only folder needs another user than root, or mount');
      writeFileSync(join(inside, 'me.yaml'), start);
      mounted(['-o', 'remount,ro', inside]);
    } else chmodSync(inside, 0o555);
    try {
      const { code, stderr } = await runCli(['profile', 'set', 'java=4', '-p', 'me.yaml'], { cwd: inside });
      expect({ code, old: readFileSync(join(inside, 'me.yaml'), 'utf8') }).toEqual({ code: 74, old: start });
      expect(stderr).toMatch(/cannot save me\.yaml: (no permission|the file system is read-only)/);
    } finally {
      if (isRoot) execFileSync('umount', [inside]);
      else chmodSync(inside, 0o755);
    }
  });

  it('a full disk of 64 KB: exit 74, a clear message, the old file whole', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (!mounted(['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])) skip('mounting a 64 KB disk needs root');
    try {
      const old = `${start}${'# a long story\n'.repeat(1000)}`;
      writeFileSync(join(disk, 'me.yaml'), old);
      // What is free is less than the file needs: the second copy of it does not fit.
      writeFileSync(join(disk, 'filler'), Buffer.alloc(40 * 1024));
      const { code, stderr } = await runCli(['profile', 'set', 'java=4', '-p', 'me.yaml'], { cwd: disk });
      expect({ code, whole: readFileSync(join(disk, 'me.yaml'), 'utf8') === old }).toEqual({ code: 74, whole: true });
      expect(stderr).toContain('cannot save me.yaml: the disk is full');
      expect(readdirSync(disk).sort()).toEqual(['filler', 'me.yaml']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

function mounted(argv: readonly string[]): boolean {
  try {
    execFileSync('mount', argv, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
