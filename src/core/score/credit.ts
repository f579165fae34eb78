import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { alternativesOf } from '../catalog/walk-requirements.ts';
import type { Level } from '../model/scale.ts';
import type { HeldLevels } from './held-levels.ts';

/** How a credit was earned: through which skill, held at which level. */
export interface Via {
  readonly kind: 'declared' | 'implied' | 'transfer';
  /** The alternative that it counts for. */
  readonly alternative: number;
  /** `declared` and `implied`: the alternative itself; `transfer`: the related skill. */
  readonly skill: number;
  /** The level held in `skill`. */
  readonly level: Level;
  /** How much carries over: 1 unless `kind` is `transfer`. The credit is transfer · min(1, level / asked level). */
  readonly transfer: number;
  /** The declared skill behind a level that is implied, or -1. */
  readonly impliedBy: number;
}

/** Credit for level `level` from holding the skill itself at `own`, 0 to 1: min(1, own / level). */
export function directCredit(own: Level, level: Level): number {
  return own >= level ? 1 : own / level;
}

/** Credit for level `level` from holding a related skill at `other`, of which the share `transfer` carries over, 0 to 1. */
export function carriedCredit(transfer: number, other: Level, level: Level): number {
  return transfer * directCredit(other, level);
}

/**
 * THE resolver, one alternative: credit(s, L) = max(direct, transfer), from 0 to 1, where
 * direct = min(1, h(s) / L) and transfer = max over s' related to s of τ(s', s) · min(1, h(s') / L), one hop.
 */
export function creditAlternative(index: CatalogIndex, skill: number, level: Level, held: HeldLevels): number {
  const own = held.level[skill] as number;
  if (own >= level) return 1;
  let credit = directCredit(own, level);
  const end = index.relatedStart[skill + 1] as number;
  for (let edge = index.relatedStart[skill] as number; edge < end; edge++) {
    const other = held.level[index.relatedSkill[edge] as number] as number;
    if (other === 0) continue;
    const carried = carriedCredit(index.relatedTransfer[edge] as number, other, level);
    if (carried > credit) credit = carried;
  }
  return credit;
}

/** Whose answers count in full: `range` ends where every alternative that is not said is met. */
export type Assumption = 'as-declared' | 'unsaid-in-full';

/**
 * THE resolver, one requirement: the mean of the `atLeast` best credits of its alternatives, from 0 to 1.
 * Every score, gap, plan and batch goes through it.
 */
export function creditRequirement(
  index: CatalogIndex,
  requirement: number,
  held: HeldLevels,
  assumption: Assumption = 'as-declared',
): number {
  const first = index.alternativeStart[requirement] as number;
  const end = index.alternativeStart[requirement + 1] as number;
  if (end === first + 1) return creditAt(index, first, held, assumption);
  return meanOfBest(first, end, index.requirementAtLeast[requirement] as number, (i) => creditAt(index, i, held, assumption));
}

/** The mean of the `atLeast` best credits of the alternatives from `first` up to, not including, `end`; 0 to 1. */
export function meanOfBest(first: number, end: number, atLeast: number, creditOf: (alternative: number) => number): number {
  if (atLeast === 1) {
    let best = 0;
    for (let i = first; i < end && best < 1; i++) best = Math.max(best, creditOf(i));
    return best;
  }
  const credits: number[] = [];
  for (let i = first; i < end; i++) credits.push(creditOf(i));
  credits.sort((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < atLeast; i++) sum += credits[i] ?? 0;
  return sum / atLeast;
}

function creditAt(index: CatalogIndex, alternative: number, held: HeldLevels, assumption: Assumption): number {
  const skill = index.alternativeSkill[alternative] as number;
  if (assumption === 'unsaid-in-full' && held.said[skill] === 0) return 1;
  return creditAlternative(index, skill, index.alternativeLevel[alternative] as number, held);
}

/** The ways behind `creditRequirement`: one for each counted alternative that earns anything, best first. */
export function explainCredit(index: CatalogIndex, requirement: number, held: HeldLevels): Via[] {
  const ways: { via: Via; credit: number }[] = [];
  for (const i of alternativesOf(index, requirement)) {
    const credit = creditAt(index, i, held, 'as-declared');
    if (credit > 0) ways.push({ via: explainAlternative(index, i, held, credit), credit });
  }
  // Array sorting is stable: equals stay in file order.
  ways.sort((a, b) => b.credit - a.credit);
  return ways.slice(0, index.requirementAtLeast[requirement]).map((way) => way.via);
}

function explainAlternative(index: CatalogIndex, alternative: number, held: HeldLevels, credit: number): Via {
  const skill = index.alternativeSkill[alternative] as number;
  const level = index.alternativeLevel[alternative] as number;
  const own = held.level[skill] as number;
  if (Math.min(1, own / level) === credit) {
    const impliedBy = held.impliedBy[skill] as number;
    return { kind: impliedBy < 0 ? 'declared' : 'implied', alternative, skill, level: own, transfer: 1, impliedBy };
  }
  let best: Via | undefined;
  let bestCredit = 0;
  const end = index.relatedStart[skill + 1] as number;
  for (let edge = index.relatedStart[skill] as number; edge < end; edge++) {
    const other = index.relatedSkill[edge] as number;
    const transfer = index.relatedTransfer[edge] as number;
    const carried = carriedCredit(transfer, held.level[other] as number, level);
    if (carried > bestCredit) {
      bestCredit = carried;
      best = {
        kind: 'transfer',
        alternative,
        skill: other,
        level: held.level[other] as number,
        transfer,
        impliedBy: held.impliedBy[other] as number,
      };
    }
  }
  if (best === undefined) throw new Error('a credit above the direct one comes from a related skill');
  return best;
}
