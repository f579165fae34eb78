import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../score/held-levels.ts';
import { hoursOf, type LearningStep, openNeeds, type StepNeed, stepKey } from './learning-step.ts';

/** The steps that can be taken from where somebody stands, in an order in which they can be. */
export interface StepGraph {
  readonly steps: readonly LearningStep[];
  /** `stepKey` → position in `steps` */
  readonly position: ReadonlyMap<number, number>;
  /** For each step what it waits for: each need lists the positions of the steps of which one is enough. */
  readonly needs: readonly (readonly (readonly number[])[])[];
  /** For each step one way to meet its needs, of each choice the one that is cheapest to come by: positions before its own. */
  readonly way: readonly (readonly number[])[];
  /** Whether any step has a choice. */
  readonly hasChoices: boolean;
  /** Typical hours. */
  readonly hours: readonly number[];
}

/**
 * The steps that can matter for some roles: what their open requirements ask or what carries over to it, with every
 * prerequisite. A step that no forward chaining reaches is left out: its prerequisites go round in a circle, or are excluded.
 */
export function findLearnableSteps(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  isExcluded: (step: LearningStep) => boolean,
): StepGraph {
  const found = new Map<number, LearningStep>();
  const queue: LearningStep[] = [];
  const add = (step: LearningStep): void => {
    const key = stepKey(catalog, step);
    if ((held.level[step.skill] as number) >= step.level || found.has(key)) return;
    found.set(key, step);
    queue.push(step);
  };
  for (const step of usefulSteps(catalog, roles, held)) add(step);
  const needsOf = new Map<number, StepNeed[]>();
  for (let next = 0; next < queue.length; next++) {
    const step = queue[next] as LearningStep;
    const needed = openNeeds(catalog, step, held.level);
    needsOf.set(stepKey(catalog, step), needed);
    for (const need of needed) for (const one of need) add(one);
  }
  const sorted = [...found].filter(([, step]) => !isExcluded(step)).sort(([a], [b]) => a - b);
  const place = new Map(sorted.map(([key], i) => [key, i]));
  const needs = sorted.map(([key]) =>
    (needsOf.get(key) ?? []).map((need) => placesOf(need, (one) => place.get(stepKey(catalog, one)))),
  );
  return chainForward(
    catalog,
    sorted.map(([, step]) => step),
    needs,
  );
}

function placesOf<T>(items: readonly T[], placeOf: (item: T) => number | undefined): number[] {
  return items.map(placeOf).filter((place) => place !== undefined);
}

/** A graph of some of the steps. A step stays only when its prerequisites do, of a choice one. */
export function keepSteps(catalog: Catalog, graph: StepGraph, isKept: (step: LearningStep) => boolean): StepGraph {
  const kept = [...graph.steps.keys()].filter((position) => isKept(graph.steps[position] as LearningStep));
  const place = new Map(kept.map((old, i) => [old, i]));
  const needs = kept.map((old) => (graph.needs[old] as Needs).map((need) => placesOf(need, (one) => place.get(one))));
  return chainForward(
    catalog,
    kept.map((old) => graph.steps[old] as LearningStep),
    needs,
  );
}

type Needs = readonly (readonly number[])[];

/** The steps whose needs can all be met before them, in an order in which they can. A need without any step is never met. */
function chainForward(catalog: Catalog, all: readonly LearningStep[], needsOf: readonly Needs[]): StepGraph {
  const order = chainPositions(needsOf);
  const position = new Map(order.map((old, i) => [old, i]));
  const steps = order.map((old) => all[old] as LearningStep);
  const hours = steps.map((step) => hoursOf(catalog, step).typical);
  const needs = order.map((old) =>
    distinctNeeds((needsOf[old] as Needs).map((need) => placesOf(need, (one) => position.get(one)))),
  );
  return {
    steps,
    position: new Map(steps.map((step, i) => [stepKey(catalog, step), i])),
    needs,
    way: cheapestWays(needs, hours),
    hasChoices: needs.some((one) => one.some((need) => need.length > 1)),
    hours,
  };
}

/** The numbers of all that forward chaining reaches, in the order in which it does. */
function chainPositions(needsOf: readonly Needs[]): number[] {
  const open = needsOf.map((needs) => needs.length);
  const opens = new Map<number, { readonly step: number; isMet: boolean }[]>();
  needsOf.forEach((needs, step) => {
    for (const choices of needs) {
      const need = { step, isMet: false };
      for (const one of choices) {
        const list = opens.get(one);
        if (list === undefined) opens.set(one, [need]);
        else list.push(need);
      }
    }
  });
  const ready = [...open.keys()].filter((step) => open[step] === 0);
  // An array hands out what is added while it is walked.
  for (const step of ready) {
    for (const need of opens.get(step) ?? []) {
      if (need.isMet) continue;
      need.isMet = true;
      const left = (open[need.step] as number) - 1;
      open[need.step] = left;
      if (left === 0) ready.push(need.step);
    }
  }
  return ready;
}

/** Each need once; the order stays. */
function distinctNeeds(needs: Needs): Needs {
  return [...new Map(needs.map((need) => [need.join(), need])).values()];
}

/** Of each choice the step before its own that costs least together with what leads there (what leads to two counts twice). */
function cheapestWays(needs: readonly Needs[], hours: readonly number[]): number[][] {
  const total: number[] = [];
  return needs.map((own, position) => {
    const way = own.map((need) =>
      need.filter((one) => one < position).reduce((a, b) => ((total[b] as number) < (total[a] as number) ? b : a)),
    );
    total.push(way.reduce((sum, one) => sum + (total[one] as number), hours[position] as number));
    return [...new Set(way)];
  });
}

/** A step and prerequisites of it that are not taken yet: enough of them to take it, of each choice the cheapest to come by. */
export function blockOf(graph: StepGraph, position: number, taken: ReadonlySet<number> = new Set()): Set<number> {
  const block = new Set([position]);
  const isTaken = (one: number): boolean => taken.has(one);
  // A set hands out what is added while it is walked.
  for (const one of block) {
    if (taken.size === 0) for (const needed of graph.way[one] as readonly number[]) block.add(needed);
    else
      for (const need of graph.needs[one] as Needs)
        if (!need.some(isTaken)) for (const needed of wayOf(graph, one, need)) block.add(needed);
  }
  return block;
}

/** The step of a need that the way of a step goes by. */
function wayOf(graph: StepGraph, position: number, need: readonly number[]): number[] {
  return need.length === 1
    ? [...need]
    : need.filter((one) => (graph.way[position] as readonly number[]).includes(one)).slice(0, 1);
}

/** A step and every prerequisite of it that leaves no choice: what each plan with the step takes. */
export function surelyWith(graph: StepGraph, positions: Iterable<number>): Set<number> {
  const block = new Set(positions);
  for (const one of block) {
    for (const need of graph.needs[one] as Needs) if (need.length === 1) block.add(need[0] as number);
  }
  return block;
}

/** Those of some positions that can be taken when nothing but they are: the others wait for what is not among them. */
export function takeable(graph: StepGraph, positions: ReadonlySet<number>): ReadonlySet<number> {
  const isTaken = new Uint8Array(graph.steps.length);
  const isMet = (need: readonly number[]): boolean => need.some((one) => isTaken[one] === 1);
  const inOrder = [...positions].sort((a, b) => a - b);
  // A graph's order is one in which all can be taken: mostly the first pass takes them, and the next only what chose otherwise.
  for (let waiting = inOrder, before = -1; waiting.length > 0 && waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((one) => {
      if (!(graph.needs[one] as Needs).every(isMet)) return true;
      isTaken[one] = 1;
      return false;
    });
  }
  return new Set(inOrder.filter((one) => isTaken[one] === 1));
}

/** Typical hours of the steps at some positions together. */
export function hoursAt(graph: StepGraph, positions: Iterable<number>): number {
  let sum = 0;
  for (const position of positions) sum += graph.hours[position] as number;
  return sum;
}

/** Steps that can move the credit of an open requirement by themselves. */
function* usefulSteps(catalog: Catalog, roles: readonly number[], held: HeldLevels): Iterable<LearningStep> {
  const { index } = catalog;
  // The highest level that is asked of each skill, and the highest that is asked of what it carries over to.
  const asked = new Uint8Array(index.skillCount);
  const carried = new Uint8Array(index.skillCount);
  for (const role of roles) {
    const end = index.requirementStart[role + 1] as number;
    for (let r = index.requirementStart[role] as number; r < end; r++) {
      if (creditRequirement(index, r, held) === 1) continue;
      for (let a = index.alternativeStart[r] as number; a < (index.alternativeStart[r + 1] as number); a++) {
        const skill = index.alternativeSkill[a] as number;
        asked[skill] = Math.max(asked[skill] as number, index.alternativeLevel[a] as number);
      }
    }
  }
  for (let skill = 0; skill < index.skillCount; skill++) {
    if (asked[skill] === 0) continue;
    for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
      const other = index.relatedSkill[i] as number;
      carried[other] = Math.max(carried[other] as number, asked[skill] as number);
    }
  }
  for (let skill = 0; skill < index.skillCount; skill++) {
    for (let level = 1; level <= (asked[skill] as number); level++) yield { skill, level };
    for (let level = 1; level <= (carried[skill] as number) && saysHow(catalog, skill, level); level++) yield { skill, level };
  }
}

/** A skill that merely carries over is learned only as far as the data says how; where it never does, as far as one likes. */
function saysHow(catalog: Catalog, skill: number, level: number): boolean {
  const { learn } = catalog.skill(skill);
  return learn[level] !== undefined || Object.keys(learn).length === 0;
}

/** What is held after some steps. Their prerequisites are among them or held, so they imply nothing further. */
export function holdAfter(catalog: Catalog, held: HeldLevels, steps: readonly LearningStep[]): HeldLevels {
  return holdLevels(catalog.index, [...declarationsOf(held), ...steps]);
}

/** Held levels as if each of them were declared. */
export function declarationsOf(held: HeldLevels): Declaration[] {
  return [...held.touched].sort((a, b) => a - b).map((skill) => ({ skill, level: held.level[skill] as number }));
}

/** The steps at some positions of a graph, in its order. */
export function stepsAt(graph: StepGraph, positions: ReadonlySet<number>): LearningStep[] {
  return graph.steps.filter((_, i) => positions.has(i));
}
