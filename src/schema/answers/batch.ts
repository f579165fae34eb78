import * as v from 'valibot';
import { catalogAnswer } from './envelope.ts';
import { named } from './fit.ts';
import { count, essentials, id, ids, minFit, number, scoreEntries, text, texts } from './parts.ts';

const person = text("The person's id, address or name, or else the place of the row.");
const unrecognised = v.pipe(texts, v.description('Names that match no skill, as written.'));

export const fitsLine = v.pipe(
  v.strictObject({
    person,
    role: id,
    ...scoreEntries,
    essentials,
    topGaps: v.pipe(ids, v.description('The open requirements that cost most.')),
    unrecognised,
    digest: text('Of the catalog: rows of one digest come from the same data.'),
  }),
  v.title('One role of one person'),
);

export const cohortLine = v.pipe(
  v.strictObject({ person, scores: v.record(id, v.number()), unrecognised }),
  v.title('One person, with --cohort: a whole fit a role'),
);

const named100 = v.array(v.strictObject({ name: v.string(), count: count('How often.') }));

const account = v.pipe(
  v.strictObject({
    rows: count('Rows of tables.'),
    people: count('Everybody who was answered for.'),
    rejectedRows: count('Rows that are lost.'),
    rejectedCells: count('Cells that are lost, of rows that are not.'),
    columnsNotUnderstood: texts,
    unknownNames: named100,
    assumedLevels: count('Skills without a level.'),
    assumedLevel: number('What was taken for them.'),
    roundedLevels: count('Levels that were rounded down.'),
    keysGivenTwice: count('In one record; the last one counts.'),
    skillsGivenTwice: count('By one person; the higher level counts.'),
    peopleMetAgain: named100,
    peopleWithoutLevels: count('People who say no level.'),
    filesWithoutPeople: texts,
    filesNotRead: texts,
    readAs: texts,
  }),
  v.title('What was read, what was not, what was assumed; lists have the first hundred'),
);

const batchMinFit = v.pipe(
  v.strictObject({ ...minFit.entries, below: count('People below the mark.'), people: count('Everybody.') }),
  v.title('What --min-fit asks'),
);
const told = { account, minFit: v.optional(batchMinFit) };

const nearest = v.strictObject({ person, score: count('Whole.'), exactScore: v.number() });

export const summaryResult = v.strictObject({
  ...named,
  ready: count('People who are ready for it.'),
  meanScore: number('Of the whole fits, to a tenth.'),
  nearest: v.array(nearest),
});

const summary = v.strictObject({
  people: count('Everybody who was answered for.'),
  rows: count('Rows of person and role that the gaps were counted over.'),
  badRows: count('Rows and cells that could not be read.'),
  gaps: v.array(v.strictObject({ requirement: id, name: v.string(), rows: count('In which it is open.') })),
});

export const fitsAnswer = v.pipe(catalogAnswer('compare', fitsLine, told), v.title('With -f json'));
export const cohortAnswer = v.pipe(catalogAnswer('compare', cohortLine, told), v.title('With --cohort -f json'));
export const summaryAnswer = v.pipe(
  catalogAnswer('compare', summaryResult, { ...told, summary }),
  v.title('With --summary -f json'),
);
