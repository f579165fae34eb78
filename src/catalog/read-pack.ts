import { join } from 'node:path';
import type { InferOutput } from 'valibot';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { FaultyPart } from '../core/model/faulty-part.ts';
import type { CatalogDraft, DraftEntry, NodePath, PackMeta, Place, Role, Skill } from '../core/model/model.ts';
import type { Scale } from '../core/model/scale.ts';
import { AmbiguousScalar } from '../documents/plain-scalar.ts';
import { parseYaml, type SourceDocument } from '../documents/yaml.ts';
import { checkShape, type Shaped, type SuggestWords } from '../schema/check-shape.ts';
import { packSchema } from '../schema/pack-schema.ts';
import { roleSchema } from '../schema/role-schema.ts';
import { scaleSchema } from '../schema/scale-schema.ts';
import { skillSchema } from '../schema/skill-schema.ts';
import { type Origin, placeIn } from './entry-places.ts';
import { partOf, trustworthy } from './faulty-parts.ts';
import { toRole, toSkill } from './normalise-entries.ts';
import { openPackFolder, type PackFiles } from './pack-disk.ts';

/** One pack as its files say it. */
export interface PackDraft {
  readonly meta: PackMeta;
  readonly base: 'built-in' | 'none';
  readonly scale?: Scale;
  readonly severities: Readonly<Record<string, 'off' | 'warning' | 'error'>>;
  readonly skills: readonly DraftEntry<Skill>[];
  readonly roles: readonly DraftEntry<Role>[];
  readonly placeOf: CatalogDraft['placeOf'];
  /** A place in `pack.yaml` itself. */
  readonly placeInMeta: (path: NodePath, part?: 'key' | 'value') => Place | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What the diagnostics are about, so that what follows from them can be told from what does not. */
  readonly faulty: readonly FaultyPart[];
  /** Every file that was read, as shown. */
  readonly files: readonly string[];
}

/** What one file holds, when nothing is wrong with it. */
export interface StoredEntry {
  readonly value: unknown;
  readonly path: NodePath;
}

/** Remembers files without faults by their content, so that an unchanged file need not be parsed again. */
export interface EntryStore {
  readonly find: (kind: 'skills' | 'roles', text: string) => readonly StoredEntry[] | undefined;
  readonly keep: (kind: 'skills' | 'roles', text: string, entries: readonly StoredEntry[]) => void;
}

/** One reading of a pack: what it reads with, and what it gathers on its way. */
interface Reading {
  readonly layer: number;
  readonly show: (path: string) => string;
  readonly suggest: SuggestWords;
  readonly store: EntryStore | undefined;
  readonly disk: PackFiles;
  readonly diagnostics: Diagnostic[];
  readonly faulty: FaultyPart[];
  readonly files: string[];
  readonly origins: WeakMap<DraftEntry<unknown>, Origin>;
}

type EntrySchema = typeof skillSchema | typeof roleSchema;

/** What the files of one folder hold. */
interface EntryKind<S extends EntrySchema, T> {
  readonly kind: 'skills' | 'roles';
  readonly schema: S;
  readonly normalise: (value: InferOutput<S>) => T;
}

/**
 * Reads a pack's folder: `pack.yaml`, `skills/*.yaml`, `roles/*.yaml`, and `scale.yaml` where there is one.
 * Everything that is wrong becomes a diagnostic; what is right is in the draft all the same.
 *
 * @param show turns a path into the one that messages carry
 */
export function readPack(
  folder: string,
  layer: number,
  show: (path: string) => string,
  suggest: SuggestWords,
  store?: EntryStore,
  disk: PackFiles = openPackFolder(folder, false),
): PackDraft {
  const reading: Reading = { layer, show, suggest, store, disk, diagnostics: [], faulty: [], files: [], origins: new WeakMap() };
  const document = openDocument(reading, join(folder, 'pack.yaml'));
  const pack = document && check(reading, packSchema, document, allowOff(document.value), []).value;
  const scaleDocument = disk.list(folder).includes('scale.yaml') ? openDocument(reading, join(folder, 'scale.yaml')) : undefined;
  const scale = scaleDocument && check(reading, scaleSchema, scaleDocument, scaleDocument.value, []).value;
  const skills = readFolder(reading, folder, { kind: 'skills', schema: skillSchema, normalise: toSkill });
  const roles = readFolder(reading, folder, { kind: 'roles', schema: roleSchema, normalise: toRole });
  return {
    meta: {
      name: pack?.name ?? folder,
      version: pack?.version ?? '0',
      ...(pack?.licence === undefined ? {} : { licence: pack.licence }),
      ...(pack?.attribution === undefined ? {} : { attribution: pack.attribution }),
      ...(pack === undefined || pack.first.length === 0 ? {} : { first: pack.first }),
    },
    base: pack?.base ?? 'built-in',
    ...(scale === undefined ? {} : { scale }),
    severities: pack?.severity ?? {},
    skills,
    roles,
    placeOf: (entry, path, part) => placeIn(reading.origins.get(entry), path, part),
    placeInMeta: (path, part) => document?.placeOf(path, part),
    diagnostics: reading.diagnostics,
    faulty: reading.faulty,
    files: reading.files,
  };
}

function readText({ show, files, disk, diagnostics, faulty }: Reading, path: string): string | undefined {
  const file = show(path);
  files.push(file);
  const found = disk.read(path, file);
  if ('text' in found) return found.text;
  diagnostics.push(found.diagnostic);
  faulty.push({ file, from: 1, to: Number.POSITIVE_INFINITY });
  return undefined;
}

function parse({ diagnostics, faulty }: Reading, text: string, file: string): SourceDocument | undefined {
  const document = parseYaml(text, file);
  diagnostics.push(...document.diagnostics);
  const from = document.value === undefined ? 1 : document.brokenFrom;
  if (from !== undefined) faulty.push(partOf(document, from));
  return document.value === undefined ? undefined : document;
}

function openDocument(reading: Reading, path: string): SourceDocument | undefined {
  const text = readText(reading, path);
  return text === undefined ? undefined : parse(reading, text, reading.show(path));
}

function check<S extends Parameters<typeof checkShape>[0]>(
  { suggest, diagnostics }: Reading,
  schema: S,
  document: SourceDocument,
  value: unknown,
  path: NodePath,
): Shaped<InferOutput<S>> {
  const shaped = checkShape(schema, value, path, document, suggest);
  diagnostics.push(...trustworthy(shaped.diagnostics, document));
  return shaped;
}

function readFolder<S extends EntrySchema, T>(reading: Reading, pack: string, kind: EntryKind<S, T>): DraftEntry<T>[] {
  const folder = join(pack, kind.kind);
  return reading.disk.list(folder).flatMap((name) => {
    const path = join(folder, name);
    const text = readText(reading, path);
    if (text === undefined) return [];
    return storedEntries<T>(reading, path, text, kind.kind) ?? parsedEntries(reading, path, text, kind);
  });
}

/** The entries of a file whose very text the store holds. */
function storedEntries<T>(reading: Reading, path: string, text: string, kind: 'skills' | 'roles'): DraftEntry<T>[] | undefined {
  const file = reading.show(path);
  let parsed: SourceDocument | undefined;
  const document = (): SourceDocument => {
    parsed ??= parseYaml(text, file);
    return parsed;
  };
  return reading.store?.find(kind, text)?.map((one) => {
    const origin = { document, sourcePath: (inner: NodePath) => [...one.path, ...inner] };
    return makeEntry(reading, one.value as T, file, one.path, origin);
  });
}

/** The entries of a file that are as they should be; a file without faults is kept in the store. */
function parsedEntries<S extends EntrySchema, T>(
  reading: Reading,
  path: string,
  text: string,
  { kind, schema, normalise }: EntryKind<S, T>,
): DraftEntry<T>[] {
  const faultsBefore = reading.diagnostics.length;
  const file = reading.show(path);
  const document = parse(reading, text, file);
  if (document === undefined) return [];
  // One role a file is the rule; an imported taxonomy keeps thousands of them as lists.
  const isList = kind === 'skills' || Array.isArray(document.value);
  const items: readonly [unknown, NodePath][] = isList ? listItems(reading, document, kind) : [[document.value, []]];
  const entries = items.flatMap(([item, at], i) => {
    // Behind a fault of syntax nobody knows what an entry would say.
    if (document.brokenFrom !== undefined && document.placeOf(at).line >= document.brokenFrom) return [];
    const { value, sourcePath, touched, diagnostics } = check(reading, schema, document, item, at);
    if (diagnostics.length > 0) {
      const next = items[i + 1];
      const to = next === undefined ? undefined : document.placeOf(next[1]).line - 1;
      const whole = value === undefined ? {} : { id: value.id, keys: touched };
      reading.faulty.push(partOf(document, document.placeOf(at).line, to, whole));
    }
    return value === undefined ? [] : [makeEntry(reading, normalise(value), file, at, { document: () => document, sourcePath })];
  });
  if (reading.diagnostics.length === faultsBefore)
    reading.store?.keep(
      kind,
      text,
      entries.map(({ value, path: at }) => ({ value, path: at })),
    );
  return entries;
}

function makeEntry<T>({ layer, origins }: Reading, value: T, file: string, path: NodePath, origin: Origin): DraftEntry<T> {
  const entry: DraftEntry<T> = { value, file, path, layer };
  origins.set(entry, origin);
  return entry;
}

function listItems({ diagnostics }: Reading, document: SourceDocument, kind: string): [unknown, NodePath][] {
  if (Array.isArray(document.value)) return document.value.map((value, i) => [value, [i]]);
  if (document.value === null) return [];
  const facts = { expected: `a list of ${kind}`, found: document.value instanceof Map ? 'a map' : 'text' };
  diagnostics.push({ code: 'wrong-type', facts, place: document.placeOf([]) });
  return [];
}

/** `unused-skill: off` means the word, whatever older readers make of it: here it needs no quotes. */
function allowOff(value: unknown): unknown {
  const severity: unknown = value instanceof Map ? value.get('severity') : undefined;
  if (!(value instanceof Map) || !(severity instanceof Map)) return value;
  const read = [...severity].map(([code, set]) => [code, set instanceof AmbiguousScalar && set.text === 'off' ? 'off' : set]);
  return new Map(value).set('severity', new Map(read as [unknown, unknown][]));
}
