import { isDeepStrictEqual } from 'node:util';
import type { NodePath } from '../core/model/model.ts';
import { assign, insert, plain, remove } from './edited-data.ts';
import { isMap, isScalar, isSeq, type Node, parseYaml, type YAMLMap, type YAMLSeq } from './yaml.ts';
import {
  colonEnd,
  EditRefused,
  endOf,
  endOfPair,
  type FlowMap,
  type FoundNode,
  indentOf,
  isEmpty,
  isPairOf,
  isQuoted,
  itemSource,
  keyIndentOf,
  keyOf,
  keySource,
  type LineValue,
  type ListItem,
  likeOld,
  lineBreakOf,
  lineEnd,
  lineStart,
  looksLikeJson,
  nest,
  nodeAt,
  pairsOf,
  parseForEdit,
  type ScalarValue,
  startOf,
  toSource,
  type YamlNode,
  type YamlPair,
} from './yaml-source.ts';

/** One replacement in a text. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/**
 * Makes the scalar at `path` another one or a small map; every other character stays. What of the path is missing is added last.
 *
 * @throws `EditRefused` where a list or map stands, or where the text is written in a way that this editor does not change
 */
export function setScalar(text: string, path: NodePath, value: ScalarValue | FlowMap): string {
  const root = parseForEdit(text).contents as YamlNode;
  return checked(text, [placeScalar(text, root, path, value)], (data) => assign(data, path, value));
}

/** Takes out the key or list item at `path`, with its line where it has one of its own. */
export function removeEntry(text: string, path: NodePath): string {
  const parent = nodeAt(parseForEdit(text).contents as YamlNode, path.slice(0, -1));
  const step = path.at(-1);
  const taken = (data: unknown): unknown => remove(data, path);
  if (isMap(parent.node)) {
    const items = pairsOf(parent.node);
    const at = items.findIndex((pair) => keyOf(pair) === String(step));
    if (at >= 0) {
      const spans = items.map((pair) => [startOf(pair.key), endOfPair(pair)] as const);
      return checked(text, [takeOut(text, parent, spans, at)], taken);
    }
  }
  if (isSeq(parent.node) && typeof step === 'number' && step < parent.node.items.length) {
    const spans = (parent.node.items as Node[]).map((item) => [startOf(item), endOf(item)] as const);
    return checked(text, [takeOut(text, parent, spans, step)], taken);
  }
  return text;
}

/** Adds a scalar, a `key: value` or a small map to the list at `path`, at its front or its end; the list is made where there is none. */
export function addToList(text: string, path: NodePath, item: ListItem, where: 'front' | 'end'): string {
  const { node, pair } = nodeAt(parseForEdit(text).contents as YamlNode, path);
  const added = (data: unknown): unknown => insert(data, path, isPairOf(item) ? new Map([item]) : item, where);
  if (node === undefined || node === null || isEmpty(node)) {
    if (isPairOf(item)) throw new EditRefused('a list that does not exist');
    const source = `[${itemSource(item)}]`;
    const value = typeof item === 'object' ? [item] : undefined;
    const at = pair === undefined ? placeText(text, path, source, value) : afterColon(pair, ` ${source}`);
    return checked(text, [at], added);
  }
  if (!isSeq(node)) throw new EditRefused('what stands there is no list');
  return checked(text, [placeItem(text, node, item, where)], added);
}

/** Gives a plain item of the list at `path` a value: `java` becomes `java: 4`. */
export function setListItem(text: string, path: NodePath, value: ScalarValue | FlowMap): string {
  const { node } = nodeAt(parseForEdit(text).contents as YamlNode, path);
  const list = nodeAt(parseForEdit(text).contents as YamlNode, path.slice(0, -1)).node;
  if (!isScalar(node) || !isSeq(list)) throw new EditRefused('what stands there is no item of a list');
  const [from, to] = [startOf(node), endOf(node)];
  const written = `${text.slice(from, to)}: ${toSource(value, node.type === 'QUOTE_DOUBLE')}`;
  const by = list.flow === true ? `{ ${written} }` : written;
  const name = String(node.value ?? '');
  return checked(text, [{ from, to, by }], (data) => assign(data, path, new Map([[name, value]])));
}

function placeScalar(text: string, root: YamlNode, path: NodePath, value: ScalarValue | FlowMap): Splice {
  const { node, pair } = nodeAt(root, path);
  if (node === undefined) return placeText(text, path, toSource(value), value);
  if (node === null || isEmpty(node)) {
    if (pair === undefined) throw new EditRefused('a list item without a value');
    return afterColon(pair, ` ${toSource(value)}`);
  }
  if (!isScalar(node)) throw new EditRefused('what stands there is a list or a map');
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') throw new EditRefused('a text of several lines');
  const by = typeof value === 'object' ? toSource(value, pair !== undefined && isQuoted(pair)) : likeOld(node, value);
  return { from: startOf(node), to: endOf(node), by };
}

function afterColon(pair: YamlPair, by: string): Splice {
  const colon = colonEnd(pair);
  const at = colon ?? endOf(pair.key);
  return { from: at, to: at, by: colon === undefined ? `:${by}` : by };
}

/** Adds the part of `path` that is missing, with `source` as its value. */
function placeText(text: string, path: NodePath, source: string, value?: LineValue): Splice {
  const root = parseForEdit(text).contents as YamlNode;
  let depth = path.length - 1;
  while (depth > 0 && nodeAt(root, path.slice(0, depth)).node === undefined) depth--;
  const { node = null, pair } = nodeAt(root, path.slice(0, depth));
  const missing = path.slice(depth).map(String);
  const lineBreak = lineBreakOf(text);
  if (isMap(node)) {
    if (node.flow === true) return intoFlowMap(text, node, pair, missing, source, value);
    return afterLastPair(text, node, missing, source, lineBreak);
  }
  if (node !== null && !isEmpty(node)) throw new EditRefused('what stands there is no map');
  const indent = pair === undefined ? '' : `${indentOf(text, pair.key) ?? ''}  `;
  const lines = nest(missing, source, indent, lineBreak);
  if (pair === undefined) return atEnd(text, lines, lineBreak);
  const at = lineEnd(text, endOfPair(pair));
  return { from: at, to: at, by: `${lineBreak}${lines}` };
}

function afterLastPair(text: string, map: YAMLMap, missing: readonly string[], source: string, lineBreak: string): Splice {
  const pairs = pairsOf(map);
  const [first] = pairs;
  const indent = first === undefined ? undefined : keyIndentOf(text, first.key);
  if (indent === undefined) throw new EditRefused('a map that begins in the middle of a line');
  const end = endOfPair(pairs.at(-1) as YamlPair);
  const lines = nest(missing, source, indent, lineBreak);
  // A text of several lines ends with its line break.
  if (text[end - 1] === '\n') return { from: end, to: end, by: `${lines}${lineBreak}` };
  const at = lineEnd(text, end);
  return { from: at, to: at, by: `${lineBreak}${lines}` };
}

function atEnd(text: string, lines: string, lineBreak: string): Splice {
  const before = text === '' || text.endsWith('\n') ? '' : lineBreak;
  return { from: text.length, to: text.length, by: `${before}${lines}${lineBreak}` };
}

function intoFlowMap(
  text: string,
  map: YAMLMap,
  pair: YamlPair | undefined,
  missing: readonly string[],
  source: string,
  value?: LineValue,
): Splice {
  const json = looksLikeJson(map);
  const written = value === undefined ? source : toSource(value, json);
  const [first = '', ...rest] = missing.map((key) => keySource(key, json));
  const inner = `${first}: ${rest.map((key) => `{ ${key}: `).join('')}${written}${' }'.repeat(rest.length)}`;
  const last = pairsOf(map).at(-1);
  if (last !== undefined) return { from: endOfPair(last), to: endOfPair(last), by: `, ${inner}` };
  const [from, to] = [startOf(map), endOf(map)];
  // `skills: {}` is how an empty map is written in a file of lines: the first entry starts its lines.
  const indent = pair === undefined ? undefined : indentOf(text, pair.key);
  if (indent !== undefined && !json && colonEnd(pair as YamlPair) !== undefined) {
    const lineBreak = lineBreakOf(text);
    return {
      from: colonEnd(pair as YamlPair) as number,
      to,
      by: `${lineBreak}${nest(missing, source, `${indent}  `, lineBreak)}`,
    };
  }
  return { from, to, by: `{ ${inner} }` };
}

function placeItem(text: string, list: YAMLSeq, item: ListItem, where: 'front' | 'end'): Splice {
  const items = list.items as Node[];
  const [first, last] = [items[0], items.at(-1)];
  const isPair = isPairOf(item);
  const written = itemSource(item, isMap(first) && first.flow === true && looksLikeJson(first));
  if (first === undefined || last === undefined) {
    return { from: startOf(list), to: endOf(list), by: isPair ? `[{ ${written} }]` : `[${written}]` };
  }
  if (list.flow === true) {
    const inner = isPair ? `{ ${written} }` : written;
    const quoted =
      isScalar(first) && first.type === 'QUOTE_DOUBLE' && typeof item !== 'object' ? JSON.stringify(String(item)) : inner;
    const at = where === 'front' ? startOf(first) : endOf(last);
    return { from: at, to: at, by: where === 'front' ? `${quoted}, ` : `, ${quoted}` };
  }
  const lead = text.slice(lineStart(text, startOf(first)), startOf(first));
  if (!/^ *- *$/.test(lead)) throw new EditRefused('a list that begins in the middle of a line');
  const lineBreak = lineBreakOf(text);
  if (where === 'front') {
    const at = lineStart(text, startOf(first));
    return { from: at, to: at, by: `${lead}${written}${lineBreak}` };
  }
  const at = lineEnd(text, endOf(last));
  return { from: at, to: at, by: `${lineBreak}${lead}${written}` };
}

/** Removes one of several entries; the last one of a map or list leaves `{}` or `[]` behind, so that it stays one. */
function takeOut(text: string, { node, pair }: FoundNode, spans: readonly (readonly [number, number])[], at: number): Splice {
  const [from, to] = spans[at] as readonly [number, number];
  const container = node as YAMLMap | YAMLSeq;
  if (container.flow === true) return takeOutOfFlow(text, spans, at);
  if (spans.length === 1 && pair !== undefined) {
    const colon = colonEnd(pair) as number;
    if (text.slice(colon, from).trim().replace(/^-$/, '') !== '') throw new EditRefused('a comment stands before the last entry');
    return { from: colon, to, by: isMap(container) ? ' {}' : ' []' };
  }
  const start = lineStart(text, from);
  if (!/^ *(?:- *)?$/.test(text.slice(start, from))) throw new EditRefused('an entry in the middle of a line');
  if (text[to - 1] === '\n') return { from: start, to, by: '' };
  const end = lineEnd(text, to);
  const next = text.indexOf('\n', end);
  if (next >= 0) return { from: start, to: next + 1, by: '' };
  const before = text[start - 2] === '\r' ? start - 2 : Math.max(0, start - 1);
  return { from: before, to: end, by: '' };
}

function takeOutOfFlow(text: string, spans: readonly (readonly [number, number])[], at: number): Splice {
  const [from, to] = spans[at] as readonly [number, number];
  const before = spans[at - 1];
  if (before !== undefined && /^\s*,\s*$/.test(text.slice(before[1], from))) return { from: before[1], to, by: '' };
  const after = /^\s*,[ \t]*/.exec(text.slice(to));
  return { from, to: to + (after?.[0].length ?? 0), by: '' };
}

/** Applies the splices, and holds the result against what it must say: an edit that changed anything else is refused. */
function checked(text: string, splices: readonly Splice[], change: (data: unknown) => unknown): string {
  const edited = splices.reduce((now, { from, to, by }) => now.slice(0, from) + by + now.slice(to), text);
  const wanted = change(plain(parseYaml(text, '').value));
  const read = parseYaml(edited, '');
  if (read.diagnostics.length > 0 || !isDeepStrictEqual(plain(read.value), wanted)) {
    throw new EditRefused('it is written in a form that cannot be edited in place');
  }
  return edited;
}
