import type { Diagnostic } from '../core/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** An implication never raises a level, and a transfer lies between 0 and 1. */
export const relationRanges: Check = {
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      const skill = entry.value.id;
      entry.value.implies.forEach(({ skill: implied, offset }, i) => {
        if (offset <= 0) return;
        const facts = { skill, implied, offset };
        found.push({ code: 'implication-raises', facts, ...atPlace(draft, entry, ['implies', i, 'offset']) });
      });
      entry.value.related.forEach(({ skill: related, transfer }, i) => {
        if (transfer > 0 && transfer < 1) return;
        const facts = { skill, related, transfer };
        found.push({ code: 'transfer-range', facts, ...atPlace(draft, entry, ['related', i, 'transfer']) });
      });
    }
    return found;
  },
};
