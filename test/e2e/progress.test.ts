import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

const now = () => new Date('2026-11-25T12:00:00');

/** Java and Docker at 4 are all that is asked, and worth the same: a level is 12.5 points. */
const pack = {
  'pack/pack.yaml': 'name: two\nbase: none\n',
  'pack/skills/all.yaml':
    '- { id: java, name: Java, kind: language, effort: small, learn: { 4: { do: "Write a service." } } }\n- { id: docker, name: Docker, kind: tool, effort: small }\n',
  'pack/roles/dev.yaml':
    'id: dev\ntitle: Dev\nrequirements:\n  - { skill: java, level: 4, importance: essential }\n  - { skill: docker, level: 4, importance: essential }\n',
};
const me = `name: Ada
targets: [dev]
skills:
  Java:
    level: 3 # since the course
    on: 2026-03-01
    evidence: a course
    ratings:
      - { level: 1, on: 2024-01-10 }
  Docker: 2
`;
const files = { ...pack, 'me.yaml': me };
const from = ['--pack', 'pack', '-p', 'me.yaml'];

interface Answer {
  readonly results: readonly Record<string, unknown>[];
  readonly [key: string]: unknown;
}

describe('progress', () => {
  test('the fit at each day, what moved it, and the next step', () =>
    inFolder(files, async (cwd) => {
      const { stdout, code } = await runCli(['progress', ...from, '-f', 'json'], { cwd, now });
      expect(code).toBe(0);
      const [result] = (JSON.parse(stdout) as Answer).results as [{ points: { on: string; exactScore: number }[] }];
      // Docker 2 of 4 is 25 points all along; Java said at 1 adds 12.5, at 3 another 25.
      expect(result.points.map(({ on, exactScore }) => [on, exactScore])).toEqual([
        [null, 25],
        ['2024-01-10', 37.5],
        ['2026-03-01', 62.5],
        ['2026-11-25', 62.5],
      ]);
      expect(result).toMatchObject({
        role: 'dev',
        moves: [
          { skill: 'java', from: null, to: 1, on: '2024-01-10', points: { dev: 12.5 } },
          { skill: 'java', from: 1, to: 3, on: '2026-03-01', points: { dev: 25 } },
        ],
        next: { from: 2, to: 3, skill: 'docker' },
      });
      const fit = await runCli(['fit', 'dev', ...from, '-f', 'json'], { cwd, now });
      expect((JSON.parse(fit.stdout) as Answer).results[0]).toMatchObject({ exactScore: 62.5 });
    }));

  test('the screen, the table of rows and markdown', () =>
    inFolder(files, async (cwd) => {
      const screen = (await runCli(['progress', ...from], { cwd, now })).stdout;
      expect(screen).toContain('Dev: 62, stretch\n25 ▁▃██ 62 proven, +37.5 points since before 2024-01-10\n');
      expect(screen).toMatch(/2026-03-01 +Java +1 → 3 +\+25\.0\n +2024-01-10 +Java +– → 1 +\+12\.5/);
      // Both are essential: a mean credit of 3/8 is below the .40 that a stretch asks.
      const csv = (await runCli(['progress', ...from, '-f', 'csv'], { cwd, now })).stdout.split('\n');
      expect(csv.slice(0, 4)).toEqual([
        'role,on,score,exactScore,verdict,likely,likelyVerdict,skill,from,to,points',
        'dev,,25,25,far,25,unknown,,,,',
        'dev,2024-01-10,,,,,,java,,1,12.5',
        'dev,2024-01-10,37,37.5,far,37.5,far,,,,',
      ]);
      expect((await runCli(['progress', ...from, '-f', 'markdown'], { cwd, now })).stdout).toContain('▁▃██');
    }));

  test('a profile without days says that there is nothing to compare with yet', () =>
    inFolder({ ...pack, 'me.yaml': 'skills: { java: 3 }\n' }, async (cwd) => {
      const { stdout, code } = await runCli(['progress', 'dev', ...from], { cwd, now });
      expect(code).toBe(0);
      expect(stdout).toContain('nothing to compare with yet');
    }));

  test.each([
    ['8m', '2026-03-25', ['java']],
    ['9m', '2026-02-25', []],
    ['268d', '2026-03-02', ['java']],
    ['2y', '2024-11-25', []],
  ])('--stale %s lists what is of %s or older', (age, before, skills) =>
    inFolder(files, async (cwd) => {
      const { stdout } = await runCli(['progress', '--stale', age, ...from, '-f', 'json'], { cwd, now });
      const answer = JSON.parse(stdout) as Answer;
      expect(answer).toMatchObject({ before, undated: ['docker'] });
      expect(answer.results.map(({ skill }) => skill)).toEqual(skills);
    }),
  );

  test('a level that is said again is as new as the day, and its former day is kept', () =>
    inFolder(files, async (cwd) => {
      await runCli(['profile', 'set', 'java=3', ...from], { cwd, now });
      const again = await runCli(['progress', '--stale', '8m', ...from], { cwd, now });
      expect(again.stdout).toContain('Nothing to ask again');
      const { stdout } = await runCli(['progress', ...from, '-f', 'json'], { cwd, now });
      expect((JSON.parse(stdout) as { results: [{ points: unknown[] }] }).results[0].points).toHaveLength(4);
    }));

  test.each(['2', 'y', '0d', 'two years'])('--stale %s is wrong usage', (age) =>
    inFolder(files, async (cwd) => {
      const { code, stderr } = await runCli(['progress', '--stale', age, ...from], { cwd, now });
      expect([code, stderr]).toEqual([2, expect.stringContaining('write 2y, 18m, 6w or 90d')]);
    }),
  );
});

describe('done', () => {
  test('moves the level up, and keeps the day, the activity and what was', () =>
    inFolder(files, async (cwd) => {
      const { stdout, code } = await runCli(['done', 'java', ...from], { cwd, now });
      expect(code).toBe(0);
      expect(stdout).toContain('Java 3 → 4 (proficient), saved in me.yaml.');
      expect(stdout).toContain('Dev: 75, near (+12.5 points)');
      expect(readFileSync(join(cwd, 'me.yaml'), 'utf8')).toBe(
        me
          .replace('level: 3', 'level: 4')
          .replace('on: 2026-03-01', 'on: 2026-11-25')
          .replace('evidence: a course', 'evidence: Write a service.')
          .replace('2024-01-10 }\n', '2024-01-10 }\n      - { level: 3, on: 2026-03-01, note: a course }\n'),
      );
      const { stdout: json } = await runCli(['progress', ...from, '-f', 'json'], { cwd, now });
      expect((JSON.parse(json) as Answer).results[0]).toMatchObject({
        points: [{ exactScore: 25 }, { exactScore: 37.5 }, { exactScore: 62.5 }, { on: '2026-11-25', exactScore: 75 }],
      });
    }));

  test('several at once, one of them new, and none past the highest level', () =>
    inFolder({ ...pack, 'me.yaml': 'skills: { java: 5 }\n' }, async (cwd) => {
      const past = await runCli(['done', 'docker', 'java', ...from], { cwd, now });
      expect([past.code, past.stderr]).toEqual([2, expect.stringContaining('highest level already')]);
      expect(readFileSync(join(cwd, 'me.yaml'), 'utf8')).toBe('skills: { java: 5 }\n');
      const { stdout } = await runCli(['done', 'docker', ...from, '-f', 'json'], { cwd, now });
      expect(JSON.parse(stdout)).toMatchObject({
        results: [{ skill: 'docker', from: 0, to: 1, on: '2026-11-25', activity: null }],
        fits: [{ role: 'dev', before: { exactScore: 50 }, after: { exactScore: 62.5 } }],
      });
      expect(readFileSync(join(cwd, 'me.yaml'), 'utf8')).toContain('Docker: { level: 1, on: 2026-11-25 }');
    }));

  test('an unknown skill is wrong usage; nothing is written', () =>
    inFolder(pack, async (cwd) => {
      expect((await runCli(['done', 'jva', ...from], { cwd, now })).code).toBe(2);
      expect(() => readFileSync(join(cwd, 'me.yaml'))).toThrow('ENOENT');
    }));
});

test('profile set prints before and after for the target', () =>
  inFolder(files, async (cwd) => {
    const { stdout } = await runCli(['profile', 'set', 'docker=4', ...from], { cwd, now });
    expect(stdout).toContain('Dev: 87, near (+25.0 points)');
    expect(stdout).toMatch(/before .* 62 .*\n.*after .* 87 /);
    const { stdout: json } = await runCli(['profile', 'set', 'java=4', ...from, '-f', 'json'], { cwd, now });
    expect(JSON.parse(json)).toMatchObject({
      fits: [{ role: 'dev', before: { exactScore: 87.5 }, after: { verdict: 'ready' } }],
    });
  }));
