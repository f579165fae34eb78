import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Scale } from '../../core/scale.ts';
import { type BadRow, type PersonRow, readCsvPeople } from '../read-people.ts';
import type { ImportedDocument } from './imported.ts';

export type TableAnswer =
  | { readonly document: ImportedDocument }
  | { readonly people: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads one person of a CSV table, long (person, skill, level) or wide (a column a skill). Rows that are wrong are reported,
 * and the others are read.
 *
 * @param wanted the person's name; without it the table must hold one person
 * @returns the people of the table when the one wanted is not clear
 */
export async function readPeopleTable(
  text: string,
  file: string,
  scale: Scale,
  wanted: string | undefined,
): Promise<TableAnswer> {
  const people: PersonRow[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const row of readCsvPeople(once(text), file, scale) as AsyncGenerator<PersonRow | BadRow>) {
    if ('bad' in row) diagnostics.push(row.bad);
    else people.push(row);
  }
  const named = wanted === undefined ? people : people.filter((one) => one.person === wanted);
  const [person] = named;
  if (person === undefined || named.length > 1) return { people: people.map((one) => one.person), diagnostics };
  return {
    document: {
      name: person.person,
      work: [],
      degrees: [],
      claims: person.profile.skills.map(({ input, level, assumed }) => ({
        input,
        ...(assumed ? {} : { levelText: String(level) }),
        origin: person.person,
      })),
      passages: [],
      diagnostics,
    },
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
