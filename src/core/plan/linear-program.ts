/** Σ value · column, between two bounds. */
export interface ProgramRow {
  readonly lower: number;
  readonly upper: number;
  /** column → coefficient */
  readonly terms: ReadonlyMap<number, number>;
}

/** A mixed-integer program. Every column lies between 0 and 1; the cost is minimised. */
export interface LinearProgram {
  readonly columnCount: number;
  /** Columns below this number are whole, 0 or 1; the others take any value between. */
  readonly integerCount: number;
  readonly cost: Float64Array;
  readonly rows: readonly ProgramRow[];
  /** Values of the whole columns at a point that is known to be feasible. */
  readonly start: Float64Array;
}

/** Where to stop before the proof is complete. */
export interface SolveLimits {
  /** Nodes of the search tree: the same answer on every machine. 0: no search, only a good start and a bound. */
  readonly nodes: number;
  /** A safety net; an answer that it cut short may differ from run to run. */
  readonly seconds?: number;
  /** The start is good, perhaps the best: no looking for better ones beside the proof, which would take most of the time. */
  readonly isStartGood?: boolean;
  /** Whole columns may take any value between, too: quick, and no solution costs less than this one's. */
  readonly isRelaxed?: boolean;
}

export interface SolverAnswer {
  /** `feasible`: a limit came before the proof. */
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  /** By column. Empty when there is no solution. */
  readonly values: Float64Array;
  /** No solution costs less than this. */
  readonly bound: number;
}

/** The solver as the core knows it: a program in, the best solution found and a proven bound out. */
export type Solve = (program: LinearProgram, limits: SolveLimits) => Promise<SolverAnswer>;

/** The greatest common divisor of whole numbers; 1 for none. */
export function commonDivisor(numbers: readonly number[]): number {
  const divide = (a: number, b: number): number => (b === 0 ? a : divide(b, a % b));
  const found = numbers.reduce(divide, 0);
  return found >= 1 && Number.isInteger(found) ? found : 1;
}

/** Whole numbers above this lose their last digit to the solver's tolerances. */
const maxCoefficient = 2_000_000;
const maxDenominator = 10_000;

/**
 * A factor that makes every value whole, when one of a reasonable size exists; else the largest reasonable one, at which
 * values are rounded. Credits are quotients of levels times a transfer of a few decimals, so nearly always one exists.
 */
export function scaleToWhole(values: Iterable<number>): number {
  const distinct = [...new Set(values)];
  const largest = Math.max(1e-9, ...distinct.map(Math.abs));
  let factor = 1;
  for (const value of distinct) {
    let more = 1;
    while (more <= maxDenominator && !isWhole(value * factor * more)) more++;
    if (more > maxDenominator || factor * more * largest > maxCoefficient) return maxCoefficient / largest;
    factor *= more;
  }
  return factor;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-7;
}

/** The next whole number at or above, forgiving what floating point added. */
export function roundUp(value: number): number {
  return Math.ceil(value - 1e-6);
}
