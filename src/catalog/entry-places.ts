import type { NodePath, Place } from '../core/model/model.ts';
import type { SourceDocument } from '../documents/yaml.ts';

/** Where an entry was read from. */
export interface Origin {
  /** Parsed again where the entries came from the store: only a finding asks for its place. */
  readonly document: () => SourceDocument;
  readonly sourcePath: (path: NodePath) => NodePath;
}

/** The places of a model path. A requirement of one skill stands in the model as a group of one, which its file has not. */
export function placeIn(origin: Origin | undefined, path: NodePath, part: 'key' | 'value' | undefined): Place | undefined {
  if (origin === undefined) return undefined;
  const document = origin.document();
  let source = origin.sourcePath(path);
  const at = source.lastIndexOf('anyOf');
  if (at >= 0 && !document.has(source.slice(0, at + 1))) source = [...source.slice(0, at), ...source.slice(at + 2)];
  // The members of a family stand in no file; the family does.
  else if (at >= 0 && document.has([...source.slice(0, at + 1), 'family'])) source = source.slice(0, at + 1);
  return document.placeOf(source, part);
}
