import { join } from 'node:path';
import { kindKeys, kindOf } from '../../catalog/document-kind.ts';
import { layerPacks } from '../../catalog/layer-packs.ts';
import { openPackFolder, type PackFiles } from '../../catalog/pack-disk.ts';
import { type EntryStore, type PackDraft, readPack } from '../../catalog/read-pack.ts';
import { runErrorChecks } from '../../checks/run-checks.ts';
import { type Diagnostic, severityOf } from '../../core/model/diagnostic.ts';
import type { ReadText } from '../../documents/read-file.ts';
import { parseYaml } from '../../documents/yaml.ts';
import { suggestWords } from '../../search/suggest.ts';
import { shownPath } from '../open/compile-packs.ts';
import type { OpenCatalog } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { type CheckedPack, checkTop } from './check-pack.ts';
import { checkProfile } from './check-profile.ts';

/** What a document that is in no room of a pack is checked with. */
export interface Surroundings {
  readonly io: Io;
  /** The packs that it is laid over, lowest first; the built-in data comes below them unless the lowest stands alone. */
  readonly below: readonly string[];
  /** What a profile is compared with. */
  readonly open: () => Promise<OpenCatalog>;
  /** The last day that it can be anywhere now, as year-month-day. */
  readonly latest: string;
  readonly store: EntryStore;
  readonly followLinks: boolean;
}

export type CheckedText = Pick<CheckedPack, 'diagnostics' | 'ids'>;

/**
 * All findings of a document, wherever it lies: a role, a list of roles or of skills, a pack.yaml or a profile, as its keys say.
 * It is checked over the given packs, else over the built-in data.
 *
 * @param isFile an entry in a file of its own is called as the file is
 */
export async function checkText(
  read: ReadText,
  shown: string,
  { io, below, open, latest, store, followLinks }: Surroundings,
  isFile: boolean,
): Promise<CheckedText> {
  if ('diagnostic' in read) return found([read.diagnostic]);
  const document = parseYaml(read.text, shown);
  if (document.value === undefined) return found(document.diagnostics);
  const kind = kindOf(document.value);
  if (kind === undefined || kind === 'people') {
    // Where the syntax is wrong, that is why nobody knows what it is.
    const unknown: Diagnostic = { code: 'unknown-document', ...unknownFacts(document.value, kind), place: document.placeOf([]) };
    return found(document.diagnostics.length > 0 ? document.diagnostics : [unknown]);
  }
  if (kind === 'profile') return found(checkProfile(read.text, shown, await open(), latest));
  const readLayer = (folder: string, layer: number): PackDraft =>
    readPack(folder, layer, (path) => shownPath(io, path), suggestWords, store, openPackFolder(folder, followLinks));
  const first = below[0] === undefined ? undefined : readLayer(below[0], 0);
  const folders = first?.base === 'none' ? below : [join(io.home, 'data'), ...below];
  const under = folders.map(readLayer);
  // A pack of this text alone, in which nothing else can be wrong.
  const isEntry = kind === 'roles' || kind === 'skills';
  const files: PackFiles = {
    list: (folder) => (folder === kind ? [shown] : folder === '' && kind === 'scale.yaml' ? [kind] : []),
    read: (path) => (path === 'pack.yaml' && kind !== 'pack.yaml' ? { text: 'name: text\n', hasMark: false } : read),
  };
  const top = readPack('', under.length, () => shown, suggestWords, undefined, files);
  const { diagnostics, ids } = checkTop(io, under, top);
  const own = diagnostics.filter((one) => isFile || !isEntry || one.code !== 'id-file-mismatch');
  return { diagnostics: withoutOthers(own, shown, under), ids };
}

function found(diagnostics: readonly Diagnostic[]): CheckedText {
  return { diagnostics, ids: () => new Set() };
}

/** The findings of the document, and the errors that it brings about below it: what is wrong there without it is not its own. */
function withoutOthers(found: readonly Diagnostic[], shown: string, under: readonly PackDraft[]): readonly Diagnostic[] {
  const isOwn = (one: Diagnostic): boolean => (one.place?.file ?? one.file ?? shown) === shown;
  if (found.every(isOwn)) return found;
  const before = new Set(runErrorChecks(layerPacks(under)).map(keyOf));
  return found.filter((one) => isOwn(one) || (severityOf(one) === 'error' && !before.has(keyOf(one))));
}

function keyOf({ code, facts, place }: Diagnostic): string {
  return JSON.stringify([code, facts, place]);
}

function unknownFacts(
  value: unknown,
  kind: 'people' | undefined,
): Pick<Extract<Diagnostic, { code: 'unknown-document' }>, 'facts' | 'suggestions'> {
  if (kind === 'people') return { facts: { keys: [], found: 'a list of people, which careerpath compare reads' } };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const keys = items.flatMap((one) => (one instanceof Map ? [...one.keys()].map(String) : [])).slice(0, 20);
  const suggestions = keys.flatMap((key) => suggestWords(key, kindKeys).slice(0, 1)).slice(0, 3);
  const shownKeys = keys.slice(0, 3).map((key) => `"${key.slice(0, 40)}"`);
  const found = keys.length > 0 ? `the keys ${shownKeys.join(', ')}` : value === null ? 'nothing' : 'no keys at all';
  return { facts: { keys, found }, suggestions };
}
