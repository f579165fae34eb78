import { makeVisible } from '../../core/model/visible-text.ts';
import { barMarks, barParts } from '../../report/draw-bar.ts';
import type { Paint } from '../../report/paint.ts';
import { cutText, textWidth } from '../../report/text-width.ts';

import type { Choice, FitLine } from './asker.ts';

/** Where and how lines are drawn. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  /** Told how many lines a prompt drew, down to the one with the cursor and below it: whoever wipes them must know. */
  readonly drew?: (above: number, below: number) => void;
}

/** Lines of a prompt, those down to the cursor's and those below it, as inquirer takes them; `wrapped` of the former take two rows. */
export function drawLines(
  { drew }: Screen,
  wrapped: number,
  above: readonly string[],
  below: readonly string[] = [],
): [string, string] {
  drew?.(above.length + wrapped, below.length);
  return [above.join('\n'), below.join('\n')];
}

/** Text from data, safe to show and no wider than the screen: a line that wraps would be left behind when it is redrawn. */
export function fitLine(text: string, columns: number): string {
  return cutText(makeVisible(text), Math.max(10, columns - 1));
}

/** The part of a long list that is shown: `size` places around the marked one. */
export function windowOf(total: number, marked: number, size: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(marked - Math.floor(size / 2), total - size));
  return { from, to: Math.min(total, from + size) };
}

/** Rows of choices with their hints in a column; the marked row carries the pointer. */
export function drawChoices(
  choices: readonly { readonly choice: Choice; readonly mark: string }[],
  marked: number,
  { columns, paint }: Screen,
): string[] {
  const room = Math.max(10, columns - 1);
  const widest = Math.max(...choices.map(({ choice, mark }) => textWidth(makeVisible(choice.label)) + textWidth(mark)));
  const labelRoom = Math.min(widest, Math.max(room - 4 - 14, Math.floor(room * 0.6)));
  return choices.map(({ choice, mark }, i) => {
    const label = cutText(mark + makeVisible(choice.label), labelRoom);
    const hintRoom = room - 2 - labelRoom - 2;
    const gap = ' '.repeat(labelRoom - textWidth(label) + 2);
    const hint = choice.hint === '' || hintRoom < 4 ? '' : gap + paint(cutText(makeVisible(choice.hint), hintRoom), 'dim');
    return i === marked ? `${paint('❯', 'link')} ${paint(label, 'strong')}${hint}` : `  ${label}${hint}`;
  });
}

const barCells = 20;

/** The fits of a few roles: title, bar where there is room, what is likely, and from where to where it can still move. */
export function drawFits(fits: readonly FitLine[], { columns, paint }: Screen): string[] {
  const room = Math.max(10, columns - 1);
  const withBars = room >= 60;
  const titleRoom = Math.max(8, Math.min(40, room - 2 - 22 - (withBars ? barCells + 2 : 0)));
  return fits.map(({ title, fit, likely, high, verdict, tone }) => {
    const name = cutText(makeVisible(title), titleRoom);
    const pad = ' '.repeat(titleRoom - textWidth(name) + 2);
    const [solid, shaded, light, empty] = barParts([fit, likely, high], barCells);
    const [proven, estimated, open] = barMarks;
    const filled = paint(proven.repeat(solid) + estimated.repeat(shaded), tone);
    const bar = `${filled}${paint(open.repeat(light), 'dim')}${' '.repeat(empty)}  `;
    return `${name}${pad}${withBars ? bar : ''}${paint(`${likely} ${verdict}`, tone)}${paint(`  ${fit}–${high}`, 'dim')}`;
  });
}
