import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Catalog, type CatalogEntries, decodeCatalog, encodeCatalog } from '../core/catalog-index.ts';

/**
 * The compiled form on disk: 16 bytes of head (magic and format, CRC-32 of all that follows, zero), 32 bytes of SHA-256 over
 * the catalog's bytes, then the catalog. The digest names the content; the checksum finds damage, and is quick.
 */
const magic = Buffer.from('CAREERP1');
const headBytes = 16;
const digestBytes = 32;

export interface OpenedCatalog {
  readonly catalog: Catalog;
  /** The first 16 hex digits of the SHA-256 over the catalog's content. */
  readonly digest: string;
}

export function compileCatalog(entries: CatalogEntries): Buffer {
  const content = encodeCatalog(entries);
  const digest = createHash('sha256').update(content).digest();
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  const body = Buffer.concat([digest, content]);
  head.writeUInt32LE(crc32(body), magic.length);
  return Buffer.concat([head, body]);
}

/** Opens a compiled catalog, or returns nothing when the bytes are damaged or of another format. */
export function openCompiled(bytes: Uint8Array): OpenedCatalog | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < headBytes + digestBytes || !view.subarray(0, magic.length).equals(magic)) return undefined;
  const body = view.subarray(headBytes);
  if (crc32(body) !== view.readUInt32LE(magic.length)) return undefined;
  return {
    catalog: decodeCatalog(body.subarray(digestBytes)),
    digest: body.subarray(0, digestBytes).toString('hex').slice(0, 16),
  };
}
