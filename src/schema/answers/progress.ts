import * as v from 'valibot';
import { personAnswer } from './envelope.ts';
import { named } from './fit.ts';
import { count, heldLevel, id, ids, likelyVerdict, number, provenEntries, text } from './parts.ts';
import { step } from './step.ts';

const { score, exactScore, verdict } = provenEntries;

/** A fit at one time: what is proven, and what is likely. */
export const fitThen = v.strictObject({
  score,
  exactScore,
  verdict,
  likely: v.strictObject({ score: number('The estimate of the fit, exact, 0 to 100.'), verdict: likelyVerdict }),
});

export const fitMove = v.pipe(
  v.strictObject({ ...named, before: fitThen, after: fitThen }),
  v.title('A fit before and after what was saved'),
);

const day = text('Year-month-day.');

const point = v.strictObject({
  on: v.pipe(v.nullable(v.string()), v.description('Year-month-day; null: before the first day that the profile carries.')),
  ...fitThen.entries,
});

const move = v.strictObject({
  skill: id,
  name: v.string(),
  from: v.pipe(v.nullable(heldLevel), v.description('null: said for the first time.')),
  to: heldLevel,
  on: day,
  points: v.pipe(v.record(id, v.number()), v.description('By role: how much it moved the exact fit.')),
});

export const progressResult = v.pipe(
  v.strictObject({
    ...named,
    points: v.pipe(v.array(point), v.minLength(1), v.description('Oldest first; the last one is today’s fit.')),
    moves: v.pipe(v.array(move), v.description('Those of one day add up to what the fit moved by on it.')),
    next: v.pipe(v.nullable(step), v.description('What to learn next.')),
  }),
  v.title('How a fit moved'),
);

export const staleResult = v.pipe(
  v.strictObject({
    skill: id,
    name: v.string(),
    level: heldLevel,
    on: day,
    days: count('How old the level is.'),
  }),
  v.title('A level to ask for again'),
);

export const doneResult = v.pipe(
  v.strictObject({
    skill: id,
    name: v.string(),
    from: heldLevel,
    to: heldLevel,
    on: day,
    activity: v.pipe(v.nullable(v.string()), v.description('What the step is learned by, kept as the evidence.')),
  }),
  v.title('A level that is reached'),
);

export const progressAnswer = personAnswer('progress', progressResult, {});
export const staleAnswer = v.pipe(
  personAnswer('progress', staleResult, {
    before: v.pipe(v.string(), v.description('Levels of this day and older ones are listed.')),
    undated: v.pipe(ids, v.description('Skills whose level carries no day.')),
  }),
  v.title('With --stale'),
);
export const doneAnswer = personAnswer('done', doneResult, {
  fits: v.array(fitMove),
  next: v.pipe(v.nullable(step), v.description('What to learn next.')),
});
