import { matchesWildcard } from '../../core/text/wildcard.ts';

/** What belongs to the patterns that a path matches, each pattern's once, in the order in which patterns were given. */
export type PathLookup<T> = (path: string) => readonly T[];

interface Entry<T> {
  readonly order: number;
  readonly parents: readonly string[];
  readonly last: string;
  readonly value: T;
}

/**
 * Makes a lookup over many name patterns. A pattern without a slash is matched with a file's name, one with slashes with the
 * end of its path, part by part; `*` stands for anything within a part. Most patterns are whole names or endings, so that a
 * path meets few of them.
 */
export function indexNamePatterns<T>(patterns: readonly (readonly [pattern: string, value: T])[]): PathLookup<T> {
  const whole = new Map<string, Entry<T>[]>();
  const endings = new Map<string, Entry<T>[]>();
  const others: Entry<T>[] = [];
  patterns.forEach(([pattern, value], order) => {
    const parts = pattern.split('/');
    const last = parts.pop() ?? '';
    const entry = { order, parents: parts, last, value };
    if (!last.includes('*')) listUnder(whole, last).push(entry);
    else if (/^\*\.[^*]+$/.test(last)) listUnder(endings, last.slice(1)).push(entry);
    else others.push(entry);
  });
  return (path) => {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    const found = [...(whole.get(name) ?? [])];
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      found.push(...(endings.get(name.slice(dot)) ?? []));
    }
    for (const entry of others) if (matchesWildcard(entry.last, name)) found.push(entry);
    const fitting = found.filter(({ parents }) => endsWith(parts, parents));
    return fitting.sort((a, b) => a.order - b.order).map((entry) => entry.value);
  };
}

function listUnder<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function endsWith(parts: readonly string[], patterns: readonly string[]): boolean {
  const from = parts.length - patterns.length;
  return from >= 0 && patterns.every((pattern, i) => matchesWildcard(pattern, parts[from + i] ?? ''));
}
