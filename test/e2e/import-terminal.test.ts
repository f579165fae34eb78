import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { openPty } from '../support/open-pty.ts';

const resume = JSON.stringify({
  basics: { name: 'Ada Lin' },
  skills: [{ name: 'Java', level: 'expert' }, { name: 'Docker' }, { name: 'Kubernets' }],
});
let cwd = '';
beforeEach(() => {
  cwd = makeFolder({ 'resume.json': resume });
});
const into = ['import', 'resume.json', '--into', 'me.yaml'];
const written = (): string => readFileSync(join(cwd, 'me.yaml'), 'utf8');

describe('import in a pseudo-terminal', () => {
  it('shows each finding, takes changes, and writes on Enter', async () => {
    const pty = openPty(into, { cwd });
    const shown = await pty.see(/Enter writes me\.yaml/);
    expect(shown).toMatch(/❯ 5 Java +skills\[0\]/);
    expect(shown).toMatch(/2 Docker +skills\[1\]/);
    expect(shown).toMatch(/– Kubernets → Kubernetes/);
    pty.send('3');
    await pty.see(/❯ 3 Java/);
    pty.send('\u001b[B');
    await pty.see(/❯ 2 Docker/);
    pty.send('d');
    await pty.see(/❯ – Docker/);
    pty.send('\u001b[B');
    await pty.see(/❯ – Kubernets/);
    pty.send('a');
    await pty.see(/❯ 2 Kubernets/);
    pty.send('\r');
    await pty.see(/Saved in me\.yaml: 2 skills added, 0 raised/);
    expect(await pty.exit).toBe(0);
    expect(pty.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(pty.raw().lastIndexOf('\u001b[?25l'));
    expect(written()).toMatch(/Java:\n {4}level: 3\n[\s\S]*Kubernetes:\n {4}level: 2\n/);
    expect(written()).not.toContain('Docker');
  });

  it.each([
    ['Esc', '\u001b', 0],
    ['Ctrl-C', '\u0003', 130],
    ['the end of the input', '\u0004', 0],
  ])('%s changes nothing', async (_, keys, code) => {
    writeFileSync(join(cwd, 'me.yaml'), 'skills: { java: 3 }\n');
    const pty = openPty(into, { cwd });
    await pty.see(/was 3[\s\S]*Enter writes/);
    pty.send(keys);
    await pty.see(/Nothing was written\./);
    expect(await pty.exit).toBe(code);
    expect(written()).toBe('skills: { java: 3 }\n');
  });

  it('without a profile to write, Enter prints what is left', async () => {
    const pty = openPty(['import', 'resume.json'], { cwd });
    await pty.see(/Enter prints the profile/);
    pty.send('d');
    await pty.see(/❯ – Java/);
    pty.send('\r');
    const shown = await pty.see(/skills:[\s\S]*Docker:/);
    expect(await pty.exit).toBe(0);
    expect(shown.slice(shown.indexOf('skills:'))).not.toContain('Java');
    expect(existsSync(join(cwd, 'me.yaml'))).toBe(false);
  });

  it.each([
    [[...into, '--yes'], /Saved in me\.yaml: 2 skills added/],
    [['import', 'resume.json', '--no-input'], /Docker:/],
    [['import', 'resume.json', '-f', 'yaml'], /Docker:/],
  ])('%j asks nothing', async (argv, says) => {
    const pty = openPty(argv, { cwd });
    await pty.see(says);
    expect(await pty.exit).toBe(0);
    expect(pty.raw()).not.toContain('sets the level');
  });

  it('is a list of typed lines where nothing may be repainted', async () => {
    const pty = openPty(into, { cwd, env: { ACCESSIBLE: '1' } });
    await pty.see(/2\. Docker, level 2[\s\S]*an empty line writes me\.yaml/);
    pty.send('2=4\r');
    await pty.see(/2\. Docker, level 4/);
    pty.send('\r');
    await pty.see(/Saved in me\.yaml/);
    expect(await pty.exit).toBe(0);
    expect(written()).toMatch(/Docker:\n {4}level: 4/);
  });
});
