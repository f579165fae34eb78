import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { diagnosticData } from '../../report/diagnostic-data.ts';
import { answerVersion } from '../../schema/answers/answer-version.ts';
import type { catalogPart, profilePart } from '../../schema/answers/envelope.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { OpenCatalog } from '../shell/command.ts';

export interface Envelope {
  readonly command: string;
  readonly opened?: OpenCatalog;
  readonly person?: Person;
  readonly results: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
  /** Further keys of one command. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** What `json` prints around every command's results. */
export function wrapResults({ command, opened, person, results, diagnostics, more }: Envelope): Record<string, unknown> {
  return {
    schemaVersion: answerVersion,
    command,
    ...(opened === undefined ? {} : { catalog: catalogData(opened) }),
    ...(opened === undefined || person === undefined ? {} : { profile: profileData(opened.catalog, person) }),
    results,
    ...more,
    diagnostics: diagnostics.map(diagnosticData),
  };
}

/** Which data answered. */
export function catalogData({ catalog, digest }: OpenCatalog): Answer<typeof catalogPart> {
  const top = catalog.packs.at(-1);
  return { name: top?.name ?? '', version: top?.version ?? '', digest };
}

function profileData(catalog: Catalog, person: Person): Answer<typeof profilePart> {
  return {
    name: person.profile.name ?? null,
    skills: person.declarations.map(({ skill, level }) => ({
      id: textAt(catalog.skillIds, skill),
      name: textAt(catalog.skillNames, skill),
      level,
      readFrom: person.readFrom.get(skill) ?? [],
    })),
    unrecognised: person.unrecognised,
  };
}
