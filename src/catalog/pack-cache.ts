import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { saveFile, sweepOldTemporaries } from '../documents/save-file.ts';
import { type OpenedCatalog, openCompiled } from './compiled-form.ts';
import { digestFiles, type FileStamp, sameStamps, settledBefore, stampFiles } from './pack-files.ts';

export interface PackCache {
  /** Where compiled packs are kept; nothing there is ever needed, and everything can be made again. */
  readonly folder: string;
  /** What the compiled form depends on beside the packs' files: the program's version and the built-in data. */
  readonly seed: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What is known of the files behind a compiled pack. */
interface Manifest {
  readonly stamps: readonly FileStamp[];
  /** Names the compiled file. */
  readonly key: string;
  /** The stamps alone are proof: no file had changed shortly before they were taken. */
  readonly settled: boolean;
}

/** So many compiled packs are kept, those used last. */
const mostKept = 12;
const day = 86_400_000;

/**
 * The compiled form of packs from the cache, or compiled anew when it is missing, stale or damaged. A manifest (file list,
 * sizes, times) tells at once that nothing changed; where it cannot, the files' contents decide. A cache that cannot be read
 * or written is as good as none.
 *
 * @param compile reads, checks and compiles the packs; what it throws is passed on
 */
export async function openThroughCache(
  cache: PackCache,
  folders: readonly string[],
  compile: () => Promise<Buffer>,
): Promise<OpenedCatalog> {
  const name = createHash('sha256')
    .update(JSON.stringify([cache.seed, folders]))
    .digest('hex')
    .slice(0, 32);
  const manifestPath = join(cache.folder, `${name}.json`);
  const binPath = (key: string): string => join(cache.folder, `${key}.bin`);
  const takenAt = BigInt(Math.floor(cache.now())) * 1_000_000n;
  const stamps = stampFiles(folders);
  const known = readManifest(manifestPath);
  if (known?.settled === true && sameStamps(known.stamps, stamps)) {
    const opened = await openCached(cache, binPath(known.key));
    if (opened !== undefined) return opened;
  }
  const key = digestFiles(folders, stamps, cache.seed);
  const remember = (): void => {
    if (key === undefined) return;
    const manifest: Manifest = { stamps, key, settled: settledBefore(stamps, takenAt) };
    saveQuietly(cache, manifestPath, Buffer.from(JSON.stringify(manifest)));
  };
  if (key !== undefined) {
    const opened = await openCached(cache, binPath(key));
    if (opened !== undefined) {
      remember();
      return opened;
    }
  }
  const bytes = await compile();
  // Files that changed while they were compiled: the result belongs to no key.
  if (
    key !== undefined &&
    digestFiles(folders, stampFiles(folders), cache.seed) === key &&
    saveQuietly(cache, binPath(key), bytes)
  ) {
    remember();
    sweep(cache);
  }
  const opened = await openCompiled(bytes);
  if (opened === undefined) throw new Error('a catalog that was just compiled cannot be opened');
  return opened;
}

function readManifest(path: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    const whole = Array.isArray(manifest.stamps) && /^[0-9a-f]{32}$/.test(manifest.key);
    return whole ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a compiled file; nothing when it is missing, damaged or of another format. */
async function openCached(cache: PackCache, path: string): Promise<OpenedCatalog | undefined> {
  try {
    const opened = await openCompiled(readFileSync(path));
    // Its time says when it was used last; once a day is enough to know which are in use.
    if (opened !== undefined && cache.now() - statSync(path).mtimeMs > day) touch(path, cache.now());
    return opened;
  } catch {
    return undefined;
  }
}

function touch(path: string, now: number): void {
  try {
    utimesSync(path, now / 1000, now / 1000);
  } catch {
    // A cache that is read-only is used all the same.
  }
}

/** Whether it was saved. A full disk or a folder without permission only costs the time to compile again. */
function saveQuietly(cache: PackCache, path: string, bytes: Uint8Array): boolean {
  try {
    mkdirSync(cache.folder, { recursive: true, mode: 0o700 });
    saveFile(path, bytes);
    return true;
  } catch {
    return false;
  }
}

/** Drops what was not used for longest, manifests that lead nowhere, and what killed processes left. */
function sweep(cache: PackCache): void {
  sweepOldTemporaries(cache.folder, cache.now());
  try {
    const names = readdirSync(cache.folder);
    const bins = names
      .filter((name) => /^[0-9a-f]{32}\.bin$/.test(name))
      .map((name) => ({ name, used: statSync(join(cache.folder, name)).mtimeMs }))
      .sort((a, b) => b.used - a.used);
    const kept = new Set(bins.slice(0, mostKept).map((bin) => bin.name));
    for (const { name } of bins.slice(mostKept)) unlinkSync(join(cache.folder, name));
    for (const name of names.filter((one) => /^[0-9a-f]{32}\.json$/.test(one))) {
      const manifest = readManifest(join(cache.folder, name));
      if (manifest === undefined || !kept.has(`${manifest.key}.bin`)) unlinkSync(join(cache.folder, name));
    }
  } catch {
    // Another process sweeps as well.
  }
}
