import type { Diagnostic } from '../core/diagnostic.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

/** A role asks for something, never for the same thing twice, and never for more alternatives than there are. */
export const requirementCounts: Check = {
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      const role = entry.value;
      if (role.requirements.length === 0) {
        found.push({ code: 'no-requirements', facts: { role: role.id }, ...atPlace(draft, entry, ['requirements'], 'key') });
      }
      const first = new Map<string, number>();
      role.requirements.forEach((requirement, i) => {
        const members = requirement.anyOf.length;
        const { atLeast, id } = requirement;
        const path = ['requirements', i];
        if (atLeast > members) {
          found.push({ code: 'at-least-range', facts: { atLeast, members }, ...atPlace(draft, entry, [...path, 'atLeast']) });
        }
        const before = first.get(id);
        if (before === undefined) first.set(id, i);
        else {
          const related = relatedTo(draft, 'first required here', entry, ['requirements', before]);
          found.push({ code: 'requirement-twice', facts: { id }, ...atPlace(draft, entry, path), related });
        }
      });
    }
    return found;
  },
};
