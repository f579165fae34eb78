import { describe, expect, test } from 'vitest';
import { countWorkYears } from '../../../src/core/model/work-years.ts';
import { findDateRanges } from '../../../src/intake/import/find-date-ranges.ts';
import { findWorkSpans } from '../../../src/intake/import/work-dates.ts';

const today = '2026-11-20';

/** A line and its spans as `start..end`, nothing behind the dots where it goes on. */
test.each<[string, string]>([
  ['Mar 2019 – present', '2019-03..'],
  ['2016-2019', '2016..2019'],
  ['03/2018 - 12/2020', '2018-03..2020-12'],
  ['since 2021', '2021..'],
  ['Since March 2021: lead developer', '2021-03..'],
  ['seit 03/2021', '2021-03..'],
  ['März 2019 bis heute', '2019-03..'],
  ['févr. 2018 à juil. 2019', '2018-02..2019-07'],
  ['enero 2018 - actualidad', '2018-01..'],
  ['January 2016 to Sept. 2017', '2016-01..2017-09'],
  ['Mar – Dec 2019', '2019-03..2019-12'],
  ["Jun '18 – Jul '19", '2018-06..2019-07'],
  ['2016–19', '2016..2019'],
  ['2018-03 – 2019-04', '2018-03..2019-04'],
  ['15.03.2018 – 30.06.2019', '2018-03..2019-06'],
  ['03/25/2018 – 06/30/2019', '2018-03..2019-06'],
  ['01.03.2018 – 31.12.2020', '2018-03..2020-12'],
  ['01/03/2018 – 31/12/2020', '2018..2020-12'],
  ['2016-2018, 2019-now', '2016..2018 2019..'],
  ['(2016 — Present)', '2016..'],
  ['Acme 2016 - 2019', '2016..2019'],
  ['+49 2016-2019-77', ''],
  ['2019', ''],
  ['Mar 2019', ''],
  ['2010-12', ''],
  ['12016-20190', ''],
  ['2099 bottles, 2016 cups', ''],
])('%s', (line, expected) => {
  expect(
    findDateRanges(line)
      .map(({ start, end }) => `${start}..${end ?? ''}`)
      .join(' '),
  ).toBe(expected);
});

function yearsOf(text: string): number {
  return countWorkYears(findWorkSpans(text.split('\n')), today);
}

describe('years of work in a CV', () => {
  // A span of years alone goes from January to December.
  test.each<[string, string, number]>([
    ['positions under their heading', 'EXPERIENCE\nAcme Ltd, Mar 2019 – Mar 2021\nBeta Inc, Mar 2021 – Mar 2022', 3],
    ['overlaps count once', 'Experience\nAcme, Jan 2018 - Jan 2020\nBeta, Jan 2019 - Jan 2021', 3],
    ['what goes on ends today', 'Work experience:\nAcme | Nov 2024 – present', 2],
    ['education is not work', 'Education\nMSc, University of X, 2010-2014\nExperience\nDeveloper, Acme, Jan 2015 - Jan 2016', 1],
    [
      'education below work is not either',
      '## Experience\n### Acme\nJan 2015 - Jan 2016\n## Education\n2010 - 2014 University of X',
      1,
    ],
    ['a degree under a heading of work is not', 'Experience\nBSc Computer Science, 2010-2014\nDeveloper, Jan 2015 - Jan 2016', 1],
    [
      'volunteering and projects are not',
      '# Volunteer experience\nDeveloper, 2010 - 2014\n# Projects\nDeveloper of X, 2015 – 2020',
      0,
    ],
    ['a date above or below the title', 'Experience\nJan 2018 – Jan 2019\nSenior Developer\nAcme', 1],
    ['no heading, but a job beside the date', 'Java Developer, Acme (Jan 2018 – Jan 2020)\n\nBorn 1990', 2],
    ['no heading and no job: no claim', 'Lived in Rome, 2001 - 2019\n2010 – 2015', 0],
    ['no heading, a school beside the date: no claim', 'Developer school\n2010 – 2015\nUniversity of X', 0],
    ['products are no time', 'Experience\nMoved from SQL Server 2008 - 2016\nWindows Server 2012-2019, Office 2013 – 2016', 0],
    [
      'prose is no position',
      'Experience\n- Led the move of 2015-2018 data to the new platform\n- kept records, 2003-2019, in order',
      0,
    ],
    ['a date at the right margin', 'Experience\nSenior Developer Acme Corp 2016 - 2017', 2],
    ['a table of Markdown', '## Work\n| Jan 2018 – Jan 2019 | Acme | Developer |', 1],
    ['bold lines as entries', '## Employment history\n**Acme** — *Developer* (Jan 2018 – Jan 2019)', 1],
    ['a list of entries', '## Experience\n- Jan 2018 – Jan 2019: Acme\n- Developer, Beta, Jan 2020 – Jan 2021', 2.1],
    ['since a year', 'Experience\nSince 2025: Architect at Acme', 1.8],
    ['German headings', 'Berufserfahrung\n01/2018 – 01/2020 Entwickler, Acme\nAusbildung\n2010 – 2015 Universität X', 2],
    ['French headings', 'Expérience professionnelle\nJanv. 2018 – janv. 2020 : Développeur\nFormation\n2010 – 2015 École X', 2],
    ['what lies ahead does not count', 'Experience\nDeveloper, Nov 2025 – Nov 2030\nArchitect, Jan 2031 – present', 1],
    ['turned around', 'Experience\nDeveloper, 2020 – 2018', 0],
    ['a certificate is no work', '# Certificates\nCertified Java Developer, 2015 – 2018', 0],
    ['contact data are no work', 'Phone: 2016-2019\nDeveloper', 0],
  ])('%s', (_, text, years) => {
    expect(yearsOf(text)).toBe(years);
  });

  test('evidence names the line', () => {
    expect(findWorkSpans(['Experience', 'Acme, Mar 2019 – present'])).toEqual([
      { start: '2019-03', origin: 'line 2, "Mar 2019 – present"' },
    ]);
  });

  test('a CV of many dates, and of one long line, is read in time that grows with it', () => {
    const many = `Experience\n${'Developer, Jan 2018 – Jan 2019\n'.repeat(20_000)}`;
    expect(yearsOf(many)).toBe(1);
    expect(yearsOf(`Experience\n${'Jan 2018 – '.repeat(80_000)}`)).toBe(0);
  });
});
