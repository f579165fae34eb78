import type { GenericSchema } from 'valibot';
import { packSchema } from './pack-schema.ts';
import { profileSchema } from './profile-schema.ts';
import { roleSchema } from './role-schema.ts';
import { skillListSchema, skillSchema } from './skill-schema.ts';

/** What `data/schema/` holds, by the kind that `careerpath schema` takes. */
export const publishedSchemas: Readonly<Record<string, GenericSchema>> = {
  pack: packSchema,
  profile: profileSchema,
  role: roleSchema,
  skill: skillSchema,
  skills: skillListSchema,
};
