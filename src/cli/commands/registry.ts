import type { CommandSpec } from '../command.ts';
import { assess } from './assess.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { convert } from './convert.ts';
import { explore } from './explore.ts';
import { fit } from './fit.ts';
import { gaps } from './gaps.ts';
import { importProfile } from './import.ts';
import { match } from './match.ts';
import { plan } from './plan.ts';
import { posting } from './posting.ts';
import { profile } from './profile.ts';
import { roles } from './roles.ts';
import { route } from './route.ts';
import { rules } from './rules.ts';
import { scan } from './scan.ts';
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
  assess,
  explore,
  profile,
  importProfile,
  posting,
  plan,
  route,
  whatIf,
  scan,
  compare,
  roles,
  skills,
  show,
  validate,
  rules,
  schema,
  completion,
  convert,
];
