import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../../core/catalog/label-lookup.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Verdict } from '../../core/model/scale.ts';
import type { Block, Cell, Column, Report } from '../../report/report.ts';
import type { cohortLine, fitsLine, summaryResult } from '../../schema/answers/batch.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { BatchAccount } from '../batch/batch-account.ts';
import { roleSummary, type SummaryPart } from '../batch/summary.ts';
import { fitsColumns } from '../batch/write-fits.ts';
import type { OpenCatalog } from '../shell/command.ts';
import { wrapResults } from './envelope.ts';
import { count, fitCells, fitColumns, verdictTones } from './fit-answer.ts';

type Lines = () => AsyncIterable<string>;

type FitsLine = Answer<typeof fitsLine>;
type CohortLine = Answer<typeof cohortLine>;
type RoleLine = Answer<typeof summaryResult>;

/** A row for each person and role. */
export function fitsReport(opened: OpenCatalog, lines: Lines, account: BatchAccount): Report {
  const columns: Column[] = [
    { title: 'Person', wrap: true, whole: true },
    { title: 'Role', wrap: true, whole: true },
    // Beside two names, a narrow screen has room for the verdict alone.
    ...fitColumns.map((column) => (column.title === 'Proven' || column.title === 'Likely' ? { ...column, drop: 1 } : column)),
    { title: 'Top gaps', wrap: true, whole: true, drop: 3 },
  ];
  const cells = (line: FitsLine): Cell[] => {
    const { person, role, exactScore: fit, range, verdict, likely, said, topGaps } = line;
    return [person, role, ...fitCells({ fit, high: range[1], verdict, likely: { ...likely, said } }), topGaps.join(', ')];
  };
  return {
    notes: [],
    blocks: () => [{ kind: 'table', columns, rows: parseRows(lines, cells) }],
    records: () => ({
      columns: fitsColumns,
      rows: [],
      lines: lines(),
      readLine: (text) => {
        const { range, essentials, ...line } = JSON.parse(text) as FitsLine;
        const [rangeLow, rangeHigh] = range;
        return { ...line, rangeLow, rangeHigh, essentialsMet: essentials.met, essentialsTotal: essentials.total };
      },
      toneOf: (column, value) => (column === 'verdict' ? verdictTones[value as Verdict] : undefined),
    }),
    data: () =>
      wrapResults({
        command: 'compare',
        opened,
        results: [],
        diagnostics: account.diagnostics(),
        more: account.data(),
      }),
  };
}

/** A row for each person, a column for each role. */
export function cohortReport(
  opened: OpenCatalog,
  roles: readonly { id: string; title: string }[],
  lines: Lines,
  account: BatchAccount,
): Report {
  // Numbers in place of titles keep many roles on a narrow screen; the list below says which is which.
  const columns: Column[] = [
    { title: 'Person', wrap: true },
    ...roles.map((_, i) => ({ title: String(i + 1), align: 'right', drop: i }) as const),
  ];
  const legend: Block = {
    kind: 'table',
    columns: [
      { title: 'Column', align: 'right' },
      { title: 'Role', wrap: true },
    ],
    rows: roles.map((role, i) => [i + 1, role.title]),
  };
  const cells = (line: CohortLine): Cell[] => [line.person, ...roles.map((role) => line.scores[role.id] ?? 0)];
  return {
    notes: [],
    blocks: () => [{ kind: 'table', columns, rows: parseRows(lines, cells) }, legend],
    records: () => ({
      columns: ['person', ...roles.map((role) => role.id), 'unrecognised'],
      rows: [],
      lines: lines(),
      readLine: (text) => {
        const { person, scores, unrecognised } = JSON.parse(text) as CohortLine;
        return { ...scores, person, unrecognised };
      },
    }),
    data: () =>
      wrapResults({
        command: 'compare',
        opened,
        results: [],
        diagnostics: account.diagnostics(),
        more: account.data(),
      }),
  };
}

/** Screens and pages take the rows back from their text: one thread lays them out anyhow. */
async function* parseRows<T>(lines: Lines, cells: (line: T) => Cell[]): AsyncGenerator<readonly Cell[]> {
  for await (const part of lines()) {
    for (const line of part.split('\n')) if (line !== '') yield cells(JSON.parse(line) as T);
  }
}

/** The lists of a summary on a screen are this long at most; JSON has them whole. */
const listed = 10;
const rolesListed = 40;

/** What a whole batch has in common. */
export function summaryReport(
  opened: OpenCatalog,
  roles: readonly number[],
  part: SummaryPart,
  badRows: number,
  account: BatchAccount,
): Report {
  const { catalog } = opened;
  const summaries = roles.map((role, at) => roleSummary(catalog, role, part, at));
  const groups = groupNames(catalog, roles);
  const gaps = part.gaps.map(([id, rows]) => {
    const skill = lookUpSkill(catalog, id);
    const name = groups.get(id) ?? (skill < 0 ? id : textAt(catalog.skillNames, skill));
    return { requirement: id, name, rows };
  });
  const uncovered = summaries.filter((one) => one.ready === 0);
  const share = (rows: number): string => `${part.rows === 0 ? 0 : Math.round((100 * rows) / part.rows)} %`;
  const blocks = (): Block[] => [
    { kind: 'heading', text: `${count(part.people, 'person').replace('persons', 'people')}, ${count(roles.length, 'role')}` },
    ...(badRows > 0 ? [{ kind: 'text', text: `${count(badRows, 'row')} could not be read.`, tone: 'poor' } as const] : []),
    { kind: 'heading', text: 'Commonest gaps' },
    {
      kind: 'table',
      columns: [
        { title: 'Requirement', wrap: true },
        { title: 'Open in', align: 'right' },
        { title: 'Share', align: 'right' },
      ],
      rows: gaps.slice(0, listed).map((gap): Cell[] => [gap.name, gap.rows, share(gap.rows)]),
    },
    {
      kind: 'heading',
      text: uncovered.length === 0 ? 'Somebody is ready for every role' : `Nobody is ready for (${uncovered.length})`,
    },
    ...(uncovered.length === 0 ? [] : ([roleTable(uncovered)] as const)),
    ...(uncovered.length === summaries.length
      ? []
      : ([{ kind: 'heading', text: 'Covered' }, roleTable(summaries.filter((one) => one.ready > 0))] as const)),
  ];
  const rows = summaries.map(({ nearest, ...rest }) => ({
    ...rest,
    nearest: nearest.map((one) => `${one.person} ${one.score}`),
  }));
  return {
    notes: [],
    blocks,
    records: () => ({ columns: ['role', 'title', 'ready', 'meanScore', 'nearest'], rows }),
    data: () =>
      wrapResults({
        command: 'compare',
        opened,
        results: summaries,
        diagnostics: account.diagnostics(),
        more: { ...account.data(), summary: { people: part.people, rows: part.rows, badRows, gaps } },
      }),
  };
}

/** What requirements of several skills are called, by their ids. Only roles that have such a requirement are decoded. */
function groupNames(catalog: Catalog, roles: readonly number[]): Map<string, string> {
  const { requirementStart, requirementNamed } = catalog.index;
  const names = new Map<string, string>();
  for (const role of roles) {
    if (!requirementNamed.subarray(requirementStart[role], requirementStart[role + 1]).includes(1)) continue;
    for (const { id, name } of catalog.role(role).requirements) if (name !== undefined) names.set(id, name);
  }
  return names;
}

function roleTable(lines: readonly RoleLine[]): Block {
  const best = (line: RoleLine): number => line.nearest[0]?.exactScore ?? 0;
  const shown = [...lines].sort((a, b) => b.ready - a.ready || best(b) - best(a)).slice(0, rolesListed);
  return {
    kind: 'table',
    columns: [
      { title: 'Role', wrap: true },
      { title: 'Ready', align: 'right', drop: 2 },
      { title: 'Mean fit', align: 'right', drop: 1 },
      { title: 'Nearest', wrap: true },
    ],
    rows: shown.map((line): Cell[] => [
      line.title,
      line.ready,
      line.meanScore.toFixed(1),
      line.nearest.map((one) => `${one.person} ${one.score}`).join(', '),
    ]),
  };
}
