import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPty } from '../support/open-pty.ts';
import { runCli } from '../support/run-cli.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-assess-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const written = (name = 'me.yaml'): string => readFileSync(join(cwd, name), 'utf8');
const assess = ['assess', '-p', 'me.yaml'];
const showsCursorLast = (raw: string): boolean => raw.lastIndexOf('\u001b[?25h') >= raw.lastIndexOf('\u001b[?25l');

describe('assess in a pseudo-terminal', () => {
  it('makes the same file by typing as profile set makes, undo included', async () => {
    const pty = openPty(assess, { cwd });
    await pty.see(/Which role/);
    pty.send('senior');
    await pty.see(/› senior/);
    pty.send('\r');
    await pty.see(/Which of these/);
    for (const name of ['Java', 'kafka']) {
      pty.send(name);
      await pty.see(new RegExp(`› ${name}`));
      pty.send('\r');
      await pty.see(/marked/);
    }
    pty.send('\r');
    await pty.see(/0–5 rates/);
    pty.send('3');
    await pty.see(/✔ Java 3[\s\S]*0–5 rates/);
    pty.send('u');
    await pty.see(/Java undone[\s\S]*0–5 rates/);
    pty.send('4');
    await pty.see(/✔ Java 4[\s\S]*0–5 rates/);
    pty.order({ resize: [40, 24] });
    await pty.see(/0–5 · u undo/);
    pty.send('0');
    // What is asked next may be one skill or a group: the end of the input ends both.
    await pty.see(/✔ Apache Kafka 0[\s\S]*(u undo|Which of these)/);
    pty.send('\u0004');
    await pty.see(/2 answers saved/);
    expect(await pty.exit).toBe(0);
    expect(showsCursorLast(pty.raw())).toBe(true);
    const typed = written();
    const settings = ['target=senior-backend-developer', 'java=4', 'kafka=none'];
    const set = await runCli(['profile', 'set', '-p', 'set.yaml', ...settings], { cwd, now: () => new Date() });
    expect(set.code).toBe(0);
    expect(typed).toBe(written('set.yaml'));
    const day = '\\d{4}-\\d{2}-\\d{2}';
    expect(typed).toMatch(
      new RegExp(
        `^targets: \\[senior-backend-developer\\]\nskills:\n  Java: \\{ level: 4, on: ${day} \\}\n  Apache Kafka: \\{ level: none, on: ${day} \\}\n$`,
      ),
    );
  });

  it('ends with 130, one line and a shown cursor on Ctrl-C at each question', async () => {
    const steps = [
      [/Which role/, '\r'],
      [/Which of these do you know\?(?! \()/, '\r'],
      // A blank profile is asked for its language before any single skill.
      [/one backend language/, '\r'],
      [/0–5 rates/, ''],
    ] as const;
    await Promise.all(
      steps.map(async (_, last) => {
        const pty = openPty(['assess', '-p', `c${last}.yaml`], { cwd });
        for (const [question, key] of steps.slice(0, last)) {
          await pty.see(question);
          pty.send(key);
        }
        await pty.see((steps[last] as (typeof steps)[number])[0]);
        pty.send('\u0003');
        await pty.see(/Stopped\. 0 answers saved/);
        expect(await pty.exit).toBe(130);
        expect(showsCursorLast(pty.raw())).toBe(true);
      }),
    );
  });

  it('ends with 143 and a shown cursor on SIGTERM, and is not left behind when the terminal closes', async () => {
    const terminated = openPty(['assess', 'backend-developer', '-p', 'a.yaml'], { cwd });
    const closed = openPty(['assess', 'backend-developer', '-p', 'b.yaml'], { cwd });
    for (const pty of [terminated, closed]) {
      await pty.see(/Which of these/);
      pty.send('Java');
      await pty.see(/› Java/);
      pty.send('\r');
      await pty.see(/marked/);
      pty.send('\r');
      await pty.see(/0–5 rates/);
      pty.send('3');
      await pty.see(/✔[\s\S]*(0–5 rates|Which of these)/);
    }
    terminated.order({ signal: 'SIGTERM' });
    closed.order({ close: true });
    expect(await terminated.exit).toBe(143);
    expect(showsCursorLast(terminated.raw())).toBe(true);
    expect(await closed.exit).toBe(129);
    expect(written('b.yaml')).toMatch(/: \{ level: 3, on: [\d-]{10} \}\n$/);
  });

  it('asks in plain text that is never repainted under TERM=dumb, ACCESSIBLE=1 and --accessible', async () => {
    const worlds = [{ env: { TERM: 'dumb' } }, { env: { ACCESSIBLE: '1' } }, { more: ['--accessible'] }];
    await Promise.all(
      worlds.map(async ({ env = {}, more = [] }: { env?: Record<string, string>; more?: string[] }, i) => {
        const pty = openPty(['assess', '-p', `p${i}.yaml`, ...more], { cwd, env });
        await pty.see(/Which role[\s\S]*> $/);
        pty.send('1\n');
        await pty.see(/Which of these[\s\S]*> $/);
        pty.send('\n');
        await pty.see(/one backend language[\s\S]*> $/);
        pty.send('\n');
        await pty.see(/Type 0 to 5[\s\S]*> $/);
        pty.send('2\n');
        await pty.see(/✔[\s\S]*> $/);
        pty.send('q\n');
        expect(await pty.exit).toBe(0);
        // Colours of the closing table may be there; nothing moves the cursor, wipes or hides.
        expect(pty.raw()).not.toMatch(/\u001b\[[0-9;?]*[A-HJKSTfhl]/);
        expect(written(`p${i}.yaml`)).toMatch(/: \{ level: 2, on: [\d-]{10} \}\n$/);
      }),
    );
  });
});

describe('without anybody to ask', () => {
  it('exits 2 and names what to use instead', async () => {
    for (const argv of [assess, ['explore'], [...assess, '--no-input']]) {
      const { code, stderr, stdout } = await runCli(argv, { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/asks questions, and .*\n.*profile set java=4/);
    }
  });
});
