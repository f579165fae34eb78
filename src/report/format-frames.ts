import { type Diagnostic, fixOf, messageOf, severityOf } from '../core/model/diagnostic.ts';
import type { Place } from '../core/model/model.ts';
import { makeVisible } from '../core/model/visible-text.ts';
import { severityTones } from './diagnostic-lines.ts';
import { countSeverity, type Findings, fileOf, makeLinesOf, sumOf } from './findings.ts';
import type { Paint } from './paint.ts';
import type { Renderer, Tone } from './report.ts';
import { textWidth, wrapText } from './text-width.ts';

/** Each finding with the lines around it, the stretch underlined, and what to do; the sum at the end. */
export const formatFrames: Renderer<'findings'> = ({ findings }, { width, paint }) => frames(findings, width, paint);

function* frames(findings: Findings, width: number, paint: Paint): Iterable<string> {
  const linesOf = makeLinesOf(findings.sourceOf);
  for (const one of findings.diagnostics) {
    yield* header(one, width, paint);
    if (one.place !== undefined) yield* frame(one.place, linesOf(one.place.file), width, severityTones[severityOf(one)], paint);
    yield* paragraph(fixOf(one), width, '  ', (text) => paint(text, 'good'));
    for (const { message, place } of one.related ?? []) {
      yield* paragraph(`${message}: ${place.file}:${place.line}:${place.column}`, width, '  ', (text) => paint(text, 'dim'));
      yield* frame(place, linesOf(place.file), width, 'dim', paint, 0);
    }
    yield '\n';
  }
  yield* summary(findings, width, paint);
}

function* header(one: Diagnostic, width: number, paint: Paint): Iterable<string> {
  const severity = severityOf(one);
  const file = fileOf(one);
  const at = one.place === undefined ? '' : `:${one.place.line}:${one.place.column}`;
  const where = file === undefined ? '' : makeVisible(`${file}${at}`);
  const label = `${severity} ${one.code}`;
  if (textWidth(where) + textWidth(label) + 2 <= width) {
    yield `${where === '' ? '' : `${paint(where, 'strong')}  `}${paint(label, severityTones[severity])}\n`;
  } else {
    // A path that is broken over lines can neither be clicked nor copied.
    yield `${paint(where, 'strong')}\n${paint(label, severityTones[severity])}\n`;
  }
  yield* paragraph(messageOf(one), width, '  ', (text) => text);
}

function* paragraph(text: string, width: number, hang: string, paint: (text: string) => string): Iterable<string> {
  for (const line of wrapText(makeVisible(text), Math.max(10, width - hang.length))) yield `${hang}${paint(line)}\n`;
}

/** The line of a place with its neighbours, and carets under the place. Long lines show the part around it. */
function* frame(
  place: Place,
  lines: readonly string[],
  width: number,
  tone: Tone,
  paint: Paint,
  around: number = 1,
): Iterable<string> {
  const line = lines[place.line - 1];
  if (line === undefined) return;
  const first = Math.max(1, place.line - around);
  const last = Math.min(lines.length, place.line + around);
  const digits = String(last).length;
  const room = Math.max(8, width - digits - 7);
  const start = place.column - 1;
  const end = place.endLine === place.line ? Math.max(place.endColumn - 1, start + 1) : line.length;
  // Keep a little of what stands before the place in view.
  const from = textWidth(makeVisible(line.slice(0, end))) <= room ? 0 : Math.max(0, start - Math.floor(room / 3));
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const isHit = number === place.line;
    if (!isHit && text.trim() === '') continue;
    const cut = clip(text, from, room).trimEnd();
    const gutter = `  ${isHit ? '>' : ' '} ${String(number).padStart(digits)} │`;
    yield `${paint(gutter, isHit ? tone : 'dim')}${cut === '' ? '' : ` ${cut}`}\n`;
    if (!isHit) continue;
    const lead = textWidth(clip(line.slice(0, start), from, room));
    const length = Math.max(1, Math.min(textWidth(makeVisible(line.slice(Math.max(start, from), end))), room - lead));
    yield `${paint(`    ${' '.repeat(digits)} │`, 'dim')} ${' '.repeat(lead)}${paint('^'.repeat(length), tone)}\n`;
  }
}

/** The stretch of a line that is in view, safe to show. */
function clip(line: string, from: number, room: number): string {
  let shown = makeVisible(line.slice(from, from + room).replaceAll('\t', ' '));
  while (textWidth(shown) > room) shown = [...shown].slice(0, -1).join('');
  return shown;
}

function* summary({ diagnostics, files, whyOf }: Findings, width: number, paint: Paint): Iterable<string> {
  const worst = (['error', 'warning', 'note'] as const).find((severity) => countSeverity(diagnostics, severity) > 0);
  const tone = worst === undefined ? 'good' : severityTones[worst];
  yield* paragraph(`${sumOf(diagnostics, files.length)}.`, width, '', (text) => paint(text, tone));
  const code = diagnostics.find((one) => whyOf(one.code) !== undefined)?.code;
  if (code === undefined) return;
  yield* paragraph(`Why a rule is there, with examples: careerpath rules ${code}`, width, '', (text) => paint(text, 'dim'));
}
