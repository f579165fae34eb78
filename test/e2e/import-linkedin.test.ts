import { describe, expect, test } from 'vitest';
import { badRowsOf, importFile, importFolder, resultOf, skillsOf } from '../support/import-file.ts';
import { makeZip } from '../support/make-documents.ts';

/** What an export should give: skills, years of work, rows reported, the person's name. */
interface Expected {
  readonly skills: string;
  readonly years?: number;
  readonly bad?: readonly string[];
  readonly name?: string;
}

const positions = 'Company Name,Title,Description,Location,Started On,Finished On\n';
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16be = (text: string): Buffer => utf16(text).swap16();

// The day of the tests is 20 November 2026.
const cases: readonly [string, Record<string, string | Uint8Array>, Expected][] = [
  ['a byte-order mark', { 'Skills.csv': '\ufeffName\nJava\n' }, { skills: 'java=2' }],
  ['UTF-16, little end first', { 'Skills.csv': utf16('Name\r\nJava\r\nDocker\r\n') }, { skills: 'docker=2 java=2' }],
  ['UTF-16, big end first', { 'Skills.csv': utf16be('Name\nJava\n') }, { skills: 'java=2' }],
  ['Windows line ends', { 'Skills.csv': 'Name\r\nJava\r\nC#\r\n' }, { skills: 'csharp=2 java=2' }],
  [
    'notes before the header, one of which says "Name"',
    { 'Skills.csv': 'Notes:\n"Some rows have no Name, as you may notice"\n\nName\nJava\n' },
    { skills: 'java=2' },
  ],
  [
    'a wrong row below notes keeps its line',
    { 'Positions.csv': `Notes:\n"see help"\n\n${positions}A,Developer,Java,,sometime,\nB,Developer,Go,,2020,2021\n` },
    // 2020 to 2021: January to December of the next year.
    { skills: 'go=2 java=2', years: 2, bad: ['Positions.csv:5'] },
  ],
  [
    'German columns and months',
    { 'Positions.csv': 'Firmenname,Position,Beschreibung,Begonnen am,Beendet am\nX,Entwickler,Java,März 2019,Dez. 2020\n' },
    { skills: 'java=2', years: 1.8 },
  ],
  [
    'French columns and months',
    { 'Positions.csv': 'Entreprise,Titre,Description,Date de début,Date de fin\nX,Ingénieur,Docker,févr. 2020,août 2021\n' },
    { skills: 'docker=2', years: 1.5 },
  ],
  [
    'months in full and cut short',
    { 'Positions.csv': `${positions}A,Developer,Java,,March 2019,Sept 2019\nB,Developer,,,Sep 2019,Mar 2020\n` },
    { skills: 'java=2', years: 1 },
  ],
  [
    'no Skills.csv',
    { 'Profile.csv': 'First Name,Last Name,Headline\nAda,Example,Java developer\n' },
    { skills: 'java=2', name: 'Ada Example' },
  ],
  [
    'a description over lines, with a quote and a comma',
    {
      'Positions.csv': `${positions}X,Dev,"Built ""it"" in Java,\nwith no experience of\nKubernetes",Y,2020,2021\nZ,Dev,Go,Y,bad,\n`,
    },
    { skills: 'go=2 java=2', years: 2, bad: ['Positions.csv:5'] },
  ],
  [
    'a description of eighty lines',
    { 'Positions.csv': `${positions}X,Dev,"${'line\n'.repeat(80)}Java",Y,Jan 2020,Jan 2021\n` },
    { skills: 'java=2', years: 1 },
  ],
  ['one skill under two names counts once', { 'Skills.csv': 'Name\nKubernetes\nk8s\nK8S\n' }, { skills: 'kubernetes=2' }],
  [
    'a job that ends before it starts',
    { 'Positions.csv': `${positions}A,Developer,Java,,Jan 2020,Jan 2019\n` },
    { skills: 'java=2', bad: ['Positions.csv:2'] },
  ],
  [
    'a job that goes on, and one that lies ahead',
    { 'Positions.csv': `${positions}A,Developer,Java,,Nov 2024,\nB,Developer,,,Jan 2030,\n` },
    { skills: 'java=2', years: 2 },
  ],
  [
    'a row with a comma that nobody quoted',
    {
      'Positions.csv': `${positions}A,Developer,Java, Go and more,Berlin,Jan 2020,Jan 2021\nB,Developer,SQL,,Jan 2020,Jan 2021\n`,
    },
    { skills: 'sql=2', years: 1, bad: ['Positions.csv:2'] },
  ],
  [
    'a row that is no UTF-8',
    { 'Skills.csv': Buffer.from('Name\nJava\nD\xe9veloppement\nGo\n', 'latin1') },
    { skills: 'go=2 java=2', bad: ['Skills.csv:3'] },
  ],
  ['a quote that nobody closed', { 'Skills.csv': 'Name\nJava\n"Docker\nGo\n' }, { skills: 'go=2 java=2', bad: ['Skills.csv:3'] }],
  [
    'a table whose header nobody knows',
    { 'Skills.csv': 'Name\nJava\n', 'Positions.csv': 'Alpha,Beta\nX,Y\n' },
    { skills: 'java=2', bad: ['Positions.csv:1'] },
  ],
  ['semicolons', { 'Languages.csv': 'Name;Proficiency\nEnglish;Native or bilingual proficiency\n' }, { skills: 'english=5' }],
  [
    'an address in the summary is no skill',
    { 'Profile.csv': 'First Name,Last Name,Summary\nA,B,"Java. See github.com/a/docker"\n' },
    { skills: 'java=2', name: 'A B' },
  ],
];

describe.each([
  ['a folder', importFolder],
  ['a zip', (files: Record<string, string | Uint8Array>) => importFile('export.zip', makeZip(files))],
] as const)('a LinkedIn export as %s', (_, read) => {
  test.each(cases)('%s', async (__, files, { skills, years, bad = [], name }) => {
    const answer = await read(files);
    expect(skillsOf(answer)).toBe(skills);
    expect(resultOf(answer).experience.years).toBe(years ?? null);
    expect(badRowsOf(answer)).toEqual(bad);
    expect(resultOf(answer).name).toBe(name ?? null);
    expect(answer.code).toBe(bad.length > 0 ? 1 : 0);
  });
});

test('what a Mac adds to a zip, and an older export inside, are not meant', async () => {
  const files = {
    '__MACOSX/Basic/._Skills.csv': 'Name\nGo\n',
    'Basic/old/Skills.csv': 'Name\nPHP\n',
    'Basic/Skills.csv': 'Name\nJava\n',
  };
  expect(skillsOf(await importFile('e.zip', makeZip(files)))).toBe('java=2');
});

test('one table alone is known by its name', async () => {
  expect(skillsOf(await importFile('Skills.csv', 'Name\nJava\n'))).toBe('java=2');
  const alone = await importFile('Positions.csv', `${positions}A,Developer,Java,,Jan 2020,Jan 2021\n`);
  expect([skillsOf(alone), resultOf(alone).experience.years]).toEqual(['java=2', 1]);
});

test('the spans that make the years are shown', async () => {
  const answer = await importFolder({ 'Positions.csv': `${positions}A,Developer,Java,,Jan 2020,Jan 2021\nB,Dev,,,Jan 2026,\n` });
  expect(resultOf(answer).experience.evidence).toEqual([
    'Positions.csv:2: 2020-01 to 2021-01',
    'Positions.csv:3: 2026-01 to now',
  ]);
});
