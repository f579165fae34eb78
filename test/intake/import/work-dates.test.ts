import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWorkYears } from '../../../src/core/work-years.ts';
import { findWorkSpans } from '../../../src/intake/import/work-dates.ts';

const under = (heading: string, ...lines: string[]): string[] => ['Ada Example', '', heading, ...lines];
const spans = (...lines: string[]): string =>
  findWorkSpans(under('Experience', ...lines))
    .map(({ start, end }) => `${start}..${end ?? ''}`)
    .join(' ');

test('two positions that overlap by a year: March 2016 to March 2020 is four years', () => {
  const lines = under(
    'WORK EXPERIENCE',
    'Acme, Developer, Mar 2016 - Mar 2019',
    '- Kafka',
    'Beta | 03/2018 – 03/2020',
    'Education',
    'BSc, 2010 - 2014',
  );
  expect(countWorkYears(findWorkSpans(lines), '2026-10-01')).toBe(4);
});

test.each([
  ['Mar 2019 – present', '2019-03..'],
  ['2016-2019', '2016..2019'],
  ['03/2018 - 12/2020', '2018-03..2020-12'],
  ['Developer at Acme since 2021', '2021..'],
  ['Developer (September 2017 to June 2018)', '2017-09..2018-06'],
  ['**Sept. 2017 — now** Backend developer', '2017-09..'],
  ['| 2016 – 2019 | Acme | Developer |', '2016..2019'],
  ['Acme\t2018-04 - 2020-05\tBerlin', '2018-04..2020-05'],
  ['01.03.2018 - 31.12.2020 Acme', '2018-03..2020-12'],
  ['03.2018 – 12.2020', '2018-03..2020-12'],
  ['January 2019 - Present (5 years 2 months)', '2019-01..'],
  ['Developer · Jan 2015 - Feb 2016 · 1 yr 2 mos', '2015-01..2016-02'],
  ['- Acme GmbH, 2016 until 2019.', '2016..2019'],
])('%s', (line, expected) => {
  expect(spans(line)).toBe(expected);
});

test.each([
  ['a single year', 'Acme 2019'],
  ['two digits that could be a month or a year', '2016-19'],
  ['a span in the middle of a sentence', 'Moved the 2016-2019 archive to S3'],
  ['a span that ends before it starts', '2019 - 2016'],
  ['a telephone number', '+49 30 2016-2019-11'],
  ['no month', '13/2018 - 14/2020'],
  ['no year of a working life', '1066 - 1087'],
  ['a version', 'v1.2016 - 1.2017 of the API'],
  ['a line of prose', `${'x'.repeat(200)} 2016 - 2019`],
])('%s says nothing: %s', (_, line) => {
  expect(spans(line)).toBe('');
});

test.each([
  ['no heading at all', ['Ada Example', 'Acme, 2016 - 2019']],
  ['study', under('Experience', '', '## Education', '2010 - 2014')],
  ['study in a CV without marks', under('Experience', '', 'EDUCATION', '2010 - 2014')],
  ['volunteering', under('Volunteer experience', '2010 - 2014')],
  ['certificates', under('Work experience', '', 'Certifications and licences', '2010 - 2014')],
  ['another heading of the same depth', under('## Experience', '', '## Sabbatical', '2010 - 2014')],
])('under %s nothing is work', (_, lines) => {
  expect(findWorkSpans(lines)).toEqual([]);
});

test('a list of tools below a position is no heading', () => {
  const lines = under(
    'Professional Experience:',
    'Acme',
    '2016 - 2018',
    'Technologies: Java, Kafka',
    '- Projects',
    'Beta',
    '2018 - 2019',
  );
  expect(findWorkSpans(lines)).toHaveLength(2);
});

test('positions may have headings of their own below', () => {
  expect(findWorkSpans(under('## Experience', '### Acme, 2016 - 2019', 'Built things.', '### Beta (2019 - present)'))).toEqual([
    { start: '2016', end: '2019' },
    { start: '2019' },
  ]);
});

test('any text is read without an error, and what is found counts no more years than there are', () => {
  const piece = fc.constantFrom(
    '2016',
    '2019',
    ' - ',
    '–',
    'Mar ',
    'since ',
    'present',
    '/',
    '03',
    '.',
    ' ',
    '|',
    '(',
    ')',
    'Experience',
    '\n',
    '# ',
    'Acme',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const found = findWorkSpans(['Experience', ...pieces.join('').split('\n')]);
      const years = countWorkYears(found, '2026-10-01');
      expect(years).toBeGreaterThanOrEqual(0);
      expect(years).toBeLessThanOrEqual(11);
    }),
  );
});
