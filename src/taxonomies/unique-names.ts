import { labelOrder, normaliseLabel } from '../core/model/label.ts';
import { compareText } from '../core/model/text-order.ts';
import type { AdjustmentLog } from './taxonomy.ts';

/** What a standard calls one skill or role. */
export interface NamedEntry {
  readonly key: string;
  readonly name: string;
  readonly altLabels: readonly string[];
  /** Put behind a name that another entry has too. */
  readonly qualifier: string;
  /** How many ask for it; of two entries with one alternative label, the one asked for more keeps it. */
  readonly asked: number;
}

/** What it is called in the pack. */
export interface UniqueName {
  readonly id: string;
  readonly name: string;
  readonly altLabels: readonly string[];
}

const maxIdLength = 100;
/** The slug of a name without a letter or digit that an id may hold. */
const unnamed = 'unnamed';

/**
 * Gives each entry an id, a name and alternative labels such that no normalised label belongs to two entries. A name wins over
 * an id and an id over an alternative label. The same entries give the same names, in whatever order they come.
 *
 * @param kind `skills` or `roles`, for the words of the log
 */
export function makeNamesUnique(entries: readonly NamedEntry[], kind: string, log: AdjustmentLog): Map<string, UniqueName> {
  const sorted = [...entries].sort((a, b) => compareText(a.key, b.key));
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const entry of sorted) {
    const name = freeName(entry, owners);
    if (name !== entry.name) log.add(`${kind} with the name of another one: told apart in brackets`, name);
    owners.set(normaliseLabel(name), entry.key);
    names.set(entry.key, name);
  }
  const ids = new Map<string, string>();
  for (const entry of sorted) {
    const id = freeId(names.get(entry.key) ?? entry.name, entry.key, owners);
    owners.set(normaliseLabel(id), entry.key);
    ids.set(entry.key, id);
  }
  const labels = new Map<string, string[]>();
  const byDemand = [...sorted].sort((a, b) => b.asked - a.asked || compareText(a.key, b.key));
  for (const entry of byDemand) {
    const own: string[] = [];
    for (const label of entry.altLabels) {
      const normal = normaliseLabel(label);
      const owner = owners.get(normal);
      if (owner === undefined) {
        owners.set(normal, entry.key);
        own.push(label);
      } else if (owner !== entry.key) {
        const isName = normaliseLabel(names.get(owner) ?? '') === normal;
        log.add(
          isName
            ? `alternative labels of ${kind} that are another one's name: left out`
            : `alternative labels that several ${kind} share: kept by the one that is asked for most`,
          label,
        );
      }
    }
    labels.set(entry.key, own);
  }
  return new Map(
    sorted.map(({ key, name }) => [
      key,
      { id: ids.get(key) ?? key, name: names.get(key) ?? name, altLabels: (labels.get(key) ?? []).sort(labelOrder) },
    ]),
  );
}

function freeName(entry: NamedEntry, owners: ReadonlyMap<string, string>): string {
  if (!owners.has(normaliseLabel(entry.name))) return entry.name;
  const qualified = `${entry.name} (${entry.qualifier})`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? qualified : `${entry.name} (${entry.qualifier} ${n})`;
    if (!owners.has(normaliseLabel(name))) return name;
  }
}

/** The slug of the name, with a number behind it where it would read like another entry's label. */
function freeId(name: string, key: string, owners: ReadonlyMap<string, string>): string {
  // A name in other letters leaves nothing of itself: the standard's own key is then the better id.
  const read = readableSlug(name);
  const slug = read === unnamed ? readableSlug(key.slice(key.lastIndexOf('/') + 1)) : read;
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    const owner = owners.get(normaliseLabel(id));
    if (owner === undefined || owner === key) return id;
  }
}

/** Lower-case ASCII letters and digits with single hyphens; characters that tell names apart are spelled out. */
export function readableSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[a-z0-9])\++/g, (pluses) => '-plus'.repeat(pluses.length))
    .replace(/(?<=[a-z0-9])#/g, '-sharp')
    .replace(/&/g, ' and ')
    .replace(/(?<=^|\s)\.(?=[a-z])/g, 'dot-')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxIdLength)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? unnamed : slug;
}
