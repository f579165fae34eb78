import * as v from 'valibot';
import { answerVersion } from './answer-version.ts';
import { diagnostic, heldLevel, id, text, texts } from './parts.ts';

export const catalogPart = v.pipe(
  v.strictObject({
    name: text('The name of the last pack.'),
    version: v.string(),
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/), v.description('Changes with any of the data.')),
  }),
  v.title('The data that answered'),
);

export const profilePart = v.pipe(
  v.strictObject({
    name: v.nullable(v.string()),
    skills: v.array(
      v.strictObject({
        id,
        name: v.string(),
        level: heldLevel,
        readFrom: v.pipe(texts, v.description('The names that it was read from, as written.')),
      }),
    ),
    unrecognised: v.array(
      v.strictObject({
        input: text('As written.'),
        suggestions: v.pipe(texts, v.description('Ids of the nearest skills.')),
        readFrom: v.optional(text('The name that this is a part of.')),
      }),
    ),
  }),
  v.title('What the profile says'),
);

/** Some answers have what others have not. */
interface Parts<C extends string, R extends v.ObjectEntries> {
  readonly command: C;
  /** The keys between `command` and `diagnostics`. */
  readonly entries: R;
}

/** The answer of a command in its envelope. */
export function envelope<const C extends string, const R extends v.ObjectEntries>({ command, entries }: Parts<C, R>) {
  return v.strictObject({
    schemaVersion: v.literal(answerVersion),
    command: v.literal(command),
    ...entries,
    diagnostics: v.array(diagnostic),
  });
}

/** What stands in place of an answer when there is none. */
export const failure = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(answerVersion),
    command: v.string(),
    results: v.pipe(v.array(v.never()), v.length(0)),
    diagnostics: v.pipe(v.array(diagnostic), v.minLength(1)),
  }),
  v.title('A failure: no results, and the reason'),
);

const catalog = { catalog: catalogPart };
const profiled = { ...catalog, profile: profilePart };

/** An answer without a catalog. */
export function plainAnswer<const C extends string, R extends v.GenericSchema, const M extends v.ObjectEntries>(
  command: C,
  result: R,
  more: M,
) {
  return envelope({ command, entries: { results: v.array(result), ...more } });
}

/** An answer from a catalog, about nobody. */
export function catalogAnswer<const C extends string, R extends v.GenericSchema, const M extends v.ObjectEntries>(
  command: C,
  result: R,
  more: M,
) {
  return envelope({ command, entries: { ...catalog, results: v.array(result), ...more } });
}

/** An answer about a person. */
export function personAnswer<const C extends string, R extends v.GenericSchema, const M extends v.ObjectEntries>(
  command: C,
  result: R,
  more: M,
) {
  return envelope({ command, entries: { ...profiled, results: v.array(result), ...more } });
}
