import { textAt } from '../../core/catalog/text-table.ts';
import { assessRole, type RoleFit, rankRoles } from '../../core/score/fit.ts';
import { explainRole } from '../../core/score/gaps.ts';
import type { Block, Records } from '../../report/report.ts';
import { wrapResults } from '../answers/envelope.ts';
import { backgroundLine, fitData, fitRecords, fitTable, personLine } from '../answers/fit-answer.ts';
import { points, requirementData, requirementRecords, requirementTable } from '../answers/requirement-answer.ts';
import { minFitExit, minFitOption } from '../open/min-fit.ts';
import { pickRoles } from '../open/pick-named.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';

const rolesShown = 40;

function moreRoles(count: number): Block[] {
  if (count === 0) return [];
  const text = `${count} more roles: name those that you mean, or take them all with -f csv or -f json`;
  return [{ kind: 'text', text, tone: 'dim' }];
}

export const fit: CommandSpec = {
  name: 'fit',
  argument: '[role...]',
  group: 'You',
  summary: 'fit scores; --explain shows what each requirement adds',
  examples: [
    'careerpath fit',
    'careerpath fit backend-developer --explain',
    'careerpath fit --skills "java=4,sql=3" --min-fit 65 backend-developer',
  ],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: true,
  options: [{ flags: '--explain', description: "every requirement's points and how they were earned" }, minFitOption],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const assess = (role: number): RoleFit => assessRole(catalog, role, person.held);
    const fitsOf = (most: number): RoleFit[] => (named.length > 0 ? named.map(assess) : rankRoles(catalog, person.held, most));
    const explained = options['explain'] === true;
    const explain = (role: RoleFit): ReturnType<typeof explainRole> => explainRole(catalog, role.role, person.held);
    // With a whole taxonomy loaded, a screen shows the best roles; the formats for programs have them all.
    const total = named.length > 0 ? named.length : catalog.index.roleCount;
    const blocks = (): Block[] => {
      const shown = fitsOf(rolesShown);
      return [
        personLine(catalog, person),
        fitTable(catalog, shown),
        ...moreRoles(total - shown.length),
        ...(explained ? shown.flatMap(explainBlocks) : []),
      ];
    };
    const explainBlocks = (one: RoleFit): Block[] => [
      { kind: 'heading', text: `${textAt(catalog.roleTitles, one.role)}: ${points(one.fit)} of 100 points` },
      requirementTable(catalog, explain(one), person.held),
      ...backgroundLine(catalog, person, one.role),
    ];
    const result = (one: RoleFit): Record<string, unknown> => ({
      ...fitData(catalog, person, one),
      ...(explained ? { requirements: explain(one).map((requirement) => requirementData(catalog, requirement)) } : {}),
    });
    const records = (): Records => {
      if (!explained) return fitRecords(catalog, person, fitsOf(total));
      const asked = fitsOf(total).flatMap((fit) =>
        explain(fit).map((one) => ({ ...one, role: textAt(catalog.roleIds, fit.role) })),
      );
      return requirementRecords(catalog, asked);
    };
    const notes = person.diagnostics;
    const data = (): Record<string, unknown> =>
      wrapResults({ command: 'fit', opened, person, results: fitsOf(total).map(result), diagnostics: notes });
    const exitCode = minFitExit(options['minFit'], catalog, named, person);
    return { report: { blocks, notes, records, data }, exitCode: () => exitCode };
  },
};
