import { join } from 'node:path';
import { type EntryStore, type PackDraft, type PackFiles, readPack } from '../../catalog/read-pack.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { parseYaml } from '../../documents/yaml.ts';
import { suggestWords } from '../../search/suggest.ts';
import { shownPath } from '../open/compile-packs.ts';
import type { Session } from '../shell/command.ts';
import { checkTop } from './check-pack.ts';
import { checkProfile } from './check-profile.ts';
import type { Target } from './find-targets.ts';

/**
 * All findings of a text that is in no file: a role, a list of roles or of skills, a pack.yaml or a profile, as its keys say. It is checked
 * over the given packs, else over the built-in data.
 */
export async function checkText(
  session: Session,
  { read, shown }: Extract<Target, { kind: 'text' }>,
  below: readonly string[],
  latest: string,
  store: EntryStore,
): Promise<readonly Diagnostic[]> {
  if ('diagnostic' in read) return [read.diagnostic];
  const room = roomOf(parseYaml(read.text, shown).value);
  if (room === 'profile') return checkProfile(read.text, shown, await session.openCatalog(), latest);
  const { io } = session;
  const readLayer = (folder: string, layer: number): PackDraft =>
    readPack(folder, layer, (path) => shownPath(io, path), suggestWords, store);
  const first = below[0] === undefined ? undefined : readLayer(below[0], 0);
  const folders = first?.base === 'none' ? below : [join(io.home, 'data'), ...below];
  const under = folders.map(readLayer);
  // A pack of this text alone, in which nothing else can be wrong.
  const files: PackFiles = {
    list: (folder) => (folder === room ? [shown] : []),
    read: (path) => (path === 'pack.yaml' && room !== 'pack.yaml' ? { text: 'name: text\n', hasMark: false } : read),
  };
  const top = readPack('', under.length, () => shown, suggestWords, undefined, files);
  // No file, so none with the wrong name.
  return checkTop(under, top).diagnostics.filter((one) => one.code !== 'id-file-mismatch');
}

const roleKeys = ['title', 'altTitles', 'summary', 'seniority', 'requirements', 'responsibilities', 'sources', 'leadsTo'];
const packKeys = ['base', 'version', 'licence', 'attribution', 'severity'];

/** Where in a pack a document would be. What is none of its parts is a profile. */
function roomOf(value: unknown): 'roles' | 'skills' | 'pack.yaml' | 'profile' {
  const has = (one: unknown, keys: readonly string[]): boolean => one instanceof Map && keys.some((key) => one.has(key));
  if (Array.isArray(value)) return value.some((one) => has(one, roleKeys)) ? 'roles' : 'skills';
  if (has(value, roleKeys)) return 'roles';
  return has(value, packKeys) ? 'pack.yaml' : 'profile';
}
