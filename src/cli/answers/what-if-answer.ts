import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Plan, Unreachable } from '../../core/plan/plan.ts';
import type { StepGain } from '../../core/plan/single-steps.ts';
import type { RankedRole } from '../../core/plan/what-if.ts';
import { type RoleFit, wholeScore } from '../../core/score/fit.ts';
import type { Declaration, HeldLevels } from '../../core/score/held-levels.ts';
import { type Block, type Cell, type Records, recordsOf } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { gainResult, rankResult } from '../../schema/answers/plan.ts';
import { type Reach, reachWords } from '../open/plan-options.ts';
import { count, provenData, verdictTones } from './fit-answer.ts';
import { planHours, proofWords } from './plan-answer.ts';
import { points } from './requirement-answer.ts';
import { hoursRange, stepColumns, stepTitle, whichStep } from './step-answer.ts';

/** More rows than this are no answer for people. */
const rolesShown = 40;
/** Pairs that are as good as tied; JSON has them all. */
const tiesShown = 3;

type Before = ReadonlyMap<number, RoleFit>;

/** One role before and after a change, as JSON carries it. */
export function rankData(
  catalog: Catalog,
  { fit, low, high, tiedWith, tiedCount }: RankedRole,
  before: Before,
): Answer<typeof rankResult> {
  const was = before.get(fit.role);
  return {
    role: textAt(catalog.roleIds, fit.role),
    title: textAt(catalog.roleTitles, fit.role),
    before: was === undefined ? null : provenData(was),
    after: provenData(fit),
    movedRange: [low, high],
    tiedWith: tiedWith.map((role) => textAt(catalog.roleIds, role)),
    tiedCount,
  };
}

export function rankRecords(catalog: Catalog, ranked: readonly RankedRole[], before: Before): Records {
  const was = ({ fit }: RankedRole): RoleFit => before.get(fit.role) ?? fit;
  return recordsOf(
    [
      ['role', ({ fit }) => textAt(catalog.roleIds, fit.role)],
      ['title', ({ fit }) => textAt(catalog.roleTitles, fit.role)],
      ['before', (one) => wholeScore(was(one).fit)],
      ['after', ({ fit }) => wholeScore(fit.fit)],
      ['exactBefore', (one) => was(one).fit],
      ['exactAfter', ({ fit }) => fit.fit],
      ['verdictBefore', (one) => was(one).verdict],
      ['verdictAfter', ({ fit }) => fit.verdict],
      ['movedLow', ({ low }) => low],
      ['movedHigh', ({ high }) => high],
      ['tiedWith', ({ tiedWith }) => tiedWith.map((role) => textAt(catalog.roleIds, role))],
    ],
    ranked,
  );
}

/**
 * Roles before and after, with what holds whatever the importances and what is a tie.
 *
 * @param asked whether the roles are those that the person named: then those that do not move are shown too
 */
export function rankBlocks(
  catalog: Catalog,
  all: readonly RankedRole[],
  before: Before,
  changes: readonly Declaration[],
  asked: boolean,
): Block[] {
  const moves = ({ fit }: RankedRole): boolean => Math.abs(fit.fit - (before.get(fit.role) ?? fit).fit) >= 1e-9;
  const moved = asked ? all : all.filter(moves);
  const ranked = moved.slice(0, rolesShown);
  const more = moved.length - ranked.length;
  const still = all.length - moved.length;
  const set = changes.map(({ skill, level }) => `${textAt(catalog.skillNames, skill)} ${level}`).join(', ');
  return [
    { kind: 'heading', text: `With ${set}` },
    ...(ranked.length === 0 ? [] : [changeTable(catalog, ranked, before)]),
    ...(still === 0 ? [] : [stillRoles(still, ranked.length)]),
    ...(more > 0 ? [moreRoles(more)] : ranked.length === 0 ? [] : [tieBlock(catalog, ranked)]),
  ];
}

function changeTable(catalog: Catalog, ranked: readonly RankedRole[], before: Before): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Role', wrap: true },
      { title: 'Before', align: 'right' },
      { title: 'After', align: 'right' },
      { title: 'Change', align: 'right', drop: 1 },
      { title: 'Verdict' },
    ],
    rows: ranked.map(({ fit }): Cell[] => {
      const was = before.get(fit.role) ?? fit;
      const difference = fit.fit - was.fit;
      const sign = difference < 0 ? '−' : '+';
      const verdict = was.verdict === fit.verdict ? fit.verdict : `${was.verdict} → ${fit.verdict}`;
      return [
        textAt(catalog.roleTitles, fit.role),
        String(wholeScore(was.fit)),
        String(wholeScore(fit.fit)),
        Math.abs(difference) < 1e-9 ? '=' : `${sign}${points(Math.abs(difference))}`,
        { text: verdict, tone: verdictTones[fit.verdict] },
      ];
    }),
  };
}

function stillRoles(still: number, moved: number): Block {
  const text =
    moved === 0
      ? `None of ${count(still, 'role')} moves.`
      : `${count(still, 'role')} more ${still === 1 ? 'does' : 'do'} not move.`;
  return { kind: 'text', text, tone: 'dim' };
}

function moreRoles(more: number): Block {
  const text = `${count(more, 'more role')}: name those that you mean, or take them all with -f csv or -f json`;
  return { kind: 'text', text, tone: 'dim' };
}

/** Which places in the ranking depend on how importances are judged. */
function tieBlock(catalog: Catalog, ranked: readonly RankedRole[]): Block {
  const shown = new Set(ranked.map((one) => one.fit.role));
  const title = (role: number): string => textAt(catalog.roleTitles, role);
  const firm = ranked.filter((one) => one.tiedWith.length === 0).map((one) => title(one.fit.role));
  const ties = ranked.flatMap(({ fit, tiedWith }) =>
    tiedWith.filter((other) => shown.has(other) && other > fit.role).map((other) => `${title(fit.role)} and ${title(other)}`),
  );
  const kept =
    firm.length === 0
      ? 'no role is sure of its place'
      : `${firm.join(', ')} ${firm.length === 1 ? 'keeps its place' : 'keep their places'}`;
  const left = ties.length - tiesShown;
  const tied = `as good as tied: ${ties.slice(0, tiesShown).join('; ')}${left > 0 ? ` and ${left} more` : ''}`;
  const text = `With every importance one grade lower or higher, ${kept}${ties.length === 0 ? '' : `; ${tied}`}.`;
  return { kind: 'text', text, tone: 'dim' };
}

/** One single step as JSON carries it. */
export function gainData(catalog: Catalog, { step, hours, gain, roles }: StepGain, order: number): Answer<typeof gainResult> {
  return {
    order,
    ...whichStep(catalog, step),
    hours,
    gain,
    gainPerHour: gain / hours.typical,
    roles: roles.map((one) => ({ role: textAt(catalog.roleIds, one.role), gain: one.gain })),
  };
}

export function gainRecords(catalog: Catalog, gains: readonly StepGain[]): Records {
  return recordsOf(
    [
      ['order', (one) => gains.indexOf(one) + 1],
      ...stepColumns<StepGain>(catalog),
      ['gain', ({ gain }) => gain],
      ['gainPerHour', ({ gain, hours }) => gain / hours.typical],
      ['roles', ({ roles }) => roles.map((one) => `${textAt(catalog.roleIds, one.role)}=${points(one.gain)}`)],
    ],
    gains,
  );
}

/** The single steps that gain most an hour. */
export function gainBlocks(catalog: Catalog, gains: readonly StepGain[], over: string): Block[] {
  const heading: Block = { kind: 'heading', text: `Single steps that gain most an hour (points over ${over})` };
  if (gains.length === 0)
    return [heading, { kind: 'text', text: 'No single step gains anything: nothing is open.', tone: 'good' }];
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: 'Step', wrap: true },
        { title: 'Points', align: 'right' },
        { title: 'Hours', align: 'right' },
        { title: 'An hour', align: 'right', drop: 1 },
        { title: 'Most for', wrap: true, drop: 2 },
      ],
      rows: gains.map(({ step, hours, gain, roles }): Cell[] => {
        const [most] = roles;
        return [
          stepTitle(catalog, step),
          `+${points(gain)}`,
          hoursRange(hours),
          (gain / hours.typical).toFixed(2),
          most === undefined ? '' : textAt(catalog.roleTitles, most.role),
        ];
      }),
    },
  ];
}

/** The cheapest changes in one line: `Kafka 0 → 2, AWS 1 → 3: 180 h, fit 61 → 80`. */
export function reachLine(
  catalog: Catalog,
  role: number,
  reach: Reach,
  held: HeldLevels,
  answer: Plan | Unreachable,
  pace: number,
): string {
  const title = textAt(catalog.roleTitles, role);
  const goal = reachWords(reach);
  if (answer.status === 'unreachable') return `${title} cannot reach ${goal}.`;
  if (answer.steps.length === 0) return `${title}: ${goal} is reached already.`;
  const changed = [...new Set(answer.steps.map((step) => step.skill))].sort((a, b) => a - b);
  const list = changed
    .map((skill) => `${textAt(catalog.skillNames, skill)} ${held.level[skill]} → ${answer.after.level[skill]}`)
    .join(', ');
  return `${title}, ${goal}, for ${planHours(catalog, answer, pace).typical} h: ${list}. ${proofWords(answer, false)}`;
}
