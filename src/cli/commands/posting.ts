import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { findGaps } from '../../core/score/gaps.ts';
import { judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { ReadPosting } from '../../intake/posting/read-posting.ts';
import type { Block } from '../../report/report.ts';
import type { postingRole } from '../../schema/answers/entries.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import { wrapResults } from '../answers/envelope.ts';
import { estimateNotes } from '../answers/estimate-notes.ts';
import { firstStepBlocks, firstSteps } from '../answers/first-steps.ts';
import { backgroundWords, fitData, fitTable, fitWords, personLine } from '../answers/fit-answer.ts';
import { gapData, judgeRequirements, requirementLabel, requirementTable } from '../answers/requirement-answer.ts';
import { stepData } from '../answers/step-answer.ts';
import { whyNotReady } from '../answers/why-not-ready.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec, Invocation, OpenCatalog, Outcome, Session } from '../shell/command.ts';
import { exitCodes, Failure } from '../shell/failure.ts';

const stepsShown = 5;

export const posting: CommandSpec = {
  name: 'posting',
  argument: '<file>',
  group: 'You',
  summary: 'a job advert (text, Markdown, HTML), or a folder of them, as a role; --fit answers at once',
  examples: [
    'careerpath posting advert.txt > my-pack/roles/their-role.yaml',
    'careerpath posting advert.html --fit',
    'careerpath posting adverts/ --fit',
    'careerpath posting - --fit --skills "java=3,sql=2" < advert.txt',
  ],
  formats: ['yaml', 'json', 'table'],
  usesProfile: true,
  options: [{ flags: '--fit', description: 'compare your profile with the advert: fit, gaps, first steps' }],
  inputs: ([path = '-']) => [{ path }],
  async run(session, invocation) {
    const opened = await session.openCatalog();
    const [path = '-'] = invocation.names;
    const { isFolder } = await import('../open/open-posting.ts');
    if (isFolder(session.io, path)) return answerFolder(session, invocation, opened, path);
    const read = await openPosting(session, opened.catalog, path);
    return invocation.options['fit'] === true ? fitPosting(session, invocation, opened, read) : printRole(opened, read);
  },
};

async function answerFolder(session: Session, { options }: Invocation, opened: OpenCatalog, path: string): Promise<Outcome> {
  const { readPostingFolder, withRole } = await import('../open/open-posting.ts');
  const { mergePostings } = await import('../../intake/posting/merge-postings.ts');
  const answer = await import('../answers/postings-answer.ts');
  const { postings, diagnostics } = await readPostingFolder(session.io, path, opened.catalog);
  if (postings.length === 0)
    throw new Failure(exitCodes.input, [{ code: 'nothing-found', facts: { what: '' }, file: path }, ...diagnostics]);
  const common = mergePostings(postings, opened.catalog, 'postings', 'Postings');
  const account = accountOf(postings.length, diagnostics.length, common.requirements.length, path);
  const read: readonly Diagnostic[] = [...diagnostics, account];
  if (options['fit'] !== true) {
    const report = {
      notes: read,
      blocks: () => answer.commonBlocks(opened.catalog, common),
      document: () => answer.commonDocument(common),
      data: () => wrapResults({ command: 'posting', opened, results: [answer.commonData(common)], diagnostics: read }),
    };
    return { report, exitCode: () => exitCodes.fine };
  }
  const { catalog, role } = withRole(opened.catalog, common.role);
  const person = await openPerson(session.io, catalog, options);
  const judge = judgePerson(catalog, person.held, backgroundOf(person));
  const fit = judge.fitOf(role);
  const lacked = answer.lackedOf(catalog, common, judge);
  const notes: readonly Diagnostic[] = [...person.diagnostics, ...read, ...estimateNotes(catalog, judge)];
  const report = {
    notes,
    blocks: (): Block[] => [
      personLine(catalog, person),
      fitTable(catalog, [fit]),
      answer.lackedBlock(catalog, lacked, common.postings),
    ],
    data: () => {
      const result = {
        ...fitData(catalog, person, fit),
        gaps: answer.lackedData(catalog, lacked),
        posting: answer.commonData(common),
      };
      return wrapResults({ command: 'posting', opened, person, results: [result], diagnostics: notes });
    },
  };
  return { report, exitCode: () => exitCodes.fine, ...(options['format'] === undefined ? { format: 'table' } : {}) };
}

/** The account of a reading, once: what was read, what was not. */
function accountOf(postings: number, left: number, requirements: number, path: string): Diagnostic {
  const parts = [
    `${postings} ${postings === 1 ? 'posting' : 'postings'}`,
    ...(left > 0 ? [`${left} not read or without a known skill`] : []),
    `${requirements} requirements`,
  ];
  return { code: 'document-read', facts: { parts, fixes: ['look the result over'] }, file: path };
}

async function openPosting({ io }: Session, catalog: Catalog, path: string): Promise<ReadPosting> {
  const { readPostingText } = await import('../open/open-posting.ts');
  const read = await readPostingText(io, path, catalog);
  if (read.role.requirements.length === 0) {
    throw new Failure(exitCodes.input, [{ code: 'nothing-found', facts: { what: '' }, file: path }, ...read.diagnostics]);
  }
  const { role, diagnostics } = read;
  const missed = diagnostics.filter(({ code }) => code === 'unmatched-demand').length;
  const parts = [
    `${role.requirements.length} requirements`,
    ...(missed > 0 ? [`${missed} demands that name no known skill`] : []),
    role.experience === undefined ? 'no years asked' : `${role.experience.years} years asked`,
    role.education === undefined ? 'no degree asked' : `a degree asked (${role.education.level})`,
  ];
  const account: Diagnostic = {
    code: 'document-read',
    facts: { parts, fixes: ['a level that is not said is taken as 3'] },
    file: path,
  };
  return { ...read, diagnostics: [...diagnostics, account] };
}

async function printRole(opened: OpenCatalog, { role, requirements, diagnostics }: ReadPosting): Promise<Outcome> {
  const { roleDocument } = await import('../../intake/posting/write-role.ts');
  const report = {
    notes: diagnostics,
    blocks: (): Block[] => [
      { kind: 'heading', text: role.title },
      {
        kind: 'table',
        columns: [
          { title: 'Requirement', wrap: true },
          { title: 'Level', align: 'right' },
          { title: 'Importance', drop: 1 },
          { title: 'Line', align: 'right', drop: 2 },
        ],
        rows: requirements.map(({ requirement, line }) => [
          requirementLabel(opened.catalog, requirement),
          String(requirement.anyOf[0]?.level ?? ''),
          String(requirement.importance),
          String(line),
        ]),
      },
    ],
    document: () => roleDocument(role, requirements),
    data: () =>
      wrapResults({ command: 'posting', opened, results: [roleData({ role, requirements, diagnostics })], diagnostics }),
  };
  return { report, exitCode: () => exitCodes.fine };
}

function roleData({ role, requirements }: ReadPosting): Answer<typeof postingRole> {
  return {
    ...role,
    requirements: requirements.map(({ requirement, line, quote }) => ({ ...requirement, evidence: { line, quote } })),
  };
}

async function fitPosting(session: Session, { options }: Invocation, opened: OpenCatalog, read: ReadPosting): Promise<Outcome> {
  const { withRole } = await import('../open/open-posting.ts');
  const { catalog, role } = withRole(opened.catalog, read.role);
  const person = await openPerson(session.io, catalog, options);
  const judge = judgePerson(catalog, person.held, backgroundOf(person));
  const fit = judge.fitOf(role);
  const gaps = findGaps(judgeRequirements(catalog, role, judge));
  const steps = fit.likely.verdict === 'unknown' ? [] : firstSteps(catalog, role, person, stepsShown);
  const notes: readonly Diagnostic[] = [...person.diagnostics, ...read.diagnostics, ...estimateNotes(catalog, judge)];
  const blocks = (): Block[] => [
    personLine(catalog, person),
    fitTable(catalog, [fit]),
    {
      kind: 'heading',
      text: `${read.role.title}: ${fitWords(fit)}`,
      below: [whyNotReady(catalog, fit, gaps), backgroundWords(catalog, person, role)].filter((line) => line !== ''),
    },
    ...(gaps.length === 0
      ? [{ kind: 'text', text: 'Nothing is missing.', tone: 'good' } as const]
      : [requirementTable(catalog, gaps, judge)]),
    ...firstStepBlocks(catalog, role, steps),
  ];
  const result = (): Record<string, unknown> => ({
    ...fitData(catalog, person, fit),
    gaps: gaps.map((gap) => gapData(catalog, gap)),
    steps: steps.map((step) => stepData(catalog, step)),
    posting: roleData(read),
  });
  const report = {
    notes,
    blocks,
    data: () => wrapResults({ command: 'posting', opened, person, results: [result()], diagnostics: notes }),
  };
  return { report, exitCode: () => exitCodes.fine, ...(options['format'] === undefined ? { format: 'table' } : {}) };
}
