import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InferOutput } from 'valibot';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { CatalogDraft, DraftEntry, NodePath, PackMeta, Place, Role, Skill } from '../core/model.ts';
import type { Scale } from '../core/scale.ts';
import { readTextFile } from '../documents/read-file.ts';
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
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, as shown. */
  readonly files: readonly string[];
}

interface Origin {
  readonly document: SourceDocument;
  readonly sourcePath: (path: NodePath) => NodePath;
}

/**
 * Reads a pack's folder: `pack.yaml`, `skills/*.yaml`, `roles/*.yaml`, and `scale.yaml` where there is one.
 * Everything that is wrong becomes a diagnostic; what is right is in the draft all the same.
 *
 * @param show turns a path into the one that messages carry
 */
export function readPack(folder: string, layer: number, show: (path: string) => string, suggest: SuggestWords): PackDraft {
  const diagnostics: Diagnostic[] = [];
  const origins = new WeakMap<DraftEntry<unknown>, Origin>();
  const files: string[] = [];
  const skills: DraftEntry<Skill>[] = [];
  const roles: DraftEntry<Role>[] = [];

  const open = (path: string): SourceDocument | undefined => {
    const file = show(path);
    files.push(file);
    const read = readTextFile(path, file);
    if ('diagnostic' in read) {
      diagnostics.push(read.diagnostic);
      return undefined;
    }
    const document = parseYaml(read.text, file);
    diagnostics.push(...document.diagnostics);
    return document.value === undefined ? undefined : document;
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
  const enter = <T>(entries: DraftEntry<T>[], value: T, path: NodePath, origin: Origin): void => {
    const entry: DraftEntry<T> = { value, file: origin.document.file, path, layer };
    origins.set(entry, origin);
    entries.push(entry);
  };

  const packDocument = open(join(folder, 'pack.yaml'));
  const pack = packDocument && check(packSchema, packDocument, packDocument.value, []).value;
  const scalePath = join(folder, 'scale.yaml');
  const hasScale = listYaml(folder).includes('scale.yaml');
  const scaleDocument = hasScale ? open(scalePath) : undefined;
  const scale = scaleDocument && check(scaleSchema, scaleDocument, scaleDocument.value, []).value;

  for (const name of listYaml(join(folder, 'skills'))) {
    const document = open(join(folder, 'skills', name));
    if (document === undefined) continue;
    for (const [value, path] of listItems(document)) {
      const shaped = check(skillSchema, document, value, path);
      if (shaped.value !== undefined) enter(skills, toSkill(shaped.value), path, { document, sourcePath: shaped.sourcePath });
    }
  }
  for (const name of listYaml(join(folder, 'roles'))) {
    const document = open(join(folder, 'roles', name));
    if (document === undefined) continue;
    // One role a file is the rule; an imported taxonomy keeps thousands of them as lists.
    const items: [unknown, NodePath][] = Array.isArray(document.value) ? listItems(document) : [[document.value, []]];
    for (const [value, path] of items) {
      const shaped = check(roleSchema, document, value, path);
      if (shaped.value !== undefined) enter(roles, toRole(shaped.value), path, { document, sourcePath: shaped.sourcePath });
    }
  }

  function listItems(document: SourceDocument): [unknown, NodePath][] {
    if (Array.isArray(document.value)) return document.value.map((value, i) => [value, [i]]);
    if (document.value === null) return [];
    const facts = { expected: 'a list of skills', found: document.value instanceof Map ? 'a map' : 'text' };
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
    diagnostics,
    files,
  };
}

/** The places of a model path. A requirement of one skill stands in the model as a group of one, which its file has not. */
function placeIn(origin: Origin | undefined, path: NodePath, part: 'key' | 'value' | undefined): Place | undefined {
  if (origin === undefined) return undefined;
  const { document } = origin;
  let source = origin.sourcePath(path);
  const at = source.lastIndexOf('anyOf');
  if (at >= 0 && !document.has(source.slice(0, at + 1))) source = [...source.slice(0, at), ...source.slice(at + 2)];
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
