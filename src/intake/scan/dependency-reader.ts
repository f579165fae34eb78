import type { Ecosystem } from '../../core/model/model.ts';
import { parseToml } from '../../documents/toml.ts';

/** Reads the names of what a file depends on. */
export interface DependencyReader {
  readonly ecosystem: Ecosystem;
  /** Name patterns of the files that it reads. */
  readonly files: readonly string[];
  /** A manifest is read whole or not at all; of a source file, its beginning is enough. */
  readonly whole: boolean;
  /** The names, in the ecosystem's own spelling. Throws an `UnreadableManifest` on a text that is none. */
  readonly read: (text: string) => Iterable<string>;
}

/** A manifest that breaks its own format; the message says how. */
export class UnreadableManifest extends Error {}

/** Parses JSON and gives its top-level object. */
export function readJsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableManifest('it is not valid JSON');
  }
  if (!isObject(value)) throw new UnreadableManifest('it is not a JSON object');
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of an object, or nothing of anything else. */
export function keysOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** The texts of a list, or nothing of anything else. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** As `parseToml`, with a complaint that a scan can report. */
export function readToml(text: string): Record<string, unknown> {
  try {
    return parseToml(text);
  } catch (error) {
    throw new UnreadableManifest(error instanceof Error ? error.message : 'it is not valid TOML');
  }
}
