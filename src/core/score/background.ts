import type { Catalog, RoleBackground } from '../catalog/catalog-index.ts';
import { lookUpSkill } from '../catalog/label-lookup.ts';
import { normaliseLabel } from '../model/label.ts';
import type { SkillProfile } from '../model/model.ts';

/** Years asked and had. Shown beside the fit and never mixed into it. */
export interface ExperienceFit {
  readonly years: number | null;
  readonly required: number | null;
  /** `null` when the role asks for years and the profile does not say. */
  readonly met: boolean | null;
  readonly of: readonly {
    readonly skill: string;
    readonly years: number | null;
    readonly required: number;
    readonly met: boolean | null;
  }[];
}

export interface EducationFit {
  readonly held: string | null;
  readonly required: string | null;
  readonly met: boolean | null;
}

/** Compares a role's years of experience, overall and in single skills, with the profile's. */
export function judgeExperience(catalog: Catalog, role: RoleBackground, profile: SkillProfile): ExperienceFit {
  const years = profile.experience?.years ?? null;
  const required = role.experience?.years ?? null;
  const of = (role.experience?.of ?? []).map((asked) => {
    const had = yearsIn(catalog, profile, asked.skill);
    return { skill: asked.skill, years: had, required: asked.years, met: had === null ? null : had >= asked.years };
  });
  const parts = [required === null ? true : years === null ? null : years >= required, ...of.map((one) => one.met)];
  return { years, required, met: parts.includes(false) ? false : parts.includes(null) ? null : true, of };
}

/** The most years that the profile states for a skill, under whatever name. */
function yearsIn(catalog: Catalog, profile: SkillProfile, skillId: string): number | null {
  const wanted = lookUpSkill(catalog, skillId);
  const stated = [
    ...profile.skills.map((skill) => ({ name: skill.input, years: skill.years })),
    ...(profile.experience?.of ?? []).map((one) => ({ name: one.skill, years: one.years })),
  ].filter((one) => one.years !== undefined && lookUpSkill(catalog, one.name) === wanted);
  return stated.length === 0 ? null : Math.max(...stated.map((one) => one.years as number));
}

/** Compares the education that a role asks with the profile's: the same level or a higher one, or one of the alternatives. */
export function judgeEducation(catalog: Catalog, role: RoleBackground, profile: SkillProfile): EducationFit {
  const order = catalog.scale.education;
  const rank = (text: string | undefined): number => {
    const wanted = normaliseLabel(text ?? '');
    return order.findIndex((one) => normaliseLabel(one.id) === wanted || normaliseLabel(one.name) === wanted);
  };
  const held = profile.education?.level ?? null;
  const required = role.education?.level ?? null;
  if (required === null) return { held, required, met: true };
  if (held === null) return { held, required, met: null };
  if (rank(held) >= 0 && rank(held) >= rank(required)) return { held, required, met: true };
  const word = normaliseLabel(held);
  const accepted = (role.education?.alternatives ?? []).map(normaliseLabel);
  return { held, required, met: accepted.some((text) => text === word || ` ${text} `.includes(` ${word} `)) };
}
