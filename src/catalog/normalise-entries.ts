import type { InferOutput } from 'valibot';
import { slugOf } from '../core/model/label.ts';
import type { Alternative, Requirement, Role, Skill } from '../core/model/model.ts';
import type { roleSchema } from '../schema/role-schema.ts';
import type { skillSchema } from '../schema/skill-schema.ts';

type WrittenRole = InferOutput<typeof roleSchema>;
type WrittenRequirement = WrittenRole['requirements'][number];

/** A key that stands for "not written" is left away, so that equal entries are equal objects. */
function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}

export function toSkill(written: InferOutput<typeof skillSchema>): Skill {
  return defined({ ...written, learn: defined(written.learn) }) as Skill;
}

export function toRole(written: WrittenRole): Role {
  return defined({ ...written, requirements: written.requirements.map(toRequirement) }) as Role;
}

/** A requirement of one skill becomes a group of one, so that the rest of the program knows one form. */
function toRequirement(written: WrittenRequirement): Requirement {
  const { importance } = written;
  const source = written.source === undefined ? {} : { source: written.source };
  if (!('anyOf' in written)) {
    return { id: written.skill, anyOf: [{ skill: written.skill, level: written.level }], atLeast: 1, importance, ...source };
  }
  const anyOf = written.anyOf.map(
    (one): Alternative =>
      typeof one === 'string' ? { skill: one, level: written.level } : { skill: one.skill, level: one.level ?? written.level },
  );
  const name = written.name ?? anyOf.map((one) => one.skill).join(' or ');
  return { id: slugOf(name), name, anyOf, atLeast: written.atLeast, importance, ...source };
}
