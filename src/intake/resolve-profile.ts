import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpRole, lookUpSkill } from '../core/catalog/label-lookup.ts';
import { textAt } from '../core/catalog/text-table.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { DeclaredSkill, SkillProfile } from '../core/model/model.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../core/score/held-levels.ts';
import type { SuggestIds } from './suggest-ids.ts';

/** A profile with its names looked up in a catalog. */
export interface Person {
  readonly profile: SkillProfile;
  readonly declarations: readonly Declaration[];
  readonly held: HeldLevels;
  /** Names that match no skill, with the ids of the nearest ones. */
  readonly unrecognised: readonly { readonly input: string; readonly suggestions: readonly string[] }[];
  /** The roles of `targets` that exist, as numbers. */
  readonly targets: readonly number[];
  /** The current role's number, when it is in the catalog. */
  readonly currentRole: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Suggesting is dear; a profile with more unknown names than this needs another catalog rather than suggestions. */
const mostSuggestions = 20;

/** Looks every name of a profile up. What matches nothing is listed, never dropped in silence. */
export function resolveProfile(catalog: Catalog, profile: SkillProfile, suggest: SuggestIds): Person {
  const diagnostics: Diagnostic[] = [];
  const unrecognised: { input: string; suggestions: string[] }[] = [];
  const declared = new Map<number, DeclaredSkill[]>();
  for (const skill of profile.skills) {
    const number = lookUpSkill(catalog, skill.input);
    if (number >= 0) {
      declared.set(number, [...(declared.get(number) ?? []), skill]);
      continue;
    }
    const suggestions = unrecognised.length < mostSuggestions ? suggest('skill', skill.input) : [];
    unrecognised.push({ input: skill.input, suggestions });
    diagnostics.push({
      code: 'unrecognised-skill',
      facts: { input: skill.input },
      suggestions,
      ...(skill.place === undefined ? {} : { place: skill.place }),
    });
  }
  const declarations = [...declared].map(([skill, said]) => ({ skill, level: Math.max(...said.map((one) => one.level)) }));
  declarations.sort((a, b) => a.skill - b.skill);
  const held = holdLevels(catalog.index, declarations);

  const assumed = profile.skills.filter((skill) => skill.assumed && lookUpSkill(catalog, skill.input) >= 0);
  if (assumed.length > 0) {
    const facts = { inputs: assumed.map((skill) => skill.input), level: catalog.scale.assumedLevel };
    diagnostics.push({ code: 'assumed-level', facts, ...placeOf(assumed) });
  }
  for (const [skill, said] of declared) {
    if (said.length < 2) continue;
    const level = Math.max(...said.map((one) => one.level));
    const facts = { inputs: said.map((one) => one.input), name: textAt(catalog.skillNames, skill), level };
    diagnostics.push({ code: 'declared-twice', facts, ...placeOf(said.slice(1)) });
  }
  for (const { skill, level } of declarations) {
    const implied = held.level[skill] as number;
    if (implied <= level) continue;
    const by = textAt(catalog.skillNames, held.impliedBy[skill] as number);
    const facts = { name: textAt(catalog.skillNames, skill), declared: level, implied, by };
    diagnostics.push({ code: 'declared-below-implied', facts, ...placeOf(declared.get(skill) ?? []) });
  }
  const roleNumber = (name: string): number | undefined => {
    const number = lookUpRole(catalog, name);
    if (number >= 0) return number;
    diagnostics.push({ code: 'unrecognised-role', facts: { input: name }, suggestions: suggest('role', name) });
    return undefined;
  };
  const targets = profile.targets.map(roleNumber).filter((role) => role !== undefined);
  const currentRole = profile.role === undefined ? undefined : roleNumber(profile.role);
  return { profile, declarations, held, unrecognised, targets: [...new Set(targets)], currentRole, diagnostics };
}

function placeOf(said: readonly DeclaredSkill[]): Pick<Diagnostic, 'place'> {
  const place = said.find((one) => one.place !== undefined)?.place;
  return place === undefined ? {} : { place };
}
