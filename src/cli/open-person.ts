import { resolve } from 'node:path';
import type { Catalog } from '../core/catalog-index.ts';
import { type Diagnostic, severityOf } from '../core/diagnostic.ts';
import type { SkillProfile } from '../core/model.ts';
import { decodeText, type ReadText, readTextFile, textFileLimit } from '../documents/read-file.ts';
import { type Person, resolveProfile } from '../intake/resolve-profile.ts';
import { parseSkillsArgument } from '../intake/skills-argument.ts';
import { makeSuggestIds } from '../intake/suggest-ids.ts';
import { exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';
import { discoverProfile, profilePlaces } from './profile-place.ts';
import { starterProfile } from './starter-profile.ts';

export interface ProfileOptions {
  readonly profile?: string;
  readonly skills?: readonly string[];
}

/** The profile to use, or nothing when there is none anywhere. */
export async function findPerson(io: Io, catalog: Catalog, options: ProfileOptions): Promise<Person | undefined> {
  const bySkills = readSkillsOption(catalog, options.skills);
  // `--skills` alone is a whole profile: what lies in the working folder must not change its answer.
  const path = options.profile ?? (bySkills === undefined ? discoverProfile(io) : undefined);
  if (path === undefined && bySkills === undefined) return undefined;
  const fromFile = path === undefined ? undefined : await openProfile(io, catalog, path);
  const profile: SkillProfile = {
    ...(fromFile?.profile ?? { targets: [] }),
    skills: [...(fromFile?.profile.skills ?? []), ...(bySkills ?? [])],
  };
  const person = resolveProfile(catalog, profile, makeSuggestIds(catalog));
  return { ...person, diagnostics: [...(fromFile?.notes ?? []), ...person.diagnostics] };
}

/** As `findPerson`, but no profile is wrong usage: the message shows one to paste. */
export async function openPerson(io: Io, catalog: Catalog, options: ProfileOptions): Promise<Person> {
  const person = await findPerson(io, catalog, options);
  if (person !== undefined) return person;
  const looked = profilePlaces(io).map((place) => place.shown);
  throw new Failure(exitCodes.usage, [{ code: 'no-profile', facts: { looked } }], starterProfile);
}

async function openProfile(
  io: Io,
  catalog: Catalog,
  path: string,
): Promise<{ profile: SkillProfile; notes: readonly Diagnostic[] }> {
  const shown = path === '-' ? '<stdin>' : path;
  const read: ReadText = path === '-' ? await readStdin(io, shown) : readTextFile(resolve(io.cwd, path), shown);
  if ('diagnostic' in read) throw new Failure(exitCodes.input, [read.diagnostic]);
  // Brings in the YAML parser and the schemas: `--skills` does without.
  const { readProfile } = await import('../intake/read-profile.ts');
  const { profile, diagnostics } = readProfile(read.text, shown, catalog.scale);
  const errors = diagnostics.filter((diagnostic) => severityOf(diagnostic) === 'error');
  if (profile === undefined || errors.length > 0) throw new Failure(exitCodes.input, errors);
  return { profile, notes: diagnostics };
}

async function readStdin(io: Io, shown: string): Promise<ReadText> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  const bytes = Buffer.concat(chunks);
  if (bytes.length > textFileLimit) {
    return { diagnostic: { code: 'file-too-large', facts: { bytes: bytes.length, limit: textFileLimit }, file: shown } };
  }
  return decodeText(bytes, shown);
}

function readSkillsOption(catalog: Catalog, texts: readonly string[] | undefined): SkillProfile['skills'] | undefined {
  if (texts === undefined || texts.length === 0) return undefined;
  const { skills, diagnostics } = parseSkillsArgument(texts.join(','), catalog.scale);
  if (diagnostics.length > 0) throw new Failure(exitCodes.usage, diagnostics);
  return skills;
}
