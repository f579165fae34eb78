import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from '../../catalog/catalog-entries.ts';
import { compileCatalog } from '../../catalog/compile-catalog.ts';
import { type OpenedCatalog, openCompiled } from '../../catalog/compiled-form.ts';
import { layerPacks } from '../../catalog/layer-packs.ts';
import { type EntryStore, type PackDraft, readPack } from '../../catalog/read-pack.ts';
import { rules } from '../../checks/registry.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { type Diagnostic, severityOf } from '../../core/model/diagnostic.ts';
import { suggestWords } from '../../search/suggest.ts';
import { shownPath } from '../open/compile-packs.ts';
import type { Io } from '../shell/io.ts';
import { applySeverities, isRule } from './severities.ts';

export interface CheckedPack {
  readonly diagnostics: readonly Diagnostic[];
  /** The pack's own files, as shown. */
  readonly files: readonly string[];
  /** What profiles are checked against; nothing while the pack has errors. */
  readonly open: () => Promise<OpenedCatalog | undefined>;
}

/**
 * All findings of one pack. It is checked together with what lies under it, and only its own faults are reported; an error
 * that it brings about in a lower layer counts as its own.
 */
export function checkPack(io: Io, folder: string, below: readonly string[], store: EntryStore): CheckedPack {
  const show = (path: string): string => shownPath(io, path);
  const read = (path: string, layer: number): PackDraft => readPack(path, layer, show, suggestWords, store);
  const under: PackDraft[] = [];
  const own = read(folder, 0);
  const builtIn = join(io.home, 'data');
  if (own.base === 'built-in' && !isSame(folder, builtIn)) under.push(read(builtIn, 0));
  for (const path of below) if (!isSame(path, folder)) under.push(read(path, under.length));
  return checkTop(under, under.length === 0 ? own : read(folder, under.length));
}

/** All findings of the top layer over what lies under it. */
export function checkTop(under: readonly PackDraft[], top: PackDraft): CheckedPack {
  const layers = [...under, top];
  const draft = layerPacks(layers);
  const ownFiles = new Set(top.files);
  const graph = runChecks(draft).filter((one) => {
    const file = one.place?.file ?? one.file;
    return file === undefined || ownFiles.has(file) || severityOf(one) === 'error';
  });
  const found = [...top.diagnostics, ...checkSettings(top), ...graph];
  return {
    diagnostics: applySeverities(found, top.severities),
    files: top.files,
    async open() {
      const scale = layers.findLast((pack) => pack.scale !== undefined)?.scale;
      if (scale === undefined || found.some((one) => severityOf(one) === 'error')) return undefined;
      return openCompiled(await compileCatalog(entriesOf(draft, scale)));
    },
  };
}

/** `severity:` of pack.yaml names rules that exist. */
function checkSettings(pack: PackDraft): Diagnostic[] {
  const codes = rules.map((rule) => rule.code);
  return Object.keys(pack.severities)
    .filter((code) => !isRule(code))
    .map((code) => {
      const place = pack.placeInMeta(['severity', code], 'key');
      const where = place === undefined ? {} : { place };
      return { code: 'unknown-rule', facts: { code }, ...where, suggestions: suggestWords(code, codes) } as const;
    });
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
