import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { wholeScore } from '../../core/score/fit.ts';
import type { LevelMove, Progress, ProgressPoint } from '../../core/score/progress.ts';
import { drawSparkline } from '../../report/draw-sparkline.ts';
import { type Block, type Cell, type Records, recordsOf } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { progressResult, staleResult } from '../../schema/answers/progress.ts';
import { count, fitCells, fitColumns, fitWords } from './fit-answer.ts';
import { fitThenData, signedPoints } from './fit-move.ts';
import { requirementLabels, shownStep, stepData, type TimedStep } from './step-answer.ts';

/** So many moves and points fit on a screen; csv and json have all. */
const movesShown = 15;
const pointsShown = 12;

/** How the fit to one role moved, and what to do next for it. */
export interface RoleProgress {
  readonly role: number;
  readonly points: readonly ProgressPoint[];
  readonly next: TimedStep | undefined;
}

/** One role's progress as JSON carries it; the points of moves are by role, all those that were asked for. */
export function progressData(
  catalog: Catalog,
  { role, points, next }: RoleProgress,
  roles: readonly number[],
  moves: Progress['moves'],
): Answer<typeof progressResult> {
  return {
    role: textAt(catalog.roleIds, role),
    title: textAt(catalog.roleTitles, role),
    points: points.map(({ on, fit }) => ({ on: on === '' ? null : on, ...fitThenData(fit) })),
    moves: moves.map((move) => ({
      skill: textAt(catalog.skillIds, move.skill),
      name: textAt(catalog.skillNames, move.skill),
      from: move.from ?? null,
      to: move.to,
      on: move.on,
      points: Object.fromEntries(roles.map((one, i) => [textAt(catalog.roleIds, one), move.points[i] ?? 0])),
    })),
    next: next === undefined ? null : stepData(catalog, next),
  };
}

/** Points and moves as flat rows, by day: a row of a skill says what moved the fit, a row without one what it was then. */
export function progressRecords(catalog: Catalog, answers: readonly RoleProgress[], moves: Progress['moves']): Records {
  interface Row {
    readonly role: number;
    readonly point?: ProgressPoint;
    readonly move?: LevelMove;
    readonly points?: number | undefined;
  }
  const rows = answers.flatMap(({ role, points }, i): Row[] =>
    points.flatMap((point): Row[] => [
      ...moves.filter((move) => move.on === point.on).map((move) => ({ role, move, points: move.points[i] })),
      { role, point },
    ]),
  );
  return recordsOf<Row>(
    [
      ['role', ({ role }) => textAt(catalog.roleIds, role)],
      ['on', ({ point, move }) => (point ?? move)?.on || null],
      ['score', ({ point }) => (point === undefined ? null : wholeScore(point.fit.fit))],
      ['exactScore', ({ point }) => point?.fit.fit ?? null],
      ['verdict', ({ point }) => point?.fit.verdict ?? null],
      ['likely', ({ point }) => point?.fit.likely.score ?? null],
      ['likelyVerdict', ({ point }) => point?.fit.likely.verdict ?? null],
      ['skill', ({ move }) => (move === undefined ? null : textAt(catalog.skillIds, move.skill))],
      ['from', ({ move }) => move?.from ?? null],
      ['to', ({ move }) => move?.to ?? null],
      ['points', ({ points }) => points ?? null],
    ],
    rows,
  );
}

/** One role's progress for people: the line, the days, what moved it, what to do next. */
export function progressBlocks(catalog: Catalog, answer: RoleProgress, at: number, moves: Progress['moves']): Block[] {
  const { role, points, next } = answer;
  const last = points.at(-1);
  if (last === undefined) return [];
  const below = points.length > 1 ? [sparkWords(points)] : [];
  return [
    { kind: 'heading', text: `${textAt(catalog.roleTitles, role)}: ${fitWords(last.fit)}`, below },
    ...(points.length > 1 ? [pointTable(points)] : [nothingYet]),
    ...moveBlocks(catalog, at, moves),
    ...(next === undefined
      ? []
      : [
          { kind: 'heading', text: 'Next' } as const,
          { kind: 'steps', steps: [shownStep(catalog, next, requirementLabels(catalog, [role]))] } as const,
        ]),
  ];
}

const nothingYet: Block = {
  kind: 'text',
  text: 'No level carries an earlier day, so there is nothing to compare with yet. From now on every level that you change with profile set, done, assess, import --into or scan --into keeps what it was, with its day.',
  tone: 'dim',
};

function sparkWords(points: readonly ProgressPoint[]): string {
  const fits = points.map(({ fit }) => fit.fit);
  const [first, last] = [fits[0] ?? 0, fits.at(-1) ?? 0];
  return `${wholeScore(first)} ${drawSparkline(fits)} ${wholeScore(last)} proven, ${signedPoints(last - first)} points since ${firstWords(points)}`;
}

function firstWords([first, second]: readonly ProgressPoint[]): string {
  return first === undefined || first.on !== '' ? (first?.on ?? '') : `before ${second?.on}`;
}

function pointTable(points: readonly ProgressPoint[]): Block {
  const shown = points.slice(-pointsShown);
  const earlier = points.length - shown.length;
  return {
    kind: 'table',
    columns: [{ title: 'Day' }, ...fitColumns],
    rows: shown.map(({ on, fit }): Cell[] => [on === '' ? 'before' : on, ...fitCells(fit)]),
    ...(earlier === 0 ? {} : { legend: `${count(earlier, 'earlier day')}: -f csv` }),
  };
}

function moveBlocks(catalog: Catalog, at: number, moves: Progress['moves']): Block[] {
  const counting = moves.filter((move) => Math.abs(move.points[at] ?? 0) >= 1e-9).toReversed();
  const rest = moves.length - counting.length;
  const more = counting.length - movesShown;
  const words = [
    counting.some((move) => move.from === undefined) ? '– not said before' : '',
    more > 0 ? `${more} earlier: -f csv` : '',
    rest > 0 ? `${count(rest, 'level')} moved that this role does not count` : '',
  ].filter((part) => part !== '');
  if (moves.length === 0) return [];
  return [
    { kind: 'heading', text: 'What moved it' },
    {
      kind: 'table',
      columns: [{ title: 'Day' }, { title: 'Skill', wrap: true }, { title: 'Level' }, { title: 'Points', align: 'right' }],
      rows: counting
        .slice(0, movesShown)
        .map((move): Cell[] => [
          move.on,
          textAt(catalog.skillNames, move.skill),
          `${move.from ?? '–'} → ${move.to}`,
          signedPoints(move.points[at] ?? 0),
        ]),
      ...(words.length === 0 ? {} : { legend: words.join(' · ') }),
    },
  ];
}

/** A level that has grown old. */
export interface StaleLevel {
  readonly skill: number;
  readonly level: number;
  readonly on: string;
  readonly days: number;
}

export function staleData(catalog: Catalog, { skill, level, on, days }: StaleLevel): Answer<typeof staleResult> {
  return { skill: textAt(catalog.skillIds, skill), name: textAt(catalog.skillNames, skill), level, on, days };
}

export function staleRecords(catalog: Catalog, stale: readonly StaleLevel[]): Records {
  return recordsOf<StaleLevel>(
    [
      ['skill', ({ skill }) => textAt(catalog.skillIds, skill)],
      ['name', ({ skill }) => textAt(catalog.skillNames, skill)],
      ['level', ({ level }) => level],
      ['on', ({ on }) => on],
      ['days', ({ days }) => days],
    ],
    stale,
  );
}

/** What to ask again, oldest first. */
export function staleBlocks(catalog: Catalog, stale: readonly StaleLevel[], before: string, undated: readonly number[]): Block[] {
  const [first] = stale;
  const undatedWords =
    undated.length === 0
      ? []
      : [`${count(undated.length, 'level')} without a day ${undated.length === 1 ? 'is' : 'are'} not listed.`];
  const again =
    first === undefined
      ? []
      : [
          `Said again, a level is as new as the day: careerpath profile set ${textAt(catalog.skillIds, first.skill)}=${first.level}`,
        ];
  return [
    {
      kind: 'heading',
      text:
        stale.length === 0
          ? `Nothing to ask again: no level is of ${before} or older.`
          : `To ask again: ${count(stale.length, 'level')} of ${before} or older`,
    },
    ...(stale.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { title: 'Day' },
              { title: 'Skill', wrap: true },
              { title: 'Level', align: 'right' },
              { title: '', drop: 1 },
            ],
            rows: stale.map((one): Cell[] => [
              one.on,
              textAt(catalog.skillNames, one.skill),
              String(one.level),
              catalog.scale.levels[one.level]?.word ?? '',
            ]),
          } as const,
        ]),
    ...[...again, ...undatedWords].map((text) => ({ kind: 'text', text, tone: 'dim' }) as const),
  ];
}
