import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../../src/documents/read-pdf.ts';
import { makePdf } from '../support/make-documents.ts';
import { makeFolder } from '../support/make-folder.ts';
import { home } from '../support/run-cli.ts';

/** A thread that does this in place of reading. */
function threadThat(does: string): string {
  return join(makeFolder({ 'thread.cjs': `const { parentPort } = require('node:worker_threads');\n${does}` }), 'thread.cjs');
}
const limits = { seconds: 0.3, mebibytes: 16 };

test('a PDF becomes its text', async () => {
  expect(await readPdf(join(home, 'dist', 'pdf.cjs'), makePdf(['Java and Go']))).toEqual({
    text: expect.stringContaining('Java and Go'),
    hidden: 0,
  });
});

test('a reader that never comes to an end is ended', async () => {
  const reading = await readPdf(threadThat('for (;;);'), new Uint8Array(), limits);
  expect(reading).toEqual({ refusal: 'reading it takes more than 0.3 seconds' });
});

test('a reader that fills the memory is ended', async () => {
  const thread = threadThat('const kept = []; for (;;) kept.push(new Array(1000).fill({}));');
  expect(await readPdf(thread, new Uint8Array(), { ...limits, seconds: 20 })).toEqual({
    refusal: 'reading it takes more than 16 MiB of memory',
  });
});

test('a reader that fills the memory beside its heap is ended', async () => {
  const thread = threadThat('const kept = []; for (;;) kept.push(Buffer.alloc(1024 * 1024, 1));');
  const wide = { seconds: 20, mebibytes: 128 };
  expect(await readPdf(thread, new Uint8Array(), wide)).toEqual({ refusal: 'reading it takes more than 128 MiB of memory' });
});

test.each(["throw new Error('odd')", 'process.exit(0)'])('a reader that fails is a damaged file: %s', async (does) => {
  expect(await readPdf(threadThat(does), new Uint8Array(), { ...limits, seconds: 20 })).toEqual({ refusal: 'it is damaged' });
});

test('a page of forms that each draw the next one ten times is refused in time, though the file is small', async () => {
  const forms = 12;
  const stream = (text: string, head = ''): string => `<< ${head} /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    stream('/X Do'),
    ...Array.from({ length: forms }, (_, i) =>
      stream(
        '/X Do '.repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${6 + i} 0 R >> >>`,
      ),
    ),
    stream(
      'BT /F 9 Tf (Java) Tj ET',
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
    ),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  const bytes = Buffer.from(`%PDF-1.4\n${body}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`, 'latin1');
  const reading = await readPdf(join(home, 'dist', 'pdf.cjs'), bytes, { seconds: 1, mebibytes: 512 });
  expect(reading).toEqual({ refusal: 'reading it takes more than 1 seconds' });
});
