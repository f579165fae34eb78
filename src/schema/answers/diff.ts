import * as v from 'valibot';
import { catalogAnswer, catalogPart } from './envelope.ts';
import { heldLevel, id, number, provenEntries, text, texts, verdict } from './parts.ts';

const { score } = provenEntries;

const person = text('What identifies the person.');
const level = v.pipe(v.nullable(heldLevel), v.description('null: not said on this side.'));

const levelChange = v.strictObject({ person, skill: id, from: level, to: level });

const fitChange = v.strictObject({
  person,
  role: id,
  from: score,
  to: score,
  exactFrom: number('The fit by what is proven, 0 to 100.'),
  exactTo: number('The same on the other side.'),
  verdictFrom: verdict,
  verdictTo: verdict,
});

const dataChange = v.strictObject({
  kind: v.picklist(['scale', 'role', 'skill']),
  id: v.string(),
  change: v.picklist(['added', 'removed', 'changed']),
  fields: v.pipe(texts, v.description('What of it changed, where both sides have it.')),
  requirements: v.pipe(texts, v.description('Of a role, in words: what it asks otherwise.')),
});

export const diffResult = v.pipe(
  v.strictObject({
    levels: v.pipe(v.array(levelChange), v.description('The greatest change first.')),
    fits: v.pipe(v.array(fitChange), v.description('The greatest change first.')),
    data: v.array(dataChange),
  }),
  v.title('What differs between two sides'),
);

export const diffAnswer = catalogAnswer('diff', diffResult, {
  compared: v.strictObject({
    by: v.picklist(['people', 'packs', 'assessors']),
    before: text('As named on the command line.'),
    after: text('As named on the command line.'),
  }),
  catalogBefore: v.optional(v.pipe(catalogPart, v.description('Of two packs: the data of the first one.'))),
  people: v.strictObject({
    both: v.pipe(v.number(), v.integer(), v.description('How many people stand on both sides.')),
    onlyBefore: v.pipe(texts, v.description('They are compared with nobody.')),
    onlyAfter: texts,
  }),
});
