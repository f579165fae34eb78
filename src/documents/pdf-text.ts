import { inflateSync } from 'node:zlib';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** No CV is longer. */
const mostPages = 60;
const mostCharacters = 2_000_000;
/** What all of its streams may unpack to together. */
const mostUnpacked = 64 * 1024 * 1024;

export class PdfRefusal extends Error {}

/**
 * The text of a PDF, a line a line. Nothing in it is run: a PDF that carries scripts or starts programs is refused, as is one
 * with a password or too many pages.
 */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  // What is not compressed shows at once; the reader finds the rest below.
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/\/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFile)\b/.test(raw)) throw new PdfRefusal('it carries scripts or other files');
  refuseBombs(raw, bytes);
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
    if (document.numPages > mostPages) throw new PdfRefusal(`it has ${document.numPages} pages; the limit is ${mostPages}`);
    if ((await document.getJSActions()) !== null) throw new PdfRefusal('it carries scripts or other files');
    let text = '';
    for (let number = 1; number <= document.numPages && text.length < mostCharacters; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      for (const item of content.items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
      text += '\n';
    }
    return text.slice(0, mostCharacters);
  } catch (error) {
    if (error instanceof PdfRefusal) throw error;
    throw new PdfRefusal('it is damaged');
  } finally {
    await document.destroy();
  }
}

/** The reader would unpack a stream whole, however large: each is tried here with a limit first. */
function refuseBombs(raw: string, bytes: Uint8Array): void {
  if (/(?:Flate|LZW)Decode[^\]>]*(?:Flate|LZW)Decode/.test(raw)) throw new PdfRefusal('its streams are packed twice');
  let left = mostUnpacked;
  for (const match of raw.matchAll(/\bstream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = raw.indexOf('endstream', start);
    try {
      left -= inflateSync(bytes.subarray(start, end < 0 ? bytes.length : end), { maxOutputLength: Math.max(1, left) }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new PdfRefusal(`it unpacks to more than ${mostUnpacked / 1024 / 1024} MiB`);
      // Pictures and fonts are packed in other ways, and are not read.
    }
  }
}
