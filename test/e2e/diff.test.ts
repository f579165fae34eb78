import { describe, expect, test } from 'vitest';
import { inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

/** Java and Docker at 4 are all that is asked, and worth the same: a level is 12.5 points. */
const pack = (docker: number): Record<string, string> => ({
  'pack.yaml': 'name: two\nbase: none\n',
  'skills/all.yaml':
    '- { id: java, name: Java, kind: language, effort: small }\n- { id: docker, name: Docker, kind: tool, effort: small }\n',
  'roles/dev.yaml': `id: dev\ntitle: Dev\nrequirements:\n  - { skill: java, level: 4, importance: essential }\n  - { skill: docker, level: ${docker}, importance: essential }\n`,
});
const inside = (folder: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
const files = {
  ...inside('old', pack(4)),
  ...inside('new', pack(5)),
  'spring.csv': 'id,java,docker\nada,3,2\nbo,4,1\ncy,1,1\n',
  'autumn.csv': 'id,docker,java\nbo,1,3\nada,4,3\ndee,1,1\n',
  'me.yaml': 'name: Ada\nskills: { java: 3, docker: 2 }\n',
  'me-now.yaml': 'name: Ada L\nskills: { java: 4, docker: none }\n',
  'ratings.csv':
    'name,skill,level,assessor,date\nAda,java,4,self,2026-01-01\nAda,java,1,manager,2026-02-01\nAda,docker,2,self,2026-01-01\nAda,docker,3,Manager,2026-01-03\nBo,docker,3,self,2026-01-01\n',
  'self.csv': 'name,java,docker\nAda,4,2\n',
  'manager.csv': 'name,java\nAda,1\n',
};

interface Answer {
  readonly results: readonly [
    { readonly levels: readonly unknown[]; readonly fits: readonly Record<string, unknown>[]; readonly data: readonly unknown[] },
  ];
  readonly people: unknown;
}

async function diff(...words: string[]): Promise<Answer> {
  return inFolder(files, async (cwd) => {
    const { stdout, code } = await runCli(['diff', ...words, '-f', 'json'], { cwd });
    expect(code).toBe(0);
    return JSON.parse(stdout) as Answer;
  });
}

describe('two files of people', () => {
  test('joined by id, the greatest change first; whoever stands on one side only is named', async () => {
    const { results, people } = await diff('spring.csv', 'autumn.csv', '--pack', 'old');
    expect(results[0]).toEqual({
      levels: [
        { person: 'ada', skill: 'docker', from: 2, to: 4 },
        { person: 'bo', skill: 'java', from: 4, to: 3 },
      ],
      fits: [
        // 100 · (3/4 + 2/4) / 2, then 100 · (3/4 + 4/4) / 2.
        {
          person: 'ada',
          role: 'dev',
          from: 62,
          to: 87,
          exactFrom: 62.5,
          exactTo: 87.5,
          verdictFrom: 'stretch',
          verdictTo: 'near',
        },
        {
          person: 'bo',
          role: 'dev',
          from: 62,
          to: 50,
          exactFrom: 62.5,
          exactTo: 50,
          verdictFrom: 'stretch',
          verdictTo: 'stretch',
        },
      ],
      data: [],
    });
    expect(people).toEqual({ both: 2, onlyBefore: ['cy'], onlyAfter: ['dee'] });
  });

  test('a file and itself: nothing differs', async () => {
    const { results } = await diff('spring.csv', 'spring.csv');
    expect(results).toEqual([{ levels: [], fits: [], data: [] }]);
  });

  test('two profiles are one person, whatever they are called; none is not the same as not said', async () => {
    const { results } = await diff('me.yaml', 'me-now.yaml', '--pack', 'old');
    expect(results[0].levels).toEqual([
      { person: 'Ada L', skill: 'docker', from: 2, to: 0 },
      { person: 'Ada L', skill: 'java', from: 3, to: 4 },
    ]);
  });

  test('--roles, a table, csv and a comment in markdown', () =>
    inFolder(files, async (cwd) => {
      const run = (...more: string[]): ReturnType<typeof runCli> =>
        runCli(['diff', 'spring.csv', 'autumn.csv', '--pack', 'old', ...more], { cwd });
      const { stdout, stderr } = await run('--roles', 'dev');
      expect(stdout).toContain('2 levels changed, 2 fits moved, 1 verdict with it');
      expect(stdout).toContain('Furthest down: bo from 62 to 50 (Dev); furthest up: ada from 62 to 87 (Dev).');
      expect(stderr).toContain('spring.csv: note: read 3 rows, 3 people');
      expect((await run('-f', 'csv')).stdout.split('\n').slice(0, 4)).toEqual([
        'kind,person,id,from,to,exactFrom,exactTo,verdictFrom,verdictTo,change,what',
        'level,ada,docker,2,4,,,,,,',
        'level,bo,java,4,3,,,,,,',
        'fit,ada,dev,62,87,62.5,87.5,stretch,near,,',
      ]);
      expect((await run('-f', 'markdown')).stdout).toContain('| ada | Dev | 62 | 87 | +25.0 | stretch → near |');
      expect((await run('--roles', 'nobody')).code).toBe(2);
    }));

  test('a row that cannot be read is told and sets the exit code; the others are compared', () =>
    inFolder({ ...files, 'bad.csv': 'id,java\nada,4\nbo,many\n' }, async (cwd) => {
      const { code, stdout, stderr } = await runCli(['diff', 'bad.csv', 'autumn.csv', '-f', 'csv'], { cwd });
      expect([code, stderr]).toEqual([1, expect.stringContaining('bad.csv:3')]);
      expect(stdout).toContain('level,ada,java,4,3');
    }));
});

describe('two packs', () => {
  test('what the change of the data does to people', async () => {
    const { results } = await diff('old', 'new', '--people', 'spring.csv');
    const [{ levels, fits, data }] = results;
    expect(levels).toEqual([]);
    // Docker 2 of 5 in place of 2 of 4; bo and cy have 1 of 5 in place of 1 of 4.
    expect(fits.map(({ person, exactFrom, exactTo }) => [person, exactFrom, exactTo])).toEqual([
      ['ada', 62.5, expect.closeTo(57.5, 9)],
      ['bo', 62.5, expect.closeTo(60, 9)],
      ['cy', 25, expect.closeTo(22.5, 9)],
    ]);
    expect(data).toEqual([
      {
        kind: 'role',
        id: 'dev',
        change: 'changed',
        fields: ['requirements'],
        requirements: ['Docker 4, essential → Docker 5, essential'],
      },
    ]);
  });

  test('in words: it lowers ada from 62 to 57', () =>
    inFolder(files, async (cwd) => {
      const { stdout } = await runCli(['diff', 'old', 'new', '--people', 'spring.csv'], { cwd });
      expect(stdout).toContain('1 entry changed, 0 levels changed, 3 fits moved');
      expect(stdout).toContain('At most it lowers ada from 62 to 57 (Dev).');
      expect((await runCli(['diff', 'new', 'new'], { cwd })).stdout).toBe('Nothing differs.\n');
    }));
});

describe('two assessors', () => {
  test('both are shown, differences of two levels first, what one alone says last', async () => {
    const { results, people } = await diff('--assessors', 'self,manager', 'ratings.csv', '--pack', 'old');
    expect(results[0].levels).toEqual([
      { person: 'Ada', skill: 'java', from: 4, to: 1 },
      { person: 'Ada', skill: 'docker', from: 2, to: 3 },
    ]);
    expect(results[0].fits).toMatchObject([{ person: 'Ada', exactFrom: 75, exactTo: 50 }]);
    expect(people).toEqual({ both: 1, onlyBefore: ['Bo'], onlyAfter: [] });
    const turned = await diff('--assessors', 'manager,self', 'ratings.csv', '--pack', 'old');
    expect(turned.results[0].levels[0]).toEqual({ person: 'Ada', skill: 'java', from: 1, to: 4 });
  });

  test('in records of programs as well', async () => {
    const ratings = '[{"level":1,"assessedBy":"manager","on":"2026-02-01"}]';
    const line = `{"person":"Ada","skills":{"java":{"level":4,"ratings":${ratings}},"docker":2}}\n`;
    await inFolder({ ...files, 'people.ndjson': line }, async (cwd) => {
      const words = ['diff', '--assessors', 'self,manager', 'people.ndjson', '--pack', 'old', '-f', 'json'];
      const { stdout } = await runCli(words, { cwd });
      expect((JSON.parse(stdout) as Answer).results[0].levels).toEqual([
        { person: 'Ada', skill: 'java', from: 4, to: 1 },
        { person: 'Ada', skill: 'docker', from: 2, to: null },
      ]);
    });
  });

  test('in a file of each: what one does not say is taken from the other', async () => {
    const { results } = await diff('--assessors', 'self,manager', 'self.csv', 'manager.csv', '--pack', 'old');
    expect(results[0]).toMatchObject({
      levels: [
        { skill: 'java', from: 4, to: 1 },
        { skill: 'docker', from: 2, to: null },
      ],
      fits: [{ exactFrom: 75, exactTo: 37.5 }],
    });
  });
});

test.each([
  [['spring.csv'], 'nothing to compare with'],
  [['spring.csv', 'old'], 'old is a pack, and spring.csv is none'],
  [['spring.csv', 'autumn.csv', '--people', 'me.yaml'], '--people is for two packs'],
  [['-', '-'], 'standard input can be read once'],
  [['--assessors', 'self', 'ratings.csv'], 'does not name two'],
  [['--assessors', 'self,manager', 'old'], 'compares what two say of people'],
])('diff %j is wrong usage', (words, message) =>
  inFolder(files, async (cwd) => {
    const { code, stderr } = await runCli(['diff', ...words], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  }),
);
