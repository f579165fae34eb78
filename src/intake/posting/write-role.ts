import type { Role } from '../../core/model/model.ts';
import { toSource } from '../../documents/yaml-source.ts';
import type { ReadRequirement } from './read-posting.ts';

/** A role as a file of a pack holds it; above each requirement stands the line that it was read from. */
export function writeRole(role: Role, requirements: readonly ReadRequirement[]): string {
  const { experience, education } = role;
  const of = experience?.of.map(({ skill, years }) => `{ skill: ${skill}, years: ${years} }`).join(', ') ?? '';
  const lines = [
    `id: ${role.id}`,
    `title: ${toSource(role.title)}`,
    ...(role.seniority === undefined ? [] : [`seniority: ${role.seniority}`]),
    ...(experience === undefined ? [] : [`experience: { years: ${experience.years}${of === '' ? '' : `, of: [${of}]`} }`]),
    ...(education === undefined
      ? []
      : [
          'education:',
          `  level: ${education.level}`,
          ...(education.field === undefined ? [] : [`  field: ${toSource(education.field)}`]),
          ...(education.alternatives.length === 0
            ? []
            : ['  alternatives:', ...education.alternatives.map((text) => `    - ${toSource(text)}`)]),
        ]),
    'sources:',
    ...role.sources.flatMap(({ id, title }) => [`  - id: ${id}`, `    title: ${toSource(title)}`]),
    'requirements:',
    ...requirements.flatMap(({ requirement, line, quote }) => [
      `  # line ${line}: ${commentText(quote)}`,
      ...(requirement.name === undefined
        ? [`  - skill: ${requirement.anyOf[0]?.skill ?? ''}`]
        : [`  - anyOf: [${requirement.anyOf.map((one) => one.skill).join(', ')}]`, `    name: ${toSource(requirement.name)}`]),
      `    level: ${requirement.anyOf[0]?.level ?? 1}`,
      `    importance: ${requirement.importance}`,
      ...(requirement.source === undefined ? [] : [`    source: ${requirement.source}`]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Text for a comment: one line, nothing that steers a terminal or ends the comment. */
function commentText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}
