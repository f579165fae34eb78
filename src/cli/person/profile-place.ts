import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Invocation, OptionSpec } from '../shell/command.ts';
import { usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

/** Where a profile is, or would be. */
export interface ProfilePlace {
  /** Absolute. */
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  readonly exists: boolean;
}

/** Where profiles are looked for when none is named, in this order. */
export function profilePlaces(io: Io): { path: string; shown: string }[] {
  const places: { path: string; shown: string }[] = [{ path: join(io.cwd, 'skills.yaml'), shown: './skills.yaml' }];
  const config = io.env['XDG_CONFIG_HOME'] || (io.env['HOME'] ? join(io.env['HOME'], '.config') : undefined);
  if (config !== undefined) {
    const path = join(config, 'careerpath', 'skills.yaml');
    places.push({ path, shown: path });
  }
  return places;
}

/** The profile to read when none is named on the command line; nothing when there is none. */
export function discoverProfile(io: Io): string | undefined {
  const named = io.env['CAREERPATH_PROFILE'];
  if (named !== undefined && named !== '') return named;
  const found = profilePlaces(io).find((place) => existsSync(place.path));
  return found?.shown.replace(/^\.\//, '');
}

/**
 * The profile to write: the named one, else the one that would be read, else a new one in the config folder, where it is
 * found from every folder.
 */
export function profileToWrite(io: Io, named: string | undefined): ProfilePlace {
  if (named === '-') throw usageFailure('a profile from standard input cannot be saved', 'name a file with --profile FILE');
  const shown = named ?? discoverProfile(io) ?? profilePlaces(io).at(-1)?.shown ?? 'skills.yaml';
  const path = resolve(io.cwd, shown);
  return { path, shown, exists: existsSync(path) };
}

/** A profile to paste and to change: the shortest text that shows every common form. */
export const starterProfile = `Save this as skills.yaml and change it:

  name: Your Name
  experience: { years: 2 }
  skills:
    Java: proficient      # none, novice, advanced beginner, competent, proficient, expert
    SQL: 3                # or 0 to 5
    Docker: 2
    kafka: none           # looked at, and absent
  targets: [backend-developer]

or ask at once:

  careerpath match --skills "java=4,sql=3,docker=2"
`;

/** Of the commands whose findings can go into a profile that exists. */
export const mergeOptions: readonly OptionSpec[] = [
  { flags: '--into <file>', description: 'merge into this profile: shows what changes, and asks', path: 'input' },
  { flags: '-y, --yes', description: 'with --into: do not ask' },
];

/** The profile to merge into, when there is one. Throws a `Failure` where the options make no sense. */
export function mergeTarget({ options }: Invocation): string | undefined {
  const into = options['into'];
  if (typeof into !== 'string') {
    if (options['yes'] === true) throw usageFailure('--yes answers what --into asks', 'add --into and the profile to merge into');
    return undefined;
  }
  if (into === '-') throw usageFailure('--into needs a file', 'name the profile to merge into');
  return into;
}
