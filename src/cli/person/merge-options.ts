import type { Invocation, OptionSpec } from '../shell/command.ts';
import { usageFailure } from '../shell/failure.ts';

/** Of the commands whose findings can go into a profile that exists. */
export const mergeOptions: readonly OptionSpec[] = [
  { flags: '--into <file>', description: 'merge into this profile: shows what changes, and asks', path: 'input' },
  { flags: '--yes', description: 'with --into: do not ask' },
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
