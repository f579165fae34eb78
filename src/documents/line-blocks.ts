/** Whole lines of a text file as bytes, or one line that cannot be taken. */
export type LineBlock =
  | { readonly firstLine: number; readonly bytes: Uint8Array }
  | { readonly firstLine: number; readonly problem: string };

/** One line of a text file, without its line break. */
export interface TextLine {
  /** Counts from 1. */
  readonly number: number;
  /** `undefined` when the line is no UTF-8. */
  readonly text: string | undefined;
}

/** A longer line is skipped, not held: one record is never that large. */
export const maxLineBytes = 1024 * 1024;
const lineFeed = 0x0a;

/**
 * Cuts bytes at line breaks, into blocks of about the size of the chunks, in memory that a long line cannot fill. The last
 * line needs no line break.
 */
export async function* readLineBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    if (heldBytes > 0) {
      const end = chunk.indexOf(lineFeed);
      hold(chunk.subarray(0, end < 0 ? chunk.length : end + 1));
      if (end < 0) continue;
      yield finish();
      line++;
      from = end + 1;
    }
    const last = chunk.lastIndexOf(lineFeed);
    if (last >= from) {
      // A long line in the middle of a chunk: chunks are smaller than the limit, so only their sender can make one.
      const bytes = chunk.subarray(from, last + 1);
      if (bytes.length <= maxLineBytes) {
        yield { firstLine: line, bytes };
        line += countLines(bytes);
      } else {
        for (let at = from; at <= last; ) {
          const end = chunk.indexOf(lineFeed, at) + 1;
          hold(chunk.subarray(at, end));
          yield finish();
          line++;
          at = end;
        }
      }
      from = last + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (heldBytes > 0) yield finish();

  function hold(part: Buffer): void {
    heldBytes += part.length;
    if (heldBytes <= maxLineBytes + 2) held.push(part);
    else held = [];
  }

  function finish(): LineBlock {
    const bytes = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
    const length = heldBytes;
    held = [];
    heldBytes = 0;
    if (length <= maxLineBytes + 2) return { firstLine: line, bytes };
    return { firstLine: line, problem: `the line has ${length} bytes; the limit is ${maxLineBytes}` };
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}

/** The lines of a block. A line that is no UTF-8 takes nothing from the others. */
export function* splitLines(bytes: Uint8Array, firstLine: number): Generator<TextLine> {
  const text = decodeStrictly(bytes);
  let number = firstLine;
  if (text !== undefined) {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield { number: number++, text: trimLine(text.slice(from, end)) };
      from = end + 1;
    }
    if (from < text.length) yield { number, text: trimLine(text.slice(from)) };
    return;
  }
  let from = 0;
  while (from < bytes.length) {
    const at = bytes.indexOf(lineFeed, from);
    const end = at < 0 ? bytes.length : at;
    const line = decodeStrictly(bytes.subarray(from, end));
    yield { number: number++, text: line === undefined ? undefined : trimLine(line) };
    from = end + 1;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without a carriage return at the end, and without a byte-order mark: files are joined with `cat`. */
function trimLine(line: string): string {
  const from = line.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  return from === 0 && end === line.length ? line : line.slice(from, end);
}
