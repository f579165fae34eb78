import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** An entry whose id an earlier pack has is put in that one's place, whole. */
export const replacedEntry: Check = {
  code: 'replaced-entry',
  why: 'Every score that asks for it changes, and nothing of the earlier entry is left: no label, no learning step.',
  failing: {
    'pack.yaml': 'name: ours\n',
    'skills/core.yaml': '- id: java\n  name: Java\n',
  },
  passing: {
    'pack.yaml': 'name: ours\n',
    'skills/core.yaml': '- id: our-java\n  name: Our Java\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    if (draft.packs.every(({ replaces = [] }) => replaces.length === 0)) return found;
    const entries = {
      skill: new Map(draft.skills.map((entry) => [entry.value.id, entry])),
      role: new Map(draft.roles.map((entry) => [entry.value.id, entry])),
    };
    draft.packs.forEach(({ replaces = [] }, layer) => {
      for (const { kind, id, of } of replaces) {
        const entry = entries[kind].get(id);
        // A still later pack may have replaced it in turn.
        if (entry?.layer !== layer) continue;
        found.push({ code: 'replaced-entry', facts: { kind, id, of }, ...atPlace(draft, entry, ['id']) });
      }
    });
    return found;
  },
};
