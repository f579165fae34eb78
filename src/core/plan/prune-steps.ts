import type { Catalog } from '../catalog/catalog-index.ts';
import { creditAlternative, creditRequirement, directCredit } from '../score/credit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import type { Goal } from './goal.ts';
import { type LearningStep, stepKey } from './learning-step.ts';
import { blockOf, hoursAt, keepSteps, type StepGraph } from './step-graph.ts';

/** Where credit can still be earned: a requirement of one choice, or one alternative of a requirement of several. */
interface Ask {
  readonly alternatives: { readonly skill: number; readonly level: number }[];
  /** The credit that is there already: what gives no more is worth nothing. */
  readonly floor: number;
  /** Counts only when an alternative is met: nothing carries over, and half is nothing. */
  readonly mustBeMet: boolean;
}

/** What a skill can give to one ask. */
interface Way {
  readonly ask: number;
  readonly level: number;
  readonly transfer: number;
}

type Wanted = readonly { readonly ask: number; readonly credit: number }[];

/**
 * The graph without the steps that no best plan needs. The highest level of a skill goes when other steps give everything that
 * the skill gives by then, for no more hours: one other skill, or one for each credit, each learned as far as that credit
 * goes. In any plan these can take its place: no credit falls, and no hour is added. A skill that a step of another one
 * needs stays as it is. In a taxonomy nearly all steps merely carry over a little, and go.
 */
export function pruneSteps(
  catalog: Catalog,
  graph: StepGraph,
  goals: readonly Goal[],
  held: HeldLevels,
  prefer: ReadonlySet<number> = new Set(),
): StepGraph {
  const asks = openAsks(catalog, goals, held);
  const { waysOf, sourcesOf } = findWays(catalog, asks);
  const highest = new Map<number, number>();
  for (const { skill, level } of graph.steps) highest.set(skill, Math.max(level, highest.get(skill) ?? 0));
  const hoursOfBlock = rememberBlocks(graph);
  const needed = neededByOthers(graph);
  // What goes is replaced by what stays, or by what something that goes later is replaced by in turn. Of equals what is held
  // stays rather than what is new, else the last goes. What is preferred stays: something equal must not take its place.
  const isHeld = (skill: number): number => ((held.level[skill] as number) > 0 ? 1 : 0);
  for (const skill of [...highest.keys()].sort((a, b) => isHeld(a) - isHeld(b) || b - a)) {
    if (needed.has(skill) || prefer.has(skill)) continue;
    while ((highest.get(skill) as number) > (held.level[skill] as number) && isReplaced(skill)) {
      highest.set(skill, (highest.get(skill) as number) - 1);
    }
  }
  return keepSteps(catalog, graph, ({ skill, level }) => level <= (highest.get(skill) as number));

  /** Whether other steps do what the highest level of a skill does. */
  function isReplaced(skill: number): boolean {
    const level = highest.get(skill) as number;
    const hours = ownHours(skill, level);
    const given = new Map<number, number>();
    for (const way of waysOf.get(skill) ?? []) {
      const credit = creditAt(way, level);
      if (credit > (asks[way.ask] as Ask).floor) given.set(way.ask, Math.max(credit, given.get(way.ask) ?? 0));
    }
    if (given.size === 0) return true;
    const wanted = [...given].map(([ask, credit]) => ({ ask, credit }));
    if (oneEachHours(wanted, skill, hours) <= hours) return true;
    const rarest = wanted.reduce((a, b) => (sourceCount(b.ask) < sourceCount(a.ask) ? b : a)).ask;
    return (sourcesOf[rarest] as readonly number[]).some((other) => other !== skill && gives(other, wanted, hours));
  }

  /** Hours of learning, for each credit that is wanted, the cheapest of what is asked there as far as the credit goes. */
  function oneEachHours(wanted: Wanted, without: number, max: number): number {
    let sum = 0;
    for (const { ask, credit } of wanted) {
      let least = Number.POSITIVE_INFINITY;
      for (const { skill, level } of (asks[ask] as Ask).alternatives) {
        if (skill === without) continue;
        let at = 1;
        while (creditAt({ ask, level, transfer: 1 }, at) < credit) at++;
        least = Math.min(least, hoursTo(skill, at));
      }
      sum += least;
      if (sum > max) break;
    }
    return sum;
  }

  /** Whether some level of another skill gives all the credit that is wanted within the hours. */
  function gives(other: number, wanted: Wanted, hours: number): boolean {
    const ways = waysOf.get(other) ?? [];
    for (let level = (held.level[other] as number) + 1; level <= (highest.get(other) ?? 0); level++) {
      if (hoursTo(other, level) > hours) return false;
      if (wanted.every(({ ask, credit }) => ways.some((way) => way.ask === ask && creditAt(way, level) >= credit))) return true;
    }
    return false;
  }

  function creditAt({ ask, level, transfer }: Way, at: number): number {
    if ((asks[ask] as Ask).mustBeMet) return at >= level ? 1 : 0;
    return transfer * directCredit(at, level);
  }

  function sourceCount(ask: number): number {
    return (sourcesOf[ask] as readonly number[]).length;
  }

  /** Hours from where one stands to a level of a skill, with every prerequisite; endless where no step leads there. */
  function hoursTo(skill: number, level: number): number {
    if ((held.level[skill] as number) >= level) return 0;
    if (level > (highest.get(skill) ?? 0)) return Number.POSITIVE_INFINITY;
    return hoursOfBlock(graph.position.get(stepKey(catalog, { skill, level })) as number);
  }

  /** Hours of a skill's own steps up to a level: what a plan without them saves at least. */
  function ownHours(skill: number, level: number): number {
    let sum = 0;
    for (let at = (held.level[skill] as number) + 1; at <= level; at++) {
      sum += graph.hours[graph.position.get(stepKey(catalog, { skill, level: at })) as number] as number;
    }
    return sum;
  }
}

function openAsks({ index }: Catalog, goals: readonly Goal[], held: HeldLevels): Ask[] {
  const asks: Ask[] = [];
  for (const { role, essentials } of goals) {
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      const credit = creditRequirement(index, r, held);
      const mustBeMet = essentials === 1 && index.requirementEssential[r] === 1;
      if (credit === 1) continue;
      const isOne = index.requirementAtLeast[r] === 1;
      const alternatives: { skill: number; level: number }[] = [];
      for (let a = index.alternativeStart[r] as number; a < (index.alternativeStart[r + 1] as number); a++) {
        const alternative = { skill: index.alternativeSkill[a] as number, level: index.alternativeLevel[a] as number };
        if (isOne) alternatives.push(alternative);
        else {
          const floor = creditAlternative(index, alternative.skill, alternative.level, held);
          if (floor < 1) asks.push({ alternatives: [alternative], floor: mustBeMet ? 0 : floor, mustBeMet });
        }
      }
      if (isOne) asks.push({ alternatives, floor: mustBeMet ? 0 : credit, mustBeMet });
    }
  }
  return asks;
}

/** By skill, what it can give; and by ask, the skills that can give anything. */
function findWays(
  { index }: Catalog,
  asks: readonly Ask[],
): { waysOf: ReadonlyMap<number, readonly Way[]>; sourcesOf: readonly (readonly number[])[] } {
  const waysOf = new Map<number, Way[]>();
  const sourcesOf = asks.map(({ alternatives, mustBeMet }, ask) => {
    const sources = new Set<number>();
    const add = (source: number, level: number, transfer: number): void => {
      sources.add(source);
      const ways = waysOf.get(source);
      if (ways === undefined) waysOf.set(source, [{ ask, level, transfer }]);
      else ways.push({ ask, level, transfer });
    };
    for (const { skill, level } of alternatives) {
      add(skill, level, 1);
      if (mustBeMet) continue;
      for (let i = index.relatedStart[skill] as number; i < (index.relatedStart[skill + 1] as number); i++) {
        add(index.relatedSkill[i] as number, level, index.relatedTransfer[i] as number);
      }
    }
    return [...sources];
  });
  return { waysOf, sourcesOf };
}

/** Skills that a step of another skill needs. */
function neededByOthers(graph: StepGraph): Set<number> {
  const needed = new Set<number>();
  graph.needs.forEach((needs, position) => {
    const { skill } = graph.steps[position] as LearningStep;
    for (const one of needs.flat()) {
      const other = (graph.steps[one] as LearningStep).skill;
      if (other !== skill) needed.add(other);
    }
  });
  return needed;
}

/** Hours of a step with every prerequisite, remembered. */
function rememberBlocks(graph: StepGraph): (position: number) => number {
  const known = new Map<number, number>();
  return (position) => {
    const found = known.get(position);
    if (found !== undefined) return found;
    const sum = hoursAt(graph, blockOf(graph, position));
    known.set(position, sum);
    return sum;
  };
}
