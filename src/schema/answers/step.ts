import * as v from 'valibot';
import { count, heldLevel, id, ids, number } from './parts.ts';

export const hours = v.pipe(v.strictObject({ low: v.number(), typical: v.number(), high: v.number() }), v.title('Hours, exact'));

/** Which step it is. */
export const stepEntries = {
  order: count('Counted from 1.'),
  skill: id,
  name: v.string(),
  from: heldLevel,
  to: heldLevel,
  hours,
};

export const weeks = v.pipe(
  v.strictTuple([v.number(), v.number()]),
  v.description('The first and the last week, counted from 1.'),
);

export const resource = v.strictObject({ title: v.string(), url: v.string() });

export const step = v.pipe(
  v.strictObject({
    ...stepEntries,
    gain: number('Points of fit, the mean over the roles.'),
    closes: v.pipe(ids, v.description('Requirements that it meets.')),
    raises: v.pipe(ids, v.description('Requirements that it counts towards.')),
    neededFor: v.nullable(v.strictObject({ skill: id, to: heldLevel })),
    do: v.nullable(v.string()),
    resources: v.array(resource),
    weeks: v.optional(weeks),
    atWork: v.optional(v.pipe(v.boolean(), v.description('Learned on the job, beside the study weeks.'))),
  }),
  v.title('A learning step: one level of one skill'),
);
