/**
 * Rows of unit length over features, with the rows of each feature beside them, so that the cosines of one row with all others
 * cost no more than the features that they share.
 */
export interface SparseRows {
  readonly rowStart: Uint32Array;
  readonly feature: Uint32Array;
  readonly value: Float64Array;
  readonly postingStart: Uint32Array;
  readonly postingRow: Uint32Array;
  readonly postingValue: Float64Array;
}

/**
 * Weighs each value by ln(rows / rows that have the feature), as in tf-idf, and scales each row to length 1.
 * Features are numbered in the order in which they are first met; a row without any stays empty.
 */
export function makeSparseRows(rows: readonly ReadonlyMap<string, number>[]): SparseRows {
  const numbers = new Map<string, number>();
  const rowsWith: number[] = [];
  const rowStart = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    rowStart[i + 1] = (rowStart[i] as number) + row.size;
    for (const name of row.keys()) {
      let number = numbers.get(name);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(name, number);
        rowsWith.push(0);
      }
      rowsWith[number] = (rowsWith[number] as number) + 1;
    }
  });
  const total = rowStart[rows.length] as number;
  const feature = new Uint32Array(total);
  const value = new Float64Array(total);
  rows.forEach((row, i) => {
    let at = rowStart[i] as number;
    let squares = 0;
    for (const [name, weight] of row) {
      const number = numbers.get(name) as number;
      const weighed = weight * Math.log(rows.length / (rowsWith[number] as number));
      feature[at] = number;
      value[at++] = weighed;
      squares += weighed * weighed;
    }
    const length = squares > 0 ? Math.sqrt(squares) : 1;
    for (let j = rowStart[i] as number; j < at; j++) value[j] = (value[j] as number) / length;
  });
  return { rowStart, feature, value, ...postingsOf(rows.length, rowStart, feature, value, rowsWith) };
}

function postingsOf(
  rowCount: number,
  rowStart: Uint32Array,
  feature: Uint32Array,
  value: Float64Array,
  rowsWith: readonly number[],
): Pick<SparseRows, 'postingStart' | 'postingRow' | 'postingValue'> {
  const postingStart = new Uint32Array(rowsWith.length + 1);
  rowsWith.forEach((count, i) => {
    postingStart[i + 1] = (postingStart[i] as number) + count;
  });
  const next = postingStart.slice();
  const postingRow = new Uint32Array(feature.length);
  const postingValue = new Float64Array(feature.length);
  for (let row = 0; row < rowCount; row++) {
    for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++) {
      const at = next[feature[i] as number] as number;
      next[feature[i] as number] = at + 1;
      postingRow[at] = row;
      postingValue[at] = value[i] as number;
    }
  }
  return { postingStart, postingRow, postingValue };
}

/** Adds `factor` times the cosine of `row` with each row to `sums`. */
export function addCosines(rows: SparseRows, row: number, factor: number, sums: Float64Array): void {
  for (let i = rows.rowStart[row] as number; i < (rows.rowStart[row + 1] as number); i++) {
    const own = factor * (rows.value[i] as number);
    if (own === 0) continue;
    const feature = rows.feature[i] as number;
    const end = rows.postingStart[feature + 1] as number;
    for (let j = rows.postingStart[feature] as number; j < end; j++) {
      const other = rows.postingRow[j] as number;
      sums[other] = (sums[other] as number) + own * (rows.postingValue[j] as number);
    }
  }
}
