import { textAt } from '../../core/catalog/text-table.ts';
import { diagnosticLines } from '../../report/diagnostic-lines.ts';
import { cohortReport, fitsReport, summaryReport } from '../answers/batch-answer.ts';
import type { BatchSettings, BlockAnswer } from '../batch/people-block.ts';
import type { HowToReadPeople } from '../batch/people-blocks.ts';
import type { InputFormat } from '../batch/people-files.ts';
import { askedColumns, splitList, tableOptions } from '../batch/people-options.ts';
import { byOption, minFitMark, minFitOption } from '../open/min-fit.ts';
import { pickRoles } from '../open/pick-named.ts';
import { sortOf, sortOption } from '../open/sort-option.ts';
import { type CommandSpec, numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** A cohort has a column a role: more than this is no table. */
const maxCohortRoles = 100;

const lineFeed = 0x0a;
/** Excel's limit, the header among them. */
const mostSheetRows = 1_048_576;

/** Milliseconds within which most batches are through. */
const quietFor = 200;

export const compare: CommandSpec = {
  name: 'compare',
  argument: '<people...>',
  group: 'Many',
  summary:
    'many people against many roles, as a stream: tables (CSV, Excel), NDJSON, profiles, CVs, folders, or - for standard input',
  examples: [
    'careerpath compare team/ --roles backend-developer,senior-backend-developer',
    'careerpath compare people.csv -f csv -o fits.csv --errors bad-rows.ndjson',
    'careerpath compare team/ --roles backend-developer --min-fit 50 -f csv -o fits.csv   # exit 1 when somebody is below',
    'careerpath compare team/ --cohort',
    'careerpath compare team/ --summary',
    'careerpath compare team.xlsx --sheet Skills --map person=Employee,skill=Competency,level=Rating',
    'cat people.ndjson | careerpath compare - --top 3',
  ],
  formats: ['ndjson', 'json', 'csv', 'xlsx', 'table', 'markdown'],
  screenFormat: 'table',
  usesProfile: false,
  options: [
    { flags: '--roles <ids>', description: 'only these roles, separated by commas' },
    sortOption,
    {
      ...minFitOption,
      description:
        "exit 1 when what is proven of somebody's fit is below this (their roles of --roles, else targets, else best role)",
    },
    byOption,
    { flags: '--top <n>', description: 'only the n best roles of each person', parse: numberOption('--top', 1, 100_000, true) },
    { flags: '--cohort', description: 'one row a person, one column a role' },
    { flags: '--summary', description: 'no rows: the commonest gaps, the roles that nobody covers, who is nearest to each role' },
    {
      flags: '--errors <file>',
      description: 'write rows that cannot be read there (NDJSON), not to standard error',
      path: 'output',
    },
    {
      flags: '--workers <n>',
      description: 'threads that do the work (default: one a core); the answer is the same',
      parse: numberOption('--workers', 1, 256, true),
    },
    ...tableOptions,
  ],
  async inputs(names, io) {
    const { isPeopleFile, findPeopleFiles } = await import('../batch/people-files.ts');
    const holds = (parts: readonly string[]): boolean => isPeopleFile(parts.at(-1) ?? '');
    return [...names.map((path) => ({ path, holds })), ...findPeopleFiles(io, names).files.map(({ path }) => ({ path }))];
  },
  async run(session, { names, options }) {
    const { io, format } = session;
    const kind = options['summary'] === true ? 'summary' : options['cohort'] === true ? 'cohort' : 'fits';
    if (options['summary'] === true && options['cohort'] === true)
      throw usageFailure('--cohort and --summary cannot go together', 'choose one of them');
    if (format === 'xlsx' && io.stdout.isTTY && [undefined, '-'].includes(options['output'] as string | undefined))
      throw usageFailure('a workbook is no text for a terminal', 'write it to a file with -o fits.xlsx');
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const roles = pickRoles(catalog, splitList(options['roles']));
    const settings: BatchSettings = {
      kind,
      form: format === 'csv' ? 'csv' : 'ndjson',
      roles,
      top: (options['top'] as number | undefined) ?? null,
      sort: sortOf(options),
      minFit: minFitMark(options),
      digest: opened.digest,
    };
    const asked = roles.length > 0 ? roles : Array.from({ length: catalog.index.roleCount }, (_, role) => role);
    if (kind === 'cohort' && asked.length > maxCohortRoles)
      throw usageFailure(`--cohort: ${asked.length} roles are too many columns`, `name at most ${maxCohortRoles} with --roles`);

    // Readers of CSV and YAML come in with these.
    const { findPeopleFiles } = await import('../batch/people-files.ts');
    const { readPeopleBlocks } = await import('../batch/people-blocks.ts');
    const { runBatch } = await import('../batch/run-batch.ts');
    const { batchProgress } = await import('../batch/progress.ts');
    const { openErrorLog } = await import('../batch/error-log.ts');
    const { makeBatchAccount } = await import('../batch/batch-account.ts');
    const { makeTableTools } = await import('../../intake/people/make-table-tools.ts');
    const found = findPeopleFiles(io, names);
    const files = found.files.map(({ path }) => path);
    const account = makeBatchAccount(catalog.scale.assumedLevel, options['errors'] !== undefined, settings.minFit);
    account.skipped(found.skipped);
    // Rows that scroll by on a terminal are progress enough.
    const showsRows = io.stdout.isTTY && options['output'] === undefined && format !== 'table' && kind !== 'summary';
    const progress = session.openProgress(showsRows ? Number.POSITIVE_INFINITY : quietFor);
    const far = batchProgress(io, files);
    const errors = openErrorLog(io, options['errors'] as string | undefined, progress);
    const meter = { read: 0 };
    const how: HowToReadPeople = {
      tools: makeTableTools(catalog, askedColumns(options)),
      stdinFormat: (options['input'] as InputFormat | undefined) ?? 'ndjson',
      sheet: options['sheet'] as string | undefined,
      readCv: async (bytes, file) => {
        // Readers of documents and the index of names in texts: few batches need them.
        const { makeCvReader } = await import('../batch/read-cv.ts');
        cvs ??= makeCvReader(io, catalog);
        return cvs(bytes, file);
      },
    };
    let cvs: HowToReadPeople['readCv'] | undefined;
    const blocks = readPeopleBlocks(io, found.files, how, meter);
    const batch = runBatch(io, opened, settings, blocks, options['workers'] as number | undefined);
    let people = 0;
    const lines = async function* (): AsyncGenerator<string> {
      try {
        for await (const answer of batch.answers) {
          await take(answer);
          if (format === 'xlsx') guardSheet(answer.rows);
          yield Buffer.from(answer.rows.buffer).toString();
        }
      } finally {
        await progress.clear();
        await errors.close();
      }
      await tellAccount();
    };
    const tellAccount = async (): Promise<void> => {
      if (options['quiet'] === true) return;
      const lines = account
        .diagnostics()
        .flatMap(diagnosticLines)
        .map((line) => `${line.text}\n`);
      await io.stderr.write(lines.join(''));
    };
    let sheetRows = 1;
    const guardSheet = (rows: Uint8Array): void => {
      for (let at = rows.indexOf(lineFeed); at >= 0; at = rows.indexOf(lineFeed, at + 1)) sheetRows++;
      if (sheetRows > mostSheetRows)
        throw usageFailure(
          `a sheet of Excel holds ${mostSheetRows} rows, and these are more`,
          'write them with -f csv, or fewer of them with --top or --roles',
        );
    };
    const take = async (answer: BlockAnswer): Promise<void> => {
      people += answer.people;
      account.add(answer);
      await errors.report(answer.bad);
      await progress.show('', () => far(people, meter.read));
    };
    const exitCode = (): 0 | 1 => (errors.count() > 0 || account.below() > 0 ? exitCodes.no : exitCodes.fine);
    if (kind === 'cohort') {
      const columns = asked.map((role) => ({ id: textAt(catalog.roleIds, role), title: textAt(catalog.roleTitles, role) }));
      return { report: cohortReport(opened, columns, lines, account), exitCode };
    }
    if (kind === 'fits') return { report: fitsReport(opened, lines, account), exitCode };
    for await (const _ of lines());
    return { report: summaryReport(opened, asked, batch.summary(), errors.count(), account), exitCode };
  },
};
