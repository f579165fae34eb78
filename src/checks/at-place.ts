import type { Diagnostic, RelatedPlace } from '../core/model/diagnostic.ts';
import type { CatalogDraft, DraftEntry, NodePath } from '../core/model/model.ts';

/** The place of a finding, as the part of a diagnostic that carries it. */
export function atPlace(
  draft: CatalogDraft,
  entry: DraftEntry<unknown>,
  path: NodePath,
  part?: 'key' | 'value',
): Pick<Diagnostic, 'place' | 'file'> {
  const place = draft.placeOf(entry, path, part);
  return place === undefined ? { file: entry.file } : { place };
}

/** A related place, where it has one. */
export function relatedTo(draft: CatalogDraft, message: string, entry: DraftEntry<unknown>, path: NodePath): RelatedPlace[] {
  const place = draft.placeOf(entry, path);
  return place === undefined ? [] : [{ message, place }];
}
