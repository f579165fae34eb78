import type { Catalog } from '../catalog/catalog-index.ts';
import { creditRequirement } from '../score/credit.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../score/held-levels.ts';
import { hoursOf, type LearningStep, prerequisitesOf, stepKey } from './learning-step.ts';

/** The steps that can be taken from where somebody stands, each after its prerequisites. */
export interface StepGraph {
  readonly steps: readonly LearningStep[];
  /** `stepKey` → position in `steps` */
  readonly position: ReadonlyMap<number, number>;
  /** For each step the positions of its prerequisites that are not held yet. */
  readonly needs: readonly (readonly number[])[];
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
  const needsOf = new Map<number, LearningStep[]>();
  const isHeld = (one: LearningStep): boolean => (held.level[one.skill] as number) >= one.level;
  for (let next = 0; next < queue.length; next++) {
    const step = queue[next] as LearningStep;
    const needed = prerequisitesOf(catalog, step, isHeld).filter((one) => !isHeld(one));
    needsOf.set(stepKey(catalog, step), needed);
    for (const one of needed) add(one);
  }
  const sorted = [...found].filter(([, step]) => !isExcluded(step)).sort(([a], [b]) => a - b);
  return chainForward(catalog, sorted, needsOf);
}

/** The sorted steps whose prerequisites can all be taken before them, in an order in which they can. */
function chainForward(
  catalog: Catalog,
  sorted: readonly (readonly [number, LearningStep])[],
  needsOf: ReadonlyMap<number, readonly LearningStep[]>,
): StepGraph {
  const open = new Map<number, number>();
  const opens = new Map<number, [number, LearningStep][]>();
  const ready: [number, LearningStep][] = [];
  for (const [key, step] of sorted) {
    const needed = needsOf.get(key) ?? [];
    open.set(key, needed.length);
    if (needed.length === 0) ready.push([key, step]);
    for (const one of needed) {
      const neededKey = stepKey(catalog, one);
      const list = opens.get(neededKey);
      if (list === undefined) opens.set(neededKey, [[key, step]]);
      else list.push([key, step]);
    }
  }
  const position = new Map<number, number>();
  for (let next = 0; next < ready.length; next++) {
    const [key] = ready[next] as [number, LearningStep];
    position.set(key, next);
    for (const later of opens.get(key) ?? []) {
      const left = (open.get(later[0]) as number) - 1;
      open.set(later[0], left);
      if (left === 0) ready.push(later);
    }
  }
  const steps = ready.map(([, step]) => step);
  return {
    steps,
    position,
    needs: ready.map(([key]) => [
      ...new Set((needsOf.get(key) ?? []).map((one) => position.get(stepKey(catalog, one)) as number)),
    ]),
    hours: steps.map((step) => hoursOf(catalog, step).typical),
  };
}

/** A graph of some of the steps. A step stays only when its prerequisites do. */
export function keepSteps(catalog: Catalog, graph: StepGraph, isKept: (step: LearningStep) => boolean): StepGraph {
  const kept: number[] = [];
  const newPosition = new Map<number, number>();
  graph.steps.forEach((step, old) => {
    if (!isKept(step) || !(graph.needs[old] as readonly number[]).every((needed) => newPosition.has(needed))) return;
    newPosition.set(old, kept.length);
    kept.push(old);
  });
  return {
    steps: kept.map((old) => graph.steps[old] as LearningStep),
    position: new Map(kept.map((old, position) => [stepKey(catalog, graph.steps[old] as LearningStep), position])),
    needs: kept.map((old) => (graph.needs[old] as readonly number[]).map((needed) => newPosition.get(needed) as number)),
    hours: kept.map((old) => graph.hours[old] as number),
  };
}

/** A step and every prerequisite of it that is not taken yet. */
export function blockOf(graph: StepGraph, position: number, taken: ReadonlySet<number> = new Set()): Set<number> {
  const block = new Set([position]);
  // A set hands out what is added while it is walked.
  for (const one of block) for (const needed of graph.needs[one] as readonly number[]) if (!taken.has(needed)) block.add(needed);
  return block;
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
