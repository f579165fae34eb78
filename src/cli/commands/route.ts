import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { AssumedProfile } from '../../core/plan/assume-profile.ts';
import { type Hours, hoursOf, type LearningStep } from '../../core/plan/learning-step.ts';
import { paceHours, sumHours } from '../../core/plan/plan-weeks.ts';
import { presentGrade, seniorityOf } from '../../core/plan/present-grade.ts';
import { declarationsOfRole, findRoutes, type Route, type RouteAnswer } from '../../core/plan/route.ts';
import { assessRole, wholeScore } from '../../core/score/fit.ts';
import { holdLevels } from '../../core/score/held-levels.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { type Block, type Branch, type Records, recordsOf } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { reached } from '../../schema/answers/plan.ts';
import { assumedBlocks, assumedData, tooOpenBlocks } from '../answers/assumed-answer.ts';
import { wrapResults } from '../answers/envelope.ts';
import { count } from '../answers/fit-answer.ts';
import { planHours, proofWords, unreachableBlocks } from '../answers/plan-answer.ts';
import { hoursRange } from '../answers/step-answer.ts';
import { aimedRoles } from '../open/aimed-roles.ts';
import { pickRoles } from '../open/pick-named.ts';
import { paceOption, planQuestion, solverOptions } from '../open/plan-options.ts';
import { openStart, preferredSkills } from '../open/plan-start.ts';
import { withSolver } from '../open/with-solver.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';
import { numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

export const route: CommandSpec = {
  name: 'route',
  argument: '[role]',
  group: 'Learn',
  summary: 'intermediate roles on the way to a role, a job at every grade, and what they cost beside going straight',
  examples: [
    'careerpath route',
    'careerpath route principal-api-architect',
    'careerpath route --from junior-backend-engineer principal-api-architect --top 3',
    'careerpath route principal-api-architect -f mermaid',
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'mermaid'],
  usesProfile: true,
  options: [
    { flags: '--from <role>', description: 'start from what this role asks instead of from a profile' },
    { flags: '--top <routes>', description: 'so many routes, cheapest first', parse: numberOption('--top', 1, 20, true) },
    paceOption,
    ...solverOptions,
  ],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const fromName = options['from'] as string | undefined;
    const [fromRole] = fromName === undefined ? [] : pickRoles(catalog, [fromName]);
    const person = fromRole === undefined ? await openPerson(session.io, catalog, options) : undefined;
    const target = targetOf(catalog, person, named);
    const start = startOf(catalog, person, fromRole, options);
    const from = fromRole ?? person?.currentRole;
    const grade = presentGrade(catalog, person?.held ?? start.held, person === undefined ? {} : backgroundOf(person), from);
    const prefer = preferredSkills(catalog, person, options);
    const pace = (options['pace'] as number | undefined) ?? 1;
    const max = (options['top'] as number | undefined) ?? 1;
    const answer = await withSolver(session, 'looking for the cheapest route', (solve) =>
      findRoutes(planQuestion(catalog, start.held, options, solve, prefer), target, from, max, grade),
    );
    const startTitle = fromRole === undefined ? (person?.profile.name ?? 'You') : textAt(catalog.roleTitles, fromRole);
    const root = (): Branch => drawRoutes(catalog, answer.routes, startTitle, pace);
    const notes = person?.diagnostics ?? [];
    const fromId = from === undefined ? null : textAt(catalog.roleIds, from);
    const assumed = assumedData(catalog, start.assumed);
    const results = (): Record<string, unknown>[] =>
      answer.direct.status === 'unreachable'
        ? [
            {
              from: fromId,
              to: textAt(catalog.roleIds, target),
              status: 'unreachable',
              hops: [],
              hours: null,
              directHours: null,
              directViable: false,
              assumed,
            },
          ]
        : answer.routes.map((one) => ({ ...routeData(catalog, one, answer, fromId, pace), assumed }));
    return {
      report: {
        notes,
        blocks: () => [
          ...(person === undefined ? [] : tooOpenBlocks(catalog, [target], person)),
          ...routeBlocks(catalog, answer, target, root(), pace),
          ...assumedBlocks(catalog, [target], start),
        ],
        records: () => hopRecords(catalog, answer.routes, pace),
        data: () =>
          wrapResults({
            command: 'route',
            opened,
            ...(person === undefined ? {} : { person }),
            results: results(),
            diagnostics: notes,
          }),
        diagram: () => ({ kind: 'tree', root: root() }),
      },
      exitCode: () => (answer.direct.status === 'unreachable' ? exitCodes.no : exitCodes.fine),
    };
  },
};

/** Where a route leads: the named role, else what the person aims at. */
function targetOf(catalog: Catalog, person: Person | undefined, named: readonly number[]): number {
  if (person !== undefined) return aimedRoles(catalog, person, named)[0];
  const [target] = named;
  if (target === undefined)
    throw usageFailure('--from says where a route starts, and no role says where it leads', 'name one: careerpath roles');
  return target;
}

/** Where a route starts: the assumed profile of a person, or what a role asks. */
function startOf(
  catalog: Catalog,
  person: Person | undefined,
  fromRole: number | undefined,
  options: Readonly<Record<string, unknown>>,
): AssumedProfile {
  if (person !== undefined) return openStart(catalog, person, options);
  const declarations = fromRole === undefined ? [] : declarationsOfRole(catalog, fromRole);
  return { declarations, held: holdLevels(catalog.index, declarations), assumed: [] };
}

function stepsHours(catalog: Catalog, steps: readonly LearningStep[], pace: number): Hours {
  return sumHours(steps.map((step) => paceHours(hoursOf(catalog, step), pace)));
}

function routeData(
  catalog: Catalog,
  route: Route,
  answer: RouteAnswer,
  from: string | null,
  pace: number,
): Omit<Answer<typeof reached>, 'assumed'> {
  const { direct, directViable } = answer;
  return {
    from,
    to: textAt(catalog.roleIds, route.hops.at(-1)?.role ?? -1),
    status: route.plan.status,
    gapPercent: route.plan.gapPercent,
    hops: route.hops.map((hop) => ({
      role: textAt(catalog.roleIds, hop.role),
      title: textAt(catalog.roleTitles, hop.role),
      hours: stepsHours(catalog, hop.steps, pace),
      fitAtStart: assessRole(catalog, hop.role, hop.held).fit,
      steps: hop.steps.map((step) => ({ skill: textAt(catalog.skillIds, step.skill), from: step.level - 1, to: step.level })),
    })),
    hours: planHours(catalog, route.plan, pace),
    directHours: direct.status === 'unreachable' ? null : planHours(catalog, direct, pace),
    directViable,
    unusualMoves: route.unusualMoves,
    intermediateRolesLeftOut: answer.leftOut,
  };
}

function hopRecords(catalog: Catalog, routes: readonly Route[], pace: number): Records {
  const hops = routes.flatMap((one, i) =>
    one.hops.map((hop, j) => ({ ...hop, route: i + 1, number: j + 1, hours: stepsHours(catalog, hop.steps, pace) })),
  );
  return recordsOf(
    [
      ['route', (hop) => hop.route],
      ['hop', (hop) => hop.number],
      ['role', (hop) => textAt(catalog.roleIds, hop.role)],
      ['title', (hop) => textAt(catalog.roleTitles, hop.role)],
      ['hoursLow', (hop) => hop.hours.low],
      ['hoursTypical', (hop) => hop.hours.typical],
      ['hoursHigh', (hop) => hop.hours.high],
      ['fitAtStart', (hop) => assessRole(catalog, hop.role, hop.held).fit],
    ],
    hops,
  );
}

function routeBlocks(catalog: Catalog, answer: RouteAnswer, target: number, root: Branch, pace: number): Block[] {
  const { routes, direct, directViable } = answer;
  const title = textAt(catalog.roleTitles, target);
  const heading: Block = { kind: 'heading', text: `Route to ${title}` };
  if (direct.status === 'unreachable') return [heading, ...unreachableBlocks(catalog, direct)];
  const straight = planHours(catalog, direct, pace);
  const [best] = routes;
  const viable = directViable ? 'it is at most one grade up' : 'it is more than one grade up, too far for one move';
  const more = best === undefined ? 0 : planHours(catalog, best.plan, pace).typical - straight.typical;
  const price = best === undefined || best.hops.length < 2 ? '' : ` The intermediate roles cost ${more} h more.`;
  const blocks: Block[] = [heading, { kind: 'tree', root }];
  blocks.push({ kind: 'text', text: `Going straight: ${straight.typical} h (${hoursRange(straight)}); ${viable}.${price}` });
  if (seniorityOf(catalog, target) === undefined) {
    blocks.push({ kind: 'text', text: `${title} states no seniority, so no intermediate roles are looked for.`, tone: 'fair' });
  }
  if (best !== undefined) blocks.push({ kind: 'text', text: proofWords(best.plan, false), tone: 'dim' });
  if (best?.plan.status === 'feasible' && answer.leftOut > 0) {
    const text = `Grades here have very many roles: ${count(answer.leftOut, 'possible intermediate role')} left out, those that ask most beyond the plan.`;
    blocks.push({ kind: 'text', text, tone: 'dim' });
  }
  return blocks;
}

/** All routes as one tree: chains that begin alike share their beginning only where its hours are the same too. */
function drawRoutes(catalog: Catalog, routes: readonly Route[], start: string, pace: number): Branch {
  const chains = routes.map((route) =>
    route.hops.map((hop, i) => {
      const hours = stepsHours(catalog, hop.steps, pace);
      const { fit, verdict } = assessRole(catalog, hop.role, hop.held);
      const total = i === route.hops.length - 1 ? [`${planHours(catalog, route.plan, pace).typical} h in all`] : [];
      return {
        title: textAt(catalog.roleTitles, hop.role),
        facts: [`+${hours.typical} h`, `fit ${wholeScore(fit)} ${verdict}`, ...total],
      };
    }),
  );
  return { title: start, facts: routes.length > 1 ? [count(routes.length, 'route')] : [], children: joinChains(chains) };
}

type DrawnHop = Omit<Branch, 'children'>;

function joinChains(chains: readonly (readonly DrawnHop[])[]): Branch[] {
  const groups = new Map<string, { hop: DrawnHop; rest: (readonly DrawnHop[])[] }>();
  for (const [hop, ...rest] of chains) {
    if (hop === undefined) continue;
    const key = JSON.stringify(hop);
    const group = groups.get(key) ?? { hop, rest: [] };
    if (rest.length > 0) group.rest.push(rest);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ hop, rest }) => ({ ...hop, children: joinChains(rest) }));
}
