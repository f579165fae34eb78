import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../model/text-order.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import {
  addTerms,
  type CreditTerms,
  creditTerms,
  meetInFull,
  type ProgramDraft,
  requireAtLeast,
  requireAtMost,
} from './credit-terms.ts';
import type { Goal } from './goal.ts';
import { commonDivisor, type ProgramRow, roundUp, scaleToWhole } from './linear-program.ts';
import type { StepGraph } from './step-graph.ts';

/**
 * What a set of steps must fulfil, as rows over columns: first one column a step (1 = taken), then columns between 0 and 1,
 * one a way of earning credit. Every set that reaches the goals fulfils the rows. Credits are rounded in favour of the plan,
 * so a set that just misses a goal may fulfil them too: what the solver proposes is checked with the real score.
 */
export interface PlanModel {
  readonly columnCount: number;
  readonly rows: readonly ProgramRow[];
  /** Hours of each step, divided by their greatest common divisor: whole and small. */
  readonly hours: ReadonlyMap<number, number>;
  /** Hours in one unit of `hours`. */
  readonly hourUnit: number;
  /** The sum of the goals' fits, in whole units, less what is held already: column → units. */
  readonly fit: ReadonlyMap<number, number>;
}

/** The model of plans over a graph of steps to some goals. */
export function buildPlanModel(catalog: Catalog, graph: StepGraph, goals: readonly Goal[], held: HeldLevels): PlanModel {
  const draft: ProgramDraft = { catalog, graph, held, rows: [], columnCount: graph.steps.length };
  addPrerequisites(draft);
  const fits = goals.map((goal) => ({ fit: addGoal(draft, goal), total: totalWeight(catalog.index, goal.role) }));
  const hourUnit = commonDivisor(graph.hours);
  return {
    columnCount: draft.columnCount,
    rows: draft.rows,
    hours: new Map(graph.hours.map((hours, step) => [step, Math.round(hours / hourUnit)])),
    hourUnit,
    fit: joinFits(fits),
  };
}

/** No step without what it needs, of each choice one at least. */
function addPrerequisites(draft: ProgramDraft): void {
  draft.graph.needs.forEach((needs, step) => {
    for (const need of needs) requireAtMost(draft, new Map([[step, 1], ...need.map((one): [number, number] => [one, -1])]), 0);
  });
}

/** The rows of one goal; returns its weighted credit over the columns. */
function addGoal(draft: ProgramDraft, goal: Goal): Map<number, number> {
  const { catalog } = draft;
  const { index } = catalog;
  const points: CreditTerms = { base: 0, terms: new Map() };
  const essential: CreditTerms = { base: 0, terms: new Map() };
  let essentials = 0;
  for (const requirement of sortedRequirements(catalog, goal.role)) {
    const isEssential = index.requirementEssential[requirement] === 1;
    const mustBeMet = isEssential && goal.essentials === 1;
    const credit = mustBeMet ? meetInFull(draft, requirement) : creditTerms(draft, requirement);
    addCredit(points, credit, index.requirementWeight[requirement] as number);
    if (!isEssential) continue;
    essentials++;
    addCredit(essential, credit, 1);
  }
  addMark(draft, points, ((goal.fit - 1e-9) / 100) * totalWeight(index, goal.role));
  if (goal.essentials < 1) addMark(draft, essential, goal.essentials * essentials);
  return points.terms;
}

function addCredit(to: CreditTerms, credit: CreditTerms, factor: number): void {
  to.base += factor * credit.base;
  addTerms(to.terms, credit.terms, factor);
}

/** Credit ≥ mark in whole numbers, each rounded in favour of the plan; no row where the mark is reached already. */
function addMark(draft: ProgramDraft, { base, terms }: CreditTerms, mark: number): void {
  if (mark <= base) return;
  const factor = scaleToWhole(terms.values());
  const whole = new Map([...terms].map(([column, value]) => [column, roundUp(value * factor)]));
  requireAtLeast(draft, whole, roundUp((mark - base) * factor) - 0.5);
}

/** Several goals' weighted credits as one sum of fits, in whole units. */
function joinFits(fits: readonly { fit: ReadonlyMap<number, number>; total: number }[]): Map<number, number> {
  const joined = new Map<number, number>();
  const [first] = fits;
  const share = (total: number): number => (first === undefined || fits.length === 1 ? 1 : first.total / total);
  for (const { fit, total } of fits) addTerms(joined, fit, share(total));
  const factor = scaleToWhole(joined.values());
  return new Map([...joined].map(([column, value]) => [column, Math.round(value * factor)]));
}

function totalWeight(index: CatalogIndex, role: number): number {
  let total = 0;
  for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
    total += index.requirementWeight[r] as number;
  }
  return total;
}

/** A role's requirements by id: the order of rows in a file must not change which of two equal plans comes back. */
function sortedRequirements(catalog: Catalog, role: number): number[] {
  const first = catalog.index.requirementStart[role] as number;
  const ids = catalog.role(role).requirements.map((requirement) => requirement.id);
  return ids
    .map((_, i) => i)
    .sort((a, b) => compareText(ids[a] as string, ids[b] as string))
    .map((i) => first + i);
}
