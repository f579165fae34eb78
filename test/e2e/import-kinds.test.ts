import { describe, expect, test } from 'vitest';
import { codesOf, importFile, levels, resultOf } from '../support/import-file.ts';
import { makePdfOf } from '../support/make-documents.ts';

const resume = (parts: object): string => JSON.stringify({ basics: { name: 'Bo Tan' }, ...parts });
const java = { skills: [{ name: 'Java' }] };

describe('JSON Resume as people write it', () => {
  test.each<[string, object, string]>([
    ['the name of a group is a skill', [{ name: 'Kotlin', level: 'Expert', keywords: ['Docker'] }], 'docker=5 kotlin=5'],
    ['the name of a group is a word for many', [{ name: 'Backend', keywords: ['Kotlin'] }], 'kotlin=2'],
    ['skills as texts', ['Kotlin', 'Docker, Redis'], 'docker=2 kotlin=2 redis=2'],
    ['skills as an object of lists', { backend: ['Kotlin'], data: ['Redis'] }, 'kotlin=2 redis=2'],
    ['skills as an object of levels', { Kotlin: 4, Redis: 'expert' }, 'kotlin=4 redis=5'],
    ['keywords as one text', [{ name: 'Data', keywords: 'Redis, PostgreSQL' }], 'postgresql=2 redis=2'],
    ['a name with a slash and words around it', [{ name: 'Ops', keywords: ['CI / CD', 'Automated CI/CD pipelines'] }], 'ci-cd=2'],
    ['levels of a hundred', [{ name: 'Kotlin', level: '80%' }], 'kotlin=4'],
    [
      'levels of other languages',
      [
        { name: 'Kotlin', level: 'Fortgeschritten' },
        { name: 'Redis', level: '精通' },
      ],
      'kotlin=4 redis=5',
    ],
  ])('%s', async (_, skills, expected) => {
    const sorted = (await levels('cv.json', resume({ skills }))).split(' ').sort().join(' ');
    expect(sorted).toBe(expected);
  });

  test("a person's own low rating beats a mention", async () => {
    const work = [{ position: 'Developer', startDate: '2020-01', endDate: '2020-12', summary: 'Expert in Redis and Kafka.' }];
    expect(await levels('cv.json', resume({ skills: [{ name: 'Redis', level: 'Beginner' }], work }))).toBe('kafka=5 redis=1');
  });

  test('techniques under work and projects count', async () => {
    const work = [{ position: 'Developer', startDate: '2020', technologies: ['Kafka'] }];
    expect(await levels('cv.json', resume({ ...java, work, projects: [{ name: 'x', stack: 'Redis, Docker' }] }))).toBe(
      'docker=2 java=2 kafka=2 redis=2',
    );
  });

  test.each<[string, string, string | undefined, number | null, string[]]>([
    ['months in words', 'March 2011', 'July 2014', 3.4, []],
    ['months in words of another language', 'März 2011', 'juillet 2014', 3.4, []],
    ['months first', '03/2011', '07/2014', 3.4, []],
    ['a month that is none', '2020-00', '2021-06', 1.5, []],
    ['a season', 'Summer 2009', '2009-12', 1, []],
    ['characters for year and month', '2011年3月', '2014年7月', 3.4, []],
    ['an end before the beginning', '2021-01', '2019-01', null, ['reversed-dates']],
    ['no date at all', 'a while back', undefined, null, ['unread-date']],
  ])('dates: %s', async (_, startDate, endDate, years, said) => {
    const read = await importFile('cv.json', resume({ ...java, work: [{ position: 'Developer', startDate, endDate }] }));
    expect(resultOf(read).experience.years).toBe(years);
    expect(codesOf(read)).toEqual([...said, 'document-read']);
  });

  test.each(['Present', 'heute', 'en cours', '至今', 'obecnie'])('a job until %s goes on', async (endDate) => {
    const read = await importFile('cv.json', resume({ ...java, work: [{ startDate: '2020-01', endDate }] }));
    expect(resultOf(read).experience.evidence).toEqual(['work[0]: 2020-01 to now']);
  });

  test.each([
    ['BS', 'bachelor'],
    ['B. Tech', 'bachelor'],
    ['Licence', 'bachelor'],
    ['Laurea triennale', 'bachelor'],
    ['MS', 'master'],
    ['MPhys', 'master'],
    ['MBA', 'master'],
    ['DEA', 'master'],
    ['Dipl.-Ing.', 'master'],
    ['硕士', 'master'],
    ['Dr. rer. nat.', 'doctorate'],
  ])('degree: %s is %s', async (studyType, level) => {
    const education = [{ studyType: 'High school' }, { studyType, area: 'Physics' }];
    expect(resultOf(await importFile('cv.json', resume({ ...java, education }))).education).toEqual({ level, field: 'Physics' });
  });

  test.each([
    ['Native or bilingual', 5],
    ['Full professional', 4],
    ['Limited working proficiency', 2],
    ['B2 (Upper-Intermediate)', 3],
    ['fließend', 4],
  ])('fluency: %s is %i', async (fluency, level) => {
    const read = await importFile('cv.json', resume({ ...java, languages: [{ language: 'English', fluency }] }));
    expect(resultOf(read).skills.find(({ id }) => id === 'english')?.level).toBe(level);
  });
});

describe('CVs as text', () => {
  test.each<[string, string, string]>([
    [
      'a level behind a name in a list is of that name alone',
      'Skills\nSQL advanced, Docker, strong Java, Kafka',
      'docker=2 java=4 kafka=4 sql=4',
    ],
    ['a level behind the name', 'Skills\nSQL advanced\nGo 80 %\nPostgreSQL (expert)', 'go=4 postgresql=5 sql=4'],
    [
      'what is being learned, and what is wished for',
      '## Skills\nJava\n## Currently learning\nGo\n## Interests\nKafka',
      'go=1 java=2',
    ],
    ['what somebody is ready to learn', 'Java\nEager to improve in tools such as Redis.', 'java=2'],
    ['what is not there yet', 'Java\nNot yet: Kafka\nRedis: none', 'java=2'],
    ['a name in lower case with its sign', 'worked with c# daily', 'csharp=2'],
    ['names that touch other signs', '使用Java和Redis开发', 'java=2 redis=2'],
    ['years', 'Java: 10+ years\nRedis (5 years)', 'java=4 redis=4'],
  ])('%s', async (_, text, expected) => {
    expect(await levels('cv.md', text)).toBe(expected);
  });

  test.each<[string, string, number | null]>([
    ['two hyphens', '## Experience\n### Developer, Acme\nFeb 2015 -- Jan 2018', 3],
    ['a university that employs', '### Work\nFeb 2015 - Jan 2018: Lab - Some University', 3],
    ['a degree under work', '### Work\nFeb 2015 - Jan 2018: MSc, Some University', null],
    ['headings of another language', '## Doświadczenie zawodowe\nluty 2015 - styczeń 2018, Acme', 3],
    ['a project manager', '## Project Manager, Team Lead\nAcme, Feb 2015 - Jan 2018', 3],
  ])('dates: %s', async (_, text, years) => {
    expect(resultOf(await importFile('cv.md', `Java\n${text}`)).experience.years).toBe(years);
  });

  test('the highest degree of the part about education counts, and offices are no degrees', async () => {
    const degree = async (text: string): Promise<string | undefined> =>
      resultOf(await importFile('cv.md', `Java\n${text}`)).education?.level;
    expect(await degree('## Education\n- B.S. in Physics, 2010\n- M.S. in Physics, 2012')).toBe('master');
    expect(await degree('## Skills\nMS Office, scrum master, driving licence')).toBeUndefined();
  });

  test('another language is said, a list of names is not taken for one', async () => {
    const german = 'Ich habe mit Java für die Bank und den Handel gearbeitet und bin seit Jahren im Team der Entwicklung.';
    expect(codesOf(await importFile('cv.txt', german))).toContain('other-language');
    expect(codesOf(await importFile('cv.txt', 'Java, Docker, Redis'))).toEqual(['document-read']);
  });

  test.each([
    'Updates of profiles on a high-profile site',
    'Railings along the rail',
    'Permission to work in the EU',
    'A degree in Electronics and Communication; low-level communication between devices',
    'Structured interviews of users',
    'Scaled pictures',
    'Good feedback of customers',
    'A page adaptable to phones',
  ])('everyday words are no skills: %s', async (sentence) => {
    expect(await levels('cv.md', `## Skills\nJava\n## Experience\n${sentence}.`)).toBe('java=2');
  });

  test('two columns of a PDF keep their dates and names', async () => {
    const rows = [
      ['SKILLS', 'EXPERIENCE'],
      ['Java, Spring', 'Developer, Acme, Feb 2015 - Jan 2018'],
      ['Boot, Kafka', 'Ran PostgreSQL'],
    ];
    const shown = rows.map(
      ([left, right], i) => `1 0 0 1 60 ${700 - 14 * i} Tm (${left}) Tj 1 0 0 1 260 ${700 - 14 * i} Tm (${right}) Tj`,
    );
    const read = await importFile('cv.pdf', makePdfOf([`BT /F1 12 Tf ${shown.join(' ')} ET`]));
    expect(resultOf(read).experience.years).toBe(3);
    expect(resultOf(read).skills.map(({ id }) => id)).toEqual(['java', 'kafka', 'postgresql', 'spring-boot']);
  });
});

test('the account is told once, on standard error and in JSON', async () => {
  const read = await importFile('cv.json', resume({ skills: ['Java', 'Frobnicator'] }));
  const account = JSON.parse(read.stdout).diagnostics.filter(({ code }: { code: string }) => code === 'document-read');
  expect(account).toHaveLength(1);
  expect(account[0].message).toBe('read 1 skill; 1 of them at the assumed level 2; 1 name unknown; no work dates, no degree');
});

test('a column of own ratings is one of levels', async () => {
  expect(await levels('skills.csv', 'Skill,Self rating (1-5),Manager rating\nJava,4,3\nRedis,1,3\n')).toBe('java=4 redis=1');
});
