import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A learn list leaves out no level between its first and its last. */
export const learnGap: Check = {
  code: 'learn-gap',
  why: 'A plan goes up level by level; at the one that is left out it has nothing to tell.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources: [{ title: Learn Java, url: "https://dev.java/learn/" }]\n    3: { do: Write a service. }\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources: [{ title: Learn Java, url: "https://dev.java/learn/" }]\n    2: { do: Write a program with tests. }\n    3: { do: Write a service. }\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      const levels = Object.keys(entry.value.learn).map(Number);
      if (levels.length < 2) continue;
      const [first, last] = [Math.min(...levels), Math.max(...levels)];
      const missing = Array.from({ length: last - first }, (_, i) => first + i).filter((level) => !levels.includes(level));
      if (missing.length === 0) continue;
      const facts = { skill: entry.value.id, missing: missing.join(' and ') };
      found.push({ code: 'learn-gap', facts, ...atPlace(draft, entry, ['learn'], 'key') });
    }
    return found;
  },
};
