import type { LearningStep } from './learning-step.ts';
import type { Relaxation } from './relax-plan.ts';
import type { StepGraph } from './step-graph.ts';

/** Gains below this share of a need come from rounding. */
const leastGain = 1e-9;

/**
 * A plan that is good but not the best, as positions in the graph: again and again the step that brings the most an hour
 * together with what it needs, until the goals are reached; then what turns out not to be needed goes, the costliest first.
 *
 * @param accepts whether a set of steps reaches the goals; the whole graph does
 */
export function planGreedily(
  graph: StepGraph,
  { needs, places, sources }: Relaxation,
  accepts: (positions: ReadonlySet<number>) => boolean,
): Set<number> {
  const positionOf = new Map<number, number[]>();
  graph.steps.forEach(({ skill }, position) => {
    positionOf.set(skill, [...(positionOf.get(skill) ?? []), position]);
  });
  const taken = new Set<number>();
  const credit = new Float64Array(places.length);
  const left = needs.map(({ amount }) => amount);
  const level = (position: number): number => (graph.steps[position] as LearningStep).level;
  const options = sources.flatMap((source) =>
    (positionOf.get(source.skill) ?? []).map((position) => ({ source, position, at: level(position) - source.held - 1 })),
  );
  while (!accepts(taken)) {
    let best: { option: (typeof options)[number]; block: number[]; rate: number } | undefined;
    for (const option of options) {
      const gain = gainOf(option);
      if (gain <= leastGain) continue;
      const block = withNeeds(graph, option.position, taken);
      const rate = gain / block.reduce((sum, one) => sum + (graph.hours[one] as number), 0);
      if (best === undefined || rate > best.rate) best = { option, block, rate };
    }
    if (best === undefined) {
      // What is counted here is not quite the score: several ways into one requirement may count for less together.
      for (const position of graph.steps.keys()) taken.add(position);
      break;
    }
    for (const one of best.block) taken.add(one);
    for (const { place, credit: credits } of best.option.source.offers) {
      const now = credits[best.option.at] as number;
      const more = now - (credit[place] as number);
      if (more <= 0) continue;
      credit[place] = now;
      for (const { need, factor } of worthsOf(place)) left[need] = (left[need] as number) - factor * more;
    }
  }
  return dropNeedless(graph, taken, accepts);

  function worthsOf(place: number): Relaxation['places'][number]['worths'] {
    return (places[place] as Relaxation['places'][number]).worths;
  }

  /** How much of what is left of the needs one option brings, as a sum of shares. */
  function gainOf({ source, at }: (typeof options)[number]): number {
    let gain = 0;
    for (const { place, credit: credits } of source.offers) {
      const more = (credits[at] as number) - (credit[place] as number);
      if (more <= 0) continue;
      for (const { need, factor } of worthsOf(place)) {
        const open = left[need] as number;
        if (open > 0) gain += Math.min(open, factor * more) / open;
      }
    }
    return gain;
  }
}

/** A step and the prerequisites that are not taken yet. */
function withNeeds(graph: StepGraph, position: number, taken: ReadonlySet<number>): number[] {
  const block = new Set([position]);
  // A set hands out what is added while it is walked.
  for (const one of block) for (const needed of graph.needs[one] as readonly number[]) if (!taken.has(needed)) block.add(needed);
  return [...block];
}

/** The steps without those that the goals are reached without, the dearest tried first. */
function dropNeedless(
  graph: StepGraph,
  taken: ReadonlySet<number>,
  accepts: (positions: ReadonlySet<number>) => boolean,
): Set<number> {
  const kept = new Set(taken);
  const hours = (position: number): number => graph.hours[position] as number;
  // From the last step of a skill to its first, since the first is needed by the next.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    const neededBy = new Set([...kept].flatMap((position) => graph.needs[position] as readonly number[]));
    const last = [...kept].filter((position) => !neededBy.has(position)).sort((a, b) => hours(b) - hours(a) || a - b);
    for (const position of last) {
      kept.delete(position);
      if (accepts(kept)) isMoving = true;
      else kept.add(position);
    }
  }
  return kept;
}
