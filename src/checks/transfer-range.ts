import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** Nearer to 1, a mean of credits could round to full credit, and make a person ready without the skill. */
const highestTransfer = 0.999;

/** A transfer lies between 0 and 1, both excluded. */
export const transferRange: Check = {
  code: 'transfer-range',
  why: 'A transfer of 1 would make a person ready without the skill, one above 1 would give more than full credit, and 0 says nothing.',
  failing: {
    'skills/core.yaml':
      '- id: mysql\n  name: MySQL\n- id: postgresql\n  name: PostgreSQL\n  related: [{ skill: mysql, transfer: 1.2 }]\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: mysql\n  name: MySQL\n- id: postgresql\n  name: PostgreSQL\n  related: [{ skill: mysql, transfer: 0.7 }]\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      entry.value.related.forEach(({ skill: related, transfer }, i) => {
        if (transfer > 0 && transfer <= highestTransfer) return;
        const facts = { skill: entry.value.id, related, transfer };
        found.push({ code: 'transfer-range', facts, ...atPlace(draft, entry, ['related', i, 'transfer']) });
      });
    }
    return found;
  },
};
