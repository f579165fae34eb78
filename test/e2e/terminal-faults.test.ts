import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { careerpath, openPty, type Pty } from '../support/open-pty.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-faults-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const written = (): string => readFileSync(join(cwd, 'me.yaml'), 'utf8');
const assess = ['assess', 'backend-developer', '-p', 'me.yaml'];
/** What the last drawing of a prompt shows; each begins where the lines before it were wiped. */
const lastDrawn = (pty: Pty): string => stripVTControlCharacters(pty.raw().split('\u001b[2K').at(-1) ?? '');
const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

/** Marks Java and goes on to its rating. */
async function rateJava(pty: Pty): Promise<void> {
  await pty.see(/Which of these/);
  pty.send('Java');
  await pty.see(/› Java/);
  pty.send('\r');
  await pty.see(/marked/);
  pty.send('\r');
  await pty.see(/0–5 rates/);
}

describe('a paste is one edit', () => {
  it('becomes one line of 200 characters at most, marked by the terminal or not, and Ctrl-C answers behind it', async () => {
    for (const wrap of [paste, (text: string): string => text]) {
      const pty = openPty(assess, { cwd });
      await pty.see(/Which of these/);
      const before = pty.raw().length;
      pty.send(wrap(`zebra\nquagga\n${'x'.repeat(2000)}`));
      await pty.see(/› zebra quagga x+/);
      const shown = stripVTControlCharacters(pty.raw().slice(before));
      expect(shown.match(/›/g)?.length).toBe(1);
      expect(/zebra quagga x[x\s]*/.exec(shown)?.[0].replace(/\s/g, '').length).toBe(200 - 2);
      pty.send('\u0003');
      await pty.see(/Stopped/);
      expect(await pty.exit).toBe(130);
    }
  });

  it('answers one rating, by its first digit', async () => {
    const pty = openPty(assess, { cwd });
    await rateJava(pty);
    pty.send('4\n1\n1\n1\n');
    await pty.see(/✔ Java 4[\s\S]*(0–5 rates|Which of these)/);
    pty.send('\u0003');
    await pty.see(/Stopped\. 1 answer saved/);
    await pty.exit;
    expect(written()).toBe('skills:\n  Java: 4\n');
  });

  it('of text is no key: letters in it neither undo, skip nor stop', async () => {
    const pty = openPty(assess, { cwd });
    await rateJava(pty);
    pty.send(paste('quit using this'));
    pty.send('3');
    await pty.see(/✔ Java 3/);
    pty.send('\u0003');
    expect(await pty.exit).toBe(130);
  });
});

it('in plain lines an empty line restores the list, no number is offered from 1 to 0, and an own word is kept', async () => {
  const pty = openPty([...assess, '--accessible'], { cwd });
  const first = /1\. (.*)/.exec(await pty.see(/Which of these[\s\S]*> $/))?.[1] ?? '';
  pty.send('Zyxwvut\n');
  await pty.see(/Nothing answers[\s\S]*Type \+ to keep "Zyxwvut"[\s\S]*> $/);
  pty.send('3\n');
  const said = await pty.see(/Nothing is listed to choose[\s\S]*> $/);
  expect(said).not.toContain('1 to 0');
  pty.send('\n');
  expect(await pty.see(/1\. [\s\S]*> $/)).toContain(first.trim());
  pty.send('Zyxwvut\n');
  await pty.see(/Type \+[\s\S]*> $/);
  pty.send('+\n');
  await pty.see(/Kept: Zyxwvut[\s\S]*> $/);
  pty.send('\n');
  await pty.see(/Type 0 to 5[\s\S]*> $/);
  pty.send('4\n');
  await pty.see(/not in the catalogue[\s\S]*> $/);
  pty.send('q\n');
  expect(await pty.exit).toBe(0);
  expect(pty.raw()).not.toMatch(/[█▓░]/);
  expect(written()).toContain('Zyxwvut: 4');
});

it('comes back to the question after Ctrl-Z and fg', async () => {
  const shell = openPty(['--norc', '--noprofile', '-i'], { cwd, program: ['bash'] });
  await shell.see(/bash-[\d.]+[$#] /);
  shell.send(`${careerpath.join(' ')} ${assess.join(' ')}\n`);
  await rateJava(shell);
  shell.send('\u001a');
  await shell.see(/Stopped[\s\S]*bash-[\d.]+[$#] /);
  shell.send('fg\n');
  await shell.see(/0–5 rates/);
  shell.send('4');
  await shell.see(/✔ Java 4[\s\S]*(0–5 rates|Which of these)/);
  shell.send('\u0003');
  await shell.see(/bash-[\d.]+[$#] /);
  shell.send('exit\n');
  await shell.exit;
  expect(written()).toContain('Java: 4');
});

describe('the screen', () => {
  it('is drawn clean at a new size, with what was said before', async () => {
    const pty = openPty(assess, { cwd });
    await rateJava(pty);
    pty.send('4');
    await pty.see(/✔ Java 4[\s\S]*(0–5 rates|Which of these)/);
    const before = pty.raw().length;
    pty.order({ resize: [40, 20] });
    await pty.see(/u undo|Which of these/);
    const drawn = pty.raw().slice(before);
    expect(drawn.startsWith('\u001b[H\u001b[J')).toBe(true);
    expect(drawn).toContain('✔ Java 4');
    pty.send('\u0003');
    await pty.exit;
  });

  it('shows the title of each question at 80 × 10', async () => {
    const pty = openPty(assess, { cwd, rows: 10 });
    const titles = [/Which of these/, /Java/];
    await pty.see(/Which of these/);
    pty.send('Java');
    await pty.see(/› Java/);
    pty.send('\r');
    await pty.see(/1 marked/);
    const list = lastDrawn(pty).split('\n');
    expect(list.length).toBeLessThanOrEqual(10);
    expect(list[0]).toMatch(titles[0] as RegExp);
    pty.send('\r');
    await pty.see(/0–5 rates/);
    const rating = lastDrawn(pty).split('\n');
    expect(rating.length).toBeLessThanOrEqual(10);
    expect(rating[0]).toMatch(titles[1] as RegExp);
    pty.send('\u0003');
    await pty.exit;
  });
});

describe('what somebody marked or tried', () => {
  it('is asked for before Esc throws it away', async () => {
    const pty = openPty(assess, { cwd });
    await pty.see(/Which of these/);
    pty.send('Java');
    await pty.see(/› Java/);
    pty.send('\r');
    await pty.see(/1 marked/);
    pty.send('\u001b');
    await pty.see(/Esc again throws the 1 marked away/);
    pty.send('\u001b[B');
    await pty.see(/Enter goes on/);
    pty.send('\r');
    await pty.see(/0–5 rates/);
    pty.send('\u0003');
    await pty.exit;
  });

  it('can be a word of their own, which the profile keeps and no fit counts', async () => {
    const pty = openPty(assess, { cwd });
    await pty.see(/Which of these/);
    pty.send('Zyxwvut');
    await pty.see(/nothing answers to that/);
    pty.send('\r');
    await pty.see(/❯ Keep "Zyxwvut" as your own word[\s\S]*Search again/);
    pty.send('\r');
    await pty.see(/1 marked: "Zyxwvut"/);
    pty.send('\r');
    await pty.see(/your own word[\s\S]*0–5 rates/);
    pty.send('2');
    await pty.see(/✔ "Zyxwvut" 2 .* · not in the catalogue/);
    pty.send('\u0003');
    await pty.exit;
    expect(written()).toBe('skills:\n  Zyxwvut: 2\n');
  });

  it('does not become a target by looking at a role and pressing Ctrl-C', async () => {
    const text = 'targets: [senior-backend-developer]\n';
    writeFileSync(join(cwd, 'me.yaml'), text);
    const pty = openPty(assess, { cwd });
    await pty.see(/Which of these/);
    pty.send('\u0003');
    await pty.see(/Stopped/);
    expect(await pty.exit).toBe(130);
    expect(written()).toBe(text);
  });

  it('is kept at the root of explore until Esc is pressed twice', async () => {
    const pty = openPty(['explore', '-p', 'me.yaml'], { cwd });
    await pty.see(/Roles/);
    pty.send('\r');
    await pty.see(/sets the level/);
    pty.send('Problem');
    await pty.see(/› Problem/);
    pty.send('\r');
    await pty.see(/sets the level|steps/i);
    pty.send('4');
    await pty.see(/tried/);
    pty.send('\u001b');
    await pty.see(/Junior[\s\S]*\(tried\)[\s\S]*Esc back/);
    pty.send('\u001b');
    await pty.see(/Esc leaves/);
    pty.send('\u001b');
    await pty.see(/not saved: Enter saves, Esc again throws away/);
    pty.send('\r');
    await pty.see(/1 level saved/);
    pty.send('\u001b');
    expect(await pty.exit).toBe(0);
    expect(existsSync(join(cwd, 'me.yaml'))).toBe(true);
  });
});
