import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { FaultyPart } from '../core/model/faulty-part.ts';
import type { SourceDocument } from '../documents/yaml.ts';

/**
 * Lines of a document that could not be read as they are meant.
 *
 * @param to the last line; without it, the document's
 */
export function partOf(
  { file, text }: SourceDocument,
  from: number,
  to: number = Number.POSITIVE_INFINITY,
  entry: Pick<FaultyPart, 'id' | 'keys'> = {},
): FaultyPart {
  return {
    file,
    from,
    to,
    ...entry,
    text: text
      .split('\n')
      .slice(from - 1, to)
      .join('\n'),
  };
}

/** The findings that stand before the first fault of syntax: behind it they most likely follow from that. */
export function trustworthy(diagnostics: readonly Diagnostic[], { brokenFrom }: SourceDocument): readonly Diagnostic[] {
  if (brokenFrom === undefined) return diagnostics;
  return diagnostics.filter(({ place }) => place !== undefined && place.line < brokenFrom);
}
