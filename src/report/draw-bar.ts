/** What the parts of a bar are drawn with: proven, likely, open. */
export const barMarks = ['█', '▓', '░'] as const;

/** 0 to 100, ascending: what is proven, what is likely, what could be. */
export type Shares = readonly [proven: number, likely: number, possible: number];

/** The cells of a bar by kind, and those that stay empty: no part is drawn longer than it is. */
export function barParts([proven, likely, possible]: Shares, cells: number): readonly [number, number, number, number] {
  const upTo = (share: number): number => Math.floor((share / 100) * cells + 1e-9);
  const [solid, shaded, light] = [upTo(proven), upTo(likely), upTo(possible)];
  return [solid, shaded - solid, light - shaded, cells - light];
}

/** A bar without colour. */
export function drawBar(shares: Shares, cells: number): string {
  const [solid, shaded, light] = barParts(shares, cells);
  return barMarks[0].repeat(solid) + barMarks[1].repeat(shaded) + barMarks[2].repeat(light);
}
