import * as v from 'valibot';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { slugOf } from '../core/model/label.ts';
import { missingColonIn, missingColonProblem } from '../core/model/missing-colon.ts';
import type { NodePath } from '../core/model/model.ts';
import { choosingKey } from './fields.ts';
import { clipped, containerName, expectedName, foundName, nameOf, quote, shown, typeNames } from './issue-words.ts';

/** Where the checked value came from: a parsed document that knows its places. */
export interface ShapeSource {
  readonly placeOf: (path: NodePath, part?: 'key' | 'value') => Diagnostic['place'];
  readonly sourceOf: (path: NodePath) => string | undefined;
}

/** Finds the closest of some words; injected, because the suggester lives in another room. */
export type SuggestWords = (input: string, words: readonly string[]) => readonly string[];

export interface Shaped<T> {
  /** The value with every refused part left out; `undefined` when too little is left of it. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The keys of the value under which something was refused, or that an unknown key was probably meant as. */
  readonly touched: ReadonlySet<string>;
  /** From a path in `value` to the path in the source: they differ where a list item was left out. */
  readonly sourcePath: (path: NodePath) => NodePath;
}

/** More than anybody reads, and few enough to stay fast on hostile input. */
const maxDiagnostics = 200;

/** A scalar that the parser found ambiguous: its text, and what some reader makes of it. */
interface AmbiguousLike {
  readonly text: string;
  readonly readAs: string;
}

type Issue = v.BaseIssue<unknown>;
type Plain = Record<string, unknown> | unknown[];

/**
 * Checks a parsed value against a schema and reports every fault where it stands. A refused part is taken out and the
 * rest is checked again, so that one wrong value hides no other, and later checks still see what is right.
 */
export function checkShape<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  path: NodePath,
  source: ShapeSource,
  suggest: SuggestWords,
): Shaped<v.InferOutput<S>> {
  const diagnostics: Diagnostic[] = [];
  const origins = new WeakMap<unknown[], number[]>();
  const root = toPlain(input, origins);
  const sourcePath = (inner: NodePath): NodePath => [...path, ...translate(root, inner, origins)];
  const refused = new Set<string>();
  const touched = new Set<string>();
  for (;;) {
    const result = v.safeParse(schema, root);
    if (result.success) return { value: result.output, diagnostics, touched, sourcePath };
    const faults = new Map<string, NodePath>();
    // A key that is written wrong explains why the right one is missing.
    for (const issue of result.issues.filter(isUnknownKey)) {
      const at = pathOf(issue);
      const parent = at.slice(0, -1);
      for (const key of meantKeys(issue, suggest)) {
        refused.add([...sourcePath(parent), key].join('\0'));
        if (parent.length === 0) touched.add(key);
      }
    }
    for (const issue of result.issues) {
      const at = pathOf(issue);
      const from = sourcePath(at);
      if (!followsFrom(issue, from, refused)) diagnostics.push(describeIssue(issue, at, from, source, suggest));
      if (at.length > 0) touched.add(String(at[0]));
      const fault = isMissing(issue) ? at.slice(0, -1) : at;
      faults.set(fault.join('\0'), fault);
    }
    if (diagnostics.length >= maxDiagnostics) return { value: undefined, diagnostics, touched, sourcePath };
    // Longest first, and later list items first, so that taking one out does not move another.
    const order = [...faults.values()].sort((a, b) => b.length - a.length || compareLast(b, a));
    for (const fault of order) refused.add(sourcePath(fault).join('\0'));
    for (const fault of order) {
      if (fault.length === 0) return { value: undefined, diagnostics, touched, sourcePath };
      remove(root as Plain, fault, origins);
    }
  }
}

/**
 * Whether a fault is only what an earlier one left behind: a key that is missing because its value was refused, a list that is
 * empty without a refused item, keys that fit no shape once the key that chose the shape is gone.
 */
function followsFrom(issue: Issue, from: NodePath, refused: ReadonlySet<string>): boolean {
  const path = from.join('\0');
  if (issue.type === 'non_empty') return [...refused].some((one) => one.startsWith(`${path}\0`));
  if (!isMissing(issue) && !isUnknownKey(issue)) return false;
  const choosing = [...from.slice(0, -1), choosingKey].join('\0');
  return refused.has(choosing) || (isMissing(issue) && refused.has(path));
}

/** The keys that the unknown ones of a map were probably meant as: of several, an issue speaks of the first alone. */
function meantKeys(issue: Issue, suggest: SuggestWords): readonly string[] {
  const known = issue.message.split(' ');
  const input: unknown = issue.path?.at(-1)?.input;
  const written = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  return written
    .filter((key) => !known.includes(key))
    .slice(0, mostMeant)
    .flatMap((key) => {
      const colon = missingColonIn(key, known);
      return colon === undefined ? suggest(key, known) : [colon.key];
    });
}

/** Suggesting is costly, and a map of many unknown keys is no entry with a slip in it. */
const mostMeant = 20;

function compareLast(a: NodePath, b: NodePath): number {
  const [x, y] = [a.at(-1), b.at(-1)];
  return typeof x === 'number' && typeof y === 'number' ? x - y : 0;
}

/** Maps become objects without a prototype, which valibot can read; each list remembers its items' positions. */
function toPlain(value: unknown, origins: WeakMap<unknown[], number[]>): unknown {
  if (value instanceof Map) {
    const object = Object.create(null) as Record<string, unknown>;
    for (const [key, inner] of value) object[key as string] = toPlain(inner, origins);
    return object;
  }
  if (Array.isArray(value)) {
    const list = value.map((inner) => toPlain(inner, origins));
    origins.set(
      list,
      list.map((_, i) => i),
    );
    return list;
  }
  return value;
}

function pathOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

function translate(root: unknown, path: NodePath, origins: WeakMap<unknown[], number[]>): NodePath {
  let node = root;
  return path.map((step) => {
    const list = Array.isArray(node) ? origins.get(node) : undefined;
    node = (node as Record<string | number, unknown> | null | undefined)?.[step];
    return list !== undefined && typeof step === 'number' ? (list[step] ?? step) : step;
  });
}

function remove(root: Plain, path: NodePath, origins: WeakMap<unknown[], number[]>): void {
  let node: unknown = root;
  for (const step of path.slice(0, -1)) node = (node as Record<string | number, unknown> | undefined)?.[step];
  const last = path.at(-1);
  if (Array.isArray(node) && typeof last === 'number') {
    node.splice(last, 1);
    origins.get(node)?.splice(last, 1);
  } else if (typeof node === 'object' && node !== null && last !== undefined) {
    delete (node as Record<string | number, unknown>)[last];
  }
}

function isMissing(issue: Issue): boolean {
  return issue.path?.at(-1)?.origin === 'key' && issue.expected !== 'never';
}

function isUnknownKey(issue: Issue): boolean {
  return issue.path?.at(-1)?.origin === 'key' && issue.expected === 'never';
}

function isAmbiguous(value: unknown): value is AmbiguousLike {
  return typeof value === 'object' && value !== null && 'readAs' in value && 'text' in value;
}

function describeIssue(issue: Issue, at: NodePath, path: NodePath, source: ShapeSource, suggest: SuggestWords): Diagnostic {
  const place = source.placeOf(path);
  const where = place === undefined ? {} : { place };
  if (issue.path?.at(-1)?.origin === 'key') {
    const key = String(at.at(-1));
    if (issue.expected === 'never') {
      const known = issue.message.split(' ');
      const keyPlace = source.placeOf(path, 'key');
      const keyWhere = keyPlace === undefined ? {} : { place: keyPlace };
      const colon = missingColonIn(key, known);
      if (colon !== undefined) return { code: 'yaml-syntax', facts: { problem: missingColonProblem(colon) }, ...keyWhere };
      return { code: 'unknown-key', facts: { key, known }, ...keyWhere, suggestions: suggest(key, known) };
    }
    const parent = source.placeOf(path.slice(0, -1));
    const parentWhere = parent === undefined ? {} : { place: parent };
    return { code: 'missing-key', facts: { key, what: containerName(at) }, ...parentWhere };
  }
  const text = source.sourceOf(path);
  if (isAmbiguous(issue.input)) {
    return { code: 'yaml-trap', facts: { text: issue.input.text, readAs: issue.input.readAs }, ...where };
  }
  const leaf = issue.type === 'union' ? closestIssue(issue) : issue;
  const found = text ?? shown(leaf.input);
  if (leaf.type === 'string' && text !== undefined && typeof leaf.input !== 'object') {
    return {
      code: 'yaml-trap',
      facts: { text, readAs: `${typeNames[typeof leaf.input] ?? 'a value'} ${String(leaf.input)}` },
      ...where,
    };
  }
  if (leaf.type === 'strict_object' && typeof leaf.input === 'string') {
    const colon = missingColonIn(leaf.input, leaf.message.split(' '));
    if (colon !== undefined) return { code: 'yaml-syntax', facts: { problem: missingColonProblem(colon) }, ...where };
  }
  switch (leaf.type) {
    case 'min_value':
      return { code: 'out-of-scale', facts: { what: nameOf(at), found, range: `${String(leaf.requirement)} or more` }, ...where };
    case 'max_value':
      return { code: 'out-of-scale', facts: { what: nameOf(at), found, range: `${String(leaf.requirement)} or less` }, ...where };
    case 'picklist': {
      if (typeof leaf.input === 'object' && leaf.input !== null) {
        return { code: 'wrong-type', facts: { expected: expectedName(leaf), found: foundName(leaf.input, text) }, ...where };
      }
      const options = [...(leaf.expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] as string);
      const near = suggest(String(leaf.input), options);
      return {
        code: 'wrong-value',
        facts: { found: quote(found), allowed: `one of: ${options.join(', ')}` },
        ...where,
        suggestions: near,
      };
    }
    case 'regex': {
      const slug = slugOf(String(leaf.input))
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
      return { code: 'invalid-id', facts: { found: clipped(found) }, ...where, suggestions: slug === '' ? [] : [slug] };
    }
    case 'non_empty':
      return { code: 'wrong-value', facts: { found: 'nothing', allowed: 'at least one character or item' }, ...where };
    case 'max_length':
      return {
        code: 'wrong-value',
        facts: { found: `so long a text`, allowed: `${String(leaf.requirement)} characters at most` },
        ...where,
      };
    case 'multiple_of':
      return { code: 'wrong-value', facts: { found, allowed: `a multiple of ${String(leaf.requirement)}` }, ...where };
    default:
      return { code: 'wrong-type', facts: { expected: expectedName(leaf), found: foundName(leaf.input, text) }, ...where };
  }
}

/** Of a union's faults the one that speaks of the kind of value that was written. */
function closestIssue(issue: Issue): Issue {
  const inner = (issue.issues ?? []) as Issue[];
  const kinds: Readonly<Record<string, readonly string[]>> = {
    string: ['picklist', 'regex', 'max_length', 'non_empty'],
    number: ['min_value', 'max_value', 'integer'],
  };
  const fitting = kinds[typeof issue.input] ?? [];
  const best = inner.find((one) => fitting.includes(one.type));
  if (best !== undefined) return best;
  return inner.find((one) => one.type === 'picklist') ?? issue;
}
