import * as v from 'valibot';
import { highestLevel, longText, shortText, years } from './fields.ts';

const heldLevel = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(highestLevel)),
  v.pipe(shortText, v.description('none, novice, advanced beginner, competent, proficient or expert.')),
]);

// Open objects: a profile may carry whatever else its owner keeps there.
const declaredSkill = v.union([
  heldLevel,
  v.looseObject({
    level: v.optional(heldLevel),
    years: v.optional(years),
    evidence: v.optional(longText),
    assessedBy: v.optional(shortText),
    on: v.optional(v.pipe(shortText, v.description('The day of the assessment, such as 2026-10-01.'))),
  }),
]);

const listedSkill = v.union([
  shortText,
  v.pipe(
    v.looseObject({ skill: v.optional(shortText), level: v.optional(heldLevel), years: v.optional(years) }),
    v.description('Either { skill: java, level: 3 } or { java: 3 }.'),
  ),
]);

export const profileSchema = v.pipe(
  v.looseObject({
    name: v.optional(shortText),
    role: v.optional(v.pipe(shortText, v.description('The current role.'))),
    experience: v.optional(
      v.looseObject({
        years: v.optional(years),
        of: v.optional(v.array(v.looseObject({ skill: shortText, years }))),
      }),
    ),
    education: v.optional(v.looseObject({ level: v.optional(shortText), field: v.optional(shortText) })),
    skills: v.optional(v.union([v.record(v.string(), v.nullable(declaredSkill)), v.array(listedSkill)])),
    targets: v.optional(v.array(shortText)),
    hoursPerWeek: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(168))),
  }),
  v.title('careerpath profile'),
);
