import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CatalogDraft, DraftEntry } from '../core/model/model.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

/** Within one layer an id names one thing; a later layer replaces an entry on purpose. */
export const duplicateId: Check = {
  code: 'duplicate-id',
  why: 'Of two entries with one id only one could count, and which one would depend on the order of the files.',
  failing: { 'skills/core.yaml': '- id: java\n  name: Java\n- id: java\n  name: Java SE\n' },
  passing: { 'skills/core.yaml': '- id: java\n  name: Java\n  altLabels: [Java SE]\n' },
  run: (draft) => [...twice(draft, 'skill', draft.skills), ...twice(draft, 'role', draft.roles)],
};

function twice(
  draft: CatalogDraft,
  kind: 'skill' | 'role',
  entries: readonly DraftEntry<{ readonly id: string }>[],
): Diagnostic[] {
  const first = new Map<string, DraftEntry<{ readonly id: string }>>();
  const found: Diagnostic[] = [];
  for (const entry of entries) {
    const { id } = entry.value;
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, entry);
      continue;
    }
    // Of a copied file and its original, the copy is the one that is not called as its id says.
    const [wrong, right] = isNamedBy(entry) && !isNamedBy(other) ? [other, entry] : [entry, other];
    const related = relatedTo(draft, 'also defined here', right, ['id']);
    found.push({ code: 'duplicate-id', facts: { kind, id }, ...atPlace(draft, wrong, ['id']), related });
  }
  return found;
}

function isNamedBy({ file, value }: DraftEntry<{ readonly id: string }>): boolean {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '') === value.id;
}
