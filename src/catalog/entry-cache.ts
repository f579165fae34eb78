import { createHash } from 'node:crypto';
import type { CacheFolder } from './cache-folder.ts';
import type { EntryStore, StoredEntry } from './read-pack.ts';

export interface EntryCache extends EntryStore {
  /** Writes what this run used; what it no longer used is forgotten. */
  readonly save: () => void;
}

/**
 * The entries of files without faults, by the content of the file. A cache file whose checksum or version is not right is
 * never used. Without a folder the cache lives as long as the run.
 *
 * @param name of the file in the folder
 * @param version names the program that may read it: entries are trusted, so another build must not meet them
 */
export function openEntryCache(folder: CacheFolder, name: string, version: string): EntryCache {
  const head = `careerpath entries 1 ${version}`;
  let stored: Map<string, readonly StoredEntry[]> | undefined;
  const used = new Map<string, readonly StoredEntry[]>();
  let changed = false;
  const keyOf = (kind: string, text: string): string => `${kind} ${createHash('sha256').update(text).digest('base64')}`;
  // Loaded when a first file asks.
  const known = (): Map<string, readonly StoredEntry[]> => {
    stored ??= load(folder.read(name)?.bytes.toString() ?? '', head);
    return stored;
  };
  return {
    find(kind, text) {
      const key = keyOf(kind, text);
      const entries = used.get(key) ?? known().get(key);
      if (entries !== undefined) used.set(key, entries);
      return entries;
    },
    keep(kind, text, entries) {
      changed = true;
      used.set(keyOf(kind, text), entries);
    },
    save() {
      if (!changed && used.size === known().size) return;
      const body = JSON.stringify([...used]);
      folder.write(name, Buffer.from(`${head} ${checksum(body)}\n${body}`));
    },
  };
}

function load(text: string, head: string): Map<string, readonly StoredEntry[]> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== `${head} ${checksum(body)}`) return new Map();
  return new Map(JSON.parse(body) as [string, readonly StoredEntry[]][]);
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('base64');
}
