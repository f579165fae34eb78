import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { Place } from '../core/model/model.ts';
import type { SourceDocument } from './yaml.ts';

/** A text that could not be parsed at all, and why. */
export function unreadable(
  text: string,
  file: string,
  diagnostics: Diagnostic[],
  place: (start: number, end: number) => Place,
): SourceDocument {
  return {
    file,
    text,
    value: undefined,
    diagnostics,
    placeOf: () => place(0, 0),
    has: () => false,
    sourceOf: () => undefined,
  };
}
