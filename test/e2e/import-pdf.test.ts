import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importFile, resultOf, skillsOf } from '../support/import-file.ts';
import { makePdf, makePdfOf, pdfStream } from '../support/make-documents.ts';

/** Texts where they stand on the page: x from the left, y from the bottom. */
function placed(...texts: readonly (readonly [x: number, y: number, text: string])[]): string {
  return `BT /F1 12 Tf ${texts.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join(' ')} ET`;
}
const flate = (text: string): string => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
const hex = (text: string): string => `${Buffer.from(text, 'latin1').toString('hex')}>`;

test.each<[string, Buffer, string]>([
  [
    'two columns, one after the other',
    makePdfOf([placed([50, 700, 'Java'], [50, 680, 'Docker'], [300, 700, 'Kafka'], [300, 680, 'Redis'])]),
    'docker=2 java=2 kafka=2 redis=2',
  ],
  [
    'two columns, row by row: what ends the left one says nothing of the right one',
    makePdfOf([placed([50, 700, 'Ask about anything, but not'], [300, 700, 'Java'], [50, 680, 'my age'], [300, 680, 'Redis'])]),
    'java=2 redis=2',
  ],
  [
    'a table of levels',
    makePdfOf([placed([50, 700, 'Java'], [300, 700, 'Expert'], [50, 680, 'Docker'], [300, 680, 'Basic'])]),
    'docker=1 java=5',
  ],
  [
    'letters placed one by one',
    makePdfOf(['BT /F1 12 Tf 50 700 Td [(K) 20 (uber) -10 (netes and) -300 (Java)] TJ ET']),
    'java=2 kubernetes=2',
  ],
  [
    'a word parted at the end of a line',
    makePdf(['I have run Kuber-', 'netes and event-', 'driven systems']),
    'event-driven-architecture=2 kubernetes=2',
  ],
  ['denied over a line break', makePdf(['Java, but I have no experience with', 'Kubernetes']), 'java=2'],
  [
    'ligatures',
    makePdfOf(['BT /F1 12 Tf 50 700 Td (Con\\001guration management, Java) Tj ET'], {
      font: '/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>',
    }),
    'configuration-management=2 java=2',
  ],
  ['packed', makePdfOf([flate(placed([50, 700, 'Java']))], { head: '/Filter /FlateDecode' }), 'java=2'],
  [
    'packed and written in hexadecimal',
    makePdfOf([hex(flate(placed([50, 700, 'Java'])))], { head: '/Filter [/ASCIIHexDecode /FlateDecode]' }),
    'java=2',
  ],
  ['two pages', makePdfOf([placed([50, 700, 'Java']), placed([50, 700, 'Docker'])]), 'docker=2 java=2'],
  [
    'text in a form',
    makePdfOf(['/X Do'], {
      resources: '/XObject << /X 4 0 R >>',
      objects: [
        pdfStream(
          placed([50, 700, 'Java']),
          '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>',
        ),
      ],
    }),
    'java=2',
  ],
  [
    'a file attached to it, as Europass does',
    makePdfOf([placed([50, 700, 'Java'])], {
      extra: '/Names << /EmbeddedFiles << /Names [(cv.xml) << /Type /Filespec /F (cv.xml) /EF << /F 4 0 R >> >>] >> >>',
      objects: [pdfStream('<cv>Docker</cv>', '/Type /EmbeddedFile')],
    }),
    'java=2',
  ],
  [
    'a picture whose bytes look like the name of a script',
    makePdfOf([placed([50, 700, 'Java'])], {
      objects: [pdfStream('\xff\x00/JS \x81 /JavaScript', '/Type /XObject /Subtype /Image')],
    }),
    'java=2',
  ],
  [
    'a page turned on its side',
    makePdfOf(['BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Java) Tj 0 1 -1 0 120 100 Tm (Docker) Tj ET']),
    'docker=2 java=2',
  ],
  ['addresses', makePdf(['https://github.com/ada/docker', 'Java']), 'java=2'],
])('PDF: %s', async (_, content, expected) => {
  const read = await importFile('cv.pdf', content);
  expect(skillsOf(read)).toBe(expected);
  expect(read.code).toBe(0);
});

test('PDF: dates at the right margin are years of work, those of a school are not', async () => {
  const page = placed(
    [50, 700, 'EXPERIENCE'],
    [50, 680, 'Java Developer, Acme'],
    [450, 680, 'Jan 2018 - Jan 2020'],
    [50, 660, 'EDUCATION'],
    [50, 640, 'University of X'],
    [450, 640, '2010 - 2015'],
  );
  expect(resultOf(await importFile('cv.pdf', makePdfOf([page]))).experience.years).toBe(2);
});

test.each<[string, Buffer, RegExp]>([
  [
    'a script in a packed object',
    makePdfOf([placed([50, 700, 'Java'])], {
      objects: [
        pdfStream(flate('9 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>'), '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'),
      ],
    }),
    /scripts/,
  ],
  ['sixty-one pages', makePdfOf(Array.from({ length: 61 }, () => placed([50, 700, 'Java']))), /61 pages/],
  ['packed twice', makePdfOf([flate(flate('x'))], { head: '/Filter [/FlateDecode /FlateDecode]' }), /packed twice/],
  [
    'pages that hold themselves',
    Buffer.from(
      makePdf(['Java'])
        .toString('latin1')
        .replace(/\/Kids \[\d+/, '/Kids [2'),
      'latin1',
    ),
    /damaged/,
  ],
])('PDF: %s is refused', async (_, content, says) => {
  const read = await importFile('cv.pdf', content);
  expect(read.stderr).toMatch(says);
  expect(read.code).toBe(3);
});
