import { readPlainScalar } from './plain-scalar.ts';

/** Printable characters without surprises for YAML; any other one leaves the text to the full parser. */
const simpleText = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*$/;
/** A key may be a skill's name (`Spring Boot`, `CI/CD`, `C#`, `.NET`); the parser refuses a very long one. */
const entry = /^((?:[A-Za-z0-9_]|\.[A-Za-z])(?:[A-Za-z0-9_+./()#-]| (?![ #:])){0,200}):(?: +([^ ].*))?$/;
const startsPlain = /^[A-Za-z0-9]/;
const flowScalar = /[A-Za-z0-9][A-Za-z0-9 ._+()/-]*|"[^"\\]*(?:\\"[^"\\]*)*"|'[^']*'/y;
const flowKey = /([A-Za-z0-9_][A-Za-z0-9_-]*): +/y;
const deepest = 12;

/** Thrown within this file: the text is not of the simple kind. */
class NotSimple extends Error {}
const notSimple = new NotSimple();

/**
 * Reads the plain kind of YAML that most role files and profiles are: block maps and lists, lists and maps on one line, scalars on one
 * line, comments on lines of their own. It is many times faster than the full parser and keeps no places.
 *
 * @returns the value as `parseYaml` gives it, or `undefined` for every text that is not of this kind, which includes every
 *   text with a fault: what it reads, the full parser reads without a finding, and as the same value (a test holds that)
 */
export function readSimpleYaml(text: string): unknown {
  if (!simpleText.test(text)) return undefined;
  const indents: number[] = [];
  const contents: string[] = [];
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    indents.push(line.length - line.trimStart().length);
    contents.push(content);
  }
  if (contents.length === 0 || indents[0] !== 0) return undefined;
  const state: Lines = { indents, contents, at: 0 };
  try {
    const value = readBlock(state, 0, 1);
    return state.at === contents.length ? value : undefined;
  } catch (error) {
    if (error === notSimple) return undefined;
    throw error;
  }
}

/** The lines that hold anything. A list item's own line is rewritten when its mark is taken off. */
interface Lines {
  readonly indents: number[];
  readonly contents: string[];
  at: number;
}

function readBlock(lines: Lines, indent: number, depth: number): unknown {
  if (depth > deepest) throw notSimple;
  return isItem(lines.contents[lines.at] as string) ? readList(lines, indent, depth) : readMap(lines, indent, depth);
}

function isItem(content: string): boolean {
  return content.startsWith('- ');
}

function readMap(lines: Lines, indent: number, depth: number): Map<string, unknown> {
  const map = new Map<string, unknown>();
  while (lines.at < lines.contents.length && lines.indents[lines.at] === indent) {
    const parts = entry.exec(lines.contents[lines.at] as string);
    if (parts === null) throw notSimple;
    const key = parts[1] as string;
    if (map.has(key)) throw notSimple;
    lines.at++;
    map.set(key, parts[2] === undefined ? readUnderKey(lines, indent, depth) : readInline(parts[2]));
    endOfValue(lines, indent, depth);
  }
  return map;
}

/** After a value the next line must belong to something around it, not go on with it. */
function endOfValue(lines: Lines, indent: number, depth: number): void {
  if (lines.at >= lines.contents.length) return;
  const next = lines.indents[lines.at] as number;
  if (next > indent || (depth === 1 && next !== indent)) throw notSimple;
}

function readUnderKey(lines: Lines, indent: number, depth: number): unknown {
  if (lines.at >= lines.contents.length) return null;
  const next = lines.indents[lines.at] as number;
  const item = isItem(lines.contents[lines.at] as string);
  if (next > indent) return readBlock(lines, next, depth + 1);
  // `key:` with `- item` below it at the same column; within a list of its own that line would be the next item.
  return next === indent && item ? readList(lines, indent, depth + 1) : null;
}

function readList(lines: Lines, indent: number, depth: number): unknown[] {
  const list: unknown[] = [];
  while (lines.at < lines.contents.length && lines.indents[lines.at] === indent) {
    const line = lines.contents[lines.at] as string;
    if (!isItem(line)) break;
    const content = line.slice(2).trimStart();
    if (isItem(content) || content.startsWith('#')) throw notSimple;
    if (entry.test(content)) {
      const inner = indent + line.length - content.length;
      lines.indents[lines.at] = inner;
      lines.contents[lines.at] = content;
      if (depth >= deepest) throw notSimple;
      list.push(readMap(lines, inner, depth + 1));
    } else {
      lines.at++;
      list.push(readInline(content));
    }
    if (lines.at < lines.contents.length && (lines.indents[lines.at] as number) > indent) throw notSimple;
  }
  return list;
}

function readInline(text: string): unknown {
  const first = text.charCodeAt(0);
  // [ { " '
  if (first === 0x5b || first === 0x7b || first === 0x22 || first === 0x27) {
    const flow: Flow = { text, at: 0 };
    const value = readFlow(flow, 1);
    if (flow.at !== text.length) throw notSimple;
    return value;
  }
  if (!startsPlain.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) throw notSimple;
  return readPlainScalar(text);
}

interface Flow {
  readonly text: string;
  at: number;
}

function readFlow(flow: Flow, depth: number): unknown {
  if (depth > 4) throw notSimple;
  const character = flow.text[flow.at];
  if (character === '[') return readFlowList(flow, depth);
  if (character === '{') return readFlowMap(flow, depth);
  flowScalar.lastIndex = flow.at;
  const [scalar] = flowScalar.exec(flow.text) ?? [];
  if (scalar === undefined) throw notSimple;
  flow.at += scalar.length;
  if (scalar.startsWith("'")) return scalar.slice(1, -1);
  // Of all escapes only the quotation mark's own is simple.
  if (scalar.startsWith('"')) return scalar.slice(1, -1).replaceAll('\\"', '"');
  return readPlainScalar(scalar.trimEnd());
}

function readFlowList(flow: Flow, depth: number): unknown[] {
  const list: unknown[] = [];
  for (;;) {
    open(flow);
    if (list.length === 0 && flow.text[flow.at] === ']') break;
    list.push(readFlow(flow, depth + 1));
    if (!goesOn(flow, ']')) break;
  }
  if (list.length === 0) flow.at++;
  return list;
}

function readFlowMap(flow: Flow, depth: number): Map<string, unknown> {
  const map = new Map<string, unknown>();
  for (;;) {
    open(flow);
    flowKey.lastIndex = flow.at;
    const parts = flowKey.exec(flow.text);
    if (parts === null || map.has(parts[1] as string)) throw notSimple;
    flow.at += parts[0].length;
    map.set(parts[1] as string, readFlow(flow, depth + 1));
    if (!goesOn(flow, '}')) return map;
  }
}

/** Past an opening bracket or a comma, and the spaces after it. */
function open(flow: Flow): void {
  flow.at++;
  spaces(flow);
}

/** At a comma, or past the closing bracket. */
function goesOn(flow: Flow, close: string): boolean {
  spaces(flow);
  const character = flow.text[flow.at];
  if (character === ',') return true;
  if (character !== close) throw notSimple;
  flow.at++;
  return false;
}

function spaces(flow: Flow): void {
  while (flow.text[flow.at] === ' ') flow.at++;
}
