import type { ContentSignal, Ecosystem, SkillSignals } from '../../core/model/model.ts';
import { matchesWildcard } from '../../core/text/wildcard.ts';
import { indexNamePatterns, type PathLookup } from './name-patterns.ts';

/** A skill's number in the catalog, and what shows it. */
export interface OwnSignals {
  readonly skill: number;
  readonly signals: SkillSignals;
}

export type SightingKind = 'file' | 'dependency' | 'content';

/** One thing in one file that shows one skill. */
export interface Sighting {
  readonly skill: number;
  readonly kind: SightingKind;
  /** The pattern, the dependency or the text that was found. */
  readonly what: string;
}

/** A text to look for, without its `^`. */
interface Marker {
  readonly skill: number;
  readonly text: string;
  readonly startsLine: boolean;
}

/** All skills' signals, ready to be asked about one file after another. */
export interface SignalIndex {
  readonly byName: PathLookup<Sighting>;
  readonly markersFor: PathLookup<readonly Marker[]>;
  readonly ecosystems: ReadonlySet<Ecosystem>;
  readonly byDependency: (ecosystem: Ecosystem, name: string) => readonly Sighting[];
}

interface DependencyOwners {
  readonly exact: Map<string, number[]>;
  readonly wild: { readonly pattern: string; readonly skill: number }[];
}

export function indexSignals(all: readonly OwnSignals[]): SignalIndex {
  const names = all.flatMap(({ skill, signals }) =>
    signals.files.map((what): [string, Sighting] => [what, { skill, kind: 'file', what }]),
  );
  const markers = all.flatMap(({ skill, signals }) =>
    signals.content.flatMap((signal) => {
      const made = makeMarkers(skill, signal);
      return signal.in.map((pattern): [string, readonly Marker[]] => [pattern, made]);
    }),
  );
  const owners = new Map<Ecosystem, DependencyOwners>();
  for (const { skill, signals } of all) {
    for (const [ecosystem, patterns] of Object.entries(signals.dependencies) as [Ecosystem, readonly string[] | undefined][]) {
      const own: DependencyOwners = owners.get(ecosystem) ?? { exact: new Map(), wild: [] };
      owners.set(ecosystem, own);
      for (const pattern of patterns ?? []) {
        if (pattern.includes('*')) own.wild.push({ pattern, skill });
        else own.exact.set(pattern, [...(own.exact.get(pattern) ?? []), skill]);
      }
    }
  }
  return {
    byName: indexNamePatterns(names),
    markersFor: indexNamePatterns(markers),
    ecosystems: new Set(owners.keys()),
    byDependency(ecosystem, name) {
      const own = owners.get(ecosystem);
      if (own === undefined) return [];
      const wild = own.wild.filter(({ pattern }) => matchesWildcard(pattern, name)).map(({ skill }) => skill);
      return [...(own.exact.get(name) ?? []), ...wild].map((skill) => ({ skill, kind: 'dependency', what: name }));
    },
  };
}

function makeMarkers(skill: number, { has }: ContentSignal): Marker[] {
  return has.map((written) => {
    const startsLine = written.startsWith('^');
    return { skill, text: startsLine ? written.slice(1) : written, startsLine };
  });
}

/** Which of the texts stand in a file's content. A text that ends in a letter or digit does not go on as a longer word. */
export function findMarkers(content: string, markers: readonly Marker[]): Sighting[] {
  return markers
    .filter((marker) => marker.text !== '' && stands(content, marker))
    .map(({ skill, text }) => ({ skill, kind: 'content', what: text }));
}

function stands(content: string, { text, startsLine }: Marker): boolean {
  for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + text.length)) {
    if (startsLine && !beginsLine(content, at)) continue;
    if (!startsLine && continuesWord(content, at - 1, at)) continue;
    if (continuesWord(content, at + text.length - 1, at + text.length)) continue;
    return true;
  }
  return false;
}

/** Only white space stands before `at` on its line; more of it than any file is indented by is not looked at. */
function beginsLine(content: string, at: number): boolean {
  const before = content.slice(Math.max(0, at - 100), at);
  return /(?:^|[\n\r])[ \t]*$/.test(before.slice(Math.max(before.lastIndexOf('\n'), 0)));
}

/** Whether a word goes on from one character to the next; an underscore at the end of a text asks for what follows. */
function continuesWord(content: string, left: number, right: number): boolean {
  return /[A-Za-z0-9]/.test(content[left] ?? '') && /\w/.test(content[right] ?? '');
}
