import * as v from 'valibot';
import { skillFamilies } from '../core/model/model.ts';
import { choose, closedObject, hasAnyOf, id, identifiers, importance, level, longText, shortText, years } from './fields.ts';

const alternative = choose(id, closedObject({ skill: id, level: v.optional(level) }), (input) => typeof input !== 'object');

/** Lowest first; a test holds them against `data/scale.yaml`. */
export const seniorities = ['entry', 'mid', 'senior', 'principal'] as const;

const oneSkill = closedObject({ skill: id, level, importance, source: v.optional(id) });

const oneOfSeveral = closedObject({
  anyOf: v.pipe(v.array(alternative), v.nonEmpty(), v.description('Skills of which `atLeast` are asked.')),
  atLeast: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  name: v.optional(shortText),
  level: v.pipe(level, v.description('The level asked of each alternative that does not state its own.')),
  importance,
  source: v.optional(id),
});

const oneOfFamily = closedObject({
  ...oneOfSeveral.entries,
  anyOf: v.pipe(
    closedObject({ family: v.picklist(skillFamilies) }),
    v.description('Whatever skills of the catalogue are of this family; `atLeast` are asked.'),
  ),
  name: v.pipe(shortText, v.description('What is asked, in words.')),
});

const isFamily = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  'anyOf' in input &&
  typeof input.anyOf === 'object' &&
  !Array.isArray(input.anyOf);

const requirement = choose(choose(oneOfFamily, oneOfSeveral, isFamily), oneSkill, hasAnyOf);

const role = closedObject({
  id,
  title: shortText,
  altTitles: v.optional(v.array(shortText), []),
  summary: v.optional(longText),
  seniority: v.optional(v.picklist(seniorities)),
  experience: v.optional(closedObject({ years, of: v.optional(v.array(closedObject({ skill: id, years })), []) })),
  education: v.optional(
    closedObject({
      level: v.picklist(['secondary', 'bootcamp', 'associate', 'bachelor', 'master', 'doctorate']),
      field: v.optional(shortText),
      alternatives: v.optional(v.array(shortText), []),
    }),
  ),
  identifiers: v.optional(identifiers),
  sources: v.optional(v.array(closedObject({ id, title: shortText, url: v.optional(shortText) })), []),
  responsibilities: v.optional(v.array(closedObject({ id, text: longText, skills: v.optional(v.array(id), []) })), []),
  requirements: v.optional(v.array(requirement), []),
  leadsTo: v.optional(v.array(closedObject({ role: id, because: v.optional(longText) })), []),
});

export const roleSchema = v.pipe(role, v.title('careerpath role'));

export const roleKeys: readonly string[] = Object.keys(role.entries);
