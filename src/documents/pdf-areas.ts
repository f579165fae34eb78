/** As PDF writes a matrix: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const sameSpace: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function joinMatrices(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function placePoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function isInBox({ left, bottom, right, top }: Box, x: number, y: number, margin = 0): boolean {
  return x >= left - margin && x <= right + margin && y >= bottom - margin && y <= top + margin;
}

export function overlapOf(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

/** Outlines on the page, each closed; a curve stands as the corners that hold it, which is a little too wide. */
export type Outlines = readonly (readonly (readonly [number, number])[])[];

export function boxAround(outlines: Outlines): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const outline of outlines) {
    for (const [x, y] of outline) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.bottom = Math.min(box.bottom, y);
      box.top = Math.max(box.top, y);
    }
  }
  return box;
}

/** How many numbers follow each kind of step in the reader's path data: a move, a line, a curve, an end. */
const numbersAfter = [2, 2, 6, 0] as const;

/** The outlines of a path as the reader gives it: the kind of a step and its coordinates, one after the other. */
export function outlinesOf(path: ArrayLike<number>, matrix: Matrix): Outlines {
  const outlines: [number, number][][] = [];
  for (let at = 0; at < path.length; ) {
    const kind = path[at] as number;
    const count = numbersAfter[kind];
    if (count === undefined) break;
    if (kind === 0 || outlines.length === 0) outlines.push([]);
    for (let i = at + 1; i < at + 1 + count; i += 2)
      outlines.at(-1)?.push(placePoint(matrix, path[i] as number, path[i + 1] as number));
    at += 1 + count;
  }
  return outlines;
}

/** Whether a point is inside; `evenOdd` as the fill that parts holes from what is filled by counting crossings. */
export function isInside(outlines: Outlines, x: number, y: number, evenOdd: boolean): boolean {
  let winding = 0;
  let crossings = 0;
  for (const outline of outlines) {
    outline.forEach(([x1, y1], i) => {
      const [x2, y2] = outline[(i + 1) % outline.length] ?? [x1, y1];
      if (y1 > y === y2 > y || x >= x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) return;
      crossings++;
      winding += y2 > y1 ? 1 : -1;
    });
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0;
}
