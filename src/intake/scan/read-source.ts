import { messageOf } from '../../core/model/diagnostic.ts';
import { readBytes } from '../../documents/read-file.ts';

/** Manifests are read whole or not at all: half of one says something else. */
export const manifestLimit = 1024 * 1024;

/** Of any other file, what says what it uses stands near its beginning. */
export const sourceLimit = 128 * 1024;

export type SourceText =
  | { readonly text: string }
  /** Bytes that are no text: there is nothing to read, and nothing wrong. */
  | { readonly binary: true }
  | { readonly refused: string };

/**
 * Reads a file of a source tree. Never follows a link that has taken the file's place. Bytes that are no UTF-8 are replaced:
 * the names that matter are ASCII.
 */
export function readSource(path: string, whole: boolean): SourceText {
  const read = readBytes(path, path, whole ? manifestLimit : sourceLimit, { followLinks: false, cut: !whole });
  if ('bytes' in read)
    return read.bytes.includes(0) ? { binary: true } : { text: read.bytes.toString('utf8').replace(/^\ufeff/, '') };
  const { diagnostic } = read;
  return { refused: diagnostic.code === 'file-unreadable' ? diagnostic.facts.reason : `it ${messageOf(diagnostic)}` };
}
