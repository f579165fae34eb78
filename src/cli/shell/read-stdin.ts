import { decodeText, type ReadText, textFileLimit } from '../../documents/read-file.ts';
import type { Io } from './io.ts';

/** What messages call standard input. */
export const stdinName = '<stdin>';

/** Reads standard input to its end as one text file, under the limit of one. */
export async function readStdin(io: Io): Promise<ReadText> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  const bytes = Buffer.concat(chunks);
  if (bytes.length > textFileLimit) {
    return { diagnostic: { code: 'file-too-large', facts: { bytes: bytes.length, limit: textFileLimit }, file: stdinName } };
  }
  return decodeText(bytes, stdinName);
}
