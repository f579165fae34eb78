import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** An implication never raises a level. */
export const implicationRaises: Check = {
  code: 'implication-raises',
  why: 'Who holds a skill at 3 would be credited with another at 4: levels that nobody declared would appear from nothing.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: spring-boot\n  name: Spring Boot\n  implies: [{ skill: java, offset: 1 }]\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: spring-boot\n  name: Spring Boot\n  implies: [{ skill: java, offset: -1 }]\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      entry.value.implies.forEach(({ skill: implied, offset }, i) => {
        if (offset <= 0) return;
        const facts = { skill: entry.value.id, implied, offset };
        found.push({ code: 'implication-raises', facts, ...atPlace(draft, entry, ['implies', i, 'offset']) });
      });
    }
    return found;
  },
};
