import { expect, test } from 'vitest';
import { codesOf, importFile, resultOf, skillsOf } from '../support/import-file.ts';

const passport = (learner: object): string => JSON.stringify({ SkillsPassport: { LearnerInfo: learner } });
const computer = (html: string): string => passport({ Skills: { Computer: { Description: html } } });
const jobs = (...periods: object[]): string =>
  passport({ WorkExperience: periods.map((Period) => ({ Period, Activities: 'Java' })) });

test.each<[string, string, string]>([
  ['items of a list are parted', computer('<ul><li>not using Docker</li><li>Kafka</li></ul>'), 'kafka=2'],
  ['a sentence over a line break', computer('<p>no experience with<br/>Kubernetes</p><p>Java</p>'), 'java=2'],
  ['entities', computer('C&#35;, Node&#46;js &amp; R&amp;D'), 'csharp=2 nodejs=2'],
  ['entities that look like tags', computer('<p>Java &lt;b&gt; expert in Go</p>'), 'go=5 java=2'],
  ['comments and scripts', computer('<!-- Docker --><script>Kafka</script><style>SQL</style>Java'), 'java=2'],
  ['no tags at all', computer('Java, Go\nDocker'), 'docker=2 go=2 java=2'],
  ['tags that nobody closed', computer('<p><b>Java<p>Docker'), 'docker=2 java=2'],
  ['a link', computer('<a href="https://docker.example/kafka">my site</a>, Java'), 'java=2'],
  ['a table of levels', computer('<p>Java - Expert</p><p>Docker (basic)</p>'), 'docker=1 java=5'],
  ['a wrong type under a heading', passport({ Skills: { Computer: ['Java'], Other: { Description: 'Go' } } }), 'go=2'],
  [
    'one skill in two places counts once, at the higher level',
    passport({ Skills: { Computer: { Description: 'Kubernetes' }, JobRelated: { Description: 'expert in k8s' } } }),
    'kubernetes=5',
  ],
  [
    'CEFR grades in small letters',
    passport({
      Skills: {
        Linguistic: { ForeignLanguage: [{ Description: { Label: 'English' }, ProficiencyLevel: { SpokenInteraction: 'c1' } }] },
      },
    }),
    'english=4',
  ],
  ['a headline', passport({ Headline: { Description: { Label: 'Java developer' } } }), 'java=2'],
  ['a byte-order mark', `\ufeff${computer('Java')}`, 'java=2'],
])('Europass: %s', async (_, content, expected) => {
  const read = await importFile('cv.json', content);
  expect(skillsOf(read)).toBe(expected);
  expect(read.code).toBe(0);
});

test.each<[string, string, number | null]>([
  ['months as XML schema writes them', jobs({ From: { Year: 2019, Month: '--04' }, To: { Year: 2020, Month: '--10' } }), 1.5],
  ['years alone', jobs({ From: { Year: 2019 }, To: { Year: 2019 } }), 1],
  ['numbers as texts', jobs({ From: { Year: '2019', Month: '1' }, To: { Year: '2020', Month: '1' } }), 1],
  ['a job that goes on', jobs({ From: { Year: 2025, Month: 11 }, Current: true, To: { Year: 2020 } }), 1],
  [
    'overlaps count once',
    jobs(
      { From: { Year: 2019, Month: 1 }, To: { Year: 2021, Month: 1 } },
      { From: { Year: 2020, Month: 1 }, To: { Year: 2021, Month: 7 } },
    ),
    2.5,
  ],
  [
    'no month 13, and no year at all',
    jobs({ From: { Year: 2019, Month: 13 }, To: { Year: 2020 } }, { From: { Month: 3 } }, {}),
    null,
  ],
  ['a year of long ago is a slip', jobs({ From: { Year: 219 }, To: { Year: 2020 } }), null],
])('Europass, years of work: %s', async (_, content, years) => {
  expect(resultOf(await importFile('cv.json', content)).experience.years).toBe(years);
});

test('Europass: unknown languages and grades are said', async () => {
  const Linguistic = {
    MotherTongue: [{ Description: { Label: 'Klingon' } }],
    ForeignLanguage: [{ Description: { Label: 'English' }, ProficiencyLevel: { SpokenInteraction: 'Q9' } }],
  };
  const read = await importFile('cv.json', passport({ Skills: { Linguistic } }));
  expect(skillsOf(read)).toBe('english=2');
  expect(codesOf(read).sort()).toEqual(['document-read', 'unread-level', 'unrecognised-skill']);
  expect(resultOf(read).unrecognised[0]?.input).toBe('Klingon');
});

test('Europass: tags nested without end are no way to stop the reader', async () => {
  const read = await importFile('cv.json', computer(`Java ${'<div>'.repeat(100_000)} Docker`));
  expect(skillsOf(read)).toBe('docker=2 java=2');
});
