/** One line of a text file, without its line break. */
export interface TextLine {
  /** Counts from 1. */
  readonly number: number;
  /** `undefined` when the line is too long or no UTF-8; `problem` says which. */
  readonly text: string | undefined;
  readonly problem?: string;
}

/** A longer line is skipped, not held: one record is never that large. */
const longestLine = 1024 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Splits bytes into lines in memory that a long line cannot fill. The last line needs no line break. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      yield finish(chunk.subarray(from, at));
      from = at + 1;
    }
    hold(chunk.subarray(from));
  }
  if (heldBytes > 0) yield finish(Buffer.alloc(0));

  function hold(part: Buffer): void {
    heldBytes += part.length;
    if (heldBytes <= longestLine) held.push(part);
    else held = [];
  }

  function finish(part: Buffer): TextLine {
    hold(part);
    const line = decodeLine(held, heldBytes, number);
    held = [];
    heldBytes = 0;
    number++;
    return line;
  }
}

function decodeLine(parts: readonly Buffer[], bytes: number, number: number): TextLine {
  if (bytes > longestLine) {
    return { number, text: undefined, problem: `the line has ${bytes} bytes; the limit is ${longestLine}` };
  }
  let line = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  if (line.at(-1) === carriageReturn) line = line.subarray(0, -1);
  try {
    // A byte-order mark at the start is dropped by the decoder.
    return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(line) };
  } catch {
    return { number, text: undefined, problem: 'the line is not UTF-8 text' };
  }
}
