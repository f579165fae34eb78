import { textAt } from '../../core/catalog/text-table.ts';
import { chooseTarget } from '../../core/score/choose-target.ts';
import { findGaps } from '../../core/score/gaps.ts';
import { type JudgedFit, judgePerson } from '../../core/score/judge.ts';
import { rankQuestions } from '../../core/score/next-question.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Block, Records } from '../../report/report.ts';
import { wrapResults } from '../answers/envelope.ts';
import { estimateNotes } from '../answers/estimate-notes.ts';
import { firstSteps } from '../answers/first-steps.ts';
import { fitData, fitRecords, fitTable, personWords } from '../answers/fit-answer.ts';
import { gapData, judgeRequirements } from '../answers/requirement-answer.ts';
import { stepData } from '../answers/step-answer.ts';
import { questionData, type TargetAnswer, targetBlocks } from '../answers/target-answer.ts';
import { byOption, judgeMinFit, minFitOption } from '../open/min-fit.ts';
import { pickRoles } from '../open/pick-named.ts';
import { sortOf, sortOption } from '../open/sort-option.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec } from '../shell/command.ts';

const stepsFound = 5;
const questionsFound = 5;
/** `match` starts quickly: it tries the answers to so many. */
const questionsTried = 10;
/** With three gaps, three questions and two steps, so many roles fit a screen of 80 by 24; `fit` shows more. */
const rolesShown = 4;

export const match: CommandSpec = {
  name: 'match',
  argument: '[role...]',
  group: 'You',
  summary: "where you stand and what comes next: every role's fit, then gaps, questions and first steps for the target",
  examples: [
    'careerpath match',
    'careerpath match principal-api-architect -p me.yaml',
    'careerpath match --skills "java=3,sql=2,docker"',
  ],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: true,
  options: [sortOption, minFitOption, byOption],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const named = pickRoles(catalog, names);
    const person = await openPerson(session.io, catalog, options);
    const judge = judgePerson(catalog, person.held, backgroundOf(person));
    const ranked = judge.rank(undefined, sortOf(options));
    const target = chooseTarget(catalog, judge, ranked, {
      named,
      declared: person.targets,
      currentRole: person.currentRole,
    });
    const { role, likely } = target.fit;
    const answer: TargetAnswer = {
      target,
      gaps: findGaps(judgeRequirements(catalog, role, judge)),
      questions: rankQuestions(catalog, role, person.held, judge.background, questionsTried).slice(0, questionsFound),
      // With hardly anything said, questions come before steps.
      steps: likely.verdict === 'unknown' ? [] : firstSteps(catalog, role, person, stepsFound),
    };
    const minFit = judgeMinFit(catalog, options, judge, named, person);
    const notes = [...person.diagnostics, ...estimateNotes(catalog, judge), ...minFit.notes];
    const shown = withTarget(
      ranked.slice(0, rolesShown + 3 - Math.min(3, answer.gaps.filter((gap) => !gap.open).length)),
      target.fit,
    );
    const blocks = (): Block[] => [
      fitTable(catalog, shown, { caption: personWords(catalog, person), more: moreRoles(ranked.length - shown.length) }),
      ...targetBlocks(catalog, person, answer),
    ];
    const data = (): Record<string, unknown> =>
      wrapResults({
        command: 'match',
        opened,
        person,
        results: ranked.map((fit) => fitData(catalog, person, fit)),
        diagnostics: notes,
        more: {
          target: {
            role: textAt(catalog.roleIds, role),
            gaps: answer.gaps.map((gap) => gapData(catalog, gap)),
            questions: answer.questions.map((one) => questionData(catalog, one)),
            steps: answer.steps.map((step) => stepData(catalog, step)),
          },
          ...minFit.data,
        },
      });
    const records = (): Records => fitRecords(catalog, person, ranked);
    return { report: { blocks, notes, records, data }, exitCode: () => minFit.exitCode };
  },
};

/** The roles that are shown, with the target among them. */
function withTarget(shown: readonly JudgedFit[], target: JudgedFit): JudgedFit[] {
  return shown.some(({ role }) => role === target.role) ? [...shown] : [...shown.slice(0, -1), target];
}

function moreRoles(count: number): string {
  return count <= 0 ? '' : `${count} more: careerpath fit`;
}
