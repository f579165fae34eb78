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
 * goes. In any plan these can take its place: no credit falls, and no hour is added. What a step of another skill needs
 * without a choice stays as it is; one of a choice is given by whatever else meets the choice. In a taxonomy nearly all steps
 * merely carry over a little, and go.
 */
export function pruneSteps(
  catalog: Catalog,
  graph: StepGraph,
  goals: readonly Goal[],
  held: HeldLevels,
  prefer: ReadonlySet<number> = new Set(),
): StepGraph {
  const pruned = pruneOnce(catalog, graph, goals, held, prefer);
  // What went may have been the cheapest way to what stayed: with the ways that are left, more may go.
  const isDone = !graph.hasChoices || pruned.steps.length === graph.steps.length;
  return isDone ? pruned : pruneSteps(catalog, pruned, goals, held, prefer);
}

function pruneOnce(
  catalog: Catalog,
  graph: StepGraph,
  goals: readonly Goal[],
  held: HeldLevels,
  prefer: ReadonlySet<number>,
): StepGraph {
  const asks = [...openAsks(catalog, goals, held), ...choiceAsks(graph)];
  const { waysOf, sourcesOf } = findWays(catalog, asks);
  const highest = new Map<number, number>();
  for (const { skill, level } of graph.steps) highest.set(skill, Math.max(level, highest.get(skill) ?? 0));
  const blockAt = rememberBlocks(graph);
  const needed = neededByOthers(graph);
  // What goes is replaced by what stays, or by what something that goes later is replaced by in turn. Of equals what is held
  // stays rather than what is new, else the last goes. What is preferred stays: something equal must not take its place.
  const isHeld = (skill: number): number => ((held.level[skill] as number) > 0 ? 1 : 0);
  for (const skill of [...highest.keys()].sort((a, b) => isHeld(a) - isHeld(b) || b - a)) {
    if (prefer.has(skill)) continue;
    while ((highest.get(skill) as number) > lowest(skill) && isReplaced(skill)) {
      highest.set(skill, (highest.get(skill) as number) - 1);
    }
  }
  return keepSteps(catalog, graph, ({ skill, level }) => level <= (highest.get(skill) as number));

  /** The level of a skill that stays: what is held, or what another skill's step needs. */
  function lowest(skill: number): number {
    return Math.max(held.level[skill] as number, needed.get(skill) ?? 0);
  }

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
    return (sourcesOf[rarest] as readonly number[]).some((other) => other !== skill && gives(other, wanted, skill, hours));
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
        least = Math.min(least, hoursTo(skill, at, without));
      }
      sum += least;
      if (sum > max) break;
    }
    return sum;
  }

  /** Whether some level of another skill gives all the credit that is wanted within the hours. */
  function gives(other: number, wanted: Wanted, without: number, hours: number): boolean {
    const ways = waysOf.get(other) ?? [];
    for (let level = (held.level[other] as number) + 1; level <= (highest.get(other) ?? 0); level++) {
      if (hoursTo(other, level, without) > hours) return false;
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

  /**
   * Hours from where one stands to a level of a skill, with every prerequisite; endless where no step leads there, or the
   * way goes by what has gone or is about to.
   */
  function hoursTo(skill: number, level: number, without: number): number {
    if ((held.level[skill] as number) >= level) return 0;
    if (level > (highest.get(skill) ?? 0)) return Number.POSITIVE_INFINITY;
    const { hours, tops } = blockAt(graph.position.get(stepKey(catalog, { skill, level })) as number);
    if (!graph.hasChoices) return hours;
    const isLeft = [...tops].every(([one, top]) => top <= (one === without ? lowest(one) : (highest.get(one) as number)));
    return isLeft ? hours : Number.POSITIVE_INFINITY;
  }

  /** Hours of a skill's own steps up to a level that others do not need: what a plan without them saves at least. */
  function ownHours(skill: number, level: number): number {
    let sum = 0;
    for (let at = lowest(skill) + 1; at <= level; at++) {
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

/** Choices that steps wait for, each once: one of them has to be held. */
function choiceAsks(graph: StepGraph): Ask[] {
  if (!graph.hasChoices) return [];
  const asks = new Map<string, Ask>();
  for (const need of graph.needs.flat()) {
    if (need.length < 2) continue;
    const alternatives = need.map((one) => graph.steps[one] as LearningStep);
    asks.set(need.join(), { alternatives, floor: 0, mustBeMet: true });
  }
  return [...asks.values()];
}

/** By skill, the highest level that a step of another skill needs without a choice. */
function neededByOthers(graph: StepGraph): ReadonlyMap<number, number> {
  const needed = new Map<number, number>();
  graph.needs.forEach((needs, position) => {
    const { skill } = graph.steps[position] as LearningStep;
    for (const need of needs) {
      if (need.length > 1) continue;
      const other = graph.steps[need[0] as number] as LearningStep;
      if (other.skill !== skill) needed.set(other.skill, Math.max(other.level, needed.get(other.skill) ?? 0));
    }
  });
  return needed;
}

interface Block {
  readonly hours: number;
  /** By skill, the highest level in it. */
  readonly tops: ReadonlyMap<number, number>;
}

/** A step with every prerequisite, remembered. */
function rememberBlocks(graph: StepGraph): (position: number) => Block {
  const known = new Map<number, Block>();
  return (position) => {
    const found = known.get(position);
    if (found !== undefined) return found;
    const positions = blockOf(graph, position);
    const tops = new Map<number, number>();
    if (graph.hasChoices) {
      for (const one of positions) {
        const { skill, level } = graph.steps[one] as LearningStep;
        tops.set(skill, Math.max(level, tops.get(skill) ?? 0));
      }
    }
    const block = { hours: hoursAt(graph, positions), tops };
    known.set(position, block);
    return block;
  };
}
