import type { LearningStep } from './learning-step.ts';
import type { Place, Relaxation, Source } from './relax-plan.ts';

/** Rounds of the search for good prices. Each round costs about as much as reading the relaxation once. */
const mostRounds = 1000;
/** After so many rounds without a better bound the search takes shorter strides. */
const patience = 20;
/** How much of the last stride's direction goes into the next: without it the strides go to and fro. */
const lastShare = 0.7;

export interface PlanBound {
  /** No plan costs fewer typical hours. It may be below 0, which says nothing. */
  readonly hours: number;
  /** No plan that takes this step costs fewer typical hours. */
  readonly hoursWith: (step: LearningStep) => number;
  /** What the bound pays for one unit of the first need: every further unit costs at least so many hours. */
  readonly price: number;
}

/**
 * A lower bound of the hours of every plan, by Lagrangian relaxation: each need and each place gets a price, at which every
 * skill decides for itself how far it is worth learning. Any prices give a bound. Good ones are looked for in two turns: dual
 * ascent at a few prices of the needs (Erlenkotter, 1978), then subgradient steps from the best of them (Held, Wolfe and
 * Crowder, 1974).
 *
 * @param most the hours of some plan, which scale the strides
 */
export function boundPlan({ needs, places, sources }: Relaxation, most: number): PlanBound {
  const needPrice = new Float64Array(needs.length);
  const placePrice = new Float64Array(places.length);
  const { settle } = makeSettler();
  const open = needs.filter(({ amount }) => amount > 0).length;
  const settleAt = (factor: number): number => {
    needs.forEach(({ amount }, i) => {
      needPrice[i] = amount > 0 ? (factor * most) / (amount * open) : 0;
    });
    settle();
    return priceAll();
  };
  let bestNeed = needPrice.slice();
  let bestPlace = placePrice.slice();
  let best = Number.NEGATIVE_INFINITY;
  let stride = 0.5;
  let waited = 0;
  const needLeft = new Float64Array(needs.length);
  const placeLeft = new Float64Array(places.length);
  let bestFactor = 0;
  const tryFactor = (factor: number): void => {
    const hours = settleAt(factor);
    if (hours <= best) return;
    best = hours;
    bestFactor = factor;
    bestNeed = needPrice.slice();
    bestPlace = placePrice.slice();
  };
  for (let factor = 0.5; factor < 8; factor *= 1.5) tryFactor(factor);
  for (const width of [0.2, 0.1, 0.05]) {
    const middle = bestFactor;
    tryFactor(middle * (1 - width));
    tryFactor(middle * (1 + width));
  }
  needPrice.set(bestNeed);
  placePrice.set(bestPlace);
  const needGo = new Float64Array(needs.length);
  const placeGo = new Float64Array(places.length);
  const needScale = needs.map(({ amount }) => Math.max(1e-3, Math.abs(amount)));
  const average = places.map(({ worths }) =>
    worths.reduce((sum, { need, factor }) => sum + factor / (needScale[need] as number), 0),
  );
  for (let round = 0; round < mostRounds && stride > 0.002; round++) {
    const hours = priceAll();
    if (hours > best + 1e-4 * most) waited = 0;
    else if (++waited >= patience) {
      stride /= 2;
      waited = 0;
      needPrice.set(bestNeed);
      placePrice.set(bestPlace);
      needGo.fill(0);
      placeGo.fill(0);
      continue;
    }
    if (hours > best) {
      best = hours;
      bestNeed = needPrice.slice();
      bestPlace = placePrice.slice();
    }
    let length = 0;
    for (let i = 0; i < needs.length; i++) {
      needGo[i] = (needLeft[i] as number) / (needScale[i] as number) + lastShare * (needGo[i] as number);
      if ((needPrice[i] as number) > 0 || (needGo[i] as number) > 0) length += (needGo[i] as number) ** 2;
    }
    for (let i = 0; i < places.length; i++) {
      placeGo[i] = -(placeLeft[i] as number) * (average[i] as number) + lastShare * (placeGo[i] as number);
      if ((placePrice[i] as number) > 0 || (placeGo[i] as number) > 0) length += (placeGo[i] as number) ** 2;
    }
    if (length < 1e-12 || most - hours < 1e-6) break;
    const step = (stride * (most - hours)) / length;
    for (let i = 0; i < needs.length; i++)
      needPrice[i] = Math.max(0, (needPrice[i] as number) + (step * (needGo[i] as number)) / (needScale[i] as number));
    for (let i = 0; i < places.length; i++)
      placePrice[i] = Math.max(0, (placePrice[i] as number) + step * (placeGo[i] as number) * (average[i] as number));
  }
  needPrice.set(bestNeed);
  placePrice.set(bestPlace);
  const hours = priceAll();
  const numberOf = new Map(sources.map((source, i) => [source.skill, i]));
  return {
    hours,
    price: needPrice[0] ?? 0,
    hoursWith: ({ skill, level }) => {
      const source = sources[numberOf.get(skill) ?? -1];
      if (source === undefined) return 0;
      const costs = source.hours.map((_, i) => costAt(source, i));
      return Math.max(0, hours - Math.min(0, ...costs) + Math.min(...costs.slice(level - source.held - 1)));
    },
  };

  /** The bound at the present prices; leaves in `needLeft` and `placeLeft` what is short of each need and left of each room. */
  function priceAll(): number {
    let sum = 0;
    needs.forEach(({ amount }, i) => {
      needLeft[i] = amount;
      sum += (needPrice[i] as number) * amount;
    });
    places.forEach(({ room }, i) => {
      placeLeft[i] = room;
      sum -= (placePrice[i] as number) * room;
    });
    for (const source of sources) {
      let least = 0;
      let at = -1;
      for (let i = 0; i < source.hours.length; i++) {
        const cost = costAt(source, i);
        if (cost < least) {
          least = cost;
          at = i;
        }
      }
      if (at < 0) continue;
      sum += least;
      for (const { place, credit } of source.offers) {
        if (priceOf(place) * (credit[at] as number) <= (placePrice[place] as number)) continue;
        placeLeft[place] = (placeLeft[place] as number) - 1;
        for (const { need, factor } of (places[place] as Place).worths) {
          needLeft[need] = (needLeft[need] as number) - factor * (credit[at] as number);
        }
      }
    }
    return sum;
  }

  /** Hours of a skill up to a level, less what the prices pay for it. */
  function costAt(source: Source, at: number): number {
    let cost = source.hours[at] as number;
    for (const { place, credit } of source.offers) {
      const pays = priceOf(place) * (credit[at] as number) - (placePrice[place] as number);
      if (pays > 0) cost -= pays;
    }
    return cost;
  }

  /** What one unit of credit is paid at a place. */
  function priceOf(place: number): number {
    let price = 0;
    for (const { need, factor } of (places[place] as Place).worths) price += (needPrice[need] as number) * factor;
    return price;
  }

  /** The options of each place by credit, and what lowers the places' prices as far as no option pays: Erlenkotter's dual ascent (1978). */
  function makeSettler(): { settle: () => void } {
    const hours: number[] = [];
    const lists: { option: number; credit: number }[][] = places.map(() => []);
    for (const source of sources) {
      source.hours.forEach((cost, at) => {
        const option = hours.push(cost) - 1;
        for (const { place, credit } of source.offers) {
          if ((credit[at] as number) > 0)
            (lists[place] as { option: number; credit: number }[]).push({ option, credit: credit[at] as number });
        }
      });
    }
    const sorted = lists.map((list) => list.sort((x, y) => y.credit - x.credit || x.option - y.option));
    const optionOf = sorted.map((list) => Uint32Array.from(list, (one) => one.option));
    const creditOf = sorted.map((list) => Float64Array.from(list, (one) => one.credit));
    const order = [...places.keys()].sort(
      (x, y) => (optionOf[x] as Uint32Array).length - (optionOf[y] as Uint32Array).length || x - y,
    );
    const slack = new Float64Array(hours.length);
    const reached = new Uint32Array(places.length);
    return {
      settle: () => {
        slack.set(hours);
        let isMoving = true;
        places.forEach((_, place) => {
          placePrice[place] = priceOf(place) * ((creditOf[place] as Float64Array)[0] ?? 0);
          reached[place] = 0;
        });
        for (let pass = 0; isMoving && pass < 100; pass++) {
          isMoving = false;
          for (const place of order) {
            const options = optionOf[place] as Uint32Array;
            const credits = creditOf[place] as Float64Array;
            const price = priceOf(place);
            const now = placePrice[place] as number;
            if (now <= 0) continue;
            let end = reached[place] as number;
            while (end < options.length && price * (credits[end] as number) >= now - 1e-12) end++;
            reached[place] = end;
            let lower = now - (end < options.length ? price * (credits[end] as number) : 0);
            for (let i = 0; i < end; i++) lower = Math.min(lower, slack[options[i] as number] as number);
            if (lower <= 1e-9) continue;
            for (let i = 0; i < end; i++) slack[options[i] as number] = (slack[options[i] as number] as number) - lower;
            placePrice[place] = now - lower;
            isMoving = true;
          }
        }
      },
    };
  }
}
