import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpRole } from '../core/catalog/label-lookup.ts';
import { textAt } from '../core/catalog/text-table.ts';
import type { NodePath } from '../core/model/model.ts';
import type { Level } from '../core/model/scale.ts';
import { addToList, removeEntry, setListItem, setScalar } from '../documents/edit-yaml.ts';
import { AmbiguousScalar } from '../documents/plain-scalar.ts';
import { parseYaml } from '../documents/yaml.ts';
import { levelOfWord } from './level-words.ts';
import { nameToWrite } from './name-to-write.ts';
import { makeNameReader, readOneSkill } from './names/read-name.ts';
import { isSelf } from './ratings.ts';

/** One thing to say in a profile. `undefined` takes it out. Skills and roles are numbers of the catalog. */
export type ProfileChange =
  | { readonly kind: 'skill'; readonly skill: number; readonly level: Level | undefined }
  /** A skill that the catalog does not know, as it is written. */
  | { readonly kind: 'word'; readonly word: string; readonly level: Level | undefined }
  /** The first target; the others stay behind it. Without a role, no target is left. */
  | { readonly kind: 'target'; readonly role: number | undefined }
  /** The only target, one more behind the others, or one less. */
  | { readonly kind: 'only-target' | 'more-target' | 'less-target'; readonly role: number }
  | { readonly kind: 'role'; readonly role: number | undefined }
  | { readonly kind: 'name' | 'education'; readonly text: string | undefined }
  | { readonly kind: 'hoursPerWeek' | 'years'; readonly number: number | undefined };

/**
 * Applies changes to the text of a profile and leaves all else in it as it is. What the profile says already is not written
 * again, so the same change twice changes nothing.
 *
 * @throws `EditRefused` where the text has a form that cannot be edited in place
 */
export function editProfile(text: string, catalog: Catalog, changes: readonly ProfileChange[]): string {
  return changes.reduce((now, change) => applyChange(now, catalog, change), text);
}

function applyChange(text: string, catalog: Catalog, change: ProfileChange): string {
  const data = parseYaml(text, '').value;
  switch (change.kind) {
    case 'skill':
      return setSkill(text, data, catalog, change.skill, change.level);
    case 'word':
      return setWord(text, data, catalog, change.word, change.level);
    case 'target':
      return aimAt(text, data, catalog, change.role);
    case 'only-target':
    case 'more-target':
    case 'less-target':
      return changeTargets(text, data, catalog, change.kind, change.role);
    case 'role': {
      const said = valueAt(data, ['role']);
      if (change.role !== undefined && typeof said === 'string' && lookUpRole(catalog, said) === change.role) return text;
      return setField(text, data, ['role'], change.role === undefined ? undefined : textAt(catalog.roleIds, change.role));
    }
    case 'name':
      return setField(text, data, ['name'], change.text);
    case 'education':
      return setField(text, data, ['education', 'level'], change.text);
    case 'hoursPerWeek':
      return setField(text, data, ['hoursPerWeek'], change.number);
    case 'years':
      return setField(text, data, ['experience', 'years'], change.number);
  }
}

function setField(text: string, data: unknown, path: NodePath, value: string | number | undefined): string {
  const said = valueAt(data, path);
  if (said === value) return text;
  if (value !== undefined) return setScalar(text, path, value);
  return removeEntry(text, path);
}

function valueAt(data: unknown, path: NodePath): unknown {
  return path.reduce<unknown>((at, step) => (at instanceof Map ? at.get(String(step)) : undefined), data);
}

/** The targets that a profile says, as numbers; -1 for what is no role. */
function targetsOf(data: unknown, catalog: Catalog): number[] {
  const targets = valueAt(data, ['targets']);
  return Array.isArray(targets) ? targets.map((name) => lookUpRole(catalog, String(name))) : [];
}

function changeTargets(
  text: string,
  data: unknown,
  catalog: Catalog,
  how: 'only-target' | 'more-target' | 'less-target',
  role: number,
): string {
  const said = targetsOf(data, catalog);
  const goes = (one: number): boolean => (how === 'less-target' ? one === role : how === 'only-target' && one !== role);
  const left = said.reduceRight((now, one, i) => (goes(one) ? removeEntry(now, ['targets', i]) : now), text);
  return how === 'less-target' || said.includes(role) ? left : addToList(left, ['targets'], textAt(catalog.roleIds, role), 'end');
}

function aimAt(text: string, data: unknown, catalog: Catalog, role: number | undefined): string {
  const said = targetsOf(data, catalog);
  if (role === undefined) {
    let edited = text;
    for (let i = said.length - 1; i >= 0; i--) edited = removeEntry(edited, ['targets', i]);
    return edited;
  }
  if (said[0] === role) return text;
  const at = said.indexOf(role);
  const without = at < 0 ? text : removeEntry(text, ['targets', at]);
  return addToList(without, ['targets'], textAt(catalog.roleIds, role), 'front');
}

/** A name that no skill has, with a level. In a list it stands as [name, level] does for a skill. */
function setWord(text: string, data: unknown, catalog: Catalog, word: string, level: Level | undefined): string {
  const skills = valueAt(data, ['skills']);
  const value = level === 0 ? wordOf(catalog, 0) : level;
  if (Array.isArray(skills)) {
    const at = skills.findIndex((item) => item === word || (item instanceof Map && item.has(word)));
    const without = at < 0 ? text : removeEntry(text, ['skills', at]);
    return value === undefined ? without : addToList(without, ['skills'], [word, value], 'end');
  }
  return setField(text, data, ['skills', word], value);
}

interface DeclaredAt {
  /** Where the level stands, or should. */
  readonly path: NodePath;
  /** Where the whole declaration stands. */
  readonly entry: NodePath;
  readonly value: unknown;
  /** A plain name in a list: it has no place for a level yet. */
  readonly bare: boolean;
  /** The whole declaration where it is a map. */
  readonly kept?: ReadonlyMap<unknown, unknown>;
}

function setSkill(text: string, data: unknown, catalog: Catalog, skill: number, level: Level | undefined): string {
  const said = declarationsOf(data, catalog, skill);
  if (level === undefined) {
    return said.toReversed().reduce((now, one) => removeEntry(now, one.entry), text);
  }
  if (said.length === 0) {
    const value = level === 0 ? wordOf(catalog, 0) : level;
    const isList = Array.isArray(valueAt(data, ['skills']));
    const name = nameToWrite(catalog, skill);
    return isList ? addToList(text, ['skills'], [name, value], 'end') : setScalar(text, ['skills', name], value);
  }
  // A skill that is declared under two names counts at the higher level: both must say the new one.
  return said.reduce((now, { path, entry, value, bare, kept }) => {
    const old = value instanceof AmbiguousScalar ? value.text : value;
    const isSaid = (typeof old === 'string' || typeof old === 'number') && levelOfWord(catalog.scale, String(old)) === level;
    // A level that somebody else gave is the person's own only when they say it too.
    if (!bare && isSaid && !isByOther(kept)) return now;
    const none = wordOf(catalog, 0);
    const inWords = typeof old === 'string' && old !== none && !/^\d+$/.test(old);
    const written = inWords || level === 0 ? wordOf(catalog, level) : level;
    if (bare) return setListItem(now, path, written);
    const edited = setScalar(keepRating(now, entry, old, kept), path, written);
    return isByOther(kept) ? setScalar(edited, [...entry, 'assessedBy'], 'self') : edited;
  }, text);
}

/** Whether a level is that of a document, a manager, or anybody but the person. */
function isByOther(kept: ReadonlyMap<unknown, unknown> | undefined): boolean {
  const assessedBy = kept?.get('assessedBy');
  return typeof assessedBy === 'string' && !isSelf(assessedBy);
}

/**
 * What a dated level was, and what somebody else gave, stands in `ratings` from then on. The day goes with it: it is not the
 * new level's. An own level without a day or ratings is changed in its place.
 */
function keepRating(text: string, entry: NodePath, old: unknown, kept: ReadonlyMap<unknown, unknown> | undefined): string {
  if (kept === undefined || (typeof old !== 'string' && typeof old !== 'number')) return text;
  if (!kept.has('on') && !kept.has('ratings') && !isByOther(kept)) return text;
  const rating = new Map<string, string | number>([['level', old]]);
  for (const key of ['on', 'assessedBy']) {
    const said = kept.get(key);
    if (typeof said === 'string') rating.set(key, said);
  }
  const listed = addToList(text, [...entry, 'ratings'], rating, 'end');
  return kept.has('on') ? removeEntry(listed, [...entry, 'on']) : listed;
}

function wordOf(catalog: Catalog, level: Level): string {
  return catalog.scale.levels[level]?.word ?? String(level);
}

/** Everywhere that a profile declares a skill, under whatever name. */
function declarationsOf(data: unknown, catalog: Catalog, skill: number): DeclaredAt[] {
  const skills = valueAt(data, ['skills']);
  const readName = makeNameReader(catalog);
  const isIt = (name: unknown): boolean => readOneSkill(readName, String(name)) === skill;
  if (skills instanceof Map) {
    return [...skills].filter(([name]) => isIt(name)).map(([name, held]) => declaredAt(['skills', name as string], held));
  }
  if (!Array.isArray(skills)) return [];
  return skills.flatMap((item: unknown, i): DeclaredAt[] => {
    const entry: NodePath = ['skills', i];
    if (!(item instanceof Map)) return isIt(item) ? [{ path: entry, entry, value: null, bare: true }] : [];
    const named: unknown = item.get('skill') ?? item.get('name');
    if (named !== undefined) {
      return isIt(named) ? [{ path: [...entry, 'level'], entry, value: item.get('level') ?? null, bare: false, kept: item }] : [];
    }
    return [...item]
      .filter(([name]) => isIt(name))
      .map(([name, held]) => ({ ...declaredAt([...entry, name as string], held), entry }));
  });
}

function declaredAt(path: NodePath, held: unknown): DeclaredAt {
  if (held instanceof Map)
    return { path: [...path, 'level'], entry: path, value: held.get('level') ?? null, bare: false, kept: held };
  return { path, entry: path, value: held, bare: false };
}
