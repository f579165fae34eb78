import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completionScripts } from '../../src/cli/completion/completion-scripts.ts';
import { editProfile } from '../../src/intake/edit-profile.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { resolveProfile } from '../../src/intake/resolve-profile.ts';
import { builtInCatalog, scale } from '../support/make-catalog.ts';
import { home, runCli } from '../support/run-cli.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-profile-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const set = (...settings: string[]): ReturnType<typeof runCli> =>
  runCli(['profile', 'set', '-p', 'me.yaml', ...settings], { cwd });
const written = (): string => readFileSync(join(cwd, 'me.yaml'), 'utf8');

describe('profile set', () => {
  it('edits what stands there under whatever name, in the words of the file, and keeps what it was', async () => {
    const before = '# mine\nname: Ada\nskills:\n  Java: proficient  # since 2020\n  k8s: "2"\n  mood: good\nx: {keep: [me]}\n';
    writeFileSync(join(cwd, 'me.yaml'), before);
    expect((await set('java=5', 'kubernetes=3')).code).toBe(0);
    expect(written()).toBe(
      before
        .replace('proficient', '{ level: expert, on: 2026-11-20, ratings: [{ level: proficient }] }')
        .replace('"2"', '{ level: 3, on: 2026-11-20, ratings: [{ level: "2" }] }'),
    );
  });

  it('gives the names in a list a level, and adds to it', async () => {
    writeFileSync(join(cwd, 'me.yaml'), 'skills: [java, docker]\n');
    await set('java=4', 'kafka=none');
    expect(written()).toBe(
      'skills: [{ java: { level: 4, on: 2026-11-20 } }, docker, { Apache Kafka: { level: none, on: 2026-11-20 } }]\n',
    );
  });

  it('sets all that assess and a profile know, and takes it out again', async () => {
    const settings = ['name=Ada L', 'role=backend-developer', 'target=senior-backend-developer', 'years=3', 'education=bachelor'];
    expect((await set(...settings, 'hoursPerWeek=6')).code).toBe(0);
    expect(written()).toBe(
      'name: Ada L\nrole: backend-developer\ntargets: [senior-backend-developer]\nexperience:\n  years: 3\neducation:\n  level: bachelor\nhoursPerWeek: 6\n',
    );
    expect((await set('target=principal-api-architect', 'hoursPerWeek=', 'role=')).code).toBe(0);
    expect(written()).toContain('targets: [principal-api-architect]');
    expect(written()).not.toContain('hoursPerWeek');
  });

  it('replaces, adds and removes targets', async () => {
    writeFileSync(join(cwd, 'me.yaml'), 'targets:\n  - senior-backend-developer # first\n  - qa-engineer\n');
    await set('target+=backend-developer', 'target+=qa-engineer');
    expect(written()).toBe('targets:\n  - senior-backend-developer # first\n  - qa-engineer\n  - backend-developer\n');
    await set('target-=Senior Backend Developer', 'target-=principal-api-architect');
    expect(written()).toBe('targets:\n  - qa-engineer\n  - backend-developer\n');
    await set('target=backend-developer');
    expect(written()).toBe('targets:\n  - backend-developer\n');
    await set('target=none');
    expect(written()).not.toContain('backend-developer');
    const { code, stderr } = await set('target+=nobody', 'target-=');
    expect(code).toBe(2);
    expect(stderr).toMatch(/no role is called "nobody"[\s\S]*target\+= and target-= need a role/);
  });

  it('keeps what a document said beside the own level, and takes a confirmed level as the own one', async () => {
    const imported = 'skills:\n  Docker:\n    level: 2\n    assessedBy: document\n';
    for (const [level, shown] of [
      [3, 3],
      [2, 2],
    ] as const) {
      writeFileSync(join(cwd, 'me.yaml'), imported);
      await set(`docker=${level}`);
      expect(written()).toBe(
        `skills:\n  Docker:\n    level: ${shown}\n    assessedBy: self\n    ratings: [{ level: 2, assessedBy: document }]\n`,
      );
      expect((await set(`docker=${level}`)).stdout).toContain('nothing was written');
    }
  });

  it('takes java:4 as --skills takes java=4', async () => {
    await set('java:4', 'kafka:none');
    expect(written()).toBe('skills:\n  Java: 4\n  Apache Kafka: none\n');
    const fits = await Promise.all(['java:4,sql:2', 'java=4,sql=2'].map((list) => runCli(['fit', '--skills', list], { cwd })));
    expect(fits[0]).toEqual(fits[1]);
  });

  it('changes nothing when one of several settings is wrong, and names all that are', async () => {
    const { code, stderr } = await set('java=4', 'jva=3', 'kafka=9', 'role=nobody', 'docker');
    expect(code).toBe(2);
    for (const part of ['"java"', '"9" is not a level', 'no role is called "nobody"', '"docker" is no setting']) {
      expect(stderr).toContain(part);
    }
    expect(existsSync(join(cwd, 'me.yaml'))).toBe(false);
  });

  it('does not write what the file says already', async () => {
    writeFileSync(join(cwd, 'me.yaml'), 'skills: { java: 4 }\n');
    expect((await set('java=proficient')).stdout).toContain('nothing was written');
  });

  it('leaves a file with faults alone: exit 3', async () => {
    writeFileSync(join(cwd, 'me.yaml'), 'skills:\n  java: [\n');
    expect((await set('java=4')).code).toBe(3);
    expect(written()).toBe('skills:\n  java: [\n');
  });

  it('holds every level that is set, and every other skill as it was', () => {
    const catalog = builtInCatalog();
    const example = readFileSync(join(home, 'data/examples/java-developer.yaml'), 'utf8');
    const levels = (text: string): Map<number, number> => {
      const { profile } = readProfile(text, 'me.yaml', scale);
      if (profile === undefined) throw new Error('no profile');
      return new Map(resolveProfile(catalog, profile, () => []).declarations.map((one) => [one.skill, one.level]));
    };
    const old = levels(example);
    const skill = fc.nat({ max: catalog.index.skillCount - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(skill, fc.nat({ max: 5 })), { maxLength: 4 }), (answers) => {
        const changes = answers.map(([number, level]) => ({ kind: 'skill', skill: number, level }) as const);
        const edited = editProfile(example, catalog, changes);
        expect(levels(edited)).toEqual(new Map([...old, ...answers]));
        const comments = (text: string): string[] => text.split('\n').filter((line) => line.trimStart().startsWith('#'));
        expect(comments(edited)).toEqual(comments(example));
      }),
      { numRuns: 40 },
    );
  });
});

describe('profile path and show', () => {
  it('prints where the profile is, or would be', async () => {
    const env = { XDG_CONFIG_HOME: join(cwd, 'config') };
    const path = join(cwd, 'config', 'careerpath', 'skills.yaml');
    expect((await runCli(['profile', 'path'], { cwd, env })).stdout).toBe(`${path}\n`);
    expect((await runCli(['profile', 'set', 'java=4'], { cwd, env })).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('skills:\n  Java: { level: 4, on: 2026-11-20 }\n');
    expect((await runCli(['profile', 'show'], { cwd, env })).stdout).toMatch(/Java +4 +proficient/);
    const { stdout } = await runCli(['profile', 'path', '-f', 'json'], { cwd, env });
    expect(JSON.parse(stdout)).toMatchObject({ results: [{ path, exists: true }] });
  });
});

describe('completion', () => {
  const complete = async (...words: string[]): Promise<string[]> => {
    const { stdout, code } = await runCli(['completion', 'bash', '--', ...words]);
    expect(code).toBe(0);
    return stdout.split('\n').slice(0, -1);
  };

  it('knows commands, roles, skills, levels and formats', async () => {
    expect(await complete('ass')).toEqual(['assess']);
    expect(await complete('match', 'senior')).toEqual(['senior-backend-developer', 'senior-software-engineer']);
    expect(await complete('profile', 'set', 'spring-b')).toEqual(['spring-batch=', 'spring-boot=']);
    expect(await complete('profile', 'set', 'java=')).toEqual(['java=none', 'java=1', 'java=2', 'java=3', 'java=4', 'java=5']);
    expect(await complete('profile', 'set', 'target=senior-b')).toEqual(['target=senior-backend-developer']);
    expect(await complete('fit', '-f', 'j')).toEqual(['json']);
    expect(await complete('fit', '--acc')).toEqual([]);
    expect(await complete('assess', '--acc')).toEqual(['--accessible']);
    expect(await complete('match', '-p', '')).toEqual([]);
  });

  it('has a script that bash reads and that completes after an equals sign', () => {
    const script = `careerpath() { "${process.execPath}" "${join(home, 'bin/careerpath.js')}" "$@"; }
${completionScripts['bash']}
COMP_LINE='careerpath profile set java=n'; COMP_POINT=\${#COMP_LINE}; _careerpath; echo "\${COMPREPLY[*]}"`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe('none\n');
  });

  it('suggests the shell that was meant', async () => {
    const { code, stderr } = await runCli(['completion', 'fishy']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "fish"?');
  });
});
