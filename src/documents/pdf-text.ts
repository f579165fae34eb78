import { inflateSync } from 'node:zlib';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { dropHidden } from './pdf-hidden.ts';
import { type PageFacts, type SeenText, seeText } from './pdf-sight.ts';
import type { PdfText } from './read-pdf.ts';

/** No CV is longer. */
const maxPages = 60;
const maxCharacters = 2_000_000;
/** What all of its streams may unpack to together. */
const maxUnpacked = 64 * 1024 * 1024;
/** A gap wider than so many times the height of the letters parts columns. */
const widestSpace = 2;

export class PdfRefusal extends Error {}

const scripts = /\/(?:JavaScript|JS|Launch|RichMedia)\b/;

/**
 * The text of a PDF that a reader of it sees, a line a line; columns and cells of one line are parted by " | ". Nothing in it is run: a PDF that carries
 * scripts or starts programs is refused, as is one with a password or too many pages. Files attached to it, such as Europass
 * attaches, are not looked at. It may take for ever and all memory: `readPdf` runs it with limits.
 */
export async function pdfToText(bytes: Uint8Array): Promise<PdfText> {
  refuseHarm(bytes);
  const pdfjs = await getResolvedPDFJS();
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: 1,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    });
  } catch (error) {
    const name = (error as Error).name;
    throw new PdfRefusal(name === 'PasswordException' ? 'it is locked with a password' : 'it is no PDF that can be read');
  }
  try {
    if (document.numPages > maxPages) throw new PdfRefusal(`it has ${document.numPages} pages; the limit is ${maxPages}`);
    if ((await document.getJSActions()) !== null) throw new PdfRefusal('it carries scripts');
    const layers = await document.getOptionalContentConfig();
    let text = '';
    let hidden = 0;
    for (let number = 1; number <= document.numPages && text.length < maxCharacters; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const facts = {
        numbers: pdfjs.OPS,
        normalise: pdfjs.normalizeUnicode,
        isShown: (layer: unknown) => layers.isVisible(layer),
      };
      const seen = await seenOf(page, facts, pdfjs.AnnotationMode.DISABLE);
      const texts = content.items.filter((item) => 'str' in item);
      const left = dropHidden(texts, seen);
      hidden += left.hidden;
      text += `${lineText(left.pieces)}\n`;
    }
    return { text: text.slice(0, maxCharacters), hidden };
  } catch (error) {
    if (error instanceof PdfRefusal) throw error;
    throw new PdfRefusal('it is damaged');
  } finally {
    await document.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextItem = Extract<Awaited<ReturnType<Page['getTextContent']>>['items'][number], { str: string }>;

async function seenOf(page: Page, facts: Omit<PageFacts, 'view'>, annotationMode: number): Promise<SeenText> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  try {
    return seeText(await page.getOperatorList({ annotationMode }), { ...facts, view: { left, bottom, right, top } });
  } catch {
    // A font that cannot be read stops the painting, not the text.
    return { text: '', hidden: [], outside: 0 };
  }
}

/** So many lines go on at one place behind a gap where a column begins there. */
const fewestLines = 2;

function lineText(texts: readonly TextItem[]): string {
  const columns = columnsOf(texts);
  let text = '';
  let height = 0;
  let starts = true;
  for (const item of texts) {
    const isBlank = item.str.trim() === '';
    // A line that begins where a column does belongs to it.
    if (starts && !isBlank && columns.has(placeOf(item))) text += ' | ';
    if (!isBlank) starts = false;
    const isGap = isBlank && height > 0 && item.width > widestSpace * height;
    if (!isBlank) height = item.height;
    text += isGap ? ' | ' : item.str;
    if (item.hasEOL) {
      text += '\n';
      starts = true;
    }
  }
  return text;
}

/** Where text goes on behind wide gaps in several lines. */
function columnsOf(items: readonly TextItem[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  items.forEach((item, i) => {
    const before = items[i - 1];
    if (before?.str.trim() !== '' || item.str.trim() === '' || before.hasEOL || before.width <= widestSpace * item.height) return;
    counts.set(placeOf(item), (counts.get(placeOf(item)) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= fewestLines).map(([place]) => place));
}

function placeOf(item: TextItem): number {
  return Math.round(Number(item.transform[4]));
}

/** Scripts show outside of packed streams, or in packed objects. The reader would unpack a stream whole, however large: each is tried here with a limit first. */
function refuseHarm(bytes: Uint8Array): void {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/(?:Flate|LZW)Decode[^\]>]{0,200}(?:Flate|LZW)Decode/.test(raw)) throw new PdfRefusal('its streams are packed twice');
  let left = maxUnpacked;
  let plainFrom = 0;
  for (const match of raw.matchAll(/\bstream\r?\n/g)) {
    const start = match.index + match[0].length;
    if (start < plainFrom) continue;
    const plain = raw.slice(plainFrom, start);
    if (scripts.test(plain)) throw new PdfRefusal('it carries scripts');
    const found = raw.indexOf('endstream', start);
    plainFrom = found < 0 ? bytes.length : found;
    const unpacked = unpack(bytes.subarray(start, plainFrom), left);
    left -= unpacked.length;
    if (/\/ObjStm\b/.test(plain.slice(-400)) && scripts.test(unpacked.toString('latin1')))
      throw new PdfRefusal('it carries scripts');
  }
  if (scripts.test(raw.slice(plainFrom))) throw new PdfRefusal('it carries scripts');
}

function unpack(packed: Uint8Array, left: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new PdfRefusal(`it unpacks to more than ${maxUnpacked / 1024 / 1024} MiB`);
    // Pictures and fonts are packed in other ways, and are not read.
    return Buffer.alloc(0);
  }
}
