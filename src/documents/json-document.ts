import type { Place } from '../core/model/model.ts';
import type { SourceDocument } from './yaml.ts';

/** A document made from a JSON value that was parsed elsewhere, such as a line of NDJSON: everything stands at one place. */
export function jsonDocument(value: unknown, place: Place): SourceDocument {
  return {
    file: place.file,
    text: '',
    value: toMaps(value),
    diagnostics: [],
    placeOf: () => place,
    has: () => true,
    sourceOf: () => undefined,
  };
}

function toMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMaps);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, toMaps(inner)]));
}
