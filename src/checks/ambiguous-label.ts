import type { Diagnostic } from '../core/model/diagnostic.ts';
import { normaliseLabel } from '../core/model/label.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** `ambiguous` speaks of labels that the skill has. */
export const ambiguousLabel: Check = {
  code: 'ambiguous-label',
  why: 'The label that was meant stays as it is, and the everyday word goes on being read as the skill.',
  failing: {
    'skills/core.yaml': '- id: express\n  name: Express\n  ambiguous: { Expres: [list, tool] }\n',
  },
  passing: {
    'skills/core.yaml': '- id: express\n  name: Express\n  ambiguous: { Express: [list, tool] }\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      const { id, name, altLabels, ambiguous } = entry.value;
      if (ambiguous === undefined) continue;
      const labels = new Set([id, name, ...altLabels].map(normaliseLabel));
      for (const label of Object.keys(ambiguous)) {
        if (labels.has(normaliseLabel(label))) continue;
        const at = atPlace(draft, entry, ['ambiguous', label], 'key');
        found.push({ code: 'ambiguous-label', facts: { label, skill: id }, ...at });
      }
    }
    return found;
  },
};
