import type { CatalogDraft, DraftEntry } from '../core/model/model.ts';
import type { PackDraft } from './read-pack.ts';

/**
 * Lays packs over each other, lowest first: an entry of a later layer replaces the whole entry of the same id.
 * Two entries of one id within a layer both stay: that is a fault which the checks report.
 */
export function layerPacks(packs: readonly PackDraft[]): CatalogDraft {
  return {
    packs: packs.map((pack) => pack.meta),
    skills: layer(packs.map((pack) => pack.skills)),
    roles: layer(packs.map((pack) => pack.roles)),
    placeOf: (entry, path, part) => packs[entry.layer]?.placeOf(entry, path, part),
  };
}

function layer<T extends { readonly id: string }>(layers: readonly (readonly DraftEntry<T>[])[]): DraftEntry<T>[] {
  let entries: DraftEntry<T>[] = [];
  for (const above of layers) {
    const replaced = new Set(above.map((entry) => entry.value.id));
    entries = [...entries.filter((entry) => !replaced.has(entry.value.id)), ...above];
  }
  return entries;
}
