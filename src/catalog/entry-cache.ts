import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EntryStore, StoredEntry } from './read-pack.ts';

export interface EntryCache extends EntryStore {
  /** Writes what this run used; what it no longer used is forgotten. Never fails: a cache that cannot be written is none. */
  readonly save: () => void;
}

/**
 * The entries of files without faults, by the content of the file. A cache file whose checksum or version is not right is
 * never used. Without a path the cache lives as long as the run.
 *
 * @param version names the program that may read it: entries are trusted, so another build must not meet them
 */
export function openEntryCache(path: string | undefined, version: string): EntryCache {
  const head = `careerpath entries 1 ${version}`;
  let stored: Map<string, readonly StoredEntry[]> | undefined;
  const used = new Map<string, readonly StoredEntry[]>();
  let changed = false;
  const keyOf = (kind: string, text: string): string => `${kind} ${createHash('sha256').update(text).digest('base64')}`;
  // Loaded when a first file asks.
  const known = (): Map<string, readonly StoredEntry[]> => {
    stored ??= path === undefined ? new Map() : load(path, head);
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
      if (path === undefined || (!changed && used.size === known().size)) return;
      const body = JSON.stringify([...used]);
      const temporary = `${path}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(temporary, `${head} ${checksum(body)}\n${body}`);
        renameSync(temporary, path);
      } catch {
        try {
          unlinkSync(temporary);
        } catch {
          // It was never made.
        }
      }
    },
  };
}

function load(path: string, head: string): Map<string, readonly StoredEntry[]> {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== `${head} ${checksum(body)}`) return new Map();
    return new Map(JSON.parse(body) as [string, readonly StoredEntry[]][]);
  } catch {
    return new Map();
  }
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('base64');
}
