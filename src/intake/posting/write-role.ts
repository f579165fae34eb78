import type { Requirement, Role } from '../../core/model/model.ts';
import { Inline, Noted, type YamlDocument, type YamlMap } from '../../documents/write-yaml.ts';
import type { ReadRequirement } from './read-posting.ts';

/** A role as a file of a pack holds it; above each requirement stands the line that it was read from. */
export function roleDocument(role: Role, requirements: readonly ReadRequirement[]): YamlDocument {
  const { id, title, seniority, experience, education, sources } = role;
  const listed = <T>(items: readonly T[]): readonly T[] | undefined => (items.length === 0 ? undefined : items);
  const value = {
    id,
    title,
    seniority,
    experience: experience && new Inline({ years: experience.years, of: listed(experience.of.map((one) => ({ ...one }))) }),
    education: education && { ...education, alternatives: listed(education.alternatives) },
    sources: sources.map((source) => ({ id: source.id, title: source.title })),
    requirements: requirements.map((one) => new Noted(`line ${one.line}: ${one.quote}`, requirementValue(one.requirement))),
  };
  return { comments: [], value };
}

/** A requirement as a role's file holds it. */
export function requirementValue({ name, anyOf, importance, source }: Requirement): YamlMap {
  const skills = anyOf.map((one) => one.skill);
  const asked = name === undefined ? { skill: skills[0] } : { anyOf: new Inline(skills), name };
  return { ...asked, level: anyOf[0]?.level ?? 1, importance, source };
}
