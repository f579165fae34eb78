import type { Diagnostic } from '../../core/diagnostic.ts';
import { assessRole, type RoleFit, rankRoles } from '../../core/fit.ts';
import { explainRole, findGaps } from '../../core/gaps.ts';
import { textAt } from '../../core/text-table.ts';
import { resolveProfile } from '../../intake/resolve-profile.ts';
import { diagnosticLines } from '../../report/diagnostic-lines.ts';
import type { Cell, RecordRow } from '../../report/report.ts';
import { scoreData, verdictTones } from '../answers/fit-answer.ts';
import type { CommandSpec, Session } from '../command.ts';
import { wrapResults } from '../envelope.ts';
import { exitCodes, usageFailure } from '../failure.ts';
import { numberOption } from '../number-option.ts';
import type { InputFormat } from '../people-sources.ts';
import { pickRoles } from '../pick-roles.ts';

/** A line names the gaps that cost most, as ids. */
const gapsNamed = 5;

export const compare: CommandSpec = {
  name: 'compare',
  argument: '<people...>',
  group: 'Many',
  summary: 'many people against many roles, as a stream: files, folders, NDJSON, CSV, or - for standard input',
  examples: [
    'careerpath compare team/ --roles backend-developer,senior-backend-developer',
    'careerpath compare people.csv -f csv -o fits.csv',
    'cat people.ndjson | careerpath compare - --top 3',
  ],
  formats: ['ndjson', 'json', 'csv', 'table', 'markdown'],
  screenFormat: 'table',
  usesProfile: false,
  options: [
    { flags: '--roles <ids>', description: 'only these roles, separated by commas' },
    { flags: '--top <n>', description: 'only the n best roles of each person', parse: numberOption('--top', 1, 100_000, true) },
    {
      flags: '--input <format>',
      description: 'what standard input holds: ndjson (default), csv, yaml or json',
      parse: inputFormat,
    },
  ],
  async run(session, { names, options }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const roles = pickRoles(catalog, splitList(options['roles']));
    const top = (options['top'] as number | undefined) ?? Number.POSITIVE_INFINITY;
    const input = (options['input'] as InputFormat | undefined) ?? 'ndjson';
    // CSV and YAML readers come in with it.
    const { checkPeoplePaths, readPeople } = await import('../people-sources.ts');
    checkPeoplePaths(session.io, names);
    let badRows = 0;
    const results = async function* (): AsyncGenerator<RecordRow> {
      for await (const row of readPeople(session.io, names, catalog.scale, input)) {
        if ('bad' in row) {
          badRows++;
          await reportBadRow(session, row.bad);
          continue;
        }
        const person = resolveProfile(catalog, row.profile, () => []);
        const fits: RoleFit[] =
          roles.length > 0 ? roles.map((role) => assessRole(catalog, role, person.held)) : rankRoles(catalog, person.held);
        if (roles.length > 0 && Number.isFinite(top)) fits.sort((a, b) => b.fit - a.fit || a.role - b.role);
        for (const fit of fits.slice(0, top)) {
          const gaps = findGaps(explainRole(catalog, fit.role, person.held));
          yield {
            person: row.person,
            role: textAt(catalog.roleIds, fit.role),
            ...scoreData(fit),
            essentials: { met: fit.essentialsMet, total: fit.essentialsTotal },
            topGaps: gaps.slice(0, gapsNamed).map((gap) => gap.requirement.id),
            unrecognised: person.unrecognised.map((one) => one.input),
          };
        }
      }
    };
    const flat = session.format === 'csv';
    return {
      report: {
        notes: [],
        blocks: () => [
          {
            kind: 'table',
            columns: [
              { title: 'Person', wrap: true },
              { title: 'Role', wrap: true },
              { title: 'Fit' },
              { title: 'Verdict' },
              { title: 'Essentials', drop: 1 },
              { title: 'Top gaps', wrap: true, drop: 2 },
            ],
            rows: tableRows(results),
          },
        ],
        records: () => ({ columns: compareColumns, rows: flat ? flatten(results()) : results() }),
        data: () => wrapResults({ command: 'compare', opened, results: [], diagnostics: [] }),
      },
      exitCode: () => (badRows > 0 ? exitCodes.no : exitCodes.fine),
    };
  },
};

const compareColumns = [
  'person',
  'role',
  'score',
  'exactScore',
  'rangeLow',
  'rangeHigh',
  'verdict',
  'essentialsMet',
  'essentialsTotal',
  'topGaps',
  'unrecognised',
] as const;

interface CompareLine {
  readonly person: string;
  readonly role: string;
  readonly score: number;
  readonly exactScore: number;
  readonly range: readonly [number, number];
  readonly verdict: RoleFit['verdict'];
  readonly essentials: { readonly met: number; readonly total: number };
  readonly topGaps: readonly string[];
}

async function* flatten(rows: AsyncIterable<RecordRow>): AsyncGenerator<RecordRow> {
  for await (const row of rows) {
    const { range, essentials } = row as unknown as CompareLine;
    yield { ...row, rangeLow: range[0], rangeHigh: range[1], essentialsMet: essentials.met, essentialsTotal: essentials.total };
  }
}

async function* tableRows(results: () => AsyncIterable<RecordRow>): AsyncGenerator<readonly Cell[]> {
  for await (const row of results()) {
    const line = row as unknown as CompareLine;
    const tone = verdictTones[line.verdict];
    yield [
      line.person,
      line.role,
      { bar: line.exactScore, text: String(line.score).padStart(3), tone },
      { text: line.verdict, tone },
      `${line.essentials.met} of ${line.essentials.total}`,
      line.topGaps.join(', '),
    ];
  }
}

/** Said at once, on stderr: the rows around a bad one are answered all the same. */
async function reportBadRow(session: Session, bad: Diagnostic): Promise<void> {
  await session.io.stderr.write(
    `${diagnosticLines(bad)
      .map((line) => line.text)
      .join('\n')}\n`,
  );
}

function splitList(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
}

function inputFormat(text: string): InputFormat {
  const known: readonly InputFormat[] = ['ndjson', 'csv', 'yaml', 'json'];
  const found = known.find((format) => format === text);
  if (found === undefined) throw usageFailure(`--input: "${text}" is not a format`, `use one of: ${known.join(', ')}`);
  return found;
}
