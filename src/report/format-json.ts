import { disarmCommands } from '../core/model/log-commands.ts';
import { isAsync, type Renderer } from './report.ts';

/** Characters that JSON leaves raw and a terminal could obey or a reader could be misled by: C1, bidi, invisible ones. */
const rawInJson = /[\u007f-\u009f\u2028\u2029]|\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}/gu;

/** Most text needs no look at Unicode's tables. */
const plainAscii = /^[\n\x20-\x7e]*$/;

/** JSON text in which every character that could steer a terminal or a CI service is escaped; it parses to the same value. */
export function toSafeJson(value: unknown, indent?: number): string {
  const text = disarmCommands(JSON.stringify(value, null, indent), () => '\\u0023');
  if (plainAscii.test(text)) return text;
  return text.replace(rawInJson, (character) =>
    Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** `data` as JSON, indented. */
export const formatJson: Renderer<'data'> = (report) => {
  const { rows = [], lines } = report.records?.() ?? {};
  if (lines !== undefined) return streamResults(report.data, lines);
  if (isAsync(rows)) return streamResults(report.data, linesOf(rows));
  return [`${toSafeJson(report.data(), 2)}\n`];
};

/** Keys that a stream of results knows only at its end. */
const lateKeys = ['account', 'minFit'];

/** The envelope with `results` written one by one. What is known only at the end (`lateKeys`, `diagnostics`) comes after them. */
async function* streamResults(
  data: () => Readonly<Record<string, unknown>>,
  lines: AsyncIterable<string>,
): AsyncGenerator<string> {
  const head = Object.fromEntries(
    Object.entries(data()).filter(([key]) => !['results', 'diagnostics', ...lateKeys].includes(key)),
  );
  const opened = toSafeJson(head, 2);
  yield `${opened.slice(0, -2)},\n  "results": [`;
  let separator = '\n    ';
  for await (const part of lines) {
    if (part === '') continue;
    // JSON text holds no line break of its own.
    yield `${separator}${part.slice(0, -1).replaceAll('\n', ',\n    ')}`;
    separator = ',\n    ';
  }
  const end = data();
  const shown = (value: unknown): string => toSafeJson(value, 2).replaceAll('\n', '\n  ');
  const told = lateKeys.filter((key) => key in end).map((key) => `\n  "${key}": ${shown(end[key])},`);
  yield `\n  ],${told.join('')}\n  "diagnostics": ${shown(end['diagnostics'] ?? [])}\n}\n`;
}

/** One record a line. */
export const formatNdjson: Renderer<'records'> = (report) => {
  const { rows, lines } = report.records();
  if (lines !== undefined) return lines;
  return isAsync(rows) ? linesOf(rows) : rows.map((row) => `${toSafeJson(row)}\n`);
};

async function* linesOf(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${toSafeJson(row)}\n`;
}
