import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../model/text-order.ts';
import { creditAlternative, creditRequirement } from '../score/credit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import type { Goal } from './goal.ts';
import { stepKey } from './learning-step.ts';
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

/** Credit as a sum over columns, on top of `base`. */
interface CreditTerms {
  readonly base: number;
  readonly terms: Map<number, number>;
}

export function buildPlanModel(catalog: Catalog, graph: StepGraph, goals: readonly Goal[], held: HeldLevels): PlanModel {
  const { index } = catalog;
  const rows: ProgramRow[] = [];
  let columnCount = graph.steps.length;
  graph.needs.forEach((needed, step) => {
    for (const one of needed)
      atMost(
        new Map([
          [step, 1],
          [one, -1],
        ]),
        0,
      );
  });
  const fits = goals.map((goal) => {
    const fit = addGoal(goal);
    return { fit, total: totalWeight(index, goal.role) };
  });
  const hourUnit = commonDivisor(graph.hours);
  return {
    columnCount,
    rows,
    hours: new Map(graph.hours.map((hours, step) => [step, Math.round(hours / hourUnit)])),
    hourUnit,
    fit: joinFits(fits),
  };

  function atMost(terms: Map<number, number>, upper: number): void {
    rows.push({ lower: Number.NEGATIVE_INFINITY, upper, terms });
  }

  function atLeast(terms: ReadonlyMap<number, number>, lower: number): void {
    rows.push({ lower, upper: Number.POSITIVE_INFINITY, terms });
  }

  /** The rows of one goal; returns its weighted credit over the columns. */
  function addGoal(goal: Goal): Map<number, number> {
    const weighted = new Map<number, number>();
    const essential = new Map<number, number>();
    let earned = 0;
    let essentialEarned = 0;
    let essentials = 0;
    for (const requirement of sortedRequirements(catalog, goal.role)) {
      const weight = index.requirementWeight[requirement] as number;
      const isEssential = index.requirementEssential[requirement] === 1;
      const mustBeMet = isEssential && goal.essentials === 1;
      const credit = mustBeMet ? meetInFull(requirement) : creditTerms(requirement);
      earned += weight * credit.base;
      addTerms(weighted, credit.terms, weight);
      if (!isEssential) continue;
      essentials++;
      essentialEarned += credit.base;
      addTerms(essential, credit.terms, 1);
    }
    const needed = ((goal.fit - 1e-9) / 100) * totalWeight(index, goal.role);
    if (needed > earned) addScaled(weighted, needed - earned);
    const asked = goal.essentials * essentials;
    if (goal.essentials < 1 && asked > essentialEarned) addScaled(essential, asked - essentialEarned);
    return weighted;
  }

  /** Σ terms ≥ bound in whole numbers, each rounded in favour of the plan. */
  function addScaled(terms: ReadonlyMap<number, number>, bound: number): void {
    const factor = scaleToWhole(terms.values());
    atLeast(new Map([...terms].map(([column, value]) => [column, roundUp(value * factor)])), roundUp(bound * factor) - 0.5);
  }

  /** An essential requirement of `ready`: its alternatives at the level asked, and nothing less. */
  function meetInFull(requirement: number): CreditTerms {
    const terms = new Map<number, number>();
    let missing = index.requirementAtLeast[requirement] as number;
    for (const { skill, level } of sortedAlternatives(index, requirement)) {
      if ((held.level[skill] as number) >= level) missing--;
      else addColumn(terms, graph.position.get(stepKey(catalog, { skill, level })), 1);
    }
    if (missing > 0) atLeast(terms, missing);
    return { base: 1, terms: new Map() };
  }

  function creditTerms(requirement: number): CreditTerms {
    const now = creditRequirement(index, requirement, held);
    if (now === 1) return { base: 1, terms: new Map() };
    const alternatives = sortedAlternatives(index, requirement);
    const asked = index.requirementAtLeast[requirement] as number;
    const [only] = alternatives;
    if (only !== undefined && alternatives.length === 1 && asked === 1) {
      const linear = byLevels(only.skill, only.level);
      if (linear !== undefined) return linear;
    }
    // With one alternative asked, only what is better than the credit held can help. With several, a held credit takes up
    // one of the places, so it is a way like any other.
    const floor = asked === 1 ? now : 0;
    const terms = new Map<number, number>();
    const places = new Map<number, number>();
    for (const { skill, level } of alternatives) {
      const ways = addWays(skill, level, asked === 1 ? floor : creditAlternative(index, skill, level, held), asked > 1);
      if (asked > 1 && ways.size > 1) atMost(new Map([...ways.keys()].map((way) => [way, 1])), 1);
      for (const [way, credit] of ways) {
        terms.set(way, (credit - floor) / asked);
        places.set(way, 1);
      }
    }
    if (places.size > 0) atMost(places, asked);
    return { base: floor, terms };
  }

  /** One skill, nothing carries over: each level adds the same, and no further column is needed. */
  function byLevels(skill: number, level: number): CreditTerms | undefined {
    const own = held.level[skill] as number;
    if (creditAlternative(index, skill, level, held) !== own / level) return undefined;
    for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
      const step = { skill: index.relatedSkill[i] as number, level: (held.level[index.relatedSkill[i] as number] as number) + 1 };
      if (step.level <= level && graph.position.has(stepKey(catalog, step))) return undefined;
    }
    const terms = new Map<number, number>();
    for (let next = own + 1; next <= level; next++) {
      addColumn(terms, graph.position.get(stepKey(catalog, { skill, level: next })), 1 / level);
    }
    return { base: own / level, terms };
  }

  /** A column for each way in which an alternative can earn more than `floor`: way → credit. */
  function addWays(skill: number, level: number, floor: number, keepHeld: boolean): Map<number, number> {
    const ways = new Map<number, number>();
    if (keepHeld && floor > 0) ways.set(columnCount++, floor);
    addSource(skill, 1);
    for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
      addSource(index.relatedSkill[i] as number, index.relatedTransfer[i] as number);
    }
    return ways;

    function addSource(source: number, transfer: number): void {
      const higher = new Map<number, number>();
      for (let at = level; at > (held.level[source] as number); at--) {
        const step = graph.position.get(stepKey(catalog, { skill: source, level: at }));
        const credit = transfer * Math.min(1, at / level);
        if (step === undefined) continue;
        if (credit <= floor) break;
        const way = columnCount++;
        ways.set(way, credit);
        higher.set(way, 1);
        // All ways through this level or a higher one need this step: tighter than one row a way.
        atMost(new Map([...higher, [step, -1]]), 0);
      }
    }
  }
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

function addTerms(to: Map<number, number>, terms: ReadonlyMap<number, number>, factor: number): void {
  for (const [column, value] of terms) to.set(column, (to.get(column) ?? 0) + value * factor);
}

function addColumn(to: Map<number, number>, column: number | undefined, value: number): void {
  if (column !== undefined) to.set(column, (to.get(column) ?? 0) + value);
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

function sortedAlternatives(index: CatalogIndex, requirement: number): { skill: number; level: number }[] {
  const alternatives: { skill: number; level: number }[] = [];
  for (let a = index.alternativeStart[requirement] as number; a < (index.alternativeStart[requirement + 1] as number); a++) {
    alternatives.push({ skill: index.alternativeSkill[a] as number, level: index.alternativeLevel[a] as number });
  }
  return alternatives.sort((a, b) => a.skill - b.skill || a.level - b.level);
}
