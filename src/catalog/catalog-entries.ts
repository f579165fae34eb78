import type { CatalogEntries } from '../core/catalog/compiled-layout.ts';
import { normaliseLabel } from '../core/model/label.ts';
import type { CatalogDraft, DraftEntry, Role, Skill } from '../core/model/model.ts';
import type { Scale } from '../core/model/scale.ts';

/**
 * What a catalog is made from: the entries of a draft without errors. A label of a later pack is taken from the entries of
 * earlier ones, so that a richer catalogue below a pack changes nothing of what its names mean.
 */
export function entriesOf(draft: CatalogDraft, scale: Scale): CatalogEntries {
  const { packs, skills, roles } = draft;
  const withoutAltLabels = (skill: Skill, isTaken: IsTaken): Skill => {
    const altLabels = skill.altLabels.filter((label) => !isTaken(label));
    return altLabels.length === skill.altLabels.length ? skill : { ...skill, altLabels };
  };
  const withoutAltTitles = (role: Role, isTaken: IsTaken): Role => {
    const altTitles = role.altTitles.filter((label) => !isTaken(label));
    return altTitles.length === role.altTitles.length ? role : { ...role, altTitles };
  };
  return {
    packs,
    scale,
    skills: giveUpLabels(skills, ({ id, name, altLabels }) => [id, name, ...altLabels], withoutAltLabels),
    roles: giveUpLabels(roles, ({ id, title, altTitles }) => [id, title, ...altTitles], withoutAltTitles),
    layerOf: { skills: layersOf(skills), roles: layersOf(roles) },
  };
}

function layersOf(entries: readonly DraftEntry<{ readonly id: string }>[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ value, layer }) => [value.id, layer]));
}

type IsTaken = (label: string) => boolean;

function giveUpLabels<T>(
  entries: readonly DraftEntry<T>[],
  labelsOf: (value: T) => readonly string[],
  without: (value: T, isTaken: IsTaken) => T,
): T[] {
  // Where only one pack has entries, nothing is taken.
  if (entries.every(({ layer }) => layer === entries[0]?.layer)) return entries.map(({ value }) => value);
  const highest = new Map<string, number>();
  for (const { value, layer } of entries) {
    for (const label of labelsOf(value)) {
      const key = normaliseLabel(label);
      if (layer > (highest.get(key) ?? -1)) highest.set(key, layer);
    }
  }
  return entries.map(({ value, layer }) => without(value, (label) => (highest.get(normaliseLabel(label)) ?? layer) > layer));
}
