import type { SkillProfile } from '../core/model/model.ts';
import type { Background } from '../core/score/estimate.ts';

/** What a profile says beside levels, as estimates read it. */
export function backgroundOf({ profile }: { readonly profile: SkillProfile }): Background {
  return { years: profile.experience?.years, job: profile.role };
}
