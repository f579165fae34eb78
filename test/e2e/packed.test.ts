import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../support/run-cli.ts';

// The package as a stranger gets it: packed, installed into an empty folder, started through the bin that npm makes.
let folder: string;
let bin: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'careerpath-packed-'));
  // The build is done; packing must not do it again under the feet of other tests.
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: home, stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...flags, join(folder, tarball)], { cwd: folder, stdio: 'pipe' });
  bin = join(folder, 'node_modules', '.bin', 'careerpath');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(command: string, env: Record<string, string> = {}): { code: number | null; stdout: string; stderr: string } {
  const clean = { PATH: process.env['PATH'] ?? '', HOME: folder, ...env };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, env: clean, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('the packed, installed program', () => {
  test('answers', () => {
    const { code, stdout, stderr } = start(`"${bin}" match --skills java=3,sql=2,docker`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Junior Backend Engineer');
  });

  test('answers through a link from elsewhere', () => {
    symlinkSync(bin, join(folder, 'cp'));
    expect(start('./cp roles').stdout).toContain('principal-api-architect');
  });

  test('stops quietly when its reader has seen enough', () => {
    const { code, stdout, stderr } = start(`set -o pipefail; "${bin}" skills -f json | head -1`);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{\n', stderr: '' });
  });

  test('prints no colour into a pipe, and some when forced', () => {
    const esc = '\u001b';
    expect(start(`"${bin}" fit --skills java=3`).stdout).not.toContain(esc);
    expect(start(`"${bin}" fit --skills java=3`, { FORCE_COLOR: '1' }).stdout).toContain(esc);
    expect(start(`"${bin}" fit --skills java=3 --no-color`, { FORCE_COLOR: '1' }).stdout).not.toContain(esc);
  });

  test('plans: the solver and its thread are in the package', () => {
    const { code, stdout, stderr } = start(`"${bin}" plan junior-backend-engineer --hours 60 --skills java=2 -f json`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).results[0]).toMatchObject({ status: 'optimal', gapPercent: 0 });
  });

  test('stops at Ctrl-C in the middle of a solve', () => {
    const roles = 'principal-api-architect senior-backend-developer java-spring-boot-microservices';
    const started = `timeout --preserve-status -s INT 1 "${bin}" plan ${roles} --reach 93 --skills git=1`;
    expect(start(started)).toEqual({ code: 130, stdout: '', stderr: '' });
  });

  test('reads packs, which brings in what was loaded lazily', () => {
    const pack = 'node_modules/careerpath/data';
    const { code, stdout } = start(`"${bin}" fit --pack ${pack} --skills java=3 -f json`);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).results).toHaveLength(26);
  });

  test('names its version, and says what is wrong with a command line', () => {
    expect(start(`"${bin}" --version`).stdout).toBe('0.1.0\n');
    expect(start(`"${bin}" fit --nonsense`).code).toBe(2);
  });
});
