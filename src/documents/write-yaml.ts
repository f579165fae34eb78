import { disarmCommands } from '../core/model/log-commands.ts';
import { makeVisible } from '../core/model/visible-text.ts';
import { readPlainScalar } from './plain-scalar.ts';

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap | Inline | Noted;

/** Keys in the order in which they are written; one whose value is `undefined` is left out. */
export interface YamlMap {
  readonly [key: string]: YamlValue | undefined;
}

export interface YamlDocument {
  /** Lines for the reader of the file, at its top. */
  readonly comments: readonly string[];
  readonly value: YamlMap;
}

/** A value that is written on one line. */
export class Inline {
  readonly value: YamlValue;
  constructor(value: YamlValue) {
    this.value = value;
  }
}

/** A value with a comment on the line above it. */
export class Noted {
  readonly note: string;
  readonly value: YamlValue;
  constructor(note: string, value: YamlValue) {
    this.note = note;
    this.value = value;
  }
}

/** Which values stand without quotes: those that read well, or ids alone, which the quick reader of packs takes fastest. */
export type PlainTexts = 'readable' | 'ids';

const plainTexts: Readonly<Record<PlainTexts, RegExp>> = {
  readable: /^[\p{L}\p{N}.](?:(?! #)[\p{L}\p{N} ._+#/&()'-])*(?<! )$/u,
  ids: /^[a-z0-9-]+$/,
};

/** Characters that JSON leaves raw and a terminal could obey or a reader could be misled by. */
const hidden = /[\u007f-\u009f\u2028\u2029]|\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}/gu;

/** A scalar that every reader takes for the same: a text is plain where that is safe, else in double quotes. */
export function yamlScalar(value: string | number | boolean | null, plain: PlainTexts = 'readable'): string {
  if (typeof value !== 'string') return String(value);
  if (plainTexts[plain].test(value) && readPlainScalar(value) === value) return value;
  // JSON's escapes are YAML's too, but for pairs of surrogates.
  return disarmCommands(JSON.stringify(value), () => '\\u0023').replace(hidden, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** The lines of a file. */
export function* writeYaml({ comments, value }: YamlDocument, plain: PlainTexts = 'readable'): Iterable<string> {
  for (const line of comments) yield commentLine(line, '');
  yield* writeMap(value, '', plain);
}

/** The lines of one item of a list that is a file of its own. */
export function* writeYamlItem(item: YamlValue, plain: PlainTexts = 'readable'): Iterable<string> {
  yield* writeItem(item, '', plain);
}

function commentLine(text: string, indent: string): string {
  return `${indent}# ${disarmCommands(makeVisible(text))}\n`;
}

function* writeMap(map: YamlMap, indent: string, plain: PlainTexts): Iterable<string> {
  for (const [key, value] of Object.entries(map)) {
    if (value !== undefined) yield* writeEntry(`${indent}${yamlScalar(key)}:`, value, indent, plain);
  }
}

function* writeEntry(head: string, value: YamlValue, indent: string, plain: PlainTexts): Iterable<string> {
  if (value instanceof Noted) {
    yield commentLine(value.note, indent);
    yield* writeEntry(head, value.value, indent, plain);
  } else if (isOneLine(value)) yield `${head} ${onOneLine(value, plain)}\n`;
  else {
    yield `${head}\n`;
    if (!isList(value)) yield* writeMap(value, `${indent}  `, plain);
    else for (const item of value) yield* writeItem(item, `${indent}  `, plain);
  }
}

function* writeItem(item: YamlValue, indent: string, plain: PlainTexts): Iterable<string> {
  if (item instanceof Noted) {
    yield commentLine(item.note, indent);
    yield* writeItem(item.value, indent, plain);
  } else if (isOneLine(item) || isList(item)) yield `${indent}- ${onOneLine(item, plain)}\n`;
  else {
    // The first key stands beside the dash, the others below it.
    let lead = `${indent}- `;
    for (const line of writeMap(item, `${indent}  `, plain)) {
      yield `${lead}${line.slice(lead.length)}`;
      lead = `${indent}  `;
    }
  }
}

/** Whether a value needs no lines of its own. */
function isOneLine(value: Exclude<YamlValue, Noted>): value is string | number | boolean | null | Inline {
  if (typeof value !== 'object' || value === null || value instanceof Inline) return true;
  return Object.values(value).every((inner) => inner === undefined);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function onOneLine(value: YamlValue, plain: PlainTexts): string {
  if (typeof value !== 'object' || value === null) return yamlScalar(value, plain);
  if (value instanceof Inline || value instanceof Noted) return onOneLine(value.value, plain);
  if (isList(value)) return `[${value.map((item) => onOneLine(item, plain)).join(', ')}]`;
  const pairs = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [`${yamlScalar(key)}: ${onOneLine(inner, plain)}`],
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
