/** The heights of a sparkline, lowest first. */
const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** A line of marks, one a value, from the lowest value to the highest; values that are all the same lie in the middle. */
export function drawSparkline(values: readonly number[]): string {
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  const top = heights.length - 1;
  return values.map((value) => heights[span < 1e-9 ? 3 : Math.round(((value - lowest) / span) * top)]).join('');
}
