import * as v from 'valibot';
import { importanceWords, verdicts } from '../../core/model/scale.ts';
import { highestLevel } from '../fields.ts';

/** The value that a schema describes, as a function that makes it returns it: nothing of it is to be changed. */
export type Answer<S extends v.GenericSchema> = Frozen<v.InferOutput<S>>;

type Frozen<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Frozen<T[K]> };

/** A text with a sentence on what it is. */
export function text(
  meaning: string,
): v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.DescriptionAction<string, string>]> {
  return v.pipe(v.string(), v.description(meaning));
}

/** A number with its unit. */
export function number(
  meaning: string,
): v.SchemaWithPipe<readonly [v.NumberSchema<undefined>, v.DescriptionAction<number, string>]> {
  return v.pipe(v.number(), v.description(meaning));
}

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many of something. */
export function count(meaning: string): v.SchemaWithPipe<readonly [typeof wholeNumber, v.DescriptionAction<number, string>]> {
  return v.pipe(wholeNumber, v.description(meaning));
}

export const id = text('The id of a role, a skill or a requirement.');
export const ids = v.array(id);
export const texts = v.array(v.string());

export const heldLevel = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(highestLevel),
  v.description('0 none, 1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert.'),
);

export const verdict = v.pipe(v.picklist(verdicts), v.description('What a fit means, by what is proven of it.'));
export const likelyVerdict = v.pipe(
  v.picklist([...verdicts, 'unknown']),
  v.description('What the likely fit means; unknown where too little is said.'),
);

export const importance = v.union([v.picklist(importanceWords), v.pipe(v.number(), v.minValue(1), v.maxValue(5))]);

/** The numbers of a fit by what is proven. */
export const provenEntries = {
  score: v.pipe(wholeNumber, v.maxValue(100), v.description('The fit as it is shown: whole, never rounded up.')),
  exactScore: number('The fit by what is proven, 0 to 100.'),
  range: v.pipe(
    v.strictTuple([v.number(), v.number()]),
    v.description('From what is proven to what the answers not given yet could make of it.'),
  ),
  verdict,
};

/** The numbers of a fit, the estimate among them. */
export const scoreEntries = {
  ...provenEntries,
  likely: v.strictObject({ score: number('The estimate of the fit, exact, 0 to 100.'), verdict: likelyVerdict }),
  said: number('The share of the role that is answered, by weight, 0 to 1.'),
  use: number('How much of what the person holds the role would use, 0 to 100.'),
  closeness: number('How close the role is to what the person holds, 0 to 100: the order of the roles.'),
};

export const essentials = v.strictObject({
  met: count('Essential requirements with full credit.'),
  total: count('Essential requirements.'),
});

export const reason = v.pipe(
  v.variant('kind', [
    v.strictObject({
      kind: v.literal('usually'),
      skill: id,
      level: v.number(),
      years: v.optional(number('Years of work that keep the estimate lower than that.')),
    }),
    v.strictObject({ kind: v.literal('general'), years: number('Years of such work.') }),
    v.strictObject({
      kind: v.literal('role'),
      role: text('The words of the current job.'),
      years: v.optional(number('Years of work that keep the estimate lower than that.')),
    }),
  ]),
  v.description('Why a level is likely: it comes with a skill, with years of work, or with the current job.'),
);

const place = {
  file: v.nullable(text('The file, relative to the working folder.')),
  line: v.nullable(count('Counted from 1; null where there is no place.')),
  column: v.nullable(count('Counted from 1.')),
  endLine: v.nullable(count('Counted from 1.')),
  endColumn: v.nullable(count('Just past the last character.')),
};

export const diagnostic = v.pipe(
  v.strictObject({
    code: text('Stable: careerpath rules CODE tells more of those that validate finds.'),
    severity: v.picklist(['error', 'warning', 'note']),
    message: text('What is wrong.'),
    fix: text('What to do.'),
    ...place,
    suggestions: texts,
    related: v.array(v.strictObject({ message: v.string(), ...place })),
  }),
  v.title('Something found, and what to do about it'),
);

export const minFit = v.pipe(
  v.strictObject({
    points: number('The mark that was asked for.'),
    by: v.pipe(v.picklist(['proven', 'likely']), v.description('Which number is compared with it.')),
    met: v.pipe(v.boolean(), v.description('False: the exit code is 1.')),
  }),
  v.title('What --min-fit asks'),
);
