import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { type JudgedFit, judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { fitMove, fitThen } from '../../schema/answers/progress.ts';
import { aimedRoles } from '../open/aimed-roles.ts';
import { fitCells, fitColumns, fitWords, provenData } from './fit-answer.ts';
import { points } from './requirement-answer.ts';

/** What is told of so many targets. */
const targetsShown = 3;

/** The fit to one role before and after something was said. */
export interface FitMove {
  readonly role: number;
  readonly before: JudgedFit;
  readonly after: JudgedFit;
}

/** How what was said moved the fits to what the person aims at: the targets, else the role that `match` takes for one. */
export function moveOfTargets(catalog: Catalog, before: Person, after: Person): FitMove[] {
  const [was, is] = [before, after].map((person) => judgePerson(catalog, person.held, backgroundOf(person)));
  if (was === undefined || is === undefined) return [];
  const roles = aimedRoles(catalog, after, [], is).slice(0, targetsShown);
  return roles.map((role) => ({ role, before: was.fitOf(role), after: is.fitOf(role) }));
}

/** A fit at one time as JSON carries it. */
export function fitThenData(fit: JudgedFit): Answer<typeof fitThen> {
  const { score, exactScore, verdict } = provenData(fit);
  return { score, exactScore, verdict, likely: { score: fit.likely.score, verdict: fit.likely.verdict } };
}

export function fitMoveData(catalog: Catalog, { role, before, after }: FitMove): Answer<typeof fitMove> {
  return {
    role: textAt(catalog.roleIds, role),
    title: textAt(catalog.roleTitles, role),
    before: fitThenData(before),
    after: fitThenData(after),
  };
}

/** Each target before and after, a block a target. */
export function fitMoveBlocks(catalog: Catalog, moves: readonly FitMove[]): Block[] {
  return moves.map(({ role, before, after }): Block => {
    const text = `${textAt(catalog.roleTitles, role)}: ${fitWords(after)} (${changeWords(before, after)})`;
    if (isSame(before, after)) return { kind: 'text', text };
    return {
      kind: 'table',
      caption: text,
      columns: [{ title: '' }, ...fitColumns],
      rows: [
        ['before', ...fitCells(before)],
        ['after', ...fitCells(after)],
      ],
    };
  });
}

function isSame(before: JudgedFit, after: JudgedFit): boolean {
  return before.fit === after.fit && before.likely.score === after.likely.score && before.high === after.high;
}

/** Points with their sign: `+7.2`, `−3.0`, `=`. */
export function signedPoints(difference: number): string {
  if (Math.abs(difference) < 1e-9) return '=';
  return `${difference < 0 ? '−' : '+'}${points(Math.abs(difference))}`;
}

function changeWords(before: JudgedFit, after: JudgedFit): string {
  const difference = after.fit - before.fit;
  if (isSame(before, after)) return 'as before';
  return Math.abs(difference) < 1e-9 ? 'proven as before' : `${signedPoints(difference)} points`;
}
