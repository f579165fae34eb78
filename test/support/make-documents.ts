import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** A Word document with these paragraphs. */
export function makeWord(paragraphs: readonly string[], head = ''): Buffer {
  const toXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = paragraphs.map((text) => wordParagraph(`<w:r><w:t>${toXml(text)}</w:t></w:r>`)).join('');
  return makeZip({ 'word/document.xml': makeWordXml(body, head) });
}

/** A part of a Word document, such as its text or a header. */
export function makeWordXml(body: string, head = ''): string {
  return `<?xml version="1.0"?>${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
}

export function wordParagraph(inside: string): string {
  return `<w:p>${inside}</w:p>`;
}

export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries = Object.entries(files).map(([name, content]) => [name, Buffer.from(content)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** A PDF of one page with a line of text each; `extra` goes into the catalog. */
export function makePdf(lines: readonly string[], extra = ''): Buffer {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
  return makePdfOf([`BT /F1 12 Tf 14 TL 50 700 Td ${text} ET`], { extra });
}

/** A stream of a PDF; `head` goes into its dictionary. Characters are bytes. */
export function pdfStream(body: string, head = ''): string {
  return `<< /Length ${body.length} ${head} >>\nstream\n${body}\nendstream`;
}

export interface PdfParts {
  /** Goes into the catalog. */
  readonly extra?: string;
  /** Goes into the dictionary of each page's stream. */
  readonly head?: string;
  /** Goes into the font's dictionary. */
  readonly font?: string;
  /** More objects, numbered from 4 on. */
  readonly objects?: readonly string[];
  /** Goes into each page's resources. */
  readonly resources?: string;
}

/** A PDF with pages of these contents, in the operators of the format. */
export function makePdfOf(
  pages: readonly string[],
  { extra = '', head = '', font = '', objects: more = [], resources = '' }: PdfParts = {},
): Buffer {
  const first = 4 + more.length;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${font} >>`,
    ...more,
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
      pdfStream(page, head),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${file}${xref}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF whose page unpacks to so many bytes. */
export function makePdfBomb(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, ' ')).toString('latin1');
  const page = makePdf(['Java']).toString('latin1');
  return Buffer.from(
    page.replace(
      /<< \/Length \d+ +>>\nstream\n[\s\S]*?\nendstream/,
      () => `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
    ),
    'latin1',
  );
}
