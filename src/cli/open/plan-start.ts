import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { type AssumedProfile, assumeProfile } from '../../core/plan/assume-profile.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { OptionSpec } from '../shell/command.ts';
import { usageFailure } from '../shell/failure.ts';
import { pickSkills } from './pick-named.ts';

export const assumeOption: OptionSpec = {
  flags: '--assume <what>',
  description: '"likely" (the default) starts from what you said and what usually comes with it, "none" only from what you said',
  parse: parseAssume,
};

export const preferOption: OptionSpec = {
  flags: '--prefer <skill>',
  description: 'where there is a choice between equals, rather this skill; again, or with commas, for more',
  repeatable: true,
};

function parseAssume(text: string): 'likely' | 'none' {
  if (text === 'likely' || text === 'none') return text;
  throw usageFailure(`--assume: "${text}" is neither "likely" nor "none"`, 'write --assume likely or --assume none');
}

/** Where plans for somebody start: the assumed profile, or with `--assume none` what is said. */
export function openStart(catalog: Catalog, person: Person, options: Readonly<Record<string, unknown>>): AssumedProfile {
  const { declarations, held } = person;
  if (options['assume'] === 'none') return { declarations, held, assumed: [] };
  return assumeProfile(catalog, declarations, backgroundOf(person));
}

/** The skills of `--prefer` and of the profile. */
export function preferredSkills(
  catalog: Catalog,
  person: Person | undefined,
  options: Readonly<Record<string, unknown>>,
): ReadonlySet<number> {
  const names = ((options['prefer'] as string[] | undefined) ?? []).flatMap((text) => text.split(','));
  const named = pickSkills(
    catalog,
    names.map((name) => name.trim()).filter((name) => name !== ''),
  );
  return new Set([...named, ...(person?.prefer ?? [])]);
}
