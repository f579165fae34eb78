import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InferOutput } from 'valibot';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CatalogDraft, DraftEntry, NodePath, PackMeta, Place, Role, Skill } from '../core/model/model.ts';
import type { Scale } from '../core/model/scale.ts';
import { AmbiguousScalar } from '../documents/plain-scalar.ts';
import { type ReadText, readTextFile } from '../documents/read-file.ts';
import { parseYaml, type SourceDocument } from '../documents/yaml.ts';
import { checkShape, type SuggestWords } from '../schema/check-shape.ts';
import { packSchema } from '../schema/pack-schema.ts';
import { roleSchema } from '../schema/role-schema.ts';
import { scaleSchema } from '../schema/scale-schema.ts';
import { skillSchema } from '../schema/skill-schema.ts';
import { toRole, toSkill } from './normalise-entries.ts';

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

/** Where the files of a pack come from. */
export interface PackFiles {
  /** The names of a folder's YAML files, in order; none when there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  readonly read: (path: string, shown: string) => ReadText;
}

const filesOnDisk: PackFiles = { list: listYaml, read: (path, shown) => readTextFile(path, shown) };

interface Origin {
  /** Parsed again where the entries came from the store: only a finding asks for its place. */
  readonly document: () => SourceDocument;
  readonly sourcePath: (path: NodePath) => NodePath;
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
  { list, read }: PackFiles = filesOnDisk,
): PackDraft {
  const diagnostics: Diagnostic[] = [];
  const origins = new WeakMap<DraftEntry<unknown>, Origin>();
  const files: string[] = [];
  const skills: DraftEntry<Skill>[] = [];
  const roles: DraftEntry<Role>[] = [];

  const readText = (path: string): string | undefined => {
    const file = show(path);
    files.push(file);
    const found = read(path, file);
    if ('text' in found) return found.text;
    diagnostics.push(found.diagnostic);
    return undefined;
  };
  const parse = (text: string, file: string): SourceDocument | undefined => {
    const document = parseYaml(text, file);
    diagnostics.push(...document.diagnostics);
    return document.value === undefined ? undefined : document;
  };
  const open = (path: string): SourceDocument | undefined => {
    const text = readText(path);
    return text === undefined ? undefined : parse(text, show(path));
  };
  const check = <S extends Parameters<typeof checkShape>[0]>(
    schema: S,
    document: SourceDocument,
    value: unknown,
    path: NodePath,
  ): { value: InferOutput<S> | undefined; sourcePath: (path: NodePath) => NodePath } => {
    const shaped = checkShape(schema, value, path, document, suggest);
    diagnostics.push(...shaped.diagnostics);
    return shaped;
  };

  /** The entries of one file: from the store when it holds that very text, else parsed and checked. */
  const readEntries = <S extends typeof skillSchema | typeof roleSchema, T>(
    path: string,
    kind: 'skills' | 'roles',
    entries: DraftEntry<T>[],
    schema: S,
    normalise: (value: InferOutput<S>) => T,
  ): void => {
    const text = readText(path);
    if (text === undefined) return;
    const file = show(path);
    const enter = (value: T, at: NodePath, origin: Origin): void => {
      const entry: DraftEntry<T> = { value, file, path: at, layer };
      origins.set(entry, origin);
      entries.push(entry);
    };
    const stored = store?.find(kind, text);
    if (stored !== undefined) {
      let parsed: SourceDocument | undefined;
      const document = (): SourceDocument => {
        parsed ??= parseYaml(text, file);
        return parsed;
      };
      for (const one of stored) enter(one.value as T, one.path, { document, sourcePath: (inner) => [...one.path, ...inner] });
      return;
    }
    const faultsBefore = diagnostics.length;
    const first = entries.length;
    const document = parse(text, file);
    if (document === undefined) return;
    // One role a file is the rule; an imported taxonomy keeps thousands of them as lists.
    const isList = kind === 'skills' || Array.isArray(document.value);
    for (const [value, at] of isList ? listItems(document, kind) : ([[document.value, []]] as const)) {
      const shaped = check(schema, document, value, at);
      if (shaped.value !== undefined) {
        enter(normalise(shaped.value as InferOutput<S>), at, { document: () => document, sourcePath: shaped.sourcePath });
      }
    }
    if (diagnostics.length === faultsBefore) {
      store?.keep(
        kind,
        text,
        entries.slice(first).map(({ value, path: at }) => ({ value, path: at })),
      );
    }
  };

  const packDocument = open(join(folder, 'pack.yaml'));
  const pack = packDocument && check(packSchema, packDocument, allowOff(packDocument.value), []).value;
  const scalePath = join(folder, 'scale.yaml');
  const hasScale = list(folder).includes('scale.yaml');
  const scaleDocument = hasScale ? open(scalePath) : undefined;
  const scale = scaleDocument && check(scaleSchema, scaleDocument, scaleDocument.value, []).value;

  for (const name of list(join(folder, 'skills')))
    readEntries(join(folder, 'skills', name), 'skills', skills, skillSchema, toSkill);
  for (const name of list(join(folder, 'roles'))) readEntries(join(folder, 'roles', name), 'roles', roles, roleSchema, toRole);

  function listItems(document: SourceDocument, kind: string): [unknown, NodePath][] {
    if (Array.isArray(document.value)) return document.value.map((value, i) => [value, [i]]);
    if (document.value === null) return [];
    const facts = { expected: `a list of ${kind}`, found: document.value instanceof Map ? 'a map' : 'text' };
    diagnostics.push({ code: 'wrong-type', facts, place: document.placeOf([]) });
    return [];
  }

  return {
    meta: {
      name: pack?.name ?? folder,
      version: pack?.version ?? '0',
      ...(pack?.licence === undefined ? {} : { licence: pack.licence }),
      ...(pack?.attribution === undefined ? {} : { attribution: pack.attribution }),
    },
    base: pack?.base ?? 'built-in',
    ...(scale === undefined ? {} : { scale }),
    severities: pack?.severity ?? {},
    skills,
    roles,
    placeOf: (entry, path, part) => placeIn(origins.get(entry), path, part),
    placeInMeta: (path, part) => packDocument?.placeOf(path, part),
    diagnostics,
    files,
  };
}

/** `unused-skill: off` means the word, whatever older readers make of it: here it needs no quotes. */
function allowOff(value: unknown): unknown {
  const severity: unknown = value instanceof Map ? value.get('severity') : undefined;
  if (!(value instanceof Map) || !(severity instanceof Map)) return value;
  const read = [...severity].map(([code, set]) => [code, set instanceof AmbiguousScalar && set.text === 'off' ? 'off' : set]);
  return new Map(value).set('severity', new Map(read as [unknown, unknown][]));
}

/** The places of a model path. A requirement of one skill stands in the model as a group of one, which its file has not. */
function placeIn(origin: Origin | undefined, path: NodePath, part: 'key' | 'value' | undefined): Place | undefined {
  if (origin === undefined) return undefined;
  const document = origin.document();
  let source = origin.sourcePath(path);
  const at = source.lastIndexOf('anyOf');
  if (at >= 0 && !document.has(source.slice(0, at + 1))) source = [...source.slice(0, at), ...source.slice(at + 2)];
  // The members of a family stand in no file; the family does.
  else if (at >= 0 && document.has([...source.slice(0, at + 1), 'family'])) source = source.slice(0, at + 1);
  return document.placeOf(source, part);
}

function listYaml(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'));
    return names.sort((a, b) => (a < b ? -1 : 1));
  } catch {
    // A pack without skills/ or without roles/ is a pack.
    return [];
  }
}
