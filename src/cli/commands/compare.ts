import { textAt } from '../../core/catalog/text-table.ts';
import { cohortReport, fitsReport, summaryReport } from '../answers/batch-answer.ts';
import type { BatchSettings, BlockAnswer } from '../batch/people-block.ts';
import type { InputFormat } from '../batch/people-files.ts';
import { pickRoles } from '../open/pick-named.ts';
import { type CommandSpec, choiceOption, numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** A cohort has a column a role: more than this is no table. */
const maxCohortRoles = 100;

/** Milliseconds within which most batches are through. */
const quietFor = 200;

export const compare: CommandSpec = {
  name: 'compare',
  argument: '<people...>',
  group: 'Many',
  summary: 'many people against many roles, as a stream: files, folders, NDJSON, CSV, or - for standard input',
  examples: [
    'careerpath compare team/ --roles backend-developer,senior-backend-developer',
    'careerpath compare people.csv -f csv -o fits.csv --errors bad-rows.ndjson',
    'careerpath compare team/ --cohort',
    'careerpath compare team/ --summary',
    'cat people.ndjson | careerpath compare - --top 3',
  ],
  formats: ['ndjson', 'json', 'csv', 'table', 'markdown'],
  screenFormat: 'table',
  usesProfile: false,
  options: [
    { flags: '--roles <ids>', description: 'only these roles, separated by commas' },
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
    {
      flags: '--input <format>',
      description: 'what standard input holds: ndjson (default), csv, yaml or json',
      ...choiceOption('--input', 'format', ['ndjson', 'csv', 'yaml', 'json'] satisfies InputFormat[]),
    },
  ],
  async inputs(names, io) {
    const { isPeopleFile, listPeopleFiles } = await import('../batch/people-files.ts');
    const holds = ([name = '', ...deeper]: readonly string[]): boolean => deeper.length === 0 && isPeopleFile(name);
    return [...names.map((path) => ({ path, holds })), ...listPeopleFiles(io, names).map((path) => ({ path }))];
  },
  async run(session, { names, options }) {
    const { io, format } = session;
    const kind = options['summary'] === true ? 'summary' : options['cohort'] === true ? 'cohort' : 'fits';
    if (options['summary'] === true && options['cohort'] === true)
      throw usageFailure('--cohort and --summary cannot go together', 'choose one of them');
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const roles = pickRoles(catalog, splitList(options['roles']));
    const settings: BatchSettings = {
      kind,
      form: format === 'csv' ? 'csv' : 'ndjson',
      roles,
      top: (options['top'] as number | undefined) ?? null,
    };
    const asked = roles.length > 0 ? roles : Array.from({ length: catalog.index.roleCount }, (_, role) => role);
    if (kind === 'cohort' && asked.length > maxCohortRoles)
      throw usageFailure(`--cohort: ${asked.length} roles are too many columns`, `name at most ${maxCohortRoles} with --roles`);

    // Readers of CSV and YAML come in with these.
    const { listPeopleFiles } = await import('../batch/people-files.ts');
    const { readPeopleBlocks } = await import('../batch/people-blocks.ts');
    const { runBatch } = await import('../batch/run-batch.ts');
    const { batchProgress } = await import('../batch/progress.ts');
    const { openErrorLog } = await import('../batch/error-log.ts');
    const files = listPeopleFiles(io, names);
    // Rows that scroll by on a terminal are progress enough.
    const showsRows = io.stdout.isTTY && options['output'] === undefined && format !== 'table' && kind !== 'summary';
    const progress = session.openProgress(showsRows ? Number.POSITIVE_INFINITY : quietFor);
    const far = batchProgress(io, files);
    const errors = openErrorLog(io, options['errors'] as string | undefined, progress);
    const meter = { read: 0 };
    const blocks = readPeopleBlocks(io, files, catalog.scale, (options['input'] as InputFormat | undefined) ?? 'ndjson', meter);
    const batch = runBatch(io, opened, settings, blocks, options['workers'] as number | undefined);
    let people = 0;
    const lines = async function* (): AsyncGenerator<string> {
      try {
        for await (const answer of batch.answers) {
          await take(answer);
          yield Buffer.from(answer.rows.buffer).toString();
        }
      } finally {
        await progress.clear();
        await errors.close();
      }
    };
    const take = async (answer: BlockAnswer): Promise<void> => {
      people += answer.people;
      await errors.report(answer.bad);
      await progress.show('', () => far(people, meter.read));
    };
    const exitCode = (): 0 | 1 => (errors.count() > 0 ? exitCodes.no : exitCodes.fine);
    if (kind === 'cohort') {
      const columns = asked.map((role) => ({ id: textAt(catalog.roleIds, role), title: textAt(catalog.roleTitles, role) }));
      return { report: cohortReport(opened, columns, lines), exitCode };
    }
    if (kind === 'fits') return { report: fitsReport(opened, lines), exitCode };
    for await (const _ of lines());
    return { report: summaryReport(opened, asked, batch.summary(), errors.count()), exitCode };
  },
};

function splitList(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
}
