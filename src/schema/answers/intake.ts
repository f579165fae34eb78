import * as v from 'valibot';
import { askedBy, commonRole, postingRole } from './entries.ts';
import { catalogAnswer, personAnswer, plainAnswer } from './envelope.ts';
import { fitEntries, gap, gapEntries } from './fit.ts';
import { count, heldLevel, id, ids, number, text, texts } from './parts.ts';
import { fitMove } from './progress.ts';
import { step } from './step.ts';

const merged = v.optional(
  v.pipe(
    v.strictObject({
      file: text('The profile of --into.'),
      saved: v.boolean(),
      changes: v.array(v.strictObject({ id, from: v.nullable(heldLevel), to: heldLevel })),
    }),
    v.title('What --into made of a profile'),
  ),
);

const importResult = v.strictObject({
  name: v.nullable(v.string()),
  experience: v.strictObject({
    years: v.nullable(number('Years of work, overlaps counted once.')),
    evidence: v.pipe(texts, v.description('The spans of work that make them.')),
  }),
  education: v.nullable(v.strictObject({ level: v.string(), field: v.optional(v.string()) })),
  skills: v.array(
    v.strictObject({
      id,
      name: v.string(),
      level: heldLevel,
      years: v.nullable(v.number()),
      evidence: v.pipe(texts, v.description('Where the document says so.')),
      assessedBy: v.literal('document'),
    }),
  ),
  unrecognised: v.array(v.strictObject({ input: v.string(), origin: text('Where it stands.'), suggestions: ids })),
  merged,
});

const scanResult = v.strictObject({
  id,
  name: v.string(),
  level: heldLevel,
  files: count('Files that show it.'),
  places: v.pipe(
    v.array(v.strictObject({ path: v.string(), kind: v.string(), what: v.string() })),
    v.description('The first of them.'),
  ),
  evidence: text('The same in one line.'),
});

const passedBy = v.optional(v.strictObject({ count: count('Files and folders.'), first: texts }));

const scanAccount = v.strictObject({
  folders: texts,
  files: count('Files that were looked at.'),
  byOthers: count('Files that others committed, where an author was asked for.'),
  skipped: v.strictObject({ vendored: passedBy, ignored: passedBy, generated: passedBy, sample: passedBy, link: passedBy }),
  notUnderstood: count('Files that could not be read or broke their own format.'),
});

const fitToPosting = v.strictObject({ ...fitEntries, gaps: v.array(gap), steps: v.array(step), posting: postingRole });
const fitToPostings = v.strictObject({
  ...fitEntries,
  gaps: v.array(v.strictObject({ ...gapEntries, ...askedBy })),
  posting: commonRole,
});

const profileResult = v.strictObject({
  name: v.optional(v.string()),
  role: v.optional(v.string()),
  experience: v.optional(
    v.strictObject({
      years: v.optional(v.number()),
      of: v.array(v.strictObject({ skill: text('As written.'), years: v.number() })),
    }),
  ),
  education: v.optional(v.strictObject({ level: v.optional(v.string()), field: v.optional(v.string()) })),
  targets: ids,
  hoursPerWeek: v.optional(v.number()),
  prefer: v.optional(texts),
});

export const importAnswer = catalogAnswer('import', importResult, {});
export const scanAnswer = catalogAnswer('scan', scanResult, { account: scanAccount, merged });
export const postingAnswer = v.pipe(
  catalogAnswer('posting', v.union([postingRole, commonRole]), {}),
  v.title('An advert, or a folder of them'),
);
export const postingFitAnswer = v.pipe(
  personAnswer('posting', v.union([fitToPosting, fitToPostings]), {}),
  v.title('With --fit'),
);
export const profileAnswer = v.pipe(
  personAnswer('profile', profileResult, {
    fits: v.optional(v.pipe(v.array(fitMove), v.description('Of profile set: the targets before and after.'))),
  }),
  v.title('profile show, profile set'),
);
export const profilePathAnswer = v.pipe(
  plainAnswer('profile', v.strictObject({ path: v.string(), exists: v.boolean() }), {}),
  v.title('profile path'),
);
