import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPty } from '../support/open-pty.ts';
import { runCli } from '../support/run-cli.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-first-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const saved = (): string => join(cwd, '.config', 'careerpath', 'skills.yaml');

describe('the first screen without a terminal', () => {
  it('prints the four ways as commands, then a profile to paste, and fits a screen', async () => {
    const { code, stdout, stderr } = await runCli([], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const places = [
      'careerpath assess',
      'careerpath import cv.pdf --into skills.yaml',
      'careerpath scan . --into skills.yaml',
      'careerpath explore',
      'Save this as skills.yaml',
    ].map((text) => stdout.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(30);
  });

  it('is match when there is a profile', async () => {
    writeFileSync(join(cwd, 'skills.yaml'), 'skills: { java: 3 }\n');
    const bare = await runCli([], { cwd });
    expect(bare).toEqual(await runCli(['match'], { cwd }));
    expect(bare.stdout).not.toContain('There is no profile yet');
  });
});

describe('the first screen on a terminal', () => {
  it('is a menu of four ways; Esc leaves it with the same ways as commands', async () => {
    const pty = openPty([], { cwd });
    const shown = await pty.see(/Answer questions[\s\S]*Start from my CV[\s\S]*Scan my code[\s\S]*Look around[\s\S]*Esc leaves/);
    expect(shown).toContain('There is no profile yet');
    pty.send('\u001b');
    await pty.see(/careerpath assess/);
    expect(await pty.exit).toBe(0);
  });

  it('ends with 130 on Ctrl-C, at the menu and behind it', async () => {
    const atMenu = openPty([], { cwd });
    await atMenu.see(/Look around/);
    atMenu.send('\u0003');
    expect(await atMenu.exit).toBe(130);
    const behind = openPty([], { cwd });
    await behind.see(/Look around/);
    behind.send('2');
    behind.send('\r');
    await behind.see(/Which file/);
    behind.send('\u0003');
    expect(await behind.exit).toBe(130);
  });

  it('answers questions, and the end names the next command', async () => {
    const pty = openPty([], { cwd });
    await pty.see(/Look around/);
    pty.send('\r');
    await pty.see(/Which role/);
    pty.send('\u001b');
    await pty.see(/Next: careerpath match/);
    expect(await pty.exit).toBe(0);
  });

  it('takes a CV by its name, refuses one that is not there, and saves what was looked over', async () => {
    writeFileSync(join(cwd, 'my cv.txt'), 'Ada\n\nSkills\nJava, Docker\n');
    const pty = openPty([], { cwd });
    await pty.see(/Look around/);
    pty.send('\u001b[B');
    pty.send('\r');
    await pty.see(/Which file/);
    pty.send('no.pdf');
    pty.send('\r');
    await pty.see(/no such file/);
    pty.send('\u0015');
    pty.send("'my cv.txt'");
    await pty.see(/my cv/);
    pty.send('\r');
    await pty.see(/Enter writes/);
    pty.send('\r');
    await pty.see(/Next: careerpath match/);
    expect(await pty.exit).toBe(0);
    expect(readFileSync(saved(), 'utf8')).toMatch(/Java:\n {4}level: 2/);
  });

  it('scans a folder and asks before it saves', async () => {
    writeFileSync(join(cwd, 'Dockerfile'), 'FROM node:20\n');
    const pty = openPty([], { cwd });
    await pty.see(/Look around/);
    pty.send('3');
    pty.send('\r');
    await pty.see(/Which folder\? .*\(\.\)/);
    pty.send('\r');
    await pty.see(/Write this\?/);
    pty.send('n\r');
    await pty.see(/Nothing was written[\s\S]*Next: careerpath assess/);
    expect(await pty.exit).toBe(0);
    expect(existsSync(saved())).toBe(false);
  });

  it('asks in plain lines where nothing may be repainted', async () => {
    const pty = openPty([], { cwd, env: { TERM: 'dumb' } });
    await pty.see(/4\. Look around[\s\S]*> $/);
    pty.send('9\n');
    await pty.see(/no number from 1 to 4[\s\S]*> $/);
    pty.send('4\n');
    await pty.see(/Roles[\s\S]*> $/);
    pty.send('q\n');
    await pty.see(/Next: careerpath assess/);
    expect(await pty.exit).toBe(0);
    expect(pty.raw()).not.toMatch(/\u001b\[[0-9;?]*[A-HJKSTfhl]/);
  });
});
