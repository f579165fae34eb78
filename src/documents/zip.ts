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
  return new Map(Object.entries(readZipEntries(bytes, makeCheck(wants))));
}

function readZipEntries(bytes: Uint8Array, check: Check): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name, size, originalSize }) => check(name, size, originalSize) });
  } catch (error) {
    if (error instanceof ZipRefusal) throw error;
    throw new ZipRefusal(`the archive cannot be read: ${(error as Error).message}`);
  }
}

/** The paths in an archive that some other package unpacks; nothing is unpacked here. Throws a `ZipRefusal` as `readZip` does. */
export function checkZip(bytes: Uint8Array): string[] {
  const paths: string[] = [];
  const check = makeCheck(() => true);
  readZipEntries(bytes, (name, size, originalSize) => {
    paths.push(name);
    check(name, size, originalSize);
    return false;
  });
  return paths;
}

type Check = (name: string, size: number, originalSize: number) => boolean;

function makeCheck(wants: (path: string) => boolean): Check {
  let claimed = 0;
  let files = 0;
  return (name, size, originalSize) => {
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
}

/** Whether bytes start like a zip archive. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/** The first day that an archive can name, as its four bytes: what is written twice is the same then. */
const firstDay = [0, 0, 0x21, 0] as const;
const [endMark, entryMark] = [0x06054b50, 0x02014b50];

/**
 * Takes the clock out of an archive just packed (without a comment, below 4 GiB), in place. Packages that pack one write the time of day
 * into every entry: once in the directory at the end, once before the entry itself. Throws a `RangeError` for bytes that are no zip.
 */
export function clearZipTimes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== endMark) throw new RangeError('no end of a zip archive');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entryMark) throw new RangeError('no entry of a zip directory');
    bytes.set(firstDay, at + 12);
    bytes.set(firstDay, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
