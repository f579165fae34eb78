import type { CommandSpec } from '../command.ts';
import { compare } from './compare.ts';
import { convert } from './convert.ts';
import { fit } from './fit.ts';
import { gaps } from './gaps.ts';
import { match } from './match.ts';
import { plan } from './plan.ts';
import { roles } from './roles.ts';
import { route } from './route.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { skills } from './skills.ts';
import { validate } from './validate.ts';
import { whatIf } from './what-if.ts';

/** Every command, in the order in which help lists them. Adding one is one file and one line here. */
export const commands: readonly CommandSpec[] = [
  match,
  fit,
  gaps,
  plan,
  route,
  whatIf,
  compare,
  roles,
  skills,
  show,
  validate,
  rules,
  schema,
  convert,
];
