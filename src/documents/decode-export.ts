import { legacyEncodingOf } from './decode-stream.ts';
import { decodeText, type ReadText } from './read-file.ts';

/**
 * Decodes what a spreadsheet or an office program saved: UTF-8, or UTF-16 that says so by its byte-order mark, which is what
 * "Unicode text" means there.
 *
 * @param lenient bytes that are no UTF-8 become U+FFFD, so that a reader of rows can report the rows that hold them
 * @param legacy with `lenient`: a text whose first other bytes are no UTF-8 is Windows-1252
 */
export function decodeExport(bytes: Uint8Array, shown: string, { lenient = false, legacy = false } = {}): ReadText {
  const [a, b] = bytes;
  const isLittle = a === 0xff && b === 0xfe;
  const isBig = a === 0xfe && b === 0xff;
  if (isLittle || isBig) {
    try {
      const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, hasMark: true };
    } catch {
      // Said below, in the words of the strict reading.
    }
  }
  const strict = decodeText(bytes, shown);
  if (!lenient || 'text' in strict || bytes.includes(0)) return strict;
  // Of which encoding rows are shows in the first byte that is no ASCII.
  return { text: new TextDecoder(legacy ? legacyEncodingOf(bytes) : 'utf-8').decode(bytes), hasMark: false };
}
