import { textAt } from '../../core/catalog/text-table.ts';
import { findGaps } from '../../core/score/gaps.ts';
import { judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Block, Records } from '../../report/report.ts';
import type { gapsResult } from '../../schema/answers/fit.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import { wrapResults } from '../answers/envelope.ts';
import { estimateNotes } from '../answers/estimate-notes.ts';
import { backgroundWords, fitWords, personLine, scoreData } from '../answers/fit-answer.ts';
import { gapData, judgeRequirements, requirementRecords, requirementTable } from '../answers/requirement-answer.ts';
import { whyNotReady } from '../answers/why-not-ready.ts';
import { aimedRoles } from '../open/aimed-roles.ts';
import { pickRoles } from '../open/pick-named.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes } from '../shell/failure.ts';

export const gaps: CommandSpec = {
  name: 'gaps',
  argument: '[role]',
  group: 'You',
  summary: 'one role (else your target) line by line, worst first, and how each credit was earned',
  examples: [
    'careerpath gaps',
    'careerpath gaps senior-backend-developer',
    'careerpath gaps principal-api-architect -f markdown',
  ],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: true,
  options: [],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const judge = judgePerson(catalog, person.held, backgroundOf(person));
    const [role] = aimedRoles(catalog, person, named, judge);
    const fit = judge.fitOf(role);
    const requirements = judgeRequirements(catalog, role, judge);
    const open = findGaps(requirements);
    const met = requirements.filter((requirement) => requirement.state === 'met');
    const title = textAt(catalog.roleTitles, role);
    const blocks = (): Block[] => [
      personLine(catalog, person),
      {
        kind: 'heading',
        text: `${title}: ${fitWords(fit)}`,
        below: [whyNotReady(catalog, fit, open), backgroundWords(catalog, person, role)].filter((line) => line !== ''),
      },
      { kind: 'heading', text: open.length === 0 ? 'Nothing is missing.' : `Open (${open.length}), most points first` },
      ...(open.length === 0 ? [] : [requirementTable(catalog, open, judge)]),
      ...(met.length === 0
        ? []
        : [{ kind: 'heading', text: `Met (${met.length})` } as const, requirementTable(catalog, met, judge)]),
    ];
    const id = textAt(catalog.roleIds, role);
    const results = (): Answer<typeof gapsResult>[] => [
      {
        role: id,
        title,
        ...scoreData(fit),
        gaps: open.map((requirement) => gapData(catalog, requirement)),
        met: met.map((requirement) => gapData(catalog, requirement)),
      },
    ];
    const notes = [...person.diagnostics, ...estimateNotes(catalog, judge)];
    const records = (): Records =>
      requirementRecords(
        catalog,
        [...open, ...met].map((one) => ({ ...one, role: id })),
      );
    const data = (): Record<string, unknown> =>
      wrapResults({ command: 'gaps', opened, person, results: results(), diagnostics: notes });
    return { report: { blocks, notes, records, data }, exitCode: () => exitCodes.fine };
  },
};
