import { Chalk } from 'chalk';
import type { Tone } from './report.ts';

export type Paint = (text: string, tone: Tone) => string;

/** Colours for tones, or none. The level is ours to set: chalk itself ignores NO_COLOR. */
export function makePaint(colour: boolean): Paint {
  if (!colour) return (text) => text;
  const chalk = new Chalk({ level: 1 });
  const paints: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    fair: chalk.yellow,
    poor: chalk.red,
    link: chalk.cyan,
  };
  return (text, tone) => paints[tone](text);
}
