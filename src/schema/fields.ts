import * as v from 'valibot';
import { importanceWords } from '../core/model/scale.ts';

/** The highest level of the scale; a test holds it against `data/scale.yaml`. */
export const highestLevel = 5;

/**
 * Like `v.strictObject`, but keys such as `constructor` and `__proto__`, which every plain object inherits, are unknown
 * keys like any other.
 */
export function closedObject<const T extends v.ObjectEntries>(entries: T): v.StrictObjectSchema<T, () => string> {
  const keys = Object.keys(entries);
  // valibot's issues do not carry the known keys; the message hands them to `checkShape`, which words the diagnostic.
  return v.strictObject(Object.assign(Object.create(null) as object, entries) as T, () => keys.join(' '));
}

/** The entries of an object that has one value of the same schema for each of some keys. */
export function eachOf<const K extends string, S extends v.GenericSchema>(keys: readonly K[], schema: S): Record<K, S> {
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>;
}

/** A short text on one line: a name, a title, a label. */
export const shortText = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(300),
  v.description('Text on one line, 300 characters at most.'),
);

/** A sentence or a paragraph. */
export const longText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4000), v.description('Text.'));

export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  v.maxLength(120),
  v.description('Lower-case letters, digits and single hyphens.'),
);

/** A level that something asks or reaches. */
export const level = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(highestLevel),
  v.description('1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert.'),
);

export const importance = v.union([v.picklist(importanceWords), v.pipe(v.number(), v.minValue(1), v.maxValue(5))]);

export const years = v.pipe(v.number(), v.minValue(0), v.maxValue(80), v.description('Years.'));

export const identifiers = v.record(v.string(), shortText);

/** The schemas that a choice made by code stands for, so that the published JSON Schema can show all of them. */
export const publishedChoices = new WeakMap<object, v.GenericSchema>();

/** One of two shapes, chosen by looking at the input, so that errors speak of the shape that was meant. */
export function choose<A extends v.GenericSchema, B extends v.GenericSchema>(
  first: A,
  second: B,
  isFirst: (input: unknown) => boolean,
): v.LazySchema<v.UnionSchema<[A, B], undefined>> {
  const both = v.union([first, second]);
  const schema = v.lazy((input) => (isFirst(input) ? first : second) as unknown as typeof both);
  publishedChoices.set(schema, both);
  return schema;
}

/** The key by which a requirement or a prerequisite is seen to be a choice. */
export const choosingKey = 'anyOf';

/** Whether something written is meant as a choice. */
export function hasAnyOf(input: unknown): boolean {
  return typeof input === 'object' && input !== null && choosingKey in input;
}

/**
 * The same schema, but only for maps. Valibot takes anything of type `object` for one: a list would pass as a map with the
 * keys 0, 1, …, and an ambiguous scalar as a map of its fields, and both would then count for nothing, in silence.
 */
export function onlyMaps<S extends v.GenericSchema>(schema: S): S {
  const run = schema['~run'].bind(schema);
  const guarded: v.GenericSchema['~run'] = (dataset, config) => {
    if (typeof dataset.value !== 'object' || dataset.value === null || isMapLike(dataset.value)) return run(dataset, config);
    v._addIssue(schema, 'type', dataset, config);
    return dataset as unknown as v.OutputDataset<unknown, v.BaseIssue<unknown>>;
  };
  return Object.assign(schema, { '~run': guarded });
}

function isMapLike(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
