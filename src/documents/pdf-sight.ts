import {
  type Box,
  boxAround,
  isInBox,
  joinMatrices,
  type Matrix,
  type Outlines,
  outlinesOf,
  overlapOf,
  placePoint,
  sameSpace,
} from './pdf-areas.ts';
import {
  asList,
  asMatrix,
  asNumbers,
  changes,
  clipToBox,
  type Graphics,
  inksOf,
  isGlyph,
  leastAlpha,
  moveSpace,
  rectangle,
  startGraphics,
} from './pdf-graphics.ts';
import { type Colour, PdfSurface } from './pdf-surface.ts';

/** What a page paints, in the reader's operators. */
export interface PageOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageFacts {
  /** The reader's numbers of the operators, by name. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly view: Box;
  /** Whether a layer is switched on. */
  readonly isShown: (layer: unknown) => boolean;
  readonly normalise: (text: string) => string;
}

/** The letters of a page without spaces, in the order in which they are painted; `hidden` has an entry for each UTF-16 unit. */
export interface SeenText {
  readonly text: string;
  readonly hidden: readonly boolean[];
  /** How many more stand outside of the page. The reader leaves these out itself. */
  readonly outside: number;
}

/** Letters smaller than this part of a page's longer side are dust: 1.2 points on A4. */
const smallestPart = 1 / 700;
const opaque = 0.95;
/** Above the line that letters stand on, in parts of their size. */
const middleOfLetters = 0.3;

/**
 * Follows what a page paints, and tells of each letter whether a reader sees it: it has the colour of what is behind it, is
 * not painted at all, is covered, cut away, too small, or on a layer that is off. A letter over a picture counts as seen, for
 * the text of scans is unpainted.
 */
export function seeText({ fnArray, argsArray }: PageOperators, facts: PageFacts): SeenText {
  const sight = new PageSight(facts);
  const names = new Map(Object.entries(facts.numbers).map(([name, number]) => [number, name]));
  for (const [i, number] of fnArray.entries()) sight.follow(names.get(number) ?? '', argsArray[i]);
  return sight.seen();
}

class PageSight {
  readonly #facts: PageFacts;
  readonly #surface = new PdfSurface();
  readonly #smallest: number;
  readonly #saved: Graphics[] = [];
  readonly #layers: boolean[] = [];
  #now: Graphics;
  #textSpace = sameSpace;
  #lineSpace = sameSpace;
  #clipsNext = false;
  /** How deep in what is only a mask for other things. */
  #masks = 0;
  readonly #letters: string[] = [];
  #outside = 0;

  constructor(facts: PageFacts) {
    const { left, bottom, right, top } = facts.view;
    this.#facts = facts;
    this.#now = startGraphics(facts.view);
    this.#smallest = smallestPart * Math.max(right - left, top - bottom);
  }

  follow(name: string, given: unknown): void {
    const args = given instanceof Float32Array ? Array.from(given) : asList(given);
    changes[name]?.(this.#now, args);
    this.#paints[name]?.(args);
  }

  seen(): SeenText {
    const hidden = this.#surface.hiddenGlyphs();
    return {
      text: this.#letters.join(''),
      hidden: this.#letters.flatMap((letters, i) => Array.from({ length: letters.length }, () => hidden[i] === true)),
      outside: this.#outside,
    };
  }

  readonly #paints: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => this.#save(),
    restore: () => this.#restore(),
    clip: () => this.#clipNext(),
    eoClip: () => this.#clipNext(),
    constructPath: ([how, data]) => this.#path(Number(how), asNumbers(asList(data)[0])),
    shadingFill: () => this.#fill(rectangle(this.#now.clip, sameSpace), undefined),
    paintImageXObject: () => this.#square(undefined),
    paintInlineImageXObject: () => this.#square(undefined),
    paintImageMaskXObject: () => this.#square(undefined),
    paintSolidColorImageMask: () => this.#square(this.#now.fill),
    paintFormXObjectBegin: ([matrix, box]) => {
      this.#save();
      moveSpace(this.#now, matrix);
      clipToBox(this.#now, box);
      this.#now.painted = true;
    },
    paintFormXObjectEnd: () => this.#restore(),
    beginGroup: ([group]) => this.#beginGroup(group),
    endGroup: () => {
      if (this.#masks > 0) this.#masks--;
      this.#restore();
    },
    beginMarkedContent: () => this.#layers.push(true),
    beginMarkedContentProps: ([tag, layer]) => this.#layers.push(tag !== 'OC' || this.#facts.isShown(layer)),
    endMarkedContent: () => this.#layers.pop(),
    beginText: () => this.#beginLine(sameSpace),
    setTextMatrix: ([matrix]) => this.#beginLine(asMatrix(matrix) ?? sameSpace),
    moveText: ([x, y]) => this.#moveLine(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      this.#now.leading = Number(y);
      this.#moveLine(Number(x), Number(y));
    },
    nextLine: () => this.#moveLine(0, this.#now.leading),
    showText: ([glyphs]) => this.#show(asList(glyphs)),
  };

  #save(): void {
    this.#saved.push(this.#now);
    this.#now = { ...this.#now, moved: false, painted: false };
  }

  #restore(): void {
    const before = this.#saved.pop();
    if (before === undefined) return;
    // The reader leaves large pictures out of what it gives: a space that was made for something and holds nothing had one.
    const isPicture = this.#now.moved && !this.#now.painted;
    if (isPicture) this.#surface.picture(this.#now.matrix, this.#now.clip);
    before.painted ||= this.#now.painted || isPicture;
    this.#now = before;
  }

  #beginGroup(group: unknown): void {
    this.#save();
    this.#now.painted = true;
    const isMask = typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
    if (isMask || this.#masks > 0) this.#masks++;
    this.#now.groupAlpha *= this.#now.fillAlpha;
    this.#now.fillAlpha = 1;
    this.#now.strokeAlpha = 1;
  }

  #clipNext(): void {
    this.#clipsNext = true;
  }

  #path(how: number, data: readonly number[]): void {
    const { numbers } = this.#facts;
    const outlines = outlinesOf(data, this.#now.matrix);
    if (how !== numbers['endPath']) this.#now.painted = true;
    if ([numbers['fill'], numbers['fillStroke'], numbers['closeFillStroke']].includes(how)) this.#fill(outlines, this.#now.fill);
    if ([numbers['eoFill'], numbers['eoFillStroke'], numbers['closeEOFillStroke']].includes(how))
      this.#fill(outlines, this.#now.fill, true);
    if (this.#clipsNext) this.#now.clip = overlapOf(this.#now.clip, boxAround(outlines));
    this.#clipsNext = false;
  }

  #square(colour: Colour): void {
    this.#fill(rectangle({ left: 0, bottom: 0, right: 1, top: 1 }, this.#now.matrix), colour);
  }

  #fill(outlines: Outlines, colour: Colour, evenOdd = false): void {
    this.#now.painted = true;
    const alpha = this.#now.fillAlpha * this.#now.groupAlpha;
    if (this.#masks > 0 || this.#layers.includes(false) || alpha < leastAlpha) return;
    const mixed = alpha < opaque || this.#now.blends;
    this.#surface.fill(outlines, this.#now.clip, { colour: mixed ? undefined : colour, evenOdd });
  }

  #beginLine(space: Matrix): void {
    this.#textSpace = space;
    this.#lineSpace = space;
  }

  #moveLine(x: number, y: number): void {
    this.#beginLine(joinMatrices(this.#lineSpace, [1, 0, 0, 1, x, y]));
  }

  #show(glyphs: readonly unknown[]): void {
    const { size, stretch, charSpacing, wordSpacing } = this.#now;
    this.#now.painted = true;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#advance((-glyph / 1000) * size * stretch);
      if (!isGlyph(glyph)) continue;
      const width = (glyph.width / 1000) * size * stretch;
      const letters = this.#facts.normalise(glyph.unicode).replace(/\s/g, '');
      const isDrawn = Boolean(glyph.operatorListId);
      if (letters !== '' && this.#masks === 0) this.#paintLetters(letters, width, isDrawn);
      this.#advance(width + (charSpacing + (glyph.unicode === ' ' ? wordSpacing : 0)) * stretch);
    }
  }

  #advance(by: number): void {
    this.#textSpace = joinMatrices(this.#textSpace, [1, 0, 0, 1, by, 0]);
  }

  #paintLetters(letters: string, width: number, isDrawn: boolean): void {
    const { matrix, rise, size, stretch, clip } = this.#now;
    const { view } = this.#facts;
    const space = joinMatrices(matrix, this.#textSpace);
    const [start, base] = placePoint(space, 0, rise);
    const run = Math.abs(width) * Math.hypot(space[0], space[1]);
    if (start + run < view.left || start > view.right || base < view.bottom || base > view.top) {
      this.#outside += letters.length;
      return;
    }
    const [x, y] = placePoint(space, width / 2, rise + middleOfLetters * size);
    const height = Math.abs(size) * Math.hypot(space[2], space[3]);
    const breadth = Math.abs(size * stretch) * Math.hypot(space[0], space[1]);
    const isTiny = !isDrawn && Math.min(height, breadth) < this.#smallest;
    const isLost = isTiny || !isInBox(clip, x, y, height) || this.#layers.includes(false);
    this.#surface.glyph({ x, y, colours: isDrawn ? [undefined] : inksOf(this.#now), isLost });
    this.#letters.push(letters);
  }
}
