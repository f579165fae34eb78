import type { Tone } from './report.ts';

export type Paint = (text: string, tone: Tone) => string;

/** Leaves every text as it is. */
export const paintNothing: Paint = (text) => text;

/** Colours for tones, or none. The colour library is loaded only where colours are wanted. */
export async function makePaint(colour: boolean): Promise<Paint> {
  return colour ? (await import('./paint-colours.ts')).paintColours : paintNothing;
}
