import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { assessRole, type RoleFit, rankRoles, wholeScore } from '../../core/score/fit.ts';
import { explainRole, findGaps, type RequirementFit } from '../../core/score/gaps.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block, Records } from '../../report/report.ts';
import { wrapResults } from '../answers/envelope.ts';
import { firstStepBlocks, firstSteps } from '../answers/first-steps.ts';
import { backgroundLine, count, fitData, fitRecords, fitTable, personLine } from '../answers/fit-answer.ts';
import { requirementData, requirementTable } from '../answers/requirement-answer.ts';
import { stepData } from '../answers/step-answer.ts';
import { minFitExit, minFitOption } from '../open/min-fit.ts';
import { pickRoles } from '../open/pick-named.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';

/** So many gaps and steps fit on a screen; `gaps` shows all. */
const gapsShown = 6;
const stepsShown = 5;
/** With a whole taxonomy loaded, the best roles are the answer. */
const rolesShown = 15;

export const match: CommandSpec = {
  name: 'match',
  argument: '[role...]',
  group: 'You',
  summary: "where you stand and what comes next: every role's fit, then gaps and first steps for the target",
  examples: [
    'careerpath match',
    'careerpath match principal-api-architect -p me.yaml',
    'careerpath match --skills "java=3,sql=2,docker"',
  ],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: true,
  options: [minFitOption],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const best = rankRoles(catalog, person.held, rolesShown);
    const { fit: target, why } = chooseTarget(catalog, best, named, person);
    const total = catalog.index.roleCount;
    const all = (): RoleFit[] => (total > best.length ? rankRoles(catalog, person.held) : best);
    const gaps = findGaps(explainRole(catalog, target.role, person.held));
    const steps = firstSteps(catalog, target.role, person, stepsShown);
    const blocks = (): Block[] => [
      personLine(catalog, person),
      fitTable(catalog, best),
      ...moreRoles(total),
      {
        kind: 'heading',
        text: `${textAt(catalog.roleTitles, target.role)} (${why}): ${wholeScore(target.fit)}, ${target.verdict}`,
      },
      ...backgroundLine(catalog, person, target.role),
      ...gapBlocks(catalog, target.role, gaps, person),
      ...firstStepBlocks(catalog, target.role, steps),
      ...wholeWay(steps.length, textAt(catalog.roleIds, target.role)),
    ];
    const notes = person.diagnostics;
    const data = (): Record<string, unknown> =>
      wrapResults({
        command: 'match',
        opened,
        person,
        results: all().map((fit) => fitData(catalog, person, fit)),
        diagnostics: notes,
        more: {
          target: {
            role: textAt(catalog.roleIds, target.role),
            gaps: gaps.map((gap) => requirementData(catalog, gap)),
            steps: steps.map((step) => stepData(catalog, step)),
          },
        },
      });
    const records = (): Records => fitRecords(catalog, person, all());
    const exitCode = minFitExit(options['minFit'], catalog, named, person);
    return { report: { blocks, notes, records, data }, exitCode: () => exitCode };
  },
};

/** What the target asks and the person lacks, worst first. */
function gapBlocks(catalog: Catalog, role: number, gaps: readonly RequirementFit[], person: Person): Block[] {
  if (gaps.length === 0) return [{ kind: 'text', text: 'Nothing is missing.', tone: 'good' }];
  const table = requirementTable(catalog, gaps.slice(0, gapsShown), person.held);
  const more = gaps.length - gapsShown;
  if (more <= 0) return [table];
  return [
    table,
    { kind: 'text', text: `${count(more, 'more gap')}: careerpath gaps ${textAt(catalog.roleIds, role)}`, tone: 'dim' },
  ];
}

function wholeWay(steps: number, role: string): Block[] {
  return steps === 0 ? [] : [{ kind: 'text', text: `The whole way: careerpath plan ${role}`, tone: 'dim' }];
}

function moreRoles(total: number): Block[] {
  if (total <= rolesShown) return [];
  return [{ kind: 'text', text: `${total - rolesShown} more roles: careerpath fit`, tone: 'dim' }];
}

/** The named role, else the profile's target, else the nearest role that the person is not ready for yet. */
function chooseTarget(
  catalog: Catalog,
  best: readonly RoleFit[],
  named: readonly number[],
  person: Person,
): { fit: RoleFit; why: string } {
  const byRole = (role: number): RoleFit => assessRole(catalog, role, person.held);
  const isOpen = (fit: RoleFit): boolean => fit.verdict !== 'ready' && fit.role !== person.currentRole;
  const [asked] = named;
  if (asked !== undefined) return { fit: byRole(asked), why: 'the role you asked for' };
  const [wanted] = person.targets;
  if (wanted !== undefined) return { fit: byRole(wanted), why: 'your target' };
  const open = best.find(isOpen) ?? rankRoles(catalog, person.held).find(isOpen);
  if (open !== undefined) return { fit: open, why: 'the nearest role that you are not ready for' };
  return { fit: firstOf(best), why: `the best fit of ${count(catalog.index.roleCount, 'role')}` };
}

function firstOf(fits: readonly RoleFit[]): RoleFit {
  const [first] = fits;
  if (first === undefined) throw new Error('a catalog has at least one role');
  return first;
}
