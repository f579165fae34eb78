import * as v from 'valibot';
import { catalogAnswer, personAnswer } from './envelope.ts';
import { named } from './fit.ts';
import { count, heldLevel, id, ids, number, provenEntries, reason, text, verdict } from './parts.ts';
import { hours, step, stepEntries } from './step.ts';

export const assumption = v.pipe(
  v.strictObject({ skill: id, level: heldLevel, because: v.array(reason) }),
  v.title('What is taken for granted, though it is not said'),
);
const assumed = v.array(assumption);

const status = v.pipe(
  v.picklist(['optimal', 'feasible', 'unreachable']),
  v.description('optimal: proven that nothing cheaper does it; feasible: a limit came before the proof.'),
);
const gapPercent = v.pipe(v.nullable(v.number()), v.description('How far the best could be below, in percent.'));

const goal = v.union([
  v.strictObject({ reach: v.union([v.picklist(['ready', 'near', 'stretch']), number('A fit, 0 to 100.')]) }),
  v.strictObject({ hours: number('The best fit that so many hours allow.') }),
]);

const byRole = v.record(id, v.number());

export const planResult = v.pipe(
  v.strictObject({
    roles: ids,
    goal,
    status,
    gapPercent,
    hours,
    pace: number('What the hours of the data are multiplied with.'),
    hoursPerWeek: v.optional(v.number()),
    weeks: v.optional(count('Until the last step is done.')),
    study: v.optional(v.strictObject({ hours: v.number(), weeks: v.number() })),
    work: v.optional(v.strictObject({ hours: v.number(), months: v.number() })),
    assumed,
    instead: v.array(
      v.strictObject({
        skill: id,
        hours: number('Of the plan that takes this way.'),
        taken: text('The skill that it stands for.'),
      }),
    ),
    milestones: v.array(
      v.strictObject({ afterStep: count('0: from the start.'), role: id, verdict, week: v.optional(count('Counted from 1.')) }),
    ),
    before: v.pipe(byRole, v.description('Fits by role, whole.')),
    after: byRole,
    exactBefore: byRole,
    exactAfter: byRole,
    steps: v.array(step),
    alone: v.optional(
      v.pipe(
        v.array(v.strictObject({ role: id, status, hours: v.nullable(hours) })),
        v.description('What each of several roles would cost by itself.'),
      ),
    ),
    blocked: v.optional(
      v.pipe(
        v.array(v.strictObject({ role: id, requirements: v.array(v.strictObject({ id, label: v.string() })) })),
        v.description('What stands in the way of an unreachable goal.'),
      ),
    ),
  }),
  v.title('The cheapest learning steps'),
);

const hop = v.strictObject({
  ...named,
  hours,
  fitAtStart: number('The fit on the first day, 0 to 100.'),
  steps: v.array(v.strictObject({ skill: id, from: heldLevel, to: heldLevel })),
});

export const reached = v.strictObject({
  from: v.nullable(id),
  to: id,
  status: v.picklist(['optimal', 'feasible']),
  gapPercent,
  hops: v.array(hop),
  hours,
  directHours: v.nullable(hours),
  directViable: v.pipe(v.boolean(), v.description('Going straight is at most one grade up.')),
  unusualMoves: count('Moves that the data does not call usual.'),
  intermediateRolesLeftOut: count('Possible intermediate roles that were not tried.'),
  assumed,
});

const unreached = v.strictObject({
  from: v.nullable(id),
  to: id,
  status: v.literal('unreachable'),
  hops: v.pipe(v.array(v.never()), v.length(0)),
  hours: v.null(),
  directHours: v.null(),
  directViable: v.literal(false),
  assumed,
});

export const routeResult = v.variant('status', [reached, unreached]);

export const proven = v.strictObject(provenEntries);

export const rankResult = v.pipe(
  v.strictObject({
    ...named,
    before: v.nullable(proven),
    after: proven,
    movedRange: v.pipe(
      v.strictTuple([v.number(), v.number()]),
      v.description('The lowest and the highest fit when every importance moves by a grade.'),
    ),
    tiedWith: v.pipe(ids, v.description('Roles that could change places with it; the first twenty.')),
    tiedCount: count('How many those are.'),
  }),
  v.title('A fit before and after a change'),
);

export const gainResult = v.pipe(
  v.strictObject({
    ...stepEntries,
    gain: number('Points of fit, the mean over the roles.'),
    gainPerHour: v.number(),
    roles: v.array(v.strictObject({ role: id, gain: v.number() })),
  }),
  v.title('A single step and what it gains'),
);

export const planAnswer = personAnswer('plan', planResult, {});
export const changeAnswer = v.pipe(personAnswer('what-if', rankResult, { assumed }), v.title('With --set'));
export const gainAnswer = v.pipe(
  personAnswer('what-if', gainResult, { roles: v.pipe(ids, v.description('What the gains are over.')), assumed }),
  v.title('With nothing set: the single steps that gain most an hour'),
);
export const reachAnswer = v.pipe(personAnswer('what-if', planResult, {}), v.title('With --reach'));
export const routeAnswer = personAnswer('route', routeResult, {});
export const routeFromAnswer = v.pipe(catalogAnswer('route', routeResult, {}), v.title('With --from: about nobody'));
