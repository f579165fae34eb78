import * as v from 'valibot';
import { ecosystems, labelContexts, skillFamilies, skillKinds } from '../../core/model/model.ts';
import { efforts } from '../../core/model/scale.ts';
import { catalogAnswer } from './envelope.ts';
import { count, heldLevel, id, importance, number, text, texts } from './parts.ts';
import { resource } from './step.ts';

const skillNamed = { skill: id, name: v.string() };
const identifiers = v.optional(v.pipe(v.record(v.string(), v.string()), v.description('Keys in standard taxonomies.')));
const edge = v.strictObject({ ...skillNamed, offset: number('0 or below.') });

const signals = v.strictObject({
  files: texts,
  dependencies: v.strictObject(
    Object.fromEntries(ecosystems.map((one) => [one, v.optional(texts)])) as Record<
      (typeof ecosystems)[number],
      v.OptionalSchema<typeof texts, undefined>
    >,
  ),
  content: v.array(v.strictObject({ in: texts, has: texts })),
});

const skillEntries = {
  id,
  name: v.string(),
  altLabels: texts,
  cues: v.optional(texts),
  ambiguous: v.optional(v.record(v.string(), v.array(v.picklist(labelContexts)))),
  families: v.optional(v.array(v.picklist(skillFamilies))),
  kind: v.optional(v.picklist(skillKinds)),
  effort: v.picklist(efforts),
  learnedBy: v.optional(v.literal('work')),
  general: v.optional(v.strictObject({ offset: v.number() })),
  summary: v.optional(v.string()),
  implies: v.array(edge),
  usually: v.array(edge),
  related: v.array(v.strictObject({ ...skillNamed, transfer: number('How much carries over, 0 to 1.') })),
  requires: v.array(
    v.union([
      v.strictObject({ ...skillNamed, level: heldLevel }),
      v.strictObject({ anyOf: v.array(v.strictObject(skillNamed)), level: heldLevel }),
    ]),
  ),
  identifiers,
  signals: v.optional(signals),
  learn: v.pipe(
    v.record(v.string(), v.strictObject({ do: v.string(), resources: v.array(resource) })),
    v.description('By the level that is reached.'),
  ),
};

const source = v.optional(text('The id of a source of the role.'));
const choice = v.strictObject({ ...skillNamed, level: heldLevel });

const writtenRequirement = v.union([
  v.strictObject({ ...skillNamed, level: heldLevel, importance, source }),
  v.strictObject({
    id,
    name: v.optional(v.string()),
    family: v.optional(v.picklist(skillFamilies)),
    anyOf: v.array(choice),
    atLeast: count('How many of them are asked.'),
    importance,
    source,
  }),
]);

const education = v.optional(
  v.strictObject({
    level: v.string(),
    field: v.optional(v.string()),
    alternatives: v.pipe(texts, v.description('In its place.')),
  }),
);
const sources = v.array(v.strictObject({ id: v.string(), title: v.string(), url: v.optional(v.string()) }));

const roleEntries = {
  id,
  title: v.string(),
  altTitles: texts,
  summary: v.optional(v.string()),
  seniority: v.optional(v.string()),
  experience: v.optional(
    v.strictObject({ years: v.number(), of: v.array(v.strictObject({ ...skillNamed, years: v.number() })) }),
  ),
  education,
  identifiers,
  sources,
  responsibilities: v.array(
    v.strictObject({ id: v.string(), text: v.string(), skills: v.array(v.strictObject({ id, name: v.string() })) }),
  ),
  requirements: v.array(writtenRequirement),
  leadsTo: v.array(v.strictObject({ role: id, title: v.string(), because: v.optional(v.string()) })),
};

export const skillResult = v.pipe(v.strictObject(skillEntries), v.title('A skill as in the data, with names beside ids'));
export const roleResult = v.pipe(v.strictObject(roleEntries), v.title('A role as in the data, with names beside ids'));
const shownResult = v.variant('type', [
  v.pipe(v.strictObject({ type: v.literal('role'), ...roleEntries }), v.title('A role')),
  v.pipe(v.strictObject({ type: v.literal('skill'), ...skillEntries }), v.title('A skill')),
]);

/** A requirement as a posting states it, beside what is particular to postings. */
function asked<const M extends v.ObjectEntries>(more: M) {
  return v.strictObject({
    id,
    name: v.optional(v.string()),
    family: v.optional(v.strictObject({ name: v.picklist(skillFamilies), level: heldLevel })),
    anyOf: v.array(v.strictObject({ skill: id, level: heldLevel })),
    atLeast: count('How many of them are asked.'),
    importance,
    source,
    ...more,
  });
}

const postingEntries = {
  ...roleEntries,
  experience: v.optional(v.strictObject({ years: v.number(), of: v.array(v.strictObject({ skill: id, years: v.number() })) })),
  responsibilities: v.array(v.strictObject({ id: v.string(), text: v.string(), skills: texts })),
  leadsTo: v.array(v.strictObject({ role: id, because: v.optional(v.string()) })),
};

export const postingRole = v.pipe(
  v.strictObject({
    ...postingEntries,
    requirements: v.array(
      asked({ evidence: v.strictObject({ line: count('Counted from 1.'), quote: text('What the advert says.') }) }),
    ),
  }),
  v.title('An advert as a role'),
);

/** How many of several postings ask a requirement, and which. */
export const askedBy = {
  askedBy: count('How many postings ask it.'),
  files: v.pipe(texts, v.description('The files that ask it.')),
};

export const commonRole = v.pipe(
  v.strictObject({ ...postingEntries, postings: count('How many were read.'), requirements: v.array(asked(askedBy)) }),
  v.title('What several adverts ask, as one role'),
);

export const skillsAnswer = catalogAnswer('skills', skillResult, {});
export const rolesAnswer = catalogAnswer('roles', roleResult, {});
export const showAnswer = catalogAnswer('show', shownResult, {});
