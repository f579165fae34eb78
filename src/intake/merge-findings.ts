import type { Catalog } from '../core/catalog/catalog-index.ts';
import type { SkillProfile } from '../core/model/model.ts';
import type { Level } from '../core/model/scale.ts';
import { setScalar } from '../documents/edit-yaml.ts';
import { parseYaml } from '../documents/yaml.ts';
import { editProfile } from './edit-profile.ts';
import { nameToWrite } from './name-to-write.ts';
import { levelOfNamed, makeNameReader, readOneSkill } from './names/read-name.ts';

/** One skill that was found, and where. */
export interface FoundSkill {
  readonly skill: number;
  readonly level: Level;
  readonly years?: number;
  readonly evidence: string;
}

/** What was found out about a person elsewhere, in a document or a source tree. */
export interface PersonFindings {
  readonly name?: string;
  readonly years?: number;
  readonly education?: { readonly level: string };
  readonly skills: readonly FoundSkill[];
  /** As a profile says where a level comes from. */
  readonly assessedBy: 'document' | 'scan';
}

/** What a merge does to one skill. */
export interface MergeChange {
  readonly skill: number;
  /** Nothing when the profile does not declare the skill. */
  readonly from: number | undefined;
  readonly to: Level;
}

/** The skills that a merge adds or raises. What the profile says at the same level or higher stays as it is. */
export function planMerge(catalog: Catalog, profile: SkillProfile, { skills }: PersonFindings): MergeChange[] {
  const held = new Map<number, number>();
  const readName = makeNameReader(catalog);
  for (const declared of profile.skills) {
    for (const named of readName(declared.input).skills)
      held.set(named.skill, Math.max(held.get(named.skill) ?? 0, levelOfNamed(named, declared).level));
  }
  return skills.flatMap(({ skill, level }) => {
    const from = held.get(skill);
    return from !== undefined && from >= level ? [] : [{ skill, from, to: level }];
  });
}

/**
 * The text of a profile with findings merged into it. No level is lowered, nothing is taken out, and what the profile says
 * of name, years or education stands.
 *
 * @param day the day of the findings: new levels carry it, and what a level was stands in `ratings` from then on
 * @throws `EditRefused` where the text has a form that cannot be edited in place
 */
export function mergeFindings(
  text: string,
  catalog: Catalog,
  profile: SkillProfile,
  findings: PersonFindings,
  day: string,
): string {
  const bySkill = new Map(findings.skills.map((one) => [one.skill, one]));
  let merged = text;
  if (profile.name === undefined && findings.name !== undefined) merged = setScalar(merged, ['name'], findings.name);
  if (profile.experience?.years === undefined && findings.years !== undefined)
    merged = setScalar(merged, ['experience', 'years'], findings.years);
  if (profile.education === undefined && findings.education !== undefined)
    merged = setScalar(merged, ['education', 'level'], findings.education.level);
  const isList = profile.skills.length > 0 && /^skills:\s*(?:\[|\r?\n\s*(?:#.*\r?\n\s*)*-)/m.test(text);
  for (const { skill, from, to } of planMerge(catalog, profile, findings)) {
    const one = bySkill.get(skill);
    if (one !== undefined && from === undefined && !isList) merged = addSkill(merged, catalog, one, findings.assessedBy, day);
    else {
      merged = editProfile(merged, catalog, [{ kind: 'skill', skill, level: to, isFound: true }], day);
      if (one !== undefined) merged = renewEvidence(merged, catalog, one, findings.assessedBy);
    }
  }
  return merged;
}

function addSkill(
  text: string,
  catalog: Catalog,
  { skill, level, years, evidence }: FoundSkill,
  assessedBy: PersonFindings['assessedBy'],
  day: string,
): string {
  const at = ['skills', nameToWrite(catalog, skill)];
  let added = setScalar(text, [...at, 'level'], level);
  added = setScalar(added, [...at, 'on'], day);
  if (years !== undefined) added = setScalar(added, [...at, 'years'], years);
  added = setScalar(added, [...at, 'evidence'], evidence);
  return setScalar(added, [...at, 'assessedBy'], assessedBy);
}

/** Where an earlier merge wrote the level, its evidence goes with it; evidence of the person's own stands. */
function renewEvidence(
  text: string,
  catalog: Catalog,
  { skill, evidence }: FoundSkill,
  assessedBy: PersonFindings['assessedBy'],
): string {
  const data = parseYaml(text, '').value;
  const skills = data instanceof Map ? data.get('skills') : undefined;
  if (!(skills instanceof Map)) return text;
  const readName = makeNameReader(catalog);
  return [...skills].reduce<string>((now, [name, held]) => {
    const isOurs = held instanceof Map && held.get('assessedBy') === assessedBy && typeof held.get('evidence') === 'string';
    if (!isOurs || held.get('evidence').includes('\n') || readOneSkill(readName, String(name)) !== skill) return now;
    return setScalar(now, ['skills', String(name), 'evidence'], evidence);
  }, text);
}
