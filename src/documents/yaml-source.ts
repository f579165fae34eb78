import type { NodePath } from '../core/model/model.ts';
import { yamlScalar } from './write-yaml.ts';
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, type YAMLMap } from './yaml.ts';

export type YamlNode = Node | null;
export type YamlPair = Pair<Node, YamlNode>;

/** What can be written as one scalar. */
export type ScalarValue = string | number;

/** A small map, which stands on one line. */
export type FlowMap = ReadonlyMap<string, ScalarValue | readonly FlowMap[]>;

/** What can be written on one line. */
export type LineValue = ScalarValue | FlowMap | readonly FlowMap[];

/** A text whose form this editor does not change: it says what, and the file stays as it is. */
export class EditRefused extends Error {}

/** Parses a text that was read without errors before, keeping where every token stands. */
export function parseForEdit(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: 'failsafe',
    keepSourceTokens: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
}

export function pairsOf(map: YAMLMap): YamlPair[] {
  return map.items as YamlPair[];
}

export function keyOf(pair: YamlPair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

/** Whether nothing is written where a value could stand. */
export function isEmpty(node: YamlNode): boolean {
  return node === null || (isScalar(node) && node.type === 'PLAIN' && (node.source ?? '') === '');
}

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Just past the last character of a node, trailing comments not included. */
export function endOf(node: Node): number {
  if (isMap(node) && node.flow !== true && node.items.length > 0) return endOfPair(pairsOf(node).at(-1) as YamlPair);
  if (isSeq(node) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1) as YamlNode;
    if (last !== null && !isEmpty(last)) return endOf(last);
  }
  return node.range?.[1] ?? 0;
}

export function endOfPair(pair: YamlPair): number {
  return pair.value === null || isEmpty(pair.value) ? (colonEnd(pair) ?? endOf(pair.key)) : endOf(pair.value);
}

/** Just past the colon of a pair, where there is one. */
export function colonEnd(pair: YamlPair): number | undefined {
  const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
  return colon === undefined ? undefined : colon.offset + 1;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset of the line break that ends the line of `at`, or the end of the text; a carriage return belongs to the break. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  if (found < 0) return text.length;
  return text[found - 1] === '\r' && found > at ? found - 1 : found;
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): string {
  const found = text.indexOf('\n');
  return found > 0 && text[found - 1] === '\r' ? '\r\n' : '\n';
}

/** The white space before a node that begins its line; another text there means that it does not. */
export function indentOf(text: string, node: Node): string | undefined {
  const before = text.slice(lineStart(text, startOf(node)), startOf(node));
  return /^ *$/.test(before) ? before : undefined;
}

/** A value as source text. `json` quotes all text, as JSON needs it. */
export function toSource(value: LineValue, json = false): string {
  if (typeof value !== 'object') return json ? JSON.stringify(value) : yamlScalar(value);
  if (isFlowMap(value)) {
    const pairs = [...value].map(([key, inner]) => `${keySource(key, json)}: ${toSource(inner, json)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  return `[${value.map((item) => toSource(item, json)).join(', ')}]`;
}

/** A key as source text: `on` is a plain key to every reader of profiles. */
export function keySource(key: string, json = false): string {
  return key === 'on' && !json ? key : toSource(key, json);
}

function isFlowMap(value: FlowMap | readonly FlowMap[]): value is FlowMap {
  return value instanceof Map;
}

/** What a list takes: a scalar, a `key: value`, or a map. */
export type ListItem = ScalarValue | readonly [string, ScalarValue | FlowMap] | FlowMap;

export function isPairOf(item: ListItem): item is readonly [string, ScalarValue | FlowMap] {
  return Array.isArray(item);
}

export function itemSource(item: ListItem, json = false): string {
  return isPairOf(item) ? `${toSource(item[0], json)}: ${toSource(item[1], json)}` : toSource(item, json);
}

/** A new value in the quotes of the old one. */
export function likeOld(old: Scalar, value: ScalarValue): string {
  if (old.type === 'QUOTE_DOUBLE') return JSON.stringify(String(value));
  if (old.type === 'QUOTE_SINGLE') return `'${String(value).replaceAll("'", "''")}'`;
  return toSource(value);
}

/** The white space that the keys of a map stand after, one that begins behind the dash of a list among them. */
export function keyIndentOf(text: string, key: Node): string | undefined {
  const before = text.slice(lineStart(text, startOf(key)), startOf(key));
  return /^ *(?:- *)?$/.test(before) ? ' '.repeat(before.length) : undefined;
}

/** Whether a flow collection is written as JSON is: its keys in double quotes. */
export function looksLikeJson(map: YAMLMap): boolean {
  const [first] = pairsOf(map);
  return first !== undefined && isQuoted(first);
}

/** Whether the key of a pair stands in double quotes. */
export function isQuoted(pair: YamlPair): boolean {
  return isScalar(pair.key) && pair.key.type === 'QUOTE_DOUBLE';
}

/** What stands at a path. */
export interface FoundNode {
  /** `undefined`: the path does not exist. */
  readonly node: YamlNode | undefined;
  /** The pair whose value `node` is. */
  readonly pair: YamlPair | undefined;
}

/** Follows keys and places in lists. */
export function nodeAt(root: YamlNode, path: NodePath): FoundNode {
  let node: YamlNode = root;
  let pair: YamlPair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      pair = pairsOf(node).find((item) => keyOf(item) === String(step));
      if (pair === undefined) return { node: undefined, pair: undefined };
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      pair = undefined;
      node = node.items[step] as YamlNode;
    } else return { node: undefined, pair: undefined };
  }
  return { node, pair };
}

/** `[a, b]`, 1 → `a:` and below it `b: 1` */
export function nest(keys: readonly string[], source: string, indent: string, lineBreak: string): string {
  const lines = keys.map((key, i) => `${indent}${'  '.repeat(i)}${keySource(key)}:`);
  return `${lines.join(lineBreak)} ${source}`;
}
