import { reaches } from '../../core/score/fit.ts';
import type { Judge } from '../../core/score/judge.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { choiceOption, numberOption } from '../shell/command.ts';
import { exitCodes } from '../shell/failure.ts';

export const minFitOption = {
  flags: '--min-fit <points>',
  description: 'exit 1 when a fit is below this (the named roles, else the targets, else the best role)',
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
}

/** `--min-fit` asks about the named roles, else the targets, else the best role. Exact scores are compared. */
export function judgeMinFit(
  options: Readonly<Record<string, unknown>>,
  judge: Judge,
  named: readonly number[],
  person: Person,
): MinFit {
  const { minFit: mark } = options;
  if (typeof mark !== 'number') return { exitCode: exitCodes.fine, data: {} };
  const by: MinFitBy = options['by'] === 'likely' ? 'likely' : 'proven';
  const asked = named.length > 0 ? named : person.targets;
  const judged = asked.length > 0 ? asked.map(judge.fitOf) : judge.rank(1);
  const met = judged.every(({ fit, likely }) => reaches(by === 'likely' ? likely.score : fit, mark));
  return { exitCode: met ? exitCodes.fine : exitCodes.no, data: { minFit: { points: mark, by, met } } };
}
