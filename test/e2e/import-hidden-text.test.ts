import { expect, test } from 'vitest';
import { importFile, skillsOf } from '../support/import-file.ts';
import { makePdfOf, type PdfParts, pdfStream } from '../support/make-documents.ts';

/** A line of text on the page, 12 points high, drawn after these operators. */
function line(y: number, text: string, before = ''): string {
  return `q BT /F1 12 Tf ${before} 1 0 0 1 50 ${y} Tm (${text}) Tj ET Q`;
}

const picture = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8';
const withPicture: PdfParts = { resources: '/XObject << /X 4 0 R >>', objects: [pdfStream('abcd', picture)] };
const faint: PdfParts = { resources: '/ExtGState << /G << /ca 0.01 >> >>' };
const layer: PdfParts = {
  extra: '/OCProperties << /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>',
  objects: ['<< /Type /OCG /Name (Off) >>'],
  resources: '/Properties << /L 4 0 R >>',
};

async function readPdf(content: string, parts: PdfParts = {}): Promise<{ skills: string; hidden: number }> {
  const read = await importFile('cv.pdf', makePdfOf([content], parts));
  expect(read.code).toBe(0);
  const { diagnostics } = JSON.parse(read.stdout) as { diagnostics: { code: string; message: string }[] };
  const account = diagnostics.find(({ code }) => code === 'document-read')?.message ?? '';
  return { skills: skillsOf(read), hidden: Number(/hidden text \((\d+) letters/.exec(account)?.[1] ?? 0) };
}

// "Kafka, Redis" has eleven letters with its comma.
test.each<[string, string, PdfParts?]>([
  ['white on white', line(600, 'Kafka, Redis', '1 g')],
  ['nearly white, as RGB', line(600, 'Kafka, Redis', '0.98 0.98 0.97 rg')],
  ['white by another space of colours', line(600, 'Kafka, Redis', '/DeviceCMYK cs 0 0 0 0 sc')],
  ['blue on blue', `0 0 1 rg 0 580 600 60 re f ${line(600, 'Kafka, Redis', '0 0 1 rg')}`],
  ['edges alone, in white', line(600, 'Kafka, Redis', '1 Tr 1 G')],
  ['not painted', line(600, 'Kafka, Redis', '3 Tr')],
  ['only a path to cut with', line(600, 'Kafka, Redis', '7 Tr')],
  ['of a hundredth of a point', 'BT /F1 0.01 Tf 1 0 0 1 50 600 Tm (Kafka, Redis) Tj ET'],
  ['made small by its space', 'q 0.001 0 0 0.001 50 600 cm BT /F1 12 Tf (Kafka, Redis) Tj ET Q'],
  ['without breadth', line(600, 'Kafka, Redis', '0.01 Tz')],
  ['right of the page', 'BT /F1 12 Tf 1 0 0 1 5000 600 Tm (Kafka, Redis) Tj ET'],
  ['below the page', line(-300, 'Kafka, Redis')],
  ['nearly transparent', line(600, 'Kafka, Redis', '/G gs'), faint],
  ['covered', `${line(600, 'Kafka, Redis')} 0 g 0 580 600 60 re f`],
  ['cut away', `q 300 0 50 50 re W n ${line(600, 'Kafka, Redis')} Q`],
  ['on a layer that is off', `/OC /L BDC ${line(600, 'Kafka, Redis')} EMC`, layer],
  [
    'in a form, in white',
    '/F Do',
    {
      resources: '/XObject << /F 4 0 R >>',
      objects: [
        pdfStream(
          line(600, 'Kafka, Redis', '1 g'),
          '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>',
        ),
      ],
    },
  ],
])('hidden text does not count: %s', async (_, content, parts) => {
  const shown = `${line(700, 'Java')} ${content} ${line(500, 'Docker')}`;
  expect(await readPdf(shown, parts)).toEqual({ skills: 'docker=2 java=2', hidden: 11 });
});

test.each<[string, string, PdfParts?]>([
  ['white on a dark band', `0 0 0.5 rg 0 580 600 60 re f ${line(600, 'Kafka', '1 g')}`],
  ['white on a dark circle', `0 g 0 600 m 0 700 200 700 200 600 c 200 500 0 500 0 600 c f ${line(600, 'Kafka', '1 g')}`],
  [
    'white on a gradient',
    `q 0 580 600 60 re W n /S sh Q ${line(600, 'Kafka', '1 g')}`,
    {
      resources:
        '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 600 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.2] /N 1 >> >> >>',
    },
  ],
  ['white on a picture', `q 600 0 0 60 0 580 cm /X Do Q ${line(600, 'Kafka', '1 g')}`, withPicture],
  ['the text of a scan, below its picture', `${line(600, 'Kafka')} q 600 0 0 800 0 0 cm /X Do Q`, withPicture],
  ['the unpainted text of a scan', `q 600 0 0 800 0 0 cm /X Do Q ${line(600, 'Kafka', '3 Tr')}`, withPicture],
  ['grey', line(600, 'Kafka', '0.6 g')],
  ['white with a black edge', line(600, 'Kafka', '2 Tr 1 g 0 G')],
  ['small print', 'BT /F1 5 Tf 1 0 0 1 50 600 Tm (Kafka) Tj ET'],
  ['large by its matrix', 'BT /F1 1 Tf 12 0 0 12 50 600 Tm (Kafka) Tj ET'],
  ['black again after a white word', 'q 1 g Q BT /F1 12 Tf 1 0 0 1 50 600 Tm (Kafka) Tj ET'],
  ['beside a box that is painted later', `${line(600, 'Kafka')} 0 g 300 580 100 60 re f`],
  ['within a frame that is painted later', `${line(600, 'Kafka')} 0 g 0 0 600 800 re 10 10 580 780 re f*`],
])('seen text counts: %s', async (_, content, parts) => {
  expect(await readPdf(`${line(700, 'Java')} ${content}`, parts)).toEqual({ skills: 'java=2 kafka=2', hidden: 0 });
});

test('a font of drawings has its size in these: letters are not tiny for being set at a tenth of a point', async () => {
  const drawn = {
    resources: '/XObject << /F 4 0 R >>',
    objects: [
      pdfStream(
        'BT /T 1 Tf 0.12 0 0 0.12 50 600 Tm (Kafka) Tj ET',
        '/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /T 5 0 R >> >>',
      ),
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 90 90] /FontMatrix [1 0 0 1 0 0] /FirstChar 75 /LastChar 107
          /Widths [${'60 '.repeat(33)}] /Encoding << /Type /Encoding /Differences [75 /K 97 /a 102 /f 107 /k] >>
          /CharProcs << /K 6 0 R /a 6 0 R /f 6 0 R /k 6 0 R >> >>`,
      pdfStream('60 0 0 0 50 50 d1 0 0 40 40 re f'),
    ],
  };
  expect(await readPdf('/F Do', drawn)).toEqual({ skills: 'kafka=2', hidden: 0 });
});

test('of one line the words that are seen count', async () => {
  const content = 'BT /F1 12 Tf 1 0 0 1 50 600 Tm (Java, ) Tj 1 g (Kafka, ) Tj 0 g (Docker) Tj ET';
  expect(await readPdf(content)).toEqual({ skills: 'docker=2 java=2', hidden: 6 });
});

test('a hidden level says nothing of the skill beside it', async () => {
  expect((await readPdf(`${line(600, 'Java')} BT /F1 12 Tf 1 g 1 0 0 1 80 600 Tm (expert) Tj ET`)).skills).toBe('java=2');
});

test('a PDF of which nobody sees a word is refused, and says why', async () => {
  const read = await importFile('cv.pdf', makePdfOf([line(600, 'Java', '1 g')]));
  expect(read.code).toBe(3);
  expect(read.stderr).toContain('nobody sees any of its text on the page');
});
