import * as v from 'valibot';
import { choose, highestLevel, longText, onlyMaps, shortText, years } from './fields.ts';

const heldLevel = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(highestLevel)),
  v.pipe(shortText, v.description('none, novice, advanced beginner, competent, proficient or expert.')),
]);

const isScalar = (input: unknown): boolean => typeof input !== 'object' || input === null;

const rating = onlyMaps(
  v.looseObject({
    level: heldLevel,
    on: v.optional(shortText),
    assessedBy: v.optional(shortText),
    note: v.optional(longText),
  }),
);
const ratings = v.pipe(
  v.array(rating),
  v.description('What it was before, and what others say: [{ level: 2, on: 2026-03-01, assessedBy: manager }].'),
);

// Open objects: a profile may carry whatever else its owner keeps there.
const declaredSkill = choose(
  heldLevel,
  onlyMaps(
    v.looseObject({
      level: v.optional(heldLevel),
      years: v.optional(years),
      evidence: v.optional(longText),
      assessedBy: v.optional(shortText),
      on: v.optional(v.pipe(shortText, v.description('The day of the assessment, such as 2026-10-01.'))),
      ratings: v.optional(ratings),
    }),
  ),
  isScalar,
);

const listedSkill = choose(
  shortText,
  v.pipe(
    onlyMaps(
      v.looseObject({
        skill: v.optional(shortText),
        level: v.optional(heldLevel),
        years: v.optional(years),
        ratings: v.optional(ratings),
      }),
    ),
    v.description('Either { skill: java, level: 3 } or { java: 3 }.'),
  ),
  isScalar,
);

const profile = v.looseObject({
  name: v.optional(shortText),
  role: v.optional(v.pipe(shortText, v.description('The current role.'))),
  experience: v.optional(
    onlyMaps(
      v.looseObject({
        years: v.optional(years),
        of: v.optional(v.array(onlyMaps(v.looseObject({ skill: shortText, years })))),
      }),
    ),
  ),
  education: v.optional(onlyMaps(v.looseObject({ level: v.optional(shortText), field: v.optional(shortText) }))),
  skills: v.optional(choose(v.array(listedSkill), onlyMaps(v.record(v.string(), v.nullable(declaredSkill))), Array.isArray)),
  targets: v.optional(v.array(shortText)),
  prefer: v.optional(v.pipe(v.array(shortText), v.description('Where a plan may choose, rather these skills: [python].'))),
  hoursPerWeek: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(168))),
});

export const profileSchema = v.pipe(onlyMaps(profile), v.title('careerpath profile'));

export const profileKeys: readonly string[] = Object.keys(profile.entries);
