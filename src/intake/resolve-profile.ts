import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpRole } from '../core/catalog/label-lookup.ts';
import { textAt } from '../core/catalog/text-table.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { DeclaredSkill, SkillProfile } from '../core/model/model.ts';
import type { Level } from '../core/model/scale.ts';
import { readJob } from '../core/score/estimate.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../core/score/held-levels.ts';
import { levelOfNamed, makeNameReader } from './names/read-name.ts';
import type { SuggestIds } from './suggest-ids.ts';

/** A profile with its names looked up in a catalog. */
export interface Person {
  readonly profile: SkillProfile;
  readonly declarations: readonly Declaration[];
  readonly held: HeldLevels;
  /** By the number of a declared skill, the names that it was read from, as written. */
  readonly readFrom: ReadonlyMap<number, readonly string[]>;
  /** Names, or parts of a name (`readFrom`), that match no skill, with the ids of the nearest ones. */
  readonly unrecognised: readonly {
    readonly input: string;
    readonly suggestions: readonly string[];
    readonly readFrom?: string;
  }[];
  /** The roles of `targets` that exist, as numbers. */
  readonly targets: readonly number[];
  /** The skills of `prefer` that exist, as numbers. */
  readonly prefer: readonly number[];
  /** The current role's number, when it is in the catalog. */
  readonly currentRole: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Suggesting is costly; a profile with more unknown names than this needs another catalog rather than suggestions. */
const maxSuggestions = 20;

/** A skill that a profile declares, under one of its names. */
interface Said {
  readonly declared: DeclaredSkill;
  readonly level: Level;
  readonly assumed: boolean;
}

/** Reads every name of a profile. What matches nothing is listed, never dropped in silence. */
export function resolveProfile(catalog: Catalog, profile: SkillProfile, suggest: SuggestIds): Person {
  const readName = makeNameReader(catalog);
  const nameOf = (skill: number): string => textAt(catalog.skillNames, skill);
  const diagnostics: Diagnostic[] = [];
  const unrecognised: { input: string; suggestions: string[]; readFrom?: string }[] = [];
  const declared = new Map<number, Said[]>();
  const readings: { input: string; names: string[] }[] = [];
  const apart: DeclaredSkill[] = [];
  for (const skill of profile.skills) {
    const { skills, unknown, exact } = readName(skill.input);
    for (const one of skills) {
      const said = { declared: skill, ...levelOfNamed(one, skill) };
      declared.set(one.skill, [...(declared.get(one.skill) ?? []), said]);
    }
    if (!exact && skills.length > 0) {
      readings.push({ input: skill.input, names: skills.map((one) => nameOf(one.skill)) });
      apart.push(skill);
    }
    for (const input of unknown) {
      const suggestions = unrecognised.length < maxSuggestions ? suggest('skill', input) : [];
      unrecognised.push({ input, suggestions, ...(input === skill.input ? {} : { readFrom: skill.input }) });
      diagnostics.push({ code: 'unrecognised-skill', facts: { input }, suggestions, ...placeOf([skill]) });
    }
  }
  const declarations = [...declared].map(([skill, said]) => ({
    skill,
    level: Math.max(...said.map((one) => one.level)),
    ...(said.every((one) => one.assumed) ? { assumed: true } : {}),
  }));
  declarations.sort((a, b) => a.skill - b.skill);
  const held = holdLevels(catalog.index, declarations);

  if (readings.length > 0) diagnostics.push({ code: 'read-as', facts: { readings }, ...placeOf(apart) });
  const assumed = new Set([...declared.values()].flat().flatMap((said) => (said.assumed ? [said.declared] : [])));
  if (assumed.size > 0) {
    const inputs = profile.skills.filter((skill) => assumed.has(skill));
    const facts = { inputs: inputs.map((skill) => skill.input), level: catalog.scale.assumedLevel };
    diagnostics.push({ code: 'assumed-level', facts, ...placeOf(inputs) });
  }
  for (const [skill, said] of declared) {
    if (said.length < 2) continue;
    const level = Math.max(...said.map((one) => one.level));
    const facts = { inputs: said.map((one) => one.declared.input), name: nameOf(skill), level };
    diagnostics.push({ code: 'declared-twice', facts, ...placeOf(said.slice(1).map((one) => one.declared)) });
  }
  for (const { skill, level } of declarations) {
    const implied = held.level[skill] as number;
    if (implied <= level) continue;
    const by = nameOf(held.impliedBy[skill] as number);
    const facts = { name: nameOf(skill), declared: level, implied, by };
    const said = declared.get(skill) ?? [];
    diagnostics.push({ code: 'declared-below-implied', facts, ...placeOf(said.map((one) => one.declared)) });
  }
  const prefer = (profile.prefer ?? []).flatMap((input) => {
    const { skills, unknown } = readName(input);
    for (const one of unknown)
      diagnostics.push({ code: 'unrecognised-skill', facts: { input: one }, suggestions: suggest('skill', one) });
    return skills.map((one) => one.skill);
  });
  const readFrom = new Map([...declared].map(([skill, said]) => [skill, said.map((one) => one.declared.input)]));
  const roleNumber = (name: string): number | undefined => {
    const number = lookUpRole(catalog, name);
    if (number >= 0) return number;
    diagnostics.push({ code: 'unrecognised-role', facts: { input: name }, suggestions: suggest('role', name) });
    return undefined;
  };
  const targets = profile.targets.map(roleNumber).filter((role) => role !== undefined);
  const current = profile.role === undefined ? undefined : lookUpRole(catalog, profile.role);
  const currentRole = current === undefined || current < 0 ? undefined : current;
  if (profile.role !== undefined && currentRole === undefined) {
    const { grade, skills } = readJob(catalog.scale, profile.role);
    const facts = { input: profile.role, grade: catalog.scale.seniorities[grade], read: grade >= 0 || skills.length > 0 };
    diagnostics.push({ code: 'role-in-words', facts, suggestions: suggest('role', profile.role) });
  }
  return {
    profile,
    declarations,
    held,
    readFrom,
    unrecognised,
    targets: [...new Set(targets)],
    prefer,
    currentRole,
    diagnostics,
  };
}

function placeOf(said: readonly DeclaredSkill[]): Pick<Diagnostic, 'place'> {
  const place = said.find((one) => one.place !== undefined)?.place;
  return place === undefined ? {} : { place };
}
