import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpRole } from '../core/catalog/label-lookup.ts';
import { textAt } from '../core/catalog/text-table.ts';
import type { NodePath } from '../core/model/model.ts';
import type { Level } from '../core/model/scale.ts';
import { addToList, removeEntry, setScalar } from '../documents/edit-yaml.ts';
import { parseYaml } from '../documents/yaml.ts';
import { type SkillChange, setSkill, valueAt, wordOf } from './edit-skill.ts';

/** One thing to say in a profile. `undefined` takes it out. Skills and roles are numbers of the catalog. */
export type ProfileChange =
  | ({ readonly kind: 'skill' } & SkillChange)
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
 * @param day the day that levels are said on, as `2026-11-25`: they carry it, and what they were stands in `ratings`
 * @throws `EditRefused` where the text has a form that cannot be edited in place
 */
export function editProfile(text: string, catalog: Catalog, changes: readonly ProfileChange[], day?: string): string {
  return changes.reduce((now, change) => applyChange(now, catalog, change, day), text);
}

function applyChange(text: string, catalog: Catalog, change: ProfileChange, day: string | undefined): string {
  const data = parseYaml(text, '').value;
  switch (change.kind) {
    case 'skill':
      return setSkill(text, data, catalog, change, day);
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

/** Puts a role in front of the targets; the others stay behind it. Without a role, no target is left. */
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
