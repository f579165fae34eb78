import { Chalk } from 'chalk';
import type { Paint } from './paint.ts';
import type { Tone } from './report.ts';

// The level is ours to set: whether colours are wanted was decided before, and chalk itself ignores NO_COLOR.
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

export const paintColours: Paint = (text, tone) => paints[tone](text);
