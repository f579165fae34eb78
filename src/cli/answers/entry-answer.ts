import { type Catalog, roleNumberOf, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import type { LabelTable } from '../../core/catalog/label-table.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import type { Requirement, Role, Skill } from '../../core/model/model.ts';
import type { roleResult, skillResult } from '../../schema/answers/entries.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import { searchLabels } from '../../search/search-labels.ts';
import { count } from './fit-answer.ts';

interface SkillNamed {
  readonly skill: string;
  readonly name: string;
}

/** A skill as in the data, with names beside the ids that it refers to. */
export function skillData(catalog: Catalog, skill: Skill): Answer<typeof skillResult> {
  const named = <T extends { readonly skill: string }>(items: readonly T[]): (Omit<T, 'skill'> & SkillNamed)[] =>
    items.map(({ skill: id, ...rest }) => ({ skill: id, name: skillName(catalog, id), ...rest }));
  return {
    ...skill,
    implies: named(skill.implies),
    usually: named(skill.usually),
    related: named(skill.related),
    requires: skill.requires.map((one) =>
      'anyOf' in one
        ? { anyOf: one.anyOf.map((id) => ({ skill: id, name: skillName(catalog, id) })), level: one.level }
        : { skill: one.skill, name: skillName(catalog, one.skill), level: one.level },
    ),
  };
}

/** A role as in the data, with names beside the ids that it refers to. */
export function roleData(catalog: Catalog, role: Role): Answer<typeof roleResult> {
  return {
    ...role,
    experience: role.experience && {
      ...role.experience,
      of: role.experience.of.map(({ skill, years }) => ({ skill, name: skillName(catalog, skill), years })),
    },
    responsibilities: role.responsibilities.map((one) => ({
      ...one,
      skills: one.skills.map((id) => ({ id, name: skillName(catalog, id) })),
    })),
    requirements: role.requirements.map((requirement) => writtenRequirement(catalog, requirement)),
    leadsTo: role.leadsTo.map(({ role: id, ...rest }) => ({ role: id, title: roleTitle(catalog, id), ...rest })),
  };
}

function writtenRequirement(catalog: Catalog, requirement: Requirement): Answer<typeof roleResult>['requirements'][number] {
  const { id, name, family, anyOf, atLeast, importance, source } = requirement;
  const skills = anyOf.map((one) => ({ skill: one.skill, name: skillName(catalog, one.skill), level: one.level }));
  const shared = { importance, ...(source === undefined ? {} : { source }) };
  const [only] = skills;
  return name === undefined && only !== undefined
    ? { ...only, ...shared }
    : { id, name, ...(family === undefined ? {} : { family: family.name }), anyOf: skills, atLeast, ...shared };
}

/** What the skill with this id is called. */
export function skillName(catalog: Catalog, id: string): string {
  return textAt(catalog.skillNames, skillNumberOf(catalog, id));
}

/** What the role with this id is called. */
export function roleTitle(catalog: Catalog, id: string): string {
  return textAt(catalog.roleTitles, roleNumberOf(catalog, id));
}

/** A table lists so many entries at most; formats for programs have them all. */
export const entriesShown = 200;

/** The entries that a query finds, best first; without a query, all of them in the order of their ids. */
export function searchCatalog(table: LabelTable, total: number, words: readonly string[]): number[] {
  const query = normaliseLabel(words.join(' '));
  return query === '' ? Array.from({ length: total }, (_, i) => i) : searchLabels(table, query);
}

/** How many were found, and how to see those that the table leaves out. */
export function foundWords(found: number, noun: 'skill' | 'role'): string {
  if (found === 0) return `No ${noun} answers to that.`;
  if (found <= entriesShown) return count(found, noun);
  return `${count(found, noun)}; the first ${entriesShown} are shown. Narrow the search, or take them all with -f csv.`;
}
