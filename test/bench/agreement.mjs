// How well scores agree with people: Spearman's rank correlation, and the area under the ROC curve for "feasible".

/** Ranks from 1 up; equals share their mean rank. */
function ranks(values) {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const rank = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) rank[order[i]] = (from + to + 1) / 2;
    from = to;
  }
  return rank;
}

/** Pearson's correlation of the ranks, -1 to 1. */
export function spearman(a, b) {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    xy += (x[i] - mean) * (y[i] - mean);
    xx += (x[i] - mean) ** 2;
    yy += (y[i] - mean) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** The chance that a feasible pair scores higher than one that is not; equal scores count half. */
export function areaUnderCurve(scores, feasible) {
  const rank = ranks(scores);
  let [sum, yes] = [0, 0];
  feasible.forEach((is, i) => {
    if (is) {
      sum += rank[i];
      yes++;
    }
  });
  return (sum - (yes * (yes + 1)) / 2) / (yes * (feasible.length - yes));
}

const feasibleFrom = 2.5;

/** Both measures of one score over some pairs. */
export function agreement(pairs, scoreOf) {
  const scores = pairs.map(scoreOf);
  return {
    rho: spearman(
      scores,
      pairs.map((pair) => pair.rating),
    ),
    auc: areaUnderCurve(
      scores,
      pairs.map((pair) => pair.rating >= feasibleFrom),
    ),
  };
}
