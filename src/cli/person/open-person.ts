import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { severityOf } from '../../core/model/diagnostic.ts';
import type { SkillProfile } from '../../core/model/model.ts';
import { type Person, resolveProfile } from '../../intake/resolve-profile.ts';
import { readFaultlessProfile } from '../../intake/shape-profile.ts';
import { parseSkillsArgument } from '../../intake/skills-argument.ts';
import { makeSuggestIds, type SuggestIds } from '../../intake/suggest-ids.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { readTextInput, shownName } from '../shell/read-input.ts';
import { discoverProfile, profilePlaces, starterProfile } from './profile-place.ts';

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
  const resolvePerson = (fromFile: SkillProfile | undefined, suggest: SuggestIds): Person => {
    const skills = [...(fromFile?.skills ?? []), ...(bySkills ?? [])];
    return resolveProfile(catalog, { ...(fromFile ?? { targets: [] }), skills }, suggest);
  };
  if (path === undefined) return resolvePerson(undefined, makeSuggestIds(catalog));
  const shown = shownName(path);
  const read = await readTextInput(io, path);
  if ('diagnostic' in read) throw new Failure(exitCodes.input, [read.diagnostic]);
  const faultless = readFaultlessProfile(read.text, shown, catalog.scale);
  if (faultless !== undefined) {
    const person = resolvePerson(faultless, () => []);
    if (person.diagnostics.length === 0) return person;
  }
  // There is something to say: the YAML parser knows where. Bringing it in takes milliseconds.
  const { readProfile } = await import('../../intake/read-profile.ts');
  const { profile, diagnostics } = readProfile(read.text, shown, catalog.scale);
  const errors = diagnostics.filter((diagnostic) => severityOf(diagnostic) === 'error');
  if (profile === undefined || errors.length > 0) throw new Failure(exitCodes.input, errors);
  const person = resolvePerson(profile, makeSuggestIds(catalog));
  return { ...person, diagnostics: [...diagnostics, ...person.diagnostics] };
}

/** As `findPerson`, but no profile is wrong usage: the message shows one to paste. */
export async function openPerson(io: Io, catalog: Catalog, options: ProfileOptions): Promise<Person> {
  const person = await findPerson(io, catalog, options);
  if (person !== undefined) return person;
  const looked = profilePlaces(io).map((place) => place.shown);
  throw new Failure(exitCodes.usage, [{ code: 'no-profile', facts: { looked } }], starterProfile);
}

function readSkillsOption(catalog: Catalog, texts: readonly string[] | undefined): SkillProfile['skills'] | undefined {
  if (texts === undefined || texts.length === 0) return undefined;
  const { skills, diagnostics } = parseSkillsArgument(texts.join(','), catalog.scale);
  if (diagnostics.length > 0) throw new Failure(exitCodes.usage, diagnostics);
  return skills;
}
