import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from '../../catalog/catalog-entries.ts';
import { compileCatalog } from '../../catalog/compile-catalog.ts';
import { type OpenedCatalog, openCompiled } from '../../catalog/compiled-form.ts';
import { findStrays } from '../../catalog/find-strays.ts';
import { layerPacks } from '../../catalog/layer-packs.ts';
import { openPackFolder } from '../../catalog/pack-disk.ts';
import { type EntryStore, type PackDraft, readPack } from '../../catalog/read-pack.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { type Diagnostic, severityOf } from '../../core/model/diagnostic.ts';
import { suggestWords } from '../../search/suggest.ts';
import { shownPath } from '../open/compile-packs.ts';
import { openBuiltIn } from '../open/open-catalog.ts';
import { findCauses, hasId } from '../open/pack-findings.ts';
import type { Io } from '../shell/io.ts';
import { checkSettings, isOpinion, quieting, type Settings } from './severities.ts';

export interface CheckedPack {
  /** Before any severity was set. */
  readonly diagnostics: readonly Diagnostic[];
  /** What its `pack.yaml` sets, as far as a pack may. */
  readonly severities: Settings;
  /** The pack's own files, as shown. */
  readonly files: readonly string[];
  /** Every id of the pack and of what lies under it. */
  readonly ids: () => ReadonlySet<string>;
  /** What profiles are checked against; nothing while the pack has errors. */
  readonly open: () => Promise<OpenedCatalog | undefined>;
}

/**
 * All findings of one pack. It is checked together with what lies under it, and only its own faults are reported; an error
 * that it brings about in a lower layer counts as its own.
 */
export function checkPack(
  io: Io,
  folder: string,
  below: readonly string[],
  store: EntryStore,
  followLinks: boolean,
): CheckedPack {
  const show = (path: string): string => shownPath(io, path);
  const read = (path: string, layer: number): PackDraft =>
    readPack(path, layer, show, suggestWords, store, openPackFolder(path, followLinks));
  const under: PackDraft[] = [];
  const own = read(folder, 0);
  const builtIn = join(io.home, 'data');
  if (own.base === 'built-in' && !isSame(folder, builtIn)) under.push(read(builtIn, 0));
  for (const path of below) if (!isSame(path, folder)) under.push(read(path, under.length));
  const strays = findStrays(folder, show, suggestWords, followLinks);
  return checkTop(io, under, under.length === 0 ? own : read(folder, under.length), strays);
}

/**
 * All findings of the top layer over what lies under it.
 *
 * @param beside what was found in its folder beside what is read of it
 */
export function checkTop(io: Io, under: readonly PackDraft[], top: PackDraft, beside: readonly Diagnostic[] = []): CheckedPack {
  const layers = [...under, top];
  const draft = layerPacks(layers);
  const ownFiles = new Set(top.files);
  const graph = runChecks(draft).filter((one) => {
    const file = one.place?.file ?? one.file;
    return file === undefined || ownFiles.has(file) || severityOf(one) === 'error';
  });
  const isBuiltIn = (id: string): boolean => hasId(openBuiltIn(io.home).catalog, id);
  const found = [...findCauses(layers, [...top.diagnostics, ...graph], isBuiltIn), ...beside];
  return {
    diagnostics: [...found, ...checkSettings(top, found)],
    severities: quieting(top.severities),
    files: top.files,
    ids: () => new Set([...draft.skills, ...draft.roles].map(({ value }) => value.id)),
    async open() {
      const scale = layers.findLast((pack) => pack.scale !== undefined)?.scale;
      if (scale === undefined || found.some((one) => severityOf(one) === 'error' && !isOpinion(one.code))) return undefined;
      return openCompiled(await compileCatalog(entriesOf(draft, scale)));
    },
  };
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
