import { join } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { type DependencyReader, UnreadableManifest } from './dependency-reader.ts';
import { dependencyReaders } from './dependency-readers.ts';
import { indexNamePatterns } from './name-patterns.ts';
import { readSource } from './read-source.ts';
import {
  findMarkers,
  indexSignals,
  type OwnSignals,
  type Sighting,
  type SightingKind,
  type SignalIndex,
} from './signal-index.ts';
import { walkTree } from './walk-tree.ts';

/** One file that shows a skill, and what in it does. */
export interface SeenPlace {
  /** Relative to the tree, with slashes. */
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
  /** How many files the tree has, ignored ones left out. */
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A place more would not be read. */
const maxPlaces = 5;

/** More warnings than this are counted, not listed. */
const maxWarningsShown = 5;

/** Files between two calls of `onProgress`. */
const progressStep = 500;

/**
 * Looks through a source tree for the signals of skills. One file after another is read and forgotten, so memory grows with the
 * number of skills and with the largest folder, not with the number of files. What cannot be read is reported and left out.
 *
 * @param shown the tree's name in messages
 * @param onProgress called now and then with the number of files so far
 */
export async function scanTree(
  root: string,
  shown: string,
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
  let refused = 0;
  let files = 0;
  const refuse = (path: string, reason: string): void => {
    if (++refused <= maxWarningsShown) warnings.push({ code: 'not-scanned', facts: { reason }, file: join(shown, path) });
  };
  for (const found of walkTree(root)) {
    if (found.kind === 'refused') {
      refuse(found.path, found.reason);
      continue;
    }
    const { path } = found;
    if (++files % progressStep === 0) await onProgress(files);
    const sightings = lookAt(root, path, index, readersFor(path), (reason) => refuse(path, reason));
    for (const { skill, kind, what } of firstOfEach(sightings)) {
      const evidence = seen.get(skill) ?? { files: 0, places: [] };
      seen.set(skill, evidence);
      evidence.files++;
      if (evidence.places.length < maxPlaces) evidence.places.push({ path, kind, what });
    }
  }
  const more = refused - warnings.length;
  return {
    evidence: [...seen].map(([skill, evidence]) => ({ skill, ...evidence })).sort((a, b) => a.skill - b.skill),
    files,
    diagnostics: more > 0 ? [...warnings, { code: 'more-not-scanned', facts: { count: more }, file: shown }] : warnings,
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
