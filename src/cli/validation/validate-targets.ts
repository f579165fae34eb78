import { readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { makeIsOut, refuseLink } from '../../catalog/pack-disk.ts';
import type { EntryStore } from '../../catalog/read-pack.ts';
import { compareDiagnostics, type Diagnostic, type DiagnosticCode, severityOf } from '../../core/model/diagnostic.ts';
import { compareText } from '../../core/model/text-order.ts';
import { readTextFile } from '../../documents/read-file.ts';
import { fileOf } from '../../report/findings.ts';
import { shownPath } from '../open/compile-packs.ts';
import { openBuiltIn } from '../open/open-catalog.ts';
import type { OpenCatalog, Session } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { type CheckedPack, checkPack } from './check-pack.ts';
import { type CheckedText, checkText } from './check-text.ts';
import type { Target } from './find-targets.ts';
import { applySeverities, isOpinion, type Settings } from './severities.ts';

export interface Validated {
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was looked at, as shown. */
  readonly files: readonly string[];
  /** Every id that is defined in what was looked at, and below it. */
  readonly ids: () => ReadonlySet<string>;
}

/** How the run was asked to look. */
export interface Asked {
  /** The packs of `--pack`. */
  readonly packs: readonly string[];
  /** The severities of the command line. */
  readonly severities: Settings;
  /** Whether what packs set for themselves counts. */
  readonly packSeverities: boolean;
  /** Whether links may lead out of a pack, and a named link out of the working folder. */
  readonly followLinks: boolean;
  /** The last day that it can be anywhere now, as year-month-day. */
  readonly latest: string;
}

/** Checks all targets. A finding is reported once, however many targets bring it about. */
export async function validateTargets(
  session: Session,
  targets: readonly Target[],
  { packs, severities, packSeverities, followLinks, latest }: Asked,
  store: EntryStore,
): Promise<Validated> {
  const { io } = session;
  const show = (path: string): string => shownPath(io, path);
  const below = packs.map((pack) => resolve(io.cwd, pack));
  const checked = new Map<string, CheckedPack>();
  const packAt = (folder: string): CheckedPack => {
    const known = checked.get(folder) ?? checkPack(io, folder, below, store, followLinks);
    checked.set(folder, known);
    return known;
  };
  const findingsOf = (pack: CheckedPack): Diagnostic[] =>
    packSeverities ? applySeverities(pack.diagnostics, pack.severities) : [...pack.diagnostics];
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  const texts: CheckedText[] = [];
  const keep = (text: CheckedText): void => {
    texts.push(text);
    diagnostics.push(...text.diagnostics);
  };
  // Packs with errors are reported below, as what they are; a profile is compared with the built-in data then.
  const openGiven = async (): Promise<OpenCatalog> => {
    const hasErrors = below.some((folder) => packAt(folder).diagnostics.some(isRefused));
    return hasErrors ? openBuiltIn(io.home) : session.openCatalog();
  };
  const lookAtDocument = async (path: string, pack: string | undefined, roots: readonly string[]): Promise<void> => {
    const shown = show(path);
    if (files.has(shown)) return;
    files.add(shown);
    const around = below.length > 0 ? undefined : pack;
    const open = async (): Promise<OpenCatalog> => {
      // With --pack, that is what profiles are meant for; a pack with errors leaves the built-in data to compare with.
      const opened = around === undefined ? undefined : await packAt(around).open();
      return opened ?? openGiven();
    };
    const under = around === undefined ? below : [around];
    const read = !followLinks && roots.some((root) => makeIsOut(root)(path)) ? refuseLink(shown) : readTextFile(path, shown);
    keep(await checkText(read, shown, { io, below: under, open, latest, store, followLinks }, true));
    if (pack === undefined) return;
    const strays = packAt(pack).diagnostics.filter((one) => one.code === 'not-read');
    diagnostics.push(...strays.filter((one) => fileOf(one) === shown));
  };
  for (const target of targets) {
    if (target.kind === 'text') {
      files.add(target.shown);
      const around = { io, below, open: openGiven, latest, store, followLinks };
      keep(await checkText(target.read, target.shown, around, false));
      continue;
    }
    if (target.kind === 'document') {
      const { path, pack } = target;
      await lookAtDocument(path, pack, [rootOf(io, path), ...(pack === undefined ? [] : [pack])]);
      continue;
    }
    const { folder, only } = target;
    const pack = packAt(folder);
    const named = only === undefined ? undefined : namedFiles(pack, only, show);
    for (const file of named ?? pack.files) files.add(file);
    diagnostics.push(
      ...findingsOf(pack).filter(
        (one) => named === undefined || concerns(one, named, show(join(folder, 'pack.yaml')).slice(0, -'pack.yaml'.length)),
      ),
    );
    if (only === undefined) for (const path of examplesOf(folder)) await lookAtDocument(path, folder, [folder]);
  }
  // A command that is given these packs refuses what is wrong in them, whatever else was named.
  for (const folder of below) {
    if (targets.some((target) => target.kind === 'pack' && target.folder === folder && target.only === undefined)) continue;
    diagnostics.push(...findingsOf(packAt(folder)).filter((one) => severityOf(one) === 'error'));
  }
  const all = applySeverities(diagnostics, severities).sort(compareDiagnostics);
  const ids = (): ReadonlySet<string> => new Set([...checked.values(), ...texts].flatMap((one) => [...one.ids()]));
  return { diagnostics: withoutRepeats(all), files: [...files], ids };
}

/** The folder that a named document may not lead out of: the working folder, else the one in which it was named. */
function rootOf(io: Io, path: string): string {
  return path.startsWith(io.cwd.endsWith(sep) ? io.cwd : io.cwd + sep) ? io.cwd : dirname(path);
}

/** Whether every command refuses a pack with such a finding. */
function isRefused(one: Diagnostic): boolean {
  return severityOf(one) === 'error' && !isOpinion(one.code);
}

/** Findings in one file that a change of another one brings about, by the room of the pack that the change is in. */
const brokenFrom: Readonly<Record<string, ReadonlySet<string>>> = {
  skills: new Set<DiagnosticCode>(['unknown-skill', 'empty-family', 'at-least-range', 'learning-cycle', 'implication-cycle']),
  roles: new Set<DiagnosticCode>(['unknown-role']),
};

/**
 * Whether a finding is of the named files: it stands in one of them, speaks of one, or is an error elsewhere that a change of
 * theirs brings about. A renamed skill breaks the roles that ask for it, and nothing is wrong where it is defined.
 */
function concerns(one: Diagnostic, named: ReadonlySet<string>, prefix: string): boolean {
  if (named.has(fileOf(one) ?? '')) return true;
  if (severityOf(one) !== 'error') return false;
  if (one.related?.some(({ place }) => named.has(place.file)) === true) return true;
  return [...named].some((file) => {
    const room = file.slice(file.startsWith(prefix) ? prefix.length : 0).split('/')[0] ?? '';
    // pack.yaml says what lies below the pack, scale.yaml what its levels are: all of it may hang on them.
    return room === 'pack.yaml' || room === 'scale.yaml' || brokenFrom[room]?.has(one.code) === true;
  });
}

/** The pack's files that were named, themselves or by their folder. */
function namedFiles(pack: CheckedPack, only: ReadonlySet<string>, show: (path: string) => string): Set<string> {
  const shown = [...only].map(show);
  return new Set([
    ...shown.filter((name) => !pack.files.some((file) => file.startsWith(`${name}/`))),
    ...pack.files.filter((file) => shown.some((name) => file.startsWith(`${name}/`))),
  ]);
}

/** The profiles that a pack brings as examples. */
function examplesOf(folder: string): string[] {
  try {
    const names = readdirSync(join(folder, 'examples')).filter((name) => /\.ya?ml$/.test(name));
    return names.sort(compareText).map((name) => join(folder, 'examples', name));
  } catch {
    return [];
  }
}

function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const key = JSON.stringify([one.code, one.facts, one.place ?? one.file]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
