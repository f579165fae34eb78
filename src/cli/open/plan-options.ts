import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Verdict } from '../../core/model/scale.ts';
import { type Goal, goalOfVerdict } from '../../core/plan/goal.ts';
import type { LearningStep } from '../../core/plan/learning-step.ts';
import type { Solve, SolveLimits } from '../../core/plan/linear-program.ts';
import type { PlanQuestion } from '../../core/plan/plan.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { suggestWords } from '../../search/suggest.ts';
import type { OptionSpec } from '../shell/command.ts';
import { numberOption } from '../shell/command.ts';
import { usageFailure } from '../shell/failure.ts';
import { pickSkills } from './pick-named.ts';
import { assumeOption, preferOption } from './plan-start.ts';

/** Nodes of the search tree before a plan is given with how far it may be from the best one. The built-in roles need under a hundred. */
const maxNodes = 20_000;

/** When neither the command line nor the profile says how many hours a week has: an evening or two. */
const assumedHoursPerWeek = 5;

export const paceOption: OptionSpec = {
  flags: '--pace <factor>',
  description: 'scale all hours: 1.5 for half as long again, 0.8 for a fast learner',
  parse: numberOption('--pace', 0.1, 10),
};

export const hoursPerWeekOption: OptionSpec = {
  flags: '--hours-per-week <hours>',
  description: `hours of learning in a week (else the profile's, else ${assumedHoursPerWeek})`,
  parse: numberOption('--hours-per-week', 0.5, 168),
};

export const solverOptions: readonly OptionSpec[] = [
  assumeOption,
  preferOption,
  { flags: '--exclude <skill>', description: 'learn nothing of this skill; again for another one', repeatable: true },
  {
    flags: '--time-limit <seconds>',
    description: 'give the best answer found by then, with how far it may be from the best one',
    parse: numberOption('--time-limit', 0.1, 86_400),
  },
];

/** What a plan may reach: a verdict above the lowest, or a fit from 0 to 100. */
export const reachedVerdicts = ['ready', 'near', 'stretch'] as const satisfies readonly Verdict[];
export type Reach = (typeof reachedVerdicts)[number] | number;

/** `--reach ready`, `--reach near` or `--reach 80`. */
export function parseReach(text: string): Reach {
  const verdict = reachedVerdicts.find((one) => one === text.toLowerCase());
  if (verdict !== undefined) return verdict;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value <= 100) return value;
  throw usageFailure(
    `--reach: "${text}" is neither a verdict (${reachedVerdicts.join(', ')}) nor a fit from 0 to 100`,
    'write --reach ready, --reach near or --reach 80',
    suggestWords(text, reachedVerdicts, 1),
  );
}

/** How a goal is called on a screen. */
export function reachWords(reach: Reach): string {
  return typeof reach === 'number' ? `fit ${reach}` : reach;
}

/** What `--reach` asks of a role. */
export function goalOf(catalog: Catalog, role: number, reach: Reach): Goal {
  return typeof reach === 'number' ? { role, fit: reach, essentials: 0 } : goalOfVerdict(catalog, role, reach);
}

/** What every question to the planner takes from the command line. */
export function planQuestion(
  catalog: Catalog,
  held: PlanQuestion['held'],
  options: Readonly<Record<string, unknown>>,
  solve: Solve,
  prefer: ReadonlySet<number> = new Set(),
): PlanQuestion {
  const excluded = new Set(pickSkills(catalog, (options['exclude'] as string[] | undefined) ?? []));
  const seconds = options['timeLimit'] as number | undefined;
  const limits: SolveLimits = { nodes: maxNodes, ...(seconds === undefined ? {} : { seconds }) };
  const isExcluded = (step: LearningStep): boolean => excluded.has(step.skill);
  return { catalog, held, isExcluded, solve, limits, prefer, breakTies: true };
}

/** The hours that a week has for learning, and whether anybody said so. */
export function hoursPerWeekOf(person: Person, options: Readonly<Record<string, unknown>>): { hours: number; assumed: boolean } {
  const said = (options['hoursPerWeek'] as number | undefined) ?? person.profile.hoursPerWeek;
  return said === undefined || said <= 0 ? { hours: assumedHoursPerWeek, assumed: true } : { hours: said, assumed: false };
}
