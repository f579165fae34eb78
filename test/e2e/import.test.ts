import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, importFile, levels, resultOf } from '../support/import-file.ts';
import { makePdf, makePdfBomb, makeWord, makeZip } from '../support/make-documents.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'careerpath-import-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

let number = 0;

describe('JSON Resume', () => {
  const resume = (rest: object): string => JSON.stringify({ basics: { name: 'Ada' }, ...rest });
  test.each<[object, string]>([
    [{ skills: [{ name: 'Backend', level: 'Advanced', keywords: ['Java', 'Go'] }] }, 'go=4 java=4'],
    [{ skills: [{ name: 'Java', level: 'Expert' }] }, 'java=5'],
    [{ skills: [{ name: 'Java', level: 'Master' }] }, 'java=5'],
    [{ skills: [{ name: 'Java', level: 'Senior' }] }, 'java=4'],
    [{ skills: [{ name: 'Java', level: 'Intermediate' }] }, 'java=3'],
    [{ skills: [{ name: 'Java' }] }, 'java=2'],
    [{ skills: [{ name: 'Web', keywords: ['Node.js/Express', 'C#, .NET'] }] }, 'csharp=2 dotnet=2 express=2 nodejs=2'],
    [{ skills: [{ name: 'Web', keywords: ['Python (primary)'] }] }, 'python=2'],
    [
      {
        skills: [
          { name: 'Java', level: 'Beginner' },
          { name: 'java', level: 'Advanced' },
        ],
      },
      'java=4',
    ],
    [{ work: [{ summary: 'Expert in Kafka, not using Kubernetes' }] }, 'kafka=5'],
    [
      { projects: [{ keywords: ['Docker'], highlights: ['go-to-market, R&D, vitamin C', 'no experience with Terraform'] }] },
      'docker=2',
    ],
    [{ languages: [{ language: 'English', fluency: 'Native speaker' }] }, 'english=5'],
    [{ skills: [{ name: 'X', keywords: ['Java', 7, null, { a: 1 }] }], work: 'none' }, 'java=2'],
  ])('%j', async (rest, expected) => {
    expect(await levels('resume.json', resume(rest))).toBe(expected);
  });

  test('work dates make years, overlaps counted once; what goes on ends today', async () => {
    const work = [
      { startDate: '2020-10-01', endDate: '2022-10-01' },
      { startDate: '2021-10', endDate: '2023-10' },
      { startDate: '2025-10-01' },
      { startDate: 'some day' },
    ];
    const result = resultOf(
      await importFile(
        'r.json',
        resume({ work, skills: [{ name: 'Java' }], education: [{ studyType: 'Master', area: 'Physics' }] }),
      ),
    );
    expect(result.experience.years).toBe(4.1);
    expect(result.education).toEqual({ level: 'master', field: 'Physics' });
  });

  test('an unknown name and an unknown level are said, with suggestions', async () => {
    const read = await importFile('r.json', resume({ skills: [{ name: 'S', keywords: ['Kuberntes', 'Java'], level: 'ninja' }] }));
    expect(resultOf(read).unrecognised).toMatchObject([
      { input: 'Kuberntes', suggestions: expect.arrayContaining(['kubernetes']) },
    ]);
    expect(resultOf(read).skills).toMatchObject([{ id: 'java', level: 2 }]);
    expect(codesOf(read).sort()).toEqual(['document-read', 'unread-level', 'unrecognised-skill']);
    expect(read.code).toBe(0);
  });
});

describe('Europass', () => {
  const cv = (skills: object, rest: object = {}): string =>
    JSON.stringify({
      SkillsPassport: {
        LearnerInfo: { Identification: { PersonName: { FirstName: 'Ada', Surname: 'L' } }, Skills: skills, ...rest },
      },
    });
  test.each<[object, object, string]>([
    [{ Computer: { Description: '<p>Java &amp; Docker</p>' } }, {}, 'docker=2 java=2'],
    [{ Computer: { Description: '<ul><li>expert in Java</li></ul>' } }, {}, 'java=5'],
    [{ Computer: { Description: 'without Docker' }, Other: { Description: 'Kafka' } }, {}, 'kafka=2'],
    [{ Linguistic: { MotherTongue: [{ Description: { Label: 'English' } }] } }, {}, 'english=5'],
    [
      { Linguistic: { ForeignLanguage: [{ Description: { Label: 'English' }, ProficiencyLevel: { SpokenInteraction: 'B2' } }] } },
      {},
      'english=3',
    ],
    [{}, { WorkExperience: [{ Activities: 'Wrote Go and SQL' }] }, 'go=2 sql=2'],
  ])('%j %j', async (skills, rest, expected) => {
    expect(await levels('cv.json', cv(skills, rest))).toBe(expected);
  });
});

describe('CSV', () => {
  test.each<[string, string[], string]>([
    ['person,skill,level\nAda,java,4\nAda,go,expert\n', [], 'go=5 java=4'],
    ['person;java;docker\nAda;3;\n', [], 'java=3'],
    ['person,java\nAda,2\nBob,5\n', ['--person', 'Bob'], 'java=5'],
    ['name\tjava\nAda\tnovice\n', [], 'java=1'],
    ['person,skill\nAda,k8s\n', [], 'kubernetes=2'],
    ['\ufeffperson,java\nAda,3\n', [], 'java=3'],
  ])('%j', async (text, flags, expected) => {
    expect(await levels('people.csv', text, flags)).toBe(expected);
  });

  test('a wrong row is reported with its line, and the others are read', async () => {
    const read = await importFile('people.csv', 'person,skill,level\nAda,java,4\nAda,go,often\nAda,sql,2\n');
    expect(resultOf(read).skills.map(({ id }) => id)).toEqual(['java', 'sql']);
    expect(JSON.parse(read.stdout).diagnostics).toMatchObject([{ code: 'bad-row', line: 3 }, { code: 'document-read' }]);
    expect(read.code).toBe(1);
  });

  test('of several people one must be picked', async () => {
    const read = await importFile('people.csv', 'person,java\nAda,3\nBob,4\n');
    expect(read.code).toBe(2);
    expect(read.stderr).toContain('--person');
  });
});

describe('LinkedIn', () => {
  const files = {
    'Skills.csv': 'Name\nJava\n"C#"\nNode.js/Express\nUnderwater Welding\n',
    'Positions.csv':
      'Company Name,Title,Description,Location,Started On,Finished On\nX,Developer,"Docker, not Kubernetes",Y,Jan 2020,Jan 2022\nZ,Dev,,Y,soon,\n',
    'Profile.csv': 'First Name,Last Name,Headline\nAda,Example,Backend developer\n',
    'Languages.csv': 'Name,Proficiency\nEnglish,Full professional proficiency\n',
  };
  const check = (read: CliResult): void => {
    const result = resultOf(read);
    expect(result.skills.map(({ id, level }) => `${id}=${level}`)).toEqual([
      'csharp=2',
      'docker=2',
      'english=4',
      'express=2',
      'java=2',
      'nodejs=2',
      'server-side-development=2',
    ]);
    expect(result.name).toBe('Ada Example');
    expect(result.experience.years).toBe(2);
    expect(result.unrecognised).toMatchObject([{ input: 'Underwater Welding' }]);
    expect(codesOf(read)).toContain('bad-row');
    expect(read.code).toBe(1);
  };
  test('as a zip', async () => check(await importFile('export.zip', makeZip(files))));
  test('as a zip with a folder in it', async () => {
    const nested = Object.fromEntries(Object.entries(files).map(([name, text]) => [`Basic_Export/${name}`, text]));
    check(await importFile('export.zip', makeZip(nested)));
  });
  test('as a folder', async () => {
    const folder = join(cwd, 'linkedin');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    check(await runCli(['import', 'linkedin', '-f', 'json'], { cwd }));
  });
});

describe('CVs as text', () => {
  const lines = [
    'Ada Example',
    'Expert in Java; familiar with Kafka',
    '5+ years of PostgreSQL',
    'Node.js/Express, C#, .NET',
    'Not using Kubernetes',
    'BSc Computer Science',
  ];
  const expected = 'csharp=2 dotnet=2 express=2 java=5 kafka=2 nodejs=2 postgresql=4';
  test.each<[string, string | Buffer]>([
    ['cv.txt', lines.join('\n')],
    ['cv.txt', lines.join('\r\n')],
    ['cv.md', `# ${lines.join('\n\n- ')}`],
    ['cv.docx', makeWord(lines)],
    ['cv.bin', makeWord(lines)],
    ['cv.pdf', makePdf(lines)],
    ['cv', makePdf(lines)],
  ])('%s', async (name, content) => {
    const read = await importFile(name, content);
    const result = resultOf(read);
    expect(result.skills.map(({ id, level }) => `${id}=${level}`).join(' ')).toBe(expected);
    expect(result.name).toBe('Ada Example');
    expect(result.education?.level).toBe('bachelor');
    expect(result.skills.find(({ id }) => id === 'postgresql')?.years).toBe(5);
    expect(read.code).toBe(0);
  });

  test('work dates below a heading about work are years, those of study are not', async () => {
    const cv = [
      'Ada Example',
      'Work experience',
      'Developer, Acme (2016 - 2018)',
      'Built things in Java',
      'Education',
      'BSc, 2010 - 2014',
    ];
    for (const content of [cv.join('\n'), makeWord(cv), makePdf(cv)])
      expect(resultOf(await importFile('cv', content)).experience).toMatchObject({ years: 3 });
  });

  test('from standard input, and printed as a profile that is one', async () => {
    const read = await runCli(['import', '-'], { stdin: lines.join('\n'), cwd });
    expect(read.stdout).toMatch(/^# Imported from standard input/);
    const back = await runCli(['fit', '-f', 'json', '-p', '-'], { stdin: read.stdout, cwd });
    expect(JSON.parse(back.stdout).profile.skills).toHaveLength(7);
    expect(read.stdout).toContain('assessedBy: document');
  });

  test('--from overrides what the file looks like', async () => {
    expect(await levels('cv.json', '{ "Java"', ['--from', 'text'])).toBe('java=2');
    expect((await importFile('cv.txt', 'Java', ['--from', 'pdf'])).code).toBe(3);
    expect((await importFile('cv.txt', 'Java', ['--from', 'odt'])).code).toBe(2);
  });
});

describe('merging', () => {
  const profile = '# mine\nname: A\nskills:\n  java: 4 # sure\n  postgres: novice\n  welding: 3\nnotes: [x]\n';
  const merge = async (text: string, flags: readonly string[]): Promise<{ read: CliResult; after: string }> => {
    const folder = join(cwd, `m${number++}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'cv.txt'), 'Java, Docker\n5 years of PostgreSQL');
    if (text !== '') writeFileSync(join(folder, 'me.yaml'), text);
    const read = await runCli(['import', 'cv.txt', '--into', 'me.yaml', ...flags], { cwd: folder });
    let after = '';
    try {
      after = readFileSync(join(folder, 'me.yaml'), 'utf8');
    } catch {
      // Nothing was written.
    }
    return { read, after };
  };

  test('adds and raises, lowers nothing, and keeps all else', async () => {
    const { read, after } = await merge(profile, ['--yes']);
    expect(read.code).toBe(0);
    expect(after).toContain(
      '# mine\nname: A\nskills:\n  java: 4 # sure\n  postgres: { level: proficient, on: 2026-11-20, ratings: [{ level: novice }] }\n  welding: 3\n  Docker:\n    level: 2\n',
    );
    expect(after.endsWith('notes: [x]\n')).toBe(true);
    expect(read.stderr).toContain('+   Docker:');
    expect(read.stderr).toContain('-   postgres: novice');
  });

  test('twice is as good as once', async () => {
    const { after } = await merge(profile, ['--yes']);
    const again = await merge(after, ['--yes']);
    expect(again.after).toBe(after);
    expect(again.read.stdout).toContain('nothing was written');
  });

  test('without a terminal and without --yes it exits 2 and writes nothing', async () => {
    const { read, after } = await merge(profile, []);
    expect(read.code).toBe(2);
    expect(read.stderr).toContain('--yes');
    expect(after).toBe(profile);
  });

  test('a list of skills, and a file that does not exist yet', async () => {
    expect((await merge('skills: [java, sql]\n', ['--yes'])).after).toContain('{ PostgreSQL: { level: 4, on: 2026-11-20 } }');
    const { after } = await merge('', ['--yes']);
    expect(after).toContain('Docker:\n    level: 2');
  });

  test('a file that is no profile is left alone', async () => {
    const { read, after } = await merge('skills: {java: 9}\n', ['--yes']);
    expect(read.code).toBe(3);
    expect(after).toBe('skills: {java: 9}\n');
  });
});

describe('hostile files are refused with exit 3', () => {
  const bomb = makeZip({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) });
  const claims = makeWord(['Java']);
  // The size that the central directory claims: 4 GB, as much as the field holds.
  claims.writeUInt32LE(0xfffffff0, claims.indexOf('PK\u0001\u0002') + 24);
  const entities = '<!DOCTYPE a [<!ENTITY b "Java"><!ENTITY c "&b;&b;&b;">]>';
  test.each<[string, string, Buffer | string, RegExp]>([
    ['a zip bomb', 'cv.docx', bomb, /claims to unpack/],
    ['a false size', 'cv.docx', claims, /claims to unpack/],
    ['a path that climbs out', 'x.zip', makeZip({ '../Skills.csv': 'Name\nJava\n' }), /outside itself/],
    ['an absolute path', 'x.zip', makeZip({ '/etc/Skills.csv': 'Name\nJava\n' }), /outside itself/],
    ['a cut zip', 'x.zip', makeWord(['Java']).subarray(0, 120), /cannot be read/],
    ['another zip', 'x.zip', makeZip({ 'a.txt': 'Java' }), /neither/],
    ['entities in Word', 'cv.docx', makeWord(['&c;'], entities), /entities/],
    ['entities in XML', 'cv.xml', `<?xml version="1.0"?>${entities}<a>&c;</a>`, /entities/],
    ['depths in Word', 'cv.docx', makeZip({ 'word/document.xml': `<w:document>${'<w:b>'.repeat(6000)}` }), /more than 5000 deep/],
    ['a PDF with a script', 'cv.pdf', makePdf(['Java'], '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), /scripts/],
    ['a PDF that starts a program', 'cv.pdf', makePdf(['Java'], '/OpenAction << /S /Launch /F (calc.exe) >>'), /scripts/],
    ['a PDF bomb', 'cv.pdf', makePdfBomb(100 * 1024 * 1024), /unpacks to more/],
    ['a cut PDF', 'cv.pdf', '%PDF-1.4\n1 0 obj <<', /PDF/],
    ['a PDF without text', 'cv.pdf', makePdf([]), /no text/],
    ['binary', 'cv.txt', Buffer.from([1, 0, 2, 255]), /not UTF-8/],
    ['deep JSON', 'cv.json', '['.repeat(200_000), /JSON/],
    ['other JSON', 'cv.json', '{"a":1}', /neither/],
    ['nothing', 'cv.txt', '', /no skill/],
    ['no file at all', '../missing.txt', '', /./],
  ])('%s', async (_, name, content, says) => {
    const read = name.startsWith('..') ? await runCli(['import', name], { cwd }) : await importFile(name, content);
    expect(read.stderr).toMatch(says);
    expect(read.stderr).not.toMatch(/at .*\.ts:\d+/);
    expect(read.code).toBe(3);
  });
});

describe('what is large and odd is read in time that grows with it', () => {
  // Each took half a minute or more when its time grew with the square of its length.
  const resume = (keyword: string): string => JSON.stringify({ basics: {}, work: [], skills: [{ keywords: ['Java', keyword] }] });
  test.each<[string, string, string]>([
    ['an endless name', 'r.json', resume('Go/'.repeat(100_000))],
    ['brackets without end', 'r.json', resume('('.repeat(500_000))],
    ['a name of spaces', 'r.json', resume(`a${' '.repeat(500_000)}b`)],
    [
      'a table of a hundred thousand columns',
      'p.csv',
      `person,java${Array.from({ length: 100_000 }, (_, i) => `,${i}`).join('')}\nAda,2\n`,
    ],
  ])('%s', async (_, name, content) => {
    expect(await levels(name, content)).toContain('java=2');
  });
});
