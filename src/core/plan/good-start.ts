import { type StepGraph, takeable } from './step-graph.ts';

/** What a good start is looked for in. */
export interface StartSearch {
  readonly graph: StepGraph;
  /** Steps that are known to be accepted. */
  readonly start: ReadonlySet<number>;
  /** Whether steps reach what is asked, by the real score. Never more with fewer steps. */
  readonly accepts: (positions: ReadonlySet<number>) => boolean;
}

/**
 * A cheap set of accepted steps, for a search to start from: the nearer its start is to the best plan, the more it need not
 * look at. Steps are given up one after another, together with what then cannot be taken, as long as the rest is accepted:
 * first those that the relaxed program (steps may be taken in part) takes least of. Several orders are tried, and the
 * cheapest outcome is kept; none is ever costlier than the start.
 *
 * @param share how much of each step the relaxed program takes, 0 to 1
 */
export function findGoodStart({ graph, start, accepts }: StartSearch, share: (position: number) => number): ReadonlySet<number> {
  const hours = (position: number): number => graph.hours[position] as number;
  const orders: ((position: number) => number)[] = [
    share,
    (position) => share(position) - hours(position) / 1000,
    (position) => (share(position) + 0.05) / hours(position),
  ];
  let best = start;
  let least = Number.POSITIVE_INFINITY;
  for (const rank of orders) {
    const found = giveUp({ graph, start, accepts }, rank);
    const cost = [...found].reduce((sum, position) => sum + hours(position), 0);
    if (cost < least) [best, least] = [found, cost];
  }
  return best;
}

/** Gives steps up in the order of a rank. What is accepted only shrinks, so that most go at once, found by halving. */
function giveUp({ graph, start, accepts }: StartSearch, rank: (position: number) => number): ReadonlySet<number> {
  const order = [...start].sort((a, b) => rank(a) - rank(b) || b - a);
  let kept = start;
  let next = 0;
  let stride = order.length;
  while (next < order.length) {
    stride = Math.max(1, Math.min(stride, order.length - next));
    const without = dropAll(graph, kept, order.slice(next, next + stride));
    if (without.size === kept.size || accepts(without)) {
      kept = without;
      next += stride;
      stride *= 2;
    } else if (stride > 1) stride = Math.floor(stride / 2);
    else next++;
  }
  return kept;
}

/** Some positions without some of them, and without what can then not be taken. */
function dropAll(graph: StepGraph, from: ReadonlySet<number>, dropped: readonly number[]): ReadonlySet<number> {
  const left = new Set(from);
  for (const one of dropped) left.delete(one);
  return left.size === from.size ? from : takeable(graph, left);
}
