import { join, sep } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { type DependencyReader, UnreadableManifest } from './dependency-reader.ts';
import { dependencyReaders } from './dependency-readers.ts';
import { indexNamePatterns } from './name-patterns.ts';
import { readSource } from './read-source.ts';
import { countSkips, type ScanAccount } from './scan-account.ts';
import {
  findMarkers,
  indexSignals,
  type OwnSignals,
  type Sighting,
  type SightingKind,
  type SignalIndex,
} from './signal-index.ts';
import { walkTree } from './walk-tree.ts';

/** A folder to look through. */
export interface Tree {
  /** Its real path. */
  readonly root: string;
  /** Its name in messages. */
  readonly shown: string;
  /** The files that count, relative with slashes; all without it. */
  readonly own?: ReadonlySet<string>;
}

/** One file that shows a skill, and what in it does. */
export interface SeenPlace {
  /** Relative to the tree, with slashes; of several trees, the tree's name comes first. */
  readonly path: string;
  readonly kind: SightingKind;
  readonly what: string;
}

export interface SkillEvidence {
  readonly skill: number;
  /** How many files show it. */
  readonly files: number;
  /** The first of them, in the order of the walk. */
  readonly places: readonly SeenPlace[];
}

export interface TreeScan {
  /** What was seen, by the skill's number. */
  readonly evidence: readonly SkillEvidence[];
  readonly account: ScanAccount;
  readonly diagnostics: readonly Diagnostic[];
}

/** A place more would not be read. */
const maxPlaces = 5;

/** More warnings than this are counted, not listed. */
const maxWarningsShown = 5;

/** Files between two calls of `onProgress`. */
const progressStep = 500;

/**
 * Looks through source trees for the signals of skills. One file after another is read and forgotten, so memory grows with the
 * number of skills and with the largest folder, not with the number of files. What cannot be read is reported and left out. A
 * file that lies in two of the trees counts once.
 *
 * @param onProgress called now and then with the number of files so far
 */
export async function scanTrees(
  trees: readonly Tree[],
  signals: readonly OwnSignals[],
  onProgress: (files: number) => Promise<void>,
): Promise<TreeScan> {
  const index = indexSignals(signals);
  const readersFor = indexNamePatterns(
    dependencyReaders
      .filter((reader) => index.ecosystems.has(reader.ecosystem))
      .flatMap((reader) => reader.files.map((pattern): [string, DependencyReader] => [pattern, reader])),
  );
  const seen = new Map<number, { files: number; places: SeenPlace[] }>();
  const warnings: Diagnostic[] = [];
  const skips = countSkips();
  const isNew = onceEach(trees);
  let refused = 0;
  let files = 0;
  let byOthers = 0;
  for (const { root, shown, own } of trees) {
    const named = (path: string): string => (trees.length > 1 ? `${shown.replace(/[\\/]+$/, '')}/${path}` : path);
    const refuse = (path: string, reason: string): void => {
      if (++refused <= maxWarningsShown) warnings.push({ code: 'not-scanned', facts: { reason }, file: join(shown, path) });
    };
    for (const found of walkTree(root)) {
      const { path } = found;
      if (!isNew(join(root, path))) continue;
      if (found.kind === 'skipped') {
        skips.add(found.reason, named(path));
        continue;
      }
      if (found.kind === 'refused') {
        refuse(path, found.reason);
        continue;
      }
      if (++files % progressStep === 0) await onProgress(files);
      if (own?.has(path) === false) {
        byOthers++;
        continue;
      }
      const sightings = lookAt(root, path, index, readersFor(path), (reason) => refuse(path, reason));
      for (const { skill, kind, what } of firstOfEach(sightings)) {
        const evidence = seen.get(skill) ?? { files: 0, places: [] };
        seen.set(skill, evidence);
        evidence.files++;
        if (evidence.places.length < maxPlaces) evidence.places.push({ path: named(path), kind, what });
      }
    }
  }
  const more = refused - warnings.length;
  const folders = trees.map(({ shown }) => shown);
  return {
    evidence: [...seen].map(([skill, evidence]) => ({ skill, ...evidence })).sort((a, b) => a.skill - b.skill),
    account: { folders, files, byOthers, skipped: skips.all(), notUnderstood: refused },
    diagnostics:
      more > 0 ? [...warnings, { code: 'more-not-scanned', facts: { count: more }, file: folders.join(', ') }] : warnings,
  };
}

/** Says of each path whether it comes for the first time. Remembers paths only where one tree lies in another. */
function onceEach(trees: readonly Tree[]): (path: string) => boolean {
  const overlap = trees.some((a, i) =>
    trees.some((b, k) => i !== k && (a.root === b.root || b.root.startsWith(a.root.endsWith(sep) ? a.root : `${a.root}${sep}`))),
  );
  if (!overlap) return () => true;
  const known = new Set<string>();
  return (path) => {
    if (known.has(path)) return false;
    known.add(path);
    return true;
  };
}

function lookAt(
  root: string,
  path: string,
  index: SignalIndex,
  readers: readonly DependencyReader[],
  refuse: (reason: string) => void,
): Sighting[] {
  const sightings = [...index.byName(path)];
  const markers = index.markersFor(path).flat();
  if (readers.length === 0 && markers.length === 0) return sightings;
  const whole = readers.some((reader) => reader.whole);
  const source = readSource(join(root, path), whole);
  if ('refused' in source) {
    refuse(source.refused);
    return sightings;
  }
  if ('binary' in source) return sightings;
  sightings.push(...findMarkers(source.text, markers));
  for (const reader of readers) {
    try {
      for (const name of new Set(reader.read(source.text))) sightings.push(...index.byDependency(reader.ecosystem, name));
    } catch (error) {
      if (!(error instanceof UnreadableManifest)) throw error;
      refuse(error.message);
    }
  }
  return sightings;
}

/** A file shows a skill once, whatever it holds; what it depends on says more than what it is called. */
function firstOfEach(sightings: readonly Sighting[]): Iterable<Sighting> {
  const rank: Readonly<Record<SightingKind, number>> = { dependency: 0, content: 1, file: 2 };
  const best = new Map<number, Sighting>();
  for (const one of sightings) {
    const known = best.get(one.skill);
    if (known === undefined || rank[one.kind] < rank[known.kind]) best.set(one.skill, one);
  }
  return best.values();
}
