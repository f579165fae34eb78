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

/** Whether lists and maps stand in each other more than so many levels deep. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

function toMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMaps);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, toMaps(inner)]));
}
