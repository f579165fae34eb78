import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { chooseTarget } from '../../core/score/choose-target.ts';
import { type Judge, judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';

/**
 * The roles that an answer is about: those named, else the profile's targets, else the one that `match` takes for the target.
 *
 * @param known the person's judge, where the answer has one already
 */
export function aimedRoles(
  catalog: Catalog,
  person: Person,
  named: readonly number[],
  known?: Judge,
): readonly [number, ...number[]] {
  const [first, ...more] = named.length > 0 ? named : person.targets;
  if (first !== undefined) return [first, ...more];
  const judge = known ?? judgePerson(catalog, person.held, backgroundOf(person));
  const wish = { named, declared: person.targets, currentRole: person.currentRole };
  return [chooseTarget(catalog, judge, judge.rank(), wish).fit.role];
}
