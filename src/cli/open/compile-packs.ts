import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { entriesOf } from '../../catalog/catalog-entries.ts';
import { compileCatalog } from '../../catalog/compile-catalog.ts';
import type { OpenedCatalog } from '../../catalog/compiled-form.ts';
import { layerPacks } from '../../catalog/layer-packs.ts';
import { openPackFolder } from '../../catalog/pack-disk.ts';
import { type PackDraft, readPack } from '../../catalog/read-pack.ts';
import { runErrorChecks } from '../../checks/run-checks.ts';
import { compareDiagnostics, type Diagnostic, severityOf } from '../../core/model/diagnostic.ts';
import { describeReadError } from '../../documents/read-file.ts';
import { suggestWords } from '../../search/suggest.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { findCauses, hasId } from './pack-findings.ts';

/** Reads, checks and compiles packs, later ones over earlier ones. Throws a `Failure` with every error that stands in them. */
export async function compilePacks(
  io: Io,
  packs: readonly string[],
  { catalog }: Pick<OpenedCatalog, 'catalog'>,
  followLinks = false,
): Promise<Buffer> {
  const drafts = readPacks(io, packs, followLinks);
  const draft = layerPacks(drafts);
  const found: Diagnostic[] = [...drafts.flatMap((pack) => pack.diagnostics), ...runErrorChecks(draft)];
  const errors = findCauses(drafts, found, (id) => hasId(catalog, id)).filter((diagnostic) => severityOf(diagnostic) === 'error');
  if (errors.length > 0) throw new Failure(exitCodes.input, errors.sort(compareDiagnostics));
  return compileCatalog(entriesOf(draft, drafts.findLast((pack) => pack.scale !== undefined)?.scale ?? catalog.scale));
}

/** The drafts of the packs, lowest layer first; the built-in data comes first where a pack is based on it. */
function readPacks(io: Io, packs: readonly string[], followLinks: boolean): PackDraft[] {
  const show = (path: string): string => shownPath(io, path);
  const folders = packs.map((pack) => packFolder(io, pack));
  const read = (folder: string, layer: number): PackDraft =>
    readPack(folder, layer, show, suggestWords, undefined, openPackFolder(folder, followLinks));
  const first = read(folders[0] as string, 0);
  if (first.base === 'none') return [first, ...folders.slice(1).map((folder, i) => read(folder, i + 1))];
  const builtIn = read(join(io.home, 'data'), 0);
  return [builtIn, ...folders.map((folder, i) => read(folder, i + 1))];
}

function packFolder(io: Io, pack: string): string {
  const folder = resolve(io.cwd, pack);
  try {
    if (statSync(join(folder, 'pack.yaml'), { throwIfNoEntry: false }) !== undefined) return folder;
  } catch (error) {
    throw new Failure(exitCodes.input, [describeReadError(error, pack)]);
  }
  throw new Failure(exitCodes.input, [{ code: 'not-a-pack', facts: { path: pack } }]);
}

/** A path relative to the working folder where it lies below it, with forward slashes everywhere. */
export function shownPath(io: Io, path: string): string {
  const near = relative(io.cwd, path);
  const shown = near === '' || near.startsWith('..') ? path : near;
  return shown.replaceAll('\\', '/');
}
