import * as v from 'valibot';
import { personAnswer } from './envelope.ts';
import { count, essentials, id, importance, minFit, number, reason, scoreEntries, text } from './parts.ts';
import { step } from './step.ts';

const met = v.pipe(v.nullable(v.boolean()), v.description('null where the profile does not say.'));
const years = v.nullable(number('Years; null where nothing is said.'));

export const experience = v.strictObject({
  years,
  required: years,
  met,
  of: v.array(v.strictObject({ skill: id, years, required: number('Years.'), met })),
});

export const education = v.strictObject({ held: v.nullable(v.string()), required: v.nullable(v.string()), met });

export const named = { role: id, title: v.string() };

const requirementEntries = {
  id: text("The skill's id, or the slug of the group's name; unique within a role."),
  label: v.string(),
  skills: v.pipe(
    v.array(v.strictObject({ id, name: v.string(), level: number('The level that is asked.') })),
    v.description('Any of these meet it.'),
  ),
  atLeast: count('How many of the skills are asked.'),
  importance,
  weight: number('What it counts beside the others.'),
  credit: number('How far it is met, 0 to 1.'),
  points: number('What it adds to the fit.'),
  maxPoints: number('What it would add if it were met.'),
  state: v.picklist(['met', 'partial', 'transferable', 'missing', 'not-assessed']),
  via: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(['declared', 'implied', 'transfer']),
        skill: id,
        level: number('The level that is held.'),
        transfer: number('How much carries over, 0 to 1.'),
        for: text('The id of the skill that is asked.'),
        impliedBy: v.nullable(text('The id of the declared skill behind an implied level.')),
      }),
    ),
    v.description('How the credit was earned.'),
  ),
  likely: v.optional(
    v.pipe(
      v.strictObject({
        credit: number('0 to 1.'),
        level: number('The level that is likely held, not always a whole one.'),
        because: v.array(reason),
      }),
      v.description('Where an answer could still raise the credit: the estimate.'),
    ),
  ),
};

export const requirement = v.pipe(v.strictObject(requirementEntries), v.title('A requirement and how far it is met'));

export const gapEntries = {
  ...requirementEntries,
  open: v.pipe(v.boolean(), v.description('An answer could still raise the credit.')),
};
export const gap = v.pipe(v.strictObject(gapEntries), v.title('A requirement of one role'));

export const fitEntries = { ...named, ...scoreEntries, essentials, experience, education };
export const fitResult = v.pipe(v.strictObject(fitEntries), v.title("One role's fit"));

const explainedFit = v.pipe(
  v.strictObject({
    ...fitEntries,
    requirements: v.optional(v.pipe(v.array(requirement), v.description('With --explain, in the order of the data.'))),
  }),
  v.title("One role's fit"),
);

export const question = v.strictObject({
  skill: id,
  name: v.string(),
  likely: number('The level that is likely held; 0 where there is no guess.'),
  moves: number('How many points the answer moves the target, on average.'),
});

const target = v.pipe(
  v.strictObject({ role: id, gaps: v.array(gap), questions: v.array(question), steps: v.array(step) }),
  v.title('The role to aim at: what is open, what to answer, what to do first'),
);

export const gapsResult = v.strictObject({ ...named, ...scoreEntries, gaps: v.array(gap), met: v.array(gap) });

export const fitAnswer = personAnswer('fit', explainedFit, { minFit: v.optional(minFit) });
export const matchAnswer = personAnswer('match', fitResult, { target, minFit: v.optional(minFit) });
export const assessAnswer = personAnswer('assess', fitResult, {});
export const gapsAnswer = personAnswer('gaps', gapsResult, {});
