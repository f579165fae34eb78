import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { assessRole, rankRoles, reaches } from '../../core/score/fit.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { numberOption } from '../shell/command.ts';
import { exitCodes } from '../shell/failure.ts';

export const minFitOption = {
  flags: '--min-fit <points>',
  description: 'exit 1 when a fit is below this (the named roles, else the targets, else the best role)',
  parse: numberOption('--min-fit', 0, 100),
} as const;

/** `--min-fit` asks about the named roles, else the targets, else the best role. Exact scores are compared. */
export function minFitExit(mark: unknown, catalog: Catalog, named: readonly number[], person: Person): 0 | 1 {
  if (typeof mark !== 'number') return exitCodes.fine;
  const asked = named.length > 0 ? named : person.targets;
  const judged =
    asked.length > 0 ? asked.map((role) => assessRole(catalog, role, person.held)) : rankRoles(catalog, person.held, 1);
  return judged.every((one) => reaches(one.fit, mark)) ? exitCodes.fine : exitCodes.no;
}
