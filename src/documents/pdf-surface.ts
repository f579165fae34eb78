import { type Box, boxAround, isInBox, isInside, type Matrix, type Outlines, overlapOf, placePoint } from './pdf-areas.ts';

/** A colour such as `#ff8000`; nothing where it is a pattern, a gradient or a picture. */
export type Colour = string | undefined;

/** A letter as it was painted. */
export interface PaintedGlyph {
  /** The middle of it, on the page. */
  readonly x: number;
  readonly y: number;
  /** What it is drawn in: its inside, its edge, both, or nothing at all. */
  readonly colours: readonly Colour[];
  /** Nothing of it can be seen, whatever is behind it. */
  readonly isLost: boolean;
}

interface Area {
  readonly box: Box;
  readonly outlines: Outlines;
  readonly evenOdd: boolean;
  readonly colour: Colour;
}

/** Two colours whose parts differ by less (of 255) are one to the eye. */
const leastDifference = 24;
const paper = '#ffffff';

/** What is painted on a page, in its order, as far as it tells whether a letter can be seen. */
export class PdfSurface {
  readonly #areas: Area[] = [];
  readonly #pictures: Box[] = [];
  readonly #glyphs: (PaintedGlyph & { readonly below: number })[] = [];

  fill(outlines: Outlines, clip: Box, { colour, evenOdd }: { colour: Colour; evenOdd: boolean }): void {
    const box = overlapOf(boxAround(outlines), clip);
    if (box.left < box.right && box.bottom < box.top) this.#areas.push({ box, outlines, evenOdd, colour });
  }

  /** A picture in the unit square of this space. What it shows is not known. */
  picture(matrix: Matrix, clip: Box): void {
    const corners = [placePoint(matrix, 0, 0), placePoint(matrix, 1, 0), placePoint(matrix, 1, 1), placePoint(matrix, 0, 1)];
    this.fill([corners], clip, { colour: undefined, evenOdd: false });
    this.#pictures.push(overlapOf(boxAround([corners]), clip));
  }

  glyph(glyph: PaintedGlyph): void {
    this.#glyphs.push({ ...glyph, below: this.#areas.length });
  }

  /** Whether nobody sees each of the letters, in the order in which they came. */
  hiddenGlyphs(): boolean[] {
    return this.#glyphs.map((glyph) => {
      if (glyph.isLost) return true;
      // A scan has its text unpainted, or below the picture of the page: it is read in place of what the picture shows.
      if (this.#pictures.some((box) => isInBox(box, glyph.x, glyph.y))) return false;
      if (this.#isCovered(glyph.x, glyph.y, glyph.below)) return true;
      const behind = this.#behind(glyph.x, glyph.y, glyph.below);
      return glyph.colours.every((colour) => areAlike(colour, behind));
    });
  }

  #behind(x: number, y: number, until: number): Colour {
    for (let i = until - 1; i >= 0; i--) {
      const area = this.#areas[i] as Area;
      if (covers(area, x, y)) return area.colour;
    }
    return paper;
  }

  #isCovered(x: number, y: number, from: number): boolean {
    for (let i = from; i < this.#areas.length; i++) {
      const area = this.#areas[i] as Area;
      if (area.colour !== undefined && covers(area, x, y)) return true;
    }
    return false;
  }
}

function covers({ box, outlines, evenOdd }: Area, x: number, y: number): boolean {
  return isInBox(box, x, y) && isInside(outlines, x, y, evenOdd);
}

function areAlike(one: Colour, other: Colour): boolean {
  if (one === undefined || other === undefined) return false;
  return [1, 3, 5].every((at) => Math.abs(partOf(one, at) - partOf(other, at)) < leastDifference);
}

function partOf(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}
