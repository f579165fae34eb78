import { textAt } from '../../core/catalog/text-table.ts';
import { type JudgedFit, judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Block, Records } from '../../report/report.ts';
import { wrapResults } from '../answers/envelope.ts';
import { estimateNotes } from '../answers/estimate-notes.ts';
import { backgroundLine, fitData, fitRecords, fitTable, personLine } from '../answers/fit-answer.ts';
import {
  type JudgedRequirement,
  judgeRequirements,
  points,
  requirementData,
  requirementRecords,
  requirementTable,
} from '../answers/requirement-answer.ts';
import { byOption, judgeMinFit, minFitOption } from '../open/min-fit.ts';
import { pickRoles } from '../open/pick-named.ts';
import { sortOf, sortOption } from '../open/sort-option.ts';
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
  options: [
    { flags: '--explain', description: "every requirement's points and how they were earned" },
    sortOption,
    minFitOption,
    byOption,
  ],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const judge = judgePerson(catalog, person.held, backgroundOf(person));
    const fitsOf = (most: number): JudgedFit[] => (named.length > 0 ? named.map(judge.fitOf) : judge.rank(most, sortOf(options)));
    const minFit = judgeMinFit(catalog, options, judge, named, person);
    const explained = options['explain'] === true;
    const explain = ({ role }: JudgedFit): JudgedRequirement[] => judgeRequirements(catalog, role, judge);
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
    const explainBlocks = (one: JudgedFit): Block[] => [
      { kind: 'heading', text: `${textAt(catalog.roleTitles, one.role)}: ${points(one.fit)} of 100 points` },
      requirementTable(catalog, explain(one), judge),
      ...backgroundLine(catalog, person, one.role),
    ];
    const result = (one: JudgedFit): Record<string, unknown> => ({
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
    const notes = [...person.diagnostics, ...estimateNotes(catalog, judge), ...minFit.notes];
    const data = (): Record<string, unknown> =>
      wrapResults({ command: 'fit', opened, person, results: fitsOf(total).map(result), diagnostics: notes, more: minFit.data });
    return { report: { blocks, notes, records, data }, exitCode: () => minFit.exitCode };
  },
};
