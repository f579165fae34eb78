import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { creditAlternative, creditRequirement } from '../score/credit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import { stepKey } from './learning-step.ts';
import type { ProgramRow } from './linear-program.ts';
import type { StepGraph } from './step-graph.ts';

/** A program while its rows and columns are collected. Its first columns are the graph's steps. */
export interface ProgramDraft {
  readonly catalog: Catalog;
  readonly graph: StepGraph;
  readonly held: HeldLevels;
  readonly rows: ProgramRow[];
  columnCount: number;
}

/** Credit as a sum over columns, on top of `base`. */
export interface CreditTerms {
  base: number;
  readonly terms: Map<number, number>;
}

export function requireAtMost({ rows }: ProgramDraft, terms: ReadonlyMap<number, number>, upper: number): void {
  rows.push({ lower: Number.NEGATIVE_INFINITY, upper, terms });
}

export function requireAtLeast({ rows }: ProgramDraft, terms: ReadonlyMap<number, number>, lower: number): void {
  rows.push({ lower, upper: Number.POSITIVE_INFINITY, terms });
}

/** An essential requirement of `ready`: its alternatives at the level asked, and nothing less. */
export function meetInFull(draft: ProgramDraft, requirement: number): CreditTerms {
  const { index } = draft.catalog;
  const terms = new Map<number, number>();
  let missing = index.requirementAtLeast[requirement] as number;
  for (const { skill, level } of sortedAlternatives(index, requirement)) {
    if ((draft.held.level[skill] as number) >= level) missing--;
    else addColumn(terms, columnOf(draft, skill, level), 1);
  }
  if (missing > 0) requireAtLeast(draft, terms, missing);
  return { base: 1, terms: new Map() };
}

/** The credit of a requirement, with the rows that say which of its ways count. */
export function creditTerms(draft: ProgramDraft, requirement: number): CreditTerms {
  const { index } = draft.catalog;
  const now = creditRequirement(index, requirement, draft.held);
  if (now === 1) return { base: 1, terms: new Map() };
  const alternatives = sortedAlternatives(index, requirement);
  const asked = index.requirementAtLeast[requirement] as number;
  if (asked > 1) return creditOfSeveral(draft, alternatives, asked);
  const [only] = alternatives;
  const linear = only !== undefined && alternatives.length === 1 ? byLevels(draft, only) : undefined;
  return linear ?? creditOfOne(draft, alternatives, now);
}

/** One alternative is asked: the best way counts, and only what is better than the credit held can help. */
function creditOfOne(draft: ProgramDraft, alternatives: readonly Alternative[], floor: number): CreditTerms {
  const terms = new Map<number, number>();
  for (const alternative of alternatives) {
    for (const [way, credit] of addWays(draft, alternative, floor)) terms.set(way, credit - floor);
  }
  limitTo(draft, terms.keys(), 1);
  return { base: floor, terms };
}

/** Several are asked: a credit held takes up one of the places, so it is a way like any other. */
function creditOfSeveral(draft: ProgramDraft, alternatives: readonly Alternative[], asked: number): CreditTerms {
  const terms = new Map<number, number>();
  for (const alternative of alternatives) {
    const floor = creditAlternative(draft.catalog.index, alternative.skill, alternative.level, draft.held);
    const ways = new Map<number, number>();
    if (floor > 0) ways.set(draft.columnCount++, floor);
    for (const [way, credit] of addWays(draft, alternative, floor)) ways.set(way, credit);
    if (ways.size > 1) limitTo(draft, ways.keys(), 1);
    for (const [way, credit] of ways) terms.set(way, credit / asked);
  }
  limitTo(draft, terms.keys(), asked);
  return { base: 0, terms };
}

/** Of some ways at most so many count. */
function limitTo(draft: ProgramDraft, ways: Iterable<number>, max: number): void {
  const terms = new Map([...ways].map((way) => [way, 1]));
  if (terms.size > 0) requireAtMost(draft, terms, max);
}

/** One skill, nothing carries over: each level adds the same, and no further column is needed. */
function byLevels(draft: ProgramDraft, { skill, level }: Alternative): CreditTerms | undefined {
  const { catalog, held } = draft;
  const { index } = catalog;
  const own = held.level[skill] as number;
  if (creditAlternative(index, skill, level, held) !== own / level) return undefined;
  for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
    const other = index.relatedSkill[i] as number;
    const next = (held.level[other] as number) + 1;
    if (next <= level && columnOf(draft, other, next) !== undefined) return undefined;
  }
  const terms = new Map<number, number>();
  for (let next = own + 1; next <= level; next++) addColumn(terms, columnOf(draft, skill, next), 1 / level);
  return { base: own / level, terms };
}

/** A column for each way in which an alternative can earn more than `floor`: way → credit. */
function addWays(draft: ProgramDraft, { skill, level }: Alternative, floor: number): Map<number, number> {
  const { index } = draft.catalog;
  const ways = new Map<number, number>();
  addSource(skill, 1);
  for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
    addSource(index.relatedSkill[i] as number, index.relatedTransfer[i] as number);
  }
  return ways;

  function addSource(source: number, transfer: number): void {
    const higher = new Map<number, number>();
    for (let at = level; at > (draft.held.level[source] as number); at--) {
      const step = columnOf(draft, source, at);
      const credit = transfer * Math.min(1, at / level);
      if (step === undefined) continue;
      if (credit <= floor) break;
      const way = draft.columnCount++;
      ways.set(way, credit);
      higher.set(way, 1);
      // All ways through this level or a higher one need this step: tighter than one row a way.
      requireAtMost(draft, new Map([...higher, [step, -1]]), 0);
    }
  }
}

/** The column of the step to a level; nothing where it cannot be taken. */
function columnOf({ catalog, graph }: ProgramDraft, skill: number, level: number): number | undefined {
  return graph.position.get(stepKey(catalog, { skill, level }));
}

export function addTerms(to: Map<number, number>, terms: ReadonlyMap<number, number>, factor: number): void {
  for (const [column, value] of terms) to.set(column, (to.get(column) ?? 0) + value * factor);
}

function addColumn(to: Map<number, number>, column: number | undefined, value: number): void {
  if (column !== undefined) to.set(column, (to.get(column) ?? 0) + value);
}

interface Alternative {
  readonly skill: number;
  readonly level: number;
}

function sortedAlternatives(index: CatalogIndex, requirement: number): Alternative[] {
  const alternatives: Alternative[] = [];
  for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
    alternatives.push({ skill: index.alternativeSkill[a] as number, level: index.alternativeLevel[a] as number });
  }
  return alternatives.sort((a, b) => a.skill - b.skill || a.level - b.level);
}
