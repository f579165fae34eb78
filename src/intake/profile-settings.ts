import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpRole } from '../core/catalog/label-lookup.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { suggestWords } from '../search/suggest.ts';
import type { ProfileChange } from './edit-profile.ts';
import { levelChoices, levelOfWord, levelWords } from './level-words.ts';
import { makeNameReader, readOneSkill } from './names/read-name.ts';
import { makeSuggestIds } from './suggest-ids.ts';

type ReadSetting = { readonly change: ProfileChange } | { readonly diagnostic: Diagnostic };

/** The settings that are no skills, and what each takes. */
export const settingNames: Readonly<Record<string, string>> = {
  name: 'text',
  role: 'a role',
  target: 'a role, or none',
  years: '0 to 80',
  education: 'a level of education',
  hoursPerWeek: '0 to 168',
};

/**
 * Reads settings such as `java=4`, `kafka=none`, `role=backend-developer`, `name=Ada`. An empty value takes the setting out.
 * Nothing is guessed: an unknown skill, role or level is a diagnostic.
 */
export function readSettings(
  texts: readonly string[],
  catalog: Catalog,
): { changes: ProfileChange[]; diagnostics: Diagnostic[] } {
  const read = texts.map((text) => readSetting(text, catalog));
  return {
    changes: read.flatMap((one) => ('change' in one ? [one.change] : [])),
    diagnostics: read.flatMap((one) => ('diagnostic' in one ? [one.diagnostic] : [])),
  };
}

function readSetting(text: string, catalog: Catalog): ReadSetting {
  const first = separatorOf(text);
  if (first <= 0) return wrong(`"${text}" is no setting`, 'write KEY=VALUE, such as java=4, role=backend-developer, name=Ada');
  const key = text.slice(0, first).trim();
  const value = text.slice(first + 1).trim();
  switch (key) {
    case 'name':
      if (value.length > 300) return wrong('name: the text is too long', 'use 300 characters at most');
      return { change: { kind: 'name', text: value === '' ? undefined : value } };
    case 'education':
      return readEducation(value, catalog);
    case 'years':
      return readNumber('years', value, 80);
    case 'hoursPerWeek':
      return readNumber('hoursPerWeek', value, 168);
    case 'role':
      return readRole('role', value, catalog);
    case 'target':
    case 'targets':
      return readRole('only-target', value === 'none' ? '' : value, catalog);
    case 'target+':
    case 'targets+':
      return readRole('more-target', value, catalog);
    case 'target-':
    case 'targets-':
      return readRole('less-target', value, catalog);
    default:
      return readSkill(text, catalog);
  }
}

/** The first `=` of a setting; of `java:4`, as `--skills` takes it too, the colon. */
function separatorOf(text: string): number {
  const equals = text.indexOf('=');
  return equals >= 0 ? equals : text.lastIndexOf(':');
}

function readNumber(kind: 'years' | 'hoursPerWeek', value: string, highest: number): ReadSetting {
  if (value === '') return { change: { kind, number: undefined } };
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= highest)) return wrong(`${kind}: "${value}" is not a number from 0 to ${highest}`, `use 0 to ${highest}`);
  return { change: { kind, number } };
}

function readRole(kind: 'role' | 'only-target' | 'more-target' | 'less-target', value: string, catalog: Catalog): ReadSetting {
  if (value === '' && kind === 'role') return { change: { kind, role: undefined } };
  if (value === '' && kind === 'only-target') return { change: { kind: 'target', role: undefined } };
  if (value === '') return wrong('target+= and target-= need a role', 'write target+=ROLE, or target=none for no target at all');
  const role = lookUpRole(catalog, value);
  if (role >= 0) return { change: { kind, role } };
  const suggestions = makeSuggestIds(catalog)('role', value);
  return { diagnostic: { code: 'unknown-argument', facts: { what: 'role', input: value, list: 'roles' }, suggestions } };
}

function readEducation(value: string, catalog: Catalog): ReadSetting {
  if (value === '') return { change: { kind: 'education', text: undefined } };
  const known = catalog.scale.education.find((one) => one.id === value.toLowerCase() || one.name === value.toLowerCase());
  if (known !== undefined) return { change: { kind: 'education', text: known.id } };
  const ids = catalog.scale.education.map((one) => one.id);
  return wrong(`education: "${value}" is not known`, `use one of: ${ids.join(', ')}`, suggestWords(value, ids, 1));
}

function readSkill(text: string, catalog: Catalog): ReadSetting {
  // The last = or : separates, as in --skills: a skill's own name may hold one.
  const at = Math.max(text.lastIndexOf('='), text.lastIndexOf(':'));
  const input = text.slice(0, at).trim();
  const written = text.slice(at + 1).trim();
  const skill = readOneSkill(makeNameReader(catalog), input);
  if (skill < 0) {
    const near = makeSuggestIds(catalog)('skill', input);
    const suggestions = near.length > 0 ? near : suggestWords(input, Object.keys(settingNames), 1);
    return { diagnostic: { code: 'unknown-argument', facts: { what: 'skill', input, list: 'skills' }, suggestions } };
  }
  if (written === '') return { change: { kind: 'skill', skill, level: undefined } };
  const level = levelOfWord(catalog.scale, written);
  if (level !== undefined) return { change: { kind: 'skill', skill, level } };
  const suggestions = suggestWords(written, levelWords(catalog.scale), 2);
  return wrong(`"${written}" is not a level (for ${input})`, `use ${levelChoices(catalog.scale)}`, suggestions);
}

function wrong(problem: string, fix: string, suggestions: readonly string[] = []): { diagnostic: Diagnostic } {
  return { diagnostic: { code: 'wrong-usage', facts: { problem, fix }, suggestions } };
}
