import { textAt } from '../../core/catalog/text-table.ts';
import { planFirstSteps } from '../../core/plan/first-steps.ts';
import { describeSteps, orderSteps } from '../../core/plan/order-steps.ts';
import { planCheapest } from '../../core/plan/plan.ts';
import { paceHours } from '../../core/plan/plan-weeks.ts';
import { rankSingleSteps } from '../../core/plan/single-steps.ts';
import { holdChanged, rankWithTies } from '../../core/plan/what-if.ts';
import { rankRoles } from '../../core/score/fit.ts';
import type { Declaration } from '../../core/score/held-levels.ts';
import { parseSkillsArgument } from '../../intake/skills-argument.ts';
import { assumedBlocks, assumedData, tooOpenBlocks } from '../answers/assumed-answer.ts';
import { wrapResults } from '../answers/envelope.ts';
import { personLine } from '../answers/fit-answer.ts';
import { planData, unreachableBlocks } from '../answers/plan-answer.ts';
import { gainBlocks, gainData, gainRecords, rankBlocks, rankData, rankRecords, reachLine } from '../answers/what-if-answer.ts';
import { aimedRoles } from '../open/aimed-roles.ts';
import { pickRoles, pickSkills } from '../open/pick-named.ts';
import {
  goalOf,
  paceOption,
  parseReach,
  planQuestion,
  type Reach,
  reachedVerdicts,
  solverOptions,
} from '../open/plan-options.ts';
import { openStart, preferredSkills } from '../open/plan-start.ts';
import { withSolver } from '../open/with-solver.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec, Outcome, Session } from '../shell/command.ts';
import { numberOption } from '../shell/command.ts';
import { exitCodes, Failure, usageFailure } from '../shell/failure.ts';

/** So many single steps fit on a screen. */
const stepsShown = 10;

export const whatIf: CommandSpec = {
  name: 'what-if',
  argument: '[role...]',
  group: 'Learn',
  summary: 'fits before and after a change; with none, the single steps to your target that gain most an hour',
  examples: [
    'careerpath what-if',
    'careerpath what-if --set kafka=3 --set aws=2',
    'careerpath what-if senior-backend-developer',
    'careerpath what-if --reach 80 senior-backend-developer',
  ],
  formats: ['table', 'json', 'csv', 'markdown'],
  usesProfile: true,
  options: [
    { flags: '--set <skill=level>', description: 'as if you had declared this; again for more', repeatable: true },
    {
      flags: '--reach <fit>',
      description: 'the cheapest changes that reach a fit, or ready, near or stretch, in one role',
      values: reachedVerdicts,
      parse: parseReach,
    },
    { flags: '--top <steps>', description: 'so many single steps', parse: numberOption('--top', 1, 1000, true) },
    paceOption,
    ...solverOptions,
  ],
  async run(session, invocation) {
    const { options } = invocation;
    if (options['set'] !== undefined && options['reach'] !== undefined) {
      throw usageFailure('--set and --reach ask for different things', 'give one of them');
    }
    if (options['reach'] !== undefined) return reach(session, invocation.names, options);
    if (options['set'] !== undefined) return change(session, invocation.names, options);
    return singleSteps(session, invocation.names, options);
  },
};

type Options = Readonly<Record<string, unknown>>;

/** `--set`: every role's fit before and after, and which places in the ranking are ties. */
async function change(session: Session, names: readonly string[], options: Options): Promise<Outcome> {
  const opened = await session.openCatalog();
  const { catalog } = opened;
  const named = pickRoles(catalog, names);
  const person = await openPerson(session.io, catalog, options);
  const { skills, diagnostics } = parseSkillsArgument((options['set'] as string[]).join(','), catalog.scale);
  if (diagnostics.length > 0) {
    throw new Failure(exitCodes.usage, diagnostics);
  }
  const numbers = pickSkills(
    catalog,
    skills.map((skill) => skill.input),
  );
  const changes = new Map<number, Declaration>(
    skills.map(({ level }, i) => [numbers[i] as number, { skill: numbers[i] as number, level }]),
  );
  const start = openStart(catalog, person, options);
  const after = holdChanged(catalog.index, start.declarations, [...changes.values()]);
  const isShown = (role: number): boolean => named.length === 0 || named.includes(role);
  const before = new Map(rankRoles(catalog, start.held).map((fit) => [fit.role, fit]));
  const ranked = rankWithTies(catalog, after).filter((one) => isShown(one.fit.role));
  return {
    report: {
      notes: person.diagnostics,
      blocks: () => [
        personLine(catalog, person),
        ...rankBlocks(catalog, ranked, before, [...changes.values()], named.length > 0),
        ...assumedBlocks(catalog, named.length > 0 ? named : ranked.map((one) => one.fit.role), start),
      ],
      records: () => rankRecords(catalog, ranked, before),
      data: () =>
        wrapResults({
          command: 'what-if',
          opened,
          person,
          results: ranked.map((one) => rankData(catalog, one, before)),
          more: { assumed: assumedData(catalog, start.assumed) },
          diagnostics: person.diagnostics,
        }),
    },
    exitCode: () => exitCodes.fine,
  };
}

/** Nothing set: the single steps that gain most an hour, over the named roles, else the targets, else the role that `match` takes for one. */
async function singleSteps(session: Session, names: readonly string[], options: Options): Promise<Outcome> {
  const opened = await session.openCatalog();
  const { catalog } = opened;
  const named = pickRoles(catalog, names);
  const person = await openPerson(session.io, catalog, options);
  const start = openStart(catalog, person, options);
  const roles = aimedRoles(catalog, person, named);
  const excluded = new Set(pickSkills(catalog, (options['exclude'] as string[] | undefined) ?? []));
  const pace = (options['pace'] as number | undefined) ?? 1;
  const max = (options['top'] as number | undefined) ?? stepsShown;
  const ranked = rankSingleSteps(catalog, roles, start.held, (step) => excluded.has(step.skill), max);
  const gains = ranked.map((one) => ({ ...one, hours: paceHours(one.hours, pace) }));
  const over = roles.map((role) => textAt(catalog.roleTitles, role)).join(' + ');
  return {
    report: {
      notes: person.diagnostics,
      blocks: () => [
        personLine(catalog, person),
        ...tooOpenBlocks(catalog, roles, person),
        ...gainBlocks(catalog, gains, over),
        ...assumedBlocks(catalog, roles, start),
      ],
      records: () => gainRecords(catalog, gains),
      data: () =>
        wrapResults({
          command: 'what-if',
          opened,
          person,
          results: gains.map((one, i) => gainData(catalog, one, i + 1)),
          more: { roles: roles.map((role) => textAt(catalog.roleIds, role)), assumed: assumedData(catalog, start.assumed) },
          diagnostics: person.diagnostics,
        }),
    },
    exitCode: () => exitCodes.fine,
  };
}

/** `--reach`: the planner's answer in one line, for the named role, else the first target, else what `match` takes for one. */
async function reach(session: Session, names: readonly string[], options: Options): Promise<Outcome> {
  const opened = await session.openCatalog();
  const { catalog } = opened;
  const named = pickRoles(catalog, names);
  if (named.length > 1) throw usageFailure('--reach takes one role', 'such as: careerpath what-if --reach 80 ROLE');
  const person = await openPerson(session.io, catalog, options);
  const [role] = aimedRoles(catalog, person, named);
  const roles = [role];
  const pace = (options['pace'] as number | undefined) ?? 1;
  const wish = { reach: options['reach'] as Reach };
  const start = openStart(catalog, person, options);
  const prefer = preferredSkills(catalog, person, options);
  const answer = await withSolver(session, 'looking for the cheapest changes', (solve) =>
    planCheapest(planQuestion(catalog, start.held, options, solve, prefer), [goalOf(catalog, role, wish.reach)]),
  );
  const steps =
    answer.status === 'unreachable'
      ? []
      : describeSteps(
          catalog,
          roles,
          start.held,
          orderSteps(catalog, roles, start.held, answer.steps, planFirstSteps(catalog, roles, start.held)),
        ).map((one, i) => ({
          ...one,
          hours: paceHours(one.hours, pace),
          order: i + 1,
        }));
  const line = reachLine(catalog, role, wish.reach, start.held, answer, pace);
  return {
    report: {
      notes: person.diagnostics,
      blocks: () => [
        ...tooOpenBlocks(catalog, roles, person),
        ...(answer.status === 'unreachable' ? unreachableBlocks(catalog, answer) : [{ kind: 'text', text: line } as const]),
        ...assumedBlocks(catalog, roles, start),
      ],
      records: () => ({ columns: ['role', 'changes'], rows: [{ role: catalog.role(role).id, changes: line }] }),
      data: () =>
        wrapResults({
          command: 'what-if',
          opened,
          person,
          results: [planData(catalog, { roles, wish, pace, answer, steps, start })],
          diagnostics: person.diagnostics,
        }),
    },
    exitCode: () => (answer.status === 'unreachable' ? exitCodes.no : exitCodes.fine),
  };
}
