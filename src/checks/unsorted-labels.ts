import type { Diagnostic } from '../core/model/diagnostic.ts';
import { labelOrder } from '../core/model/label.ts';
import type { DraftEntry, NodePath } from '../core/model/model.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** `altLabels`, `cues` and `altTitles` stand sorted by code point, lower-cased. */
export const unsortedLabels: Check = {
  code: 'unsorted-labels',
  why: 'In a sorted list a label that is there already is seen at once, and two branches that each add one merge without a conflict.',
  failing: { 'skills/core.yaml': '- id: postgresql\n  name: PostgreSQL\n  altLabels: [postgres, pgsql]\n' },
  passing: { 'skills/core.yaml': '- id: postgresql\n  name: PostgreSQL\n  altLabels: [pgsql, postgres]\n' },
  run(draft) {
    const found: Diagnostic[] = [];
    const look = (entry: DraftEntry<unknown>, list: string, labels: readonly string[]): void => {
      const at = labels.findIndex((label, i) => i > 0 && labelOrder(labels[i - 1] as string, label) > 0);
      if (at < 0) return;
      const facts = { list, label: labels[at] as string, before: labels[at - 1] as string };
      const path: NodePath = [list, at];
      found.push({ code: 'unsorted-labels', facts, ...atPlace(draft, entry, path) });
    };
    for (const entry of draft.skills) {
      look(entry, 'altLabels', entry.value.altLabels);
      look(entry, 'cues', entry.value.cues ?? []);
    }
    for (const entry of draft.roles) look(entry, 'altTitles', entry.value.altTitles);
    return found;
  },
};
