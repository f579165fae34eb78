import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Scale } from '../../core/model/scale.ts';
import { compareText } from '../../core/model/text-order.ts';
import { type CsvFault, type CsvRecord, readCsv } from '../../documents/csv.ts';
import { decodeExport } from '../../documents/decode-export.ts';
import type { PdfReading } from '../../documents/read-pdf.ts';
import { checkZip, looksLikeZip, readZip, ZipRefusal } from '../../documents/zip.ts';
import { isEuropass, readEuropass } from './europass.ts';
import type { ImportedDocument, ImportFormat, ImportSource } from './imported.ts';
import { isJsonResume, readJsonResume } from './json-resume.ts';
import type { JsonValue } from './json-value.ts';
import { type LinkedInFile, linkedInFiles, readLinkedIn } from './linkedin.ts';
import { partColumns } from './part-columns.ts';
import { readPeopleTable } from './people-table.ts';
import { maxCharacters, readPlainText } from './plain-text.ts';

export type ReadDocument =
  | { readonly document: ImportedDocument }
  /** The document is refused, or cannot be read. */
  | { readonly refused: readonly Diagnostic[] }
  /** A table of several people: one must be picked. */
  | { readonly people: readonly string[] };

export interface ReadOptions {
  readonly format: ImportFormat | undefined;
  readonly person: string | undefined;
  /** The sheet of a workbook; the first one without it. */
  readonly sheet?: string | undefined;
  readonly scale: Scale;
  /** Reads a PDF, in whatever thread the caller has for it. */
  readonly readPdf: (bytes: Uint8Array) => Promise<PdfReading>;
}

/** Reads a document of any known format; what it is shows in its content, then in its ending. */
export async function readDocument(source: ImportSource, options: ReadOptions): Promise<ReadDocument> {
  const { bytes, file } = source;
  const looksLikePdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
  if (options.format === 'pdf' || (options.format === undefined && looksLikePdf)) {
    if (!looksLikePdf) return refuse(file, 'it does not begin as a PDF');
    return readPdfCv(source, options);
  }
  if (looksLikeZip(bytes)) return readArchive(source, options);
  if (options.format === 'docx') return refuse(file, 'it is no Word document (.docx)');
  if (Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return refuse(file, 'it is an old Word document (.doc); save it as .docx');
  const isRows =
    options.format === 'csv' || options.format === 'linkedin' || (options.format === undefined && tableName.test(file));
  const decoded = decodeExport(bytes, file, { lenient: isRows, legacy: isRows && linkedInNameOf(file) === undefined });
  if ('diagnostic' in decoded) return { refused: [decoded.diagnostic] };
  return readText(decoded.text, file, options);
}

/** The formats that are JSON, in the order in which they are looked for. Adding one is one file and one line here. */
const jsonReaders = {
  europass: { recognises: isEuropass, read: readEuropass },
  'json-resume': { recognises: isJsonResume, read: readJsonResume },
} satisfies Partial<
  Record<ImportFormat, { recognises: (json: JsonValue) => boolean; read: (json: JsonValue) => ImportedDocument }>
>;

async function readText(text: string, file: string, { format, person, scale }: ReadOptions): Promise<ReadDocument> {
  if (/^\s*(?:<\?xml|<!DOCTYPE(?! html)|<!ENTITY)/i.test(text))
    return refuse(file, 'it is XML, in which entities can do harm; export JSON (Europass has both)');
  const isJson = /^\s*[[{]/.test(text) && !/\.(?:md|markdown|txt|csv)$/i.test(file);
  if (format === undefined ? isJson : Object.hasOwn(jsonReaders, format)) {
    const value = parseJson(text);
    if ('problem' in value) return refuse(file, `it is no valid JSON: ${value.problem}`);
    const found = Object.entries(jsonReaders).find(([name, { recognises }]) =>
      format === undefined ? recognises(value.json) : name === format,
    );
    if (found === undefined) return refuse(file, 'it is JSON, but neither a JSON Resume nor a Europass CV');
    return { document: found[1].read(value.json) };
  }
  const exported = linkedInNameOf(file);
  if (format === 'linkedin' || (format === undefined && exported !== undefined && !isPeopleTable(exported, text)))
    return { document: await readLinkedIn(new Map([[exported ?? 'Skills.csv', Buffer.from(text)]])) };
  if (format === 'csv' || (format === undefined && (tableName.test(file) || isTable(text)))) {
    return readTableOf(readCsv([text]), file, { scale, person });
  }
  const isMarkdown = format === 'markdown' || (format === undefined && /\.(?:md|markdown)$/i.test(file));
  return { document: readPlainText(text, file, { isMarkdown }) };
}

async function readTableOf(
  rows: AsyncIterable<CsvRecord | CsvFault>,
  file: string,
  { scale, person }: Pick<ReadOptions, 'scale' | 'person'>,
): Promise<ReadDocument> {
  const read = await readPeopleTable(rows, file, scale, person);
  if ('document' in read) return { document: read.document };
  if (read.people.length > 0) return { people: read.people };
  return read.diagnostics.length > 0 ? { refused: read.diagnostics } : refuse(file, 'the table holds nobody');
}

const tableName = /\.(?:csv|tsv)$/i;

/** A list of skills of one's own may be called as LinkedIn's is: that one has a single column. */
function isPeopleTable(name: LinkedInFile, text: string): boolean {
  return name === 'Skills.csv' && /[,;\t]/.test(text.split('\n').find((line) => /\bname\b|\bskill\b/i.test(line)) ?? '');
}

/** A first line of cells, one of which names the person as `readCsvPeople` wants it. */
function isTable(text: string): boolean {
  const [head = ''] = text.split('\n', 1);
  const cells = head.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase());
  return cells.length > 1 && ['person', 'id', 'name', 'employee', 'email'].includes(cells[0] ?? '') && !/[.!?]\s/.test(head);
}

function parseJson(text: string): { json: JsonValue } | { problem: string } {
  try {
    return { json: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { problem: error instanceof SyntaxError ? error.message.slice(0, 200) : 'it is nested too deeply' };
  }
}

/** A workbook as a table of people. */
async function readWorkbook(bytes: Uint8Array, file: string, options: ReadOptions): Promise<ReadDocument> {
  const { readSheet } = await import('../../documents/read-sheet.ts');
  const sheet = await readSheet(bytes, options.sheet);
  if ('problem' in sheet) return refuse(file, sheet.problem);
  const rows = async function* (): AsyncGenerator<CsvRecord> {
    for (const [i, cells] of sheet.rows.entries()) if (cells.some((cell) => cell !== '')) yield { cells, line: i + 1 };
  };
  return readTableOf(rows(), file, options);
}

async function readArchive({ bytes, file }: ImportSource, options: ReadOptions): Promise<ReadDocument> {
  const { format } = options;
  try {
    if (checkZip(bytes).some((path) => /^xl\/workbook\d*\.xml$/i.test(path))) return await readWorkbook(bytes, file, options);
    const files = readZip(bytes, (path) => wordPart.test(path) || linkedInNameOf(path) !== undefined);
    if (files.has('word/document.xml') && format !== 'linkedin') {
      // Names and addresses stand in headers; what is said there is said on every page.
      const parts = [...files].filter(([path]) => wordPart.test(path)).sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b));
      return await readWord(
        parts.map(([, xml]) => xml),
        file,
      );
    }
    const tables = new Map<LinkedInFile, Uint8Array>();
    // Of two of a name the one nearer to the top is meant.
    const depth = (path: string): number => path.split('/').length;
    for (const [path, content] of [...files].sort(([a], [b]) => depth(a) - depth(b))) {
      const name = linkedInNameOf(path);
      if (name !== undefined && !tables.has(name)) tables.set(name, content);
    }
    if (tables.size === 0) return refuse(file, 'the archive holds neither a Word document nor the tables of a LinkedIn export');
    return { document: await readLinkedIn(tables) };
  } catch (error) {
    if (error instanceof ZipRefusal) return refuse(file, error.message);
    throw error;
  }
}

function linkedInNameOf(path: string): LinkedInFile | undefined {
  return linkedInFiles.find((name) => path === name || path.endsWith(`/${name}`));
}

/** The parts of a Word document that a reader of it sees. */
const wordPart = /^word\/(?:document|header\d{0,3}|footer\d{0,3})\.xml$/;

function rank(path: string): number {
  return ['word/h', 'word/d', 'word/f'].findIndex((start) => path.startsWith(start));
}

async function readWord(parts: readonly Uint8Array[], file: string): Promise<ReadDocument> {
  const { wordXmlToText } = await import('../../documents/word-text.ts');
  const { MarkupRefusal } = await import('../../documents/markup-text.ts');
  const texts: string[] = [];
  try {
    for (const part of parts) {
      const decoded = decodeExport(part, file);
      if ('diagnostic' in decoded) return { refused: [decoded.diagnostic] };
      if (/<!(?:DOCTYPE|ENTITY)/i.test(decoded.text)) return refuse(file, 'its XML declares entities');
      texts.push(wordXmlToText(decoded.text.slice(0, 20 * maxCharacters)));
    }
  } catch (error) {
    if (error instanceof MarkupRefusal) return refuse(file, error.message);
    throw error;
  }
  return { document: readPlainText(texts.join('\n'), file) };
}

async function readPdfCv({ bytes, file }: ImportSource, { readPdf }: ReadOptions): Promise<ReadDocument> {
  const reading = await readPdf(bytes);
  if ('refusal' in reading) return refuse(file, reading.refusal);
  const { text, hidden } = reading;
  if (text.trim() === '')
    return refuse(file, hidden > 0 ? 'nobody sees any of its text on the page' : 'it holds no text, only pictures of it');
  return { document: { ...readPlainText(partColumns(text), file), hiddenLetters: hidden } };
}

function refuse(file: string, reason: string): ReadDocument {
  return { refused: [{ code: 'import-refused', facts: { reason }, file }] };
}
