import type { Catalog } from '../../core/catalog-index.ts';
import { lookUpSkill } from '../../core/label-lookup.ts';
import type { SkillProfile } from '../../core/model.ts';
import { textAt } from '../../core/text-table.ts';
import { setScalar } from '../../documents/edit-yaml.ts';
import { editProfile } from '../edit-profile.ts';
import type { ImportedProfile, ImportedSkill } from './resolve-import.ts';

/** What a merge does to one skill. */
export interface MergeChange {
  readonly skill: number;
  /** Nothing when the profile does not declare the skill. */
  readonly from: number | undefined;
  readonly to: number;
}

/** The skills that a merge adds or raises. What the profile says at the same level or higher stays as it is. */
export function planMerge(catalog: Catalog, profile: SkillProfile, imported: ImportedProfile): MergeChange[] {
  const held = new Map<number, number>();
  for (const { input, level } of profile.skills) {
    const skill = lookUpSkill(catalog, input);
    if (skill >= 0) held.set(skill, Math.max(held.get(skill) ?? 0, level));
  }
  return imported.skills.flatMap(({ skill, level }) => {
    const from = held.get(skill);
    return from !== undefined && from >= level ? [] : [{ skill, from, to: level }];
  });
}

/**
 * The text of a profile with an import merged into it. No level is lowered, nothing is taken out, and what the profile says
 * of name, years or education stands.
 *
 * @throws `EditRefused` where the text has a form that cannot be edited in place
 */
export function mergeImport(text: string, catalog: Catalog, profile: SkillProfile, imported: ImportedProfile): string {
  const bySkill = new Map(imported.skills.map((one) => [one.skill, one]));
  let merged = text;
  if (profile.name === undefined && imported.name !== undefined) merged = setScalar(merged, ['name'], imported.name);
  if (profile.experience?.years === undefined && imported.years !== undefined)
    merged = setScalar(merged, ['experience', 'years'], imported.years);
  if (profile.education === undefined && imported.education !== undefined)
    merged = setScalar(merged, ['education', 'level'], imported.education.level);
  const isList = profile.skills.length > 0 && /^skills:\s*(?:\[|\r?\n\s*(?:#.*\r?\n\s*)*-)/m.test(text);
  for (const { skill, from, to } of planMerge(catalog, profile, imported)) {
    const one = bySkill.get(skill);
    merged = from === undefined && !isList && one !== undefined ? addSkill(merged, catalog, one) : raise(merged, skill, to);
  }
  return merged;

  function raise(now: string, skill: number, level: number): string {
    return editProfile(now, catalog, [{ kind: 'skill', skill, level: level as ImportedSkill['level'] }]);
  }
}

function addSkill(text: string, catalog: Catalog, { skill, level, years, evidence }: ImportedSkill): string {
  const name = textAt(catalog.skillNames, skill);
  const key = lookUpSkill(catalog, name) === skill ? name : textAt(catalog.skillIds, skill);
  let added = setScalar(text, ['skills', key, 'level'], level);
  if (years !== undefined) added = setScalar(added, ['skills', key, 'years'], years);
  added = setScalar(added, ['skills', key, 'evidence'], evidence.join('; ').slice(0, 4000));
  return setScalar(added, ['skills', key, 'assessedBy'], 'document');
}
