import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EntryStore } from '../../catalog/read-pack.ts';
import { compareDiagnostics, type Diagnostic } from '../../core/model/diagnostic.ts';
import { compareText } from '../../core/model/text-order.ts';
import { readTextFile } from '../../documents/read-file.ts';
import { shownPath } from '../open/compile-packs.ts';
import type { OpenCatalog, Session } from '../shell/command.ts';
import { type CheckedPack, checkPack } from './check-pack.ts';
import { checkProfile } from './check-profile.ts';
import { checkText } from './check-text.ts';
import type { Target } from './find-targets.ts';
import { applySeverities, type Settings } from './severities.ts';

export interface Validated {
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was looked at, as shown. */
  readonly files: readonly string[];
}

/** Checks all targets. A finding is reported once, however many targets bring it about. */
export async function validateTargets(
  session: Session,
  targets: readonly Target[],
  packs: readonly string[],
  set: Settings,
  latest: string,
  store: EntryStore,
): Promise<Validated> {
  const { io } = session;
  const below = packs.map((pack) => resolve(io.cwd, pack));
  const checked = new Map<string, CheckedPack>();
  const packAt = (folder: string): CheckedPack => {
    const known = checked.get(folder) ?? checkPack(io, folder, below, store);
    checked.set(folder, known);
    return known;
  };
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  const lookAtProfile = async (path: string, pack: string | undefined): Promise<void> => {
    const shown = shownPath(io, path);
    if (files.has(shown)) return;
    files.add(shown);
    // With --pack, that is what profiles are meant for; a pack with errors leaves the built-in data to compare with.
    const around = pack === undefined || below.length > 0 ? undefined : await packAt(pack).open();
    const opened: OpenCatalog = around ?? (await session.openCatalog());
    const read = readTextFile(path, shown);
    diagnostics.push(...('diagnostic' in read ? [read.diagnostic] : checkProfile(read.text, shown, opened, latest)));
  };
  for (const target of targets) {
    if (target.kind === 'text') {
      files.add(target.shown);
      diagnostics.push(...(await checkText(session, target, below, latest, store)));
      continue;
    }
    if (target.kind === 'profile') {
      await lookAtProfile(target.path, target.pack);
      continue;
    }
    const { folder, only } = target;
    const pack = packAt(folder);
    const named = only === undefined ? undefined : namedFiles(pack, only, (path) => shownPath(io, path));
    for (const file of named ?? pack.files) files.add(file);
    diagnostics.push(...pack.diagnostics.filter((one) => named === undefined || named.has(one.place?.file ?? one.file ?? '')));
    if (only === undefined) for (const path of examplesOf(folder)) await lookAtProfile(path, folder);
  }
  return { diagnostics: withoutRepeats(applySeverities(diagnostics, set).sort(compareDiagnostics)), files: [...files] };
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
