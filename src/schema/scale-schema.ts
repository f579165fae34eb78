import * as v from 'valibot';
import { efforts, verdicts } from '../core/model/scale.ts';
import { closedObject, eachOf, id, longText, shortText } from './fields.ts';

const positive = v.pipe(v.number(), v.minValue(0));
const hours = v.array(v.pipe(v.number(), v.integer(), v.multipleOf(10), v.minValue(10)));
const effortHours = closedObject({ low: hours, typical: hours, high: hours });

const anyNumber = v.number();
const titleWords = closedObject({
  words: v.array(shortText),
  grade: v.optional(shortText),
  skills: v.optional(v.array(closedObject({ skill: id, offset: v.optional(anyNumber, 0) })), []),
});
const likely = closedObject({
  usualLevels: v.pipe(v.array(closedObject({ years: positive, level: positive })), v.minLength(1)),
  gradeYears: v.record(v.string(), positive),
  unknownYears: positive,
  usuallyCost: positive,
  certainty: closedObject({ least: positive, stack: positive }),
  verdicts: v.array(closedObject({ verdict: v.picklist(verdicts), mark: positive, perGrade: positive })),
  mostAboveScore: positive,
  leastKnown: positive,
  leastDeclared: positive,
  titles: v.array(titleWords),
});

/** `scale.yaml` of the built-in data; packs have none. */
export const scaleSchema = closedObject({
  levels: v.array(
    closedObject({ level: positive, word: shortText, alsoSaid: v.optional(v.array(shortText), []), anchor: longText }),
  ),
  heldWords: v.optional(v.array(shortText), []),
  unsaidWords: v.optional(v.array(shortText), []),
  assumedLevel: positive,
  importances: closedObject({ essential: positive, important: positive, helpful: positive }),
  essentialFrom: positive,
  verdicts: v.array(closedObject({ verdict: v.picklist(verdicts), fit: positive, essentials: positive })),
  efforts: v.pipe(
    closedObject({ ...eachOf(efforts, effortHours), tiny: v.optional(effortHours) }),
    // A pack's scale from before there was this class goes on working.
    v.transform(({ tiny, ...classes }) => ({ ...classes, tiny: tiny ?? classes.small })),
  ),
  likely,
  workHoursPerWeek: v.optional(v.pipe(positive, v.minValue(1)), 15),
  seniorities: v.array(shortText),
  education: v.array(closedObject({ id: shortText, name: shortText })),
});

export const scaleKeys: readonly string[] = Object.keys(scaleSchema.entries);
