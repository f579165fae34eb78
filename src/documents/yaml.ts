import {
  Composer,
  CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { NodePath, Place } from '../core/model/model.ts';
import { readPlainScalar } from './plain-scalar.ts';
import { readSimpleYaml } from './simple-yaml.ts';
import { makePlaces } from './text-place.ts';
import { unreadable } from './unreadable-document.ts';
import { explainErrors, findConflict, findCutTexts } from './yaml-causes.ts';
import { guardYaml } from './yaml-guard.ts';

// The editor of YAML works on the parser's own nodes; the package is imported here alone.
export * from 'yaml';

/** One YAML or JSON text, read: its value, what is wrong with it, and where everything stands. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  /**
   * Maps as `Map`s (a key such as `__proto__` or `constructor` is a name like any other), lists as arrays, and scalars as
   * strings, numbers, booleans, null or `AmbiguousScalar`. `undefined` when the text could not be parsed at all.
   */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Where the syntax is wrong: the line from which on the value is a guess of the parser's, so that what else is wrong there most
   * likely follows from it. The beginning of the list item with the first error, in a list; else the first line.
   */
  readonly brokenFrom?: number;
  /** The place of the deepest part of `path` that exists; `key` asks for the key instead of the value. */
  readonly placeOf: (path: NodePath, part?: 'key' | 'value') => Place;
  readonly has: (path: NodePath) => boolean;
  /** The source text of the scalar at `path`, as written. */
  readonly sourceOf: (path: NodePath) => string | undefined;
}

/** Reads one YAML document. All problems are diagnostics with places; nothing is thrown, and time stays linear in the text. */
export function parseYaml(text: string, file: string): SourceDocument {
  const value = readSimpleYaml(text);
  if (value === undefined) return parseFully(text, file);
  // The full parser knows the places; it is asked only when somebody wants one.
  let parsed: SourceDocument | undefined;
  const full = (): SourceDocument => {
    parsed ??= parseFully(text, file);
    return parsed;
  };
  return {
    file,
    text,
    value,
    diagnostics: [],
    placeOf: (path, part) => full().placeOf(path, part),
    has: (path) => full().has(path),
    sourceOf: (path) => full().sourceOf(path),
  };
}

/** As `parseYaml`, always with the full parser. */
export function parseFully(text: string, file: string): SourceDocument {
  const place = makePlaces(text, file);
  const diagnostics: Diagnostic[] = [];
  const conflict = findConflict(text, place);
  if (conflict !== undefined) return unreadable(text, file, [conflict], place);
  const lexemes = [...new Lexer().lex(text)];
  const guard = guardYaml(lexemes, CST.tokenType);
  for (const { offset, length, ...finding } of guard.findings) {
    diagnostics.push({ ...finding, place: place(offset, offset + length) });
  }
  if (!guard.parseable) return unreadable(text, file, diagnostics, place);
  const document = composeDocument(lexemes, text.length);
  const cuts = findCutTexts(lexemes, CST.tokenType);
  for (const { start, end, facts } of cuts) diagnostics.push({ code: 'comment-cuts-text', facts, place: place(start, end) });
  const errors = document.errors.filter(({ code }) => code !== 'MULTIPLE_DOCS' && code !== 'BAD_ALIAS').slice(0, 100);
  const faults = explainErrors(text, lexemes, CST.tokenType, errors, cuts);
  for (const { problem, start, end } of faults)
    diagnostics.push({ code: 'yaml-syntax', facts: { problem }, place: place(start, end) });
  const root = document.contents as Node | null;
  const from = errors.length === 0 ? undefined : brokenFrom(root, errors, place);
  const inValue: Diagnostic[] = [];
  const value = root === null ? null : toValue(root, inValue, place);
  // Behind a fault of syntax the value is a guess, and so is what is wrong with it.
  diagnostics.push(...inValue.filter((one) => from === undefined || (one.place?.line ?? 0) < from));
  return {
    file,
    text,
    value,
    diagnostics,
    ...(from === undefined ? {} : { brokenFrom: from }),
    placeOf: (path, part = 'value') => placeIn(root, path, part, place),
    has: (path) => walk(root, path).complete,
    sourceOf: (path) => {
      const { node, complete } = walk(root, path);
      return complete && isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

/** Parses what was lexed already: the guard and the parser share one pass over the text. */
function composeDocument(lexemes: readonly string[], length: number): Document.Parsed {
  const parser = new Parser();
  const tokens = function* (): ReturnType<Parser['next']> {
    for (const lexeme of lexemes) yield* parser.next(lexeme);
    yield* parser.end();
  };
  // `failsafe` keeps each scalar as it was written; the schema decides what it may be.
  const composer = new Composer({ schema: 'failsafe', prettyErrors: false, uniqueKeys: false, strict: true, logLevel: 'silent' });
  for (const document of composer.compose(tokens(), true, length)) return document as Document.Parsed;
  throw new Error('the composer makes a document of any text');
}

function brokenFrom(root: Node | null, errors: readonly { readonly pos: readonly [number, number] }[], place: Places): number {
  const first = Math.min(...errors.map(({ pos }) => pos[0]));
  const starts = isSeq(root) ? root.items.map((item) => rangeOf(item as Node | null)?.[0] ?? 0) : [];
  const item = starts.findLast((start) => start <= first) ?? 0;
  return place(item, item).line;
}

type Places = (start: number, end: number) => Place;

function toValue(node: Node | null, diagnostics: Diagnostic[], place: Places): unknown {
  if (node === null) return null;
  if (isMap(node)) return toMap(node, diagnostics, place);
  if (isSeq(node)) return node.items.map((item) => toValue(item as Node | null, diagnostics, place));
  if (isScalar(node)) return scalarValue(node);
  // Aliases were refused by the guard and are reported there.
  return null;
}

function scalarValue(node: Scalar): unknown {
  const text = String(node.value ?? '');
  return node.type === 'PLAIN' ? readPlainScalar(text) : text;
}

/** More duplicates are counted as the same fault: nobody reads a thousand. */
const maxDuplicates = 1000;

function toMap(node: YAMLMap, diagnostics: Diagnostic[], place: Places): Map<string, unknown> {
  const map = new Map<string, unknown>();
  const keys = new Map<string, Node>();
  let duplicates = 0;
  const placeOfKey = (key: Node | null): Place => place(...(rangeOf(key) ?? [0, 0]));
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = keyText(pair);
    if (!isScalar(pair.key)) {
      const facts = { expected: 'a plain key', found: 'a list or map as key' };
      diagnostics.push({ code: 'wrong-type', facts, place: placeOfKey(pair.key) });
      continue;
    }
    if (key === '<<' && pair.key.type === 'PLAIN') {
      diagnostics.push({ code: 'yaml-feature', facts: { feature: 'merge key', text: '<<' }, place: placeOfKey(pair.key) });
      continue;
    }
    const first = keys.get(key);
    if (first !== undefined) {
      duplicates++;
      if (duplicates > maxDuplicates) continue;
      const related = [{ message: 'first written here', place: placeOfKey(first) }];
      diagnostics.push({ code: 'duplicate-key', facts: { key }, place: placeOfKey(pair.key), related });
      continue;
    }
    keys.set(key, pair.key);
    map.set(key, toValue(pair.value, diagnostics, place));
  }
  return map;
}

function keyText(pair: Pair<Node, Node | null>): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

function rangeOf(node: Node | null | undefined): readonly [number, number] | undefined {
  const range = node?.range;
  return range === null || range === undefined ? undefined : [range[0], range[1]];
}

interface Walked {
  readonly node: Node | null;
  /** The pair that led to `node`, when it is a map's value. */
  readonly pair: Pair<Node, Node | null> | undefined;
  readonly complete: boolean;
}

/** The pairs of a map by key, made once a map: a file with thousands of faults asks for as many places. */
const pairsOf = new WeakMap<YAMLMap, Map<string, Pair<Node, Node | null>>>();

function findPair(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  let pairs = pairsOf.get(map);
  if (pairs === undefined) {
    pairs = new Map();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const text = keyText(pair);
      if (!pairs.has(text)) pairs.set(text, pair);
    }
    pairsOf.set(map, pairs);
  }
  return pairs.get(key);
}

function walk(root: Node | null, path: NodePath): Walked {
  let node = root;
  let pair: Pair<Node, Node | null> | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const found = findPair(node, String(step));
      if (found === undefined) return { node, pair, complete: false };
      pair = found;
      node = found.value;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      pair = undefined;
      node = node.items[step] as Node | null;
    } else {
      return { node, pair, complete: false };
    }
  }
  return { node, pair, complete: true };
}

function placeIn(root: Node | null, path: NodePath, part: 'key' | 'value', place: Places): Place {
  const { node, pair, complete } = walk(root, path);
  const keyRange = rangeOf(pair?.key);
  if (part === 'key' && complete && keyRange !== undefined) return place(...keyRange);
  const range = rangeOf(node);
  // A key without a value: an empty range just after the colon helps nobody, its key does.
  if (keyRange !== undefined && (range === undefined || range[0] === range[1])) return place(...keyRange);
  if (range === undefined) return place(0, 0);
  if (!complete && !isScalar(node)) return firstLineOf(node, range, place);
  return place(...range);
}

/** A whole map or list is too much to underline: its first key, or its first line, stands for it. */
function firstLineOf(node: Node | null, range: readonly [number, number], place: Places): Place {
  if (isMap(node)) {
    const key = rangeOf((node.items[0] as Pair<Node, Node | null> | undefined)?.key);
    if (key !== undefined) return place(...key);
  }
  return place(range[0], Math.min(range[1], range[0] + 1));
}
