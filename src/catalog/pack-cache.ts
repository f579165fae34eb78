import { createHash } from 'node:crypto';
import type { CacheFolder } from './cache-folder.ts';
import { type OpenedCatalog, openCompiled } from './compiled-form.ts';
import { digestFiles, type FileStamp, sameStamps, stableBefore, stampFiles } from './pack-files.ts';

export interface PackCache {
  readonly folder: CacheFolder;
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
  readonly stable: boolean;
}

/** So many compiled packs are kept, those used last. */
const maxKept = 12;
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
  const manifestName = `${name}.json`;
  const takenAt = BigInt(Math.floor(cache.now())) * 1_000_000n;
  const stamps = stampFiles(folders);
  const known = readManifest(cache, manifestName);
  if (known?.stable === true && sameStamps(known.stamps, stamps)) {
    const opened = await openCached(cache, `${known.key}.bin`);
    if (opened !== undefined) return opened;
  }
  const key = digestFiles(folders, stamps, cache.seed);
  const remember = (): void => {
    if (key === undefined) return;
    const manifest: Manifest = { stamps, key, stable: stableBefore(stamps, takenAt) };
    cache.folder.write(manifestName, Buffer.from(JSON.stringify(manifest)));
  };
  if (key !== undefined) {
    const opened = await openCached(cache, `${key}.bin`);
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
    cache.folder.write(`${key}.bin`, bytes)
  ) {
    remember();
    sweep(cache);
  }
  const opened = await openCompiled(bytes);
  if (opened === undefined) throw new Error('a catalog that was just compiled cannot be opened');
  return opened;
}

function readManifest({ folder }: PackCache, name: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(folder.read(name)?.bytes.toString() ?? '') as Manifest;
    const whole = Array.isArray(manifest.stamps) && /^[0-9a-f]{32}$/.test(manifest.key);
    return whole ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a compiled file; nothing when it is missing, damaged or of another format. */
async function openCached({ folder, now }: PackCache, name: string): Promise<OpenedCatalog | undefined> {
  const kept = folder.read(name);
  const opened = kept === undefined ? undefined : await openCompiled(kept.bytes);
  // Once a day is enough to know which are in use.
  if (opened !== undefined && kept !== undefined && now() - kept.used > day) folder.markUsed(name, now());
  return opened;
}

/** Removes compiled packs that were not used for longest, and manifests that lead nowhere. */
function sweep(cache: PackCache): void {
  const names = cache.folder.list();
  const bins = names.filter((name) => /^[0-9a-f]{32}\.bin$/.test(name));
  const kept = new Set(bins.slice(0, maxKept));
  for (const name of bins.slice(maxKept)) cache.folder.remove(name);
  for (const name of names.filter((one) => /^[0-9a-f]{32}\.json$/.test(one))) {
    const manifest = readManifest(cache, name);
    if (manifest === undefined || !kept.has(`${manifest.key}.bin`)) cache.folder.remove(name);
  }
}
