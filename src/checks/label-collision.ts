import type { Diagnostic } from '../core/diagnostic.ts';
import { normaliseLabel } from '../core/label.ts';
import type { CatalogDraft, DraftEntry, NodePath } from '../core/model.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

interface Owner {
  readonly entry: DraftEntry<{ readonly id: string }>;
  readonly path: NodePath;
}

/** Matching is exact, so one normalised label must lead to one skill, or to one role. */
export const labelCollision: Check = {
  run: (draft) => [
    ...collisions(draft, draft.skills, (skill) => [
      ['name', skill.name],
      ...skill.altLabels.map((label, i) => [['altLabels', i], label] as const),
    ]),
    ...collisions(draft, draft.roles, (role) => [
      ['title', role.title],
      ...role.altTitles.map((label, i) => [['altTitles', i], label] as const),
    ]),
  ],
};

function collisions<T extends { readonly id: string }>(
  draft: CatalogDraft,
  entries: readonly DraftEntry<T>[],
  labelsOf: (value: T) => (readonly [string | NodePath, string])[],
): Diagnostic[] {
  const owners = new Map<string, Owner>();
  for (const entry of entries) {
    const key = normaliseLabel(entry.value.id);
    if (!owners.has(key)) owners.set(key, { entry, path: ['id'] });
  }
  const found: Diagnostic[] = [];
  for (const entry of entries) {
    for (const [where, label] of labelsOf(entry.value)) {
      const path = typeof where === 'string' ? [where] : where;
      const key = normaliseLabel(label);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { entry, path });
      else if (owner.entry.value.id !== entry.value.id) {
        const other = owner.entry.value.id;
        const related = relatedTo(draft, `${other} has it here`, owner.entry, owner.path);
        found.push({
          code: 'label-collision',
          facts: { label, id: entry.value.id, other },
          ...atPlace(draft, entry, path),
          related,
        });
      }
    }
  }
  return found;
}
