import type { Catalog } from '../core/catalog/catalog-index.ts';
import { decodeCatalog } from '../core/catalog/compiled-layout.ts';

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
  /** The whole compiled form, for another thread to open. */
  readonly bytes: Uint8Array;
}

/** `node:zlib` takes two milliseconds to load; the built-in data, whose integrity npm has checked, does without. */
async function checksum(body: Uint8Array): Promise<number> {
  return (await import('node:zlib')).crc32(body);
}

/** Puts the head before a digest and a catalog's bytes. */
export async function sealCompiled(digest: Uint8Array, content: Uint8Array): Promise<Buffer> {
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  const body = Buffer.concat([digest, content]);
  head.writeUInt32LE(await checksum(body), magic.length);
  return Buffer.concat([head, body]);
}

/** Opens a compiled catalog, or returns nothing when the bytes are damaged or of another format. */
export async function openCompiled(bytes: Uint8Array): Promise<OpenedCatalog | undefined> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isSealed(view)) return undefined;
  return (await checksum(view.subarray(headBytes))) === view.readUInt32LE(magic.length) ? openTrusted(bytes) : undefined;
}

/** Opens a compiled catalog that was written by the build and is known to be whole. Returns nothing for other formats. */
export function openTrusted(bytes: Uint8Array): OpenedCatalog | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isSealed(view)) return undefined;
  const body = view.subarray(headBytes);
  return {
    catalog: decodeCatalog(body.subarray(digestBytes)),
    digest: body.subarray(0, digestBytes).toString('hex').slice(0, 16),
    bytes,
  };
}

function isSealed(view: Buffer): boolean {
  return view.length >= headBytes + digestBytes && view.subarray(0, magic.length).equals(magic);
}
