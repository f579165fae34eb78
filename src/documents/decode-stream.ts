import { isAscii } from 'node:buffer';
import { createGunzip } from 'node:zlib';

/** How a file of rows turned out to be written, where it is not plain UTF-8. */
export type FoundEncoding = 'gzip' | 'UTF-16' | 'Windows-1252';

export interface DecodeOptions {
  /** Bytes that are no UTF-8 are Windows-1252, unless other bytes before them are UTF-8. Without it, they stay as they are. */
  readonly legacy?: boolean;
  readonly found?: (encoding: FoundEncoding) => void;
}

const peekBytes = 512;

/** The first bytes of a stream, and the whole of it again. */
export async function peek(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const source = chunks[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let size = 0;
  while (size < peekBytes) {
    const next = await source.next();
    if (next.done === true) break;
    held.push(next.value);
    size += next.value.length;
    // A slow producer is not waited for when its first line is there.
    if (next.value.includes(0x0a)) break;
  }
  const again = async function* (): AsyncGenerator<Buffer> {
    yield* held;
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return { head: Buffer.concat(held).subarray(0, 65_536), chunks: again() };
}

/** Unpacks gzip as it comes; other bytes pass. What is broken in it ends the stream with an error. */
export async function* unpackGzip(chunks: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<Buffer> {
  if (!isGzip(head)) {
    yield* chunks;
    return;
  }
  const gunzip = createGunzip();
  const feed = (async () => {
    try {
      for await (const chunk of chunks) {
        if (gunzip.destroyed) return;
        if (!gunzip.write(chunk))
          await new Promise<void>((done) => {
            gunzip.once('drain', done);
            gunzip.once('close', done);
          });
      }
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  try {
    for await (const chunk of gunzip) {
      const bytes = chunk as Buffer;
      // Readers of lines take smaller pieces than one line may be long.
      for (let at = 0; at < bytes.length; at += 32_768) yield bytes.subarray(at, at + 32_768);
    }
  } finally {
    gunzip.destroy();
  }
  await feed;
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Decodes a stream of text: UTF-8, UTF-16 with or without its mark, and where asked Windows-1252. */
export async function* decodeStream(
  chunks: AsyncIterable<Buffer>,
  head: Buffer,
  { legacy = false, found = () => {} }: DecodeOptions = {},
): AsyncGenerator<string> {
  const wide = utf16Of(head);
  if (wide !== undefined) {
    found('UTF-16');
    yield* decodeAs(chunks, wide);
    return;
  }
  if (!legacy) {
    yield* decodeAs(chunks, 'utf-8');
    return;
  }
  // As long as all is ASCII the question is open; the first other bytes answer it.
  let decoder: ReturnType<typeof decoderFor> | undefined;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      if (isAscii(bytes)) {
        held = Buffer.alloc(0);
        yield bytes.toString('latin1');
        continue;
      }
      const at = bytes.findIndex((byte) => byte >= 0x80);
      if (bytes.length - at < 4) {
        held = bytes;
        continue;
      }
      decoder = decoderFor(bytes, found);
      held = Buffer.alloc(0);
      yield decoder.decode(bytes, { stream: true });
    } else yield decoder.decode(chunk, { stream: true });
  }
  if (held.length > 0) {
    decoder = decoderFor(held, found);
    yield decoder.decode(held, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

function decoderFor(bytes: Uint8Array, found: (encoding: FoundEncoding) => void) {
  const encoding = legacyEncodingOf(bytes);
  if (encoding === 'windows-1252') found('Windows-1252');
  return new TextDecoder(encoding);
}

/** Which of the two encodings a text is in that is no ASCII: its first other bytes are a character of UTF-8, or they are not. */
export function legacyEncodingOf(bytes: Uint8Array): 'utf-8' | 'windows-1252' {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  if (at < 0) return 'utf-8';
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const character = bytes.subarray(at, at + length);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(character);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

async function* decodeAs(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** UTF-16 shows by its mark, or by the zero bytes that Latin letters have in it. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 256) / 2);
  if (pairs < 4) return undefined;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) first++;
    if (head[2 * i + 1] === 0) second++;
  }
  if (second > 0.6 * pairs && first < 0.2 * pairs) return 'utf-16le';
  return first > 0.6 * pairs && second < 0.2 * pairs ? 'utf-16be' : undefined;
}
