import { type Box, boxAround, joinMatrices, type Matrix, type Outlines, outlinesOf, overlapOf, sameSpace } from './pdf-areas.ts';
import type { Colour } from './pdf-surface.ts';

/** What covers less than this is not seen, and hides nothing. */
export const leastAlpha = 0.05;
/** PDF's modes of text that fill letters, and those that draw their edge; 3 and 7 do neither. */
const fillModes: readonly number[] = [0, 2, 4, 6];
const strokeModes: readonly number[] = [1, 2, 5, 6];

/** How a page paints at one moment: what PDF calls the graphics state, as far as it tells whether text is seen. */
export interface Graphics {
  matrix: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  /** Of the groups that all this is in. */
  groupAlpha: number;
  blends: boolean;
  mode: number;
  size: number;
  /** 1: letters are as wide as their font has them. */
  stretch: number;
  charSpacing: number;
  wordSpacing: number;
  leading: number;
  rise: number;
  /** Since it was saved: whether the space was moved, and whether something was painted. */
  moved: boolean;
  painted: boolean;
}

/** The state of a fresh page. */
export function startGraphics(view: Box): Graphics {
  return {
    matrix: sameSpace,
    clip: view,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    blends: false,
    mode: 0,
    size: 0,
    stretch: 1,
    charSpacing: 0,
    wordSpacing: 0,
    leading: 0,
    rise: 0,
    moved: false,
    painted: false,
  };
}

/** The operators that only change how is painted. What follows an operator has no type in the reader: each looks at it itself. */
export const changes: Readonly<Record<string, (now: Graphics, args: readonly unknown[]) => void>> = {
  transform: (now, matrix) => moveSpace(now, matrix),
  setGState: (now, [changed]) => {
    for (const change of asList(changed)) changeState(now, asList(change));
  },
  setFillRGBColor: (now, [colour]) => {
    now.fill = asColour(colour);
  },
  setStrokeRGBColor: (now, [colour]) => {
    now.stroke = asColour(colour);
  },
  setFillColorN: (now) => {
    now.fill = undefined;
  },
  setStrokeColorN: (now) => {
    now.stroke = undefined;
  },
  setFont: (now, [, size]) => {
    now.size = Number(size);
  },
  setTextRenderingMode: (now, [mode]) => {
    now.mode = Number(mode);
  },
  setHScale: (now, [percent]) => {
    now.stretch = Number(percent) / 100;
  },
  setCharSpacing: (now, [by]) => {
    now.charSpacing = Number(by);
  },
  setWordSpacing: (now, [by]) => {
    now.wordSpacing = Number(by);
  },
  setLeading: (now, [by]) => {
    now.leading = -Number(by);
  },
  setTextRise: (now, [by]) => {
    now.rise = Number(by);
  },
};

export function moveSpace(now: Graphics, matrix: unknown): void {
  const inner = asMatrix(matrix);
  if (inner === undefined) return;
  now.matrix = joinMatrices(now.matrix, inner);
  now.moved = true;
}

/** Cuts away what is outside of a box in the present space. */
export function clipToBox(now: Graphics, box: unknown): void {
  const [left, bottom, right, top] = asNumbers(box);
  if (top === undefined || left === undefined || bottom === undefined || right === undefined) return;
  now.clip = overlapOf(now.clip, boxAround(rectangle({ left, bottom, right, top }, now.matrix)));
}

export function rectangle({ left, bottom, right, top }: Box, matrix: Matrix): Outlines {
  return outlinesOf([0, left, bottom, 1, right, bottom, 1, right, top, 1, left, top], matrix);
}

function changeState(now: Graphics, [key, value]: readonly unknown[]): void {
  if (key === 'ca') now.fillAlpha = Number(value);
  if (key === 'CA') now.strokeAlpha = Number(value);
  if (key === 'BM') now.blends = value !== 'source-over';
  if (key === 'Font') now.size = Number(asList(value)[1]);
}

function asColour(value: unknown): Colour {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asNumbers(value: unknown): readonly number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return Array.from(value);
  return asList(value).every((one) => typeof one === 'number') ? asList(value).map(Number) : [];
}

export function asMatrix(value: unknown): Matrix | undefined {
  const [a, b, c, d, e, f] = asNumbers(value);
  const isWhole = a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined && f !== undefined;
  return isWhole ? [a, b, c, d, e, f] : undefined;
}

/** What letters are drawn in; nothing where they are not painted. */
export function inksOf({ mode, fill, fillAlpha, stroke, strokeAlpha, groupAlpha }: Graphics): Colour[] {
  return [
    ...(fillModes.includes(mode) && fillAlpha * groupAlpha >= leastAlpha ? [fill] : []),
    ...(strokeModes.includes(mode) && strokeAlpha * groupAlpha >= leastAlpha ? [stroke] : []),
  ];
}

/** A letter, or letters that are one sign, of a text that is painted. */
export interface Glyph {
  readonly unicode: string;
  /** In thousandths of the letters' size. */
  readonly width: number;
  /** The small page that paints it, in fonts that are made of such: they have sizes and colours of their own. */
  readonly operatorListId?: unknown;
}

export function isGlyph(value: unknown): value is Glyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unicode' in value &&
    typeof value.unicode === 'string' &&
    'width' in value &&
    typeof value.width === 'number'
  );
}
