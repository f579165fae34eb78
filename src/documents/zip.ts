import { unzipSync } from 'fflate';

/** What an archive may unpack to, whatever it claims. */
const maxBytes = 64 * 1024 * 1024;
const maxFiles = 2000;
/** Text packs to a tenth; what claims more than this is made to fill memory. */
const maxRatio = 200;

export class ZipRefusal extends Error {}

/**
 * The wanted files of a zip archive, unpacked in memory; nothing is written anywhere. Throws a `ZipRefusal` for archives that
 * claim too much or name paths outside themselves, and for bytes that are no zip.
 *
 * @param wants decides by a file's path inside the archive
 */
export function readZip(bytes: Uint8Array, wants: (path: string) => boolean): Map<string, Uint8Array> {
  let claimed = 0;
  let files = 0;
  const check = (name: string, size: number, originalSize: number): boolean => {
    files++;
    if (files > maxFiles) throw new ZipRefusal(`the archive holds more than ${maxFiles} files`);
    if (name.split(/[\\/]/).includes('..') || /^([\\/]|[a-z]:)/i.test(name))
      throw new ZipRefusal(`the archive names a path outside itself: ${name}`);
    if (!wants(name)) return false;
    claimed += originalSize;
    const bomb = originalSize > 1024 * 1024 && originalSize > maxRatio * Math.max(1, size);
    if (bomb || claimed > maxBytes) throw new ZipRefusal(`the archive claims to unpack to ${claimed} bytes`);
    return true;
  };
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name, size, originalSize }) => check(name, size, originalSize) });
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error instanceof ZipRefusal) throw error;
    throw new ZipRefusal(`the archive cannot be read: ${(error as Error).message}`);
  }
}

/** Whether bytes start like a zip archive. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}
