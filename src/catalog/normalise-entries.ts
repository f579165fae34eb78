import type { InferOutput } from 'valibot';
import { slugOf } from '../core/model/label.ts';
import type { Alternative, Requirement, Role, Skill } from '../core/model/model.ts';
import type { roleSchema } from '../schema/role-schema.ts';
import type { skillSchema } from '../schema/skill-schema.ts';

type WrittenSkill = InferOutput<typeof skillSchema>;
type WrittenRole = InferOutput<typeof roleSchema>;
type WrittenRequirement = WrittenRole['requirements'][number];

/** A skill as its file says it. Contexts without a label become those of every label of one word. */
export function toSkill({ ambiguous, learn, ...written }: WrittenSkill): Skill {
  const steps = Object.entries(learn).flatMap(([level, entry]) => (entry === undefined ? [] : [[level, entry] as const]));
  return {
    ...written,
    ...(ambiguous === undefined ? {} : { ambiguous: Array.isArray(ambiguous) ? onOneWord(written, ambiguous) : ambiguous }),
    learn: Object.fromEntries(steps),
  };
}

function onOneWord<T>({ id, name, altLabels }: Pick<WrittenSkill, 'id' | 'name' | 'altLabels'>, contexts: T): Record<string, T> {
  const labels = [name, ...altLabels].filter((label) => !/\s/.test(label));
  // "Microsoft Access" answers to its id as well.
  const isNamedById = id.includes('-') || labels.some((label) => label.toLowerCase() === id);
  return Object.fromEntries([...labels, ...(isNamedById ? [] : [id])].map((label) => [label, contexts]));
}

export function toRole(written: WrittenRole): Role {
  return { ...written, requirements: written.requirements.map(toRequirement) };
}

/**
 * A requirement of one skill becomes a group of one, so that the rest of the program knows one form. The members of a family
 * are not known before all packs are: `layerPacks` fills them in.
 */
function toRequirement(written: WrittenRequirement): Requirement {
  const { importance, level } = written;
  const source = written.source === undefined ? {} : { source: written.source };
  if (!('anyOf' in written)) {
    return { id: written.skill, anyOf: [{ skill: written.skill, level }], atLeast: 1, importance, ...source };
  }
  const { anyOf, atLeast } = written;
  if (!Array.isArray(anyOf)) {
    const name = written.name ?? anyOf.family;
    return { id: slugOf(name), name, family: { name: anyOf.family, level }, anyOf: [], atLeast, importance, ...source };
  }
  const alternatives = anyOf.map(
    (one): Alternative => (typeof one === 'string' ? { skill: one, level } : { skill: one.skill, level: one.level ?? level }),
  );
  const name = written.name ?? alternatives.map((one) => one.skill).join(' or ');
  return { id: slugOf(name), name, anyOf: alternatives, atLeast, importance, ...source };
}
