import * as v from 'valibot';
import { envelope, plainAnswer } from './envelope.ts';
import { count, number, text, texts } from './parts.ts';

const exampleFiles = v.record(v.string(), v.string());

const rule = v.strictObject({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'note']),
  why: text('What goes wrong when nobody fixes it.'),
  failing: v.pipe(exampleFiles, v.description('Files in which it is found.')),
  passing: v.pipe(exampleFiles, v.description('The same files fixed.')),
});

const conversion = v.strictObject({
  standard: v.string(),
  pack: text('The folder that was written.'),
  name: v.string(),
  version: v.string(),
  licence: v.string(),
  attribution: v.string(),
  skills: v.number(),
  roles: v.number(),
  requirements: v.number(),
  related: number('Transfers between skills.'),
  files: v.number(),
  bytes: v.number(),
  settled: v.array(v.strictObject({ what: v.string(), count: v.number(), examples: texts })),
});

export const validateAnswer = envelope({
  command: 'validate',
  entries: {
    summary: v.strictObject({
      files: count('Files that were looked at.'),
      errors: count('Of them all.'),
      warnings: count('Of them all.'),
    }),
  },
});
export const rulesAnswer = plainAnswer('rules', rule, {});
export const convertAnswer = plainAnswer('convert', conversion, {});

export const schemaAnswer = plainAnswer(
  'schema',
  v.strictObject({ name: text('What careerpath schema takes.'), describes: v.string() }),
  {},
);
