import loadHighs, { type ModelData } from 'highs';
import type { LinearProgram, SolveLimits, SolverAnswer } from '../core/plan/linear-program.ts';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
let loading: Promise<Highs> | undefined;

/** Searches for better solutions that are programs of their own, and beginning anew after the first cuts. */
const proofOnly = {
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_allow_restart: false,
} as const;

/** Solves one program with HiGHS in this thread: blocks it until the answer stands or a limit comes. */
export async function runProgram(program: LinearProgram, limits: SolveLimits): Promise<SolverAnswer> {
  loading ??= loadHighs();
  const highs = await loading;
  return highs.withModel(modelData(highs, program, limits.isRelaxed === true), (model): SolverAnswer => {
    model.options.set({
      output_flag: false,
      // By default a solution within 0.01 % counts as the best: that is not a proof.
      mip_rel_gap: 0,
      // Whole costs on whole columns: less than one apart is the same.
      mip_abs_gap: program.cost.subarray(program.integerCount).some((cost) => cost !== 0) ? 1e-6 : 0.999,
      mip_feasibility_tolerance: 1e-7,
      mip_max_nodes: limits.nodes,
      random_seed: 0,
      ...(limits.isStartGood === true ? proofOnly : {}),
      ...(limits.seconds === undefined ? {} : { time_limit: limits.seconds }),
    });
    const start = [...program.start.keys()];
    if (start.length > 0 && limits.isRelaxed !== true)
      model.setSolution({ indices: Int32Array.from(start), values: program.start });
    model.run();
    const status = model.getModelStatus();
    const known = highs.constants.modelStatus;
    if (status === known.infeasible)
      return { status: 'infeasible', values: new Float64Array(0), bound: Number.POSITIVE_INFINITY };
    const isLimited = status === known.timeLimit || status === known.iterationLimit || status === known.solutionLimit;
    if (status !== known.optimal && !isLimited) throw new Error(`the solver ended with status ${status}`);
    const bound = limits.isRelaxed === true ? relaxedBound() : (model.info.get('mip_dual_bound') as number);
    // Without an incumbent the values come back as zeros, which would look like an empty plan.
    if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) {
      return { status: 'feasible', values: new Float64Array(0), bound };
    }
    return { status: isLimited ? 'feasible' : 'optimal', values: model.getSolution().colValue, bound };

    /** What stopped on its way has no bound yet. */
    function relaxedBound(): number {
      return isLimited ? Number.NEGATIVE_INFINITY : (model.info.get('objective_function_value') as number);
    }
  });
}

function modelData(highs: Highs, { columnCount, integerCount, cost, rows }: LinearProgram, isRelaxed: boolean): ModelData {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.terms.size;
  });
  const infinite = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  return {
    numCols: columnCount,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: cost,
    colLower: new Float64Array(columnCount),
    colUpper: new Float64Array(columnCount).fill(1),
    rowLower: Float64Array.from(rows, (row) => infinite(row.lower)),
    rowUpper: Float64Array.from(rows, (row) => infinite(row.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columnCount,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => [...row.terms.keys()])),
      values: Float64Array.from(rows.flatMap((row) => [...row.terms.values()])),
    },
    ...(isRelaxed ? {} : { integrality: Int32Array.from({ length: columnCount }, (_, i) => (i < integerCount ? 1 : 0)) }),
  };
}
