import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { reaches } from '../../core/score/fit.ts';
import type { Judge } from '../../core/score/judge.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { choiceOption, numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

export const minFitOption = {
  flags: '--min-fit <points>',
  description: 'exit 1 when what is proven of a fit is below this (the named roles, else the targets, else the best role)',
  parse: numberOption('--min-fit', 0, 100),
} as const;

/** Which number `--min-fit` means. */
export type MinFitBy = 'proven' | 'likely';

export const byOption = {
  flags: '--by <number>',
  description: 'what --min-fit counts: proven by what you said (the default), or likely, the estimate',
  ...choiceOption('--by', 'number', ['proven', 'likely'] satisfies MinFitBy[]),
} as const;

export interface MinFit {
  readonly exitCode: 0 | 1;
  /** What JSON says of it: nothing where nobody asked. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What people are told: the roles that are below. */
  readonly notes: readonly Diagnostic[];
}

/** The mark that `--min-fit` sets and the number that `--by` compares with it; null where nobody asked. */
export interface MinFitMark {
  readonly points: number;
  readonly by: MinFitBy;
}

export function minFitMark(options: Readonly<Record<string, unknown>>): MinFitMark | null {
  const { minFit: points } = options;
  if (typeof points === 'number') return { points, by: options['by'] === 'likely' ? 'likely' : 'proven' };
  if (options['by'] !== undefined)
    throw usageFailure('--by says what --min-fit counts, and there is none', 'add --min-fit POINTS');
  return null;
}

/** `--min-fit` asks about the named roles, else the targets, else the best role. Exact scores are compared. */
export function judgeMinFit(
  catalog: Catalog,
  options: Readonly<Record<string, unknown>>,
  judge: Judge,
  named: readonly number[],
  person: Person,
): MinFit {
  const mark = minFitMark(options);
  if (mark === null) return { exitCode: exitCodes.fine, data: {}, notes: [] };
  const { points, by } = mark;
  const asked = named.length > 0 ? named : person.targets;
  const judged = asked.length > 0 ? asked.map(judge.fitOf) : judge.rank(1);
  const below = judged.filter(({ fit, likely }) => !reaches(by === 'likely' ? likely.score : fit, points));
  const who = below.map(({ role }) => textAt(catalog.roleTitles, role)).join(', ');
  const met = below.length === 0;
  return {
    exitCode: met ? exitCodes.fine : exitCodes.no,
    data: { minFit: { points, by, met } },
    notes: met
      ? []
      : [{ code: 'below-min-fit', facts: { who: `${who} ${below.length === 1 ? 'is' : 'are'}`, mark: points, by, met } }],
  };
}
