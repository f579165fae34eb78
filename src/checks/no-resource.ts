import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A skill has at least one resource to learn it from. */
export const noResource: Check = {
  code: 'no-resource',
  why: 'Whoever lacks the skill is told to learn it, and not where to begin.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources: [{ title: Learn Java, url: "https://dev.java/learn/" }]\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      const { id, learn } = entry.value;
      if (Object.values(learn).some((step) => step.resources.length > 0)) continue;
      found.push({ code: 'no-resource', facts: { skill: id }, ...atPlace(draft, entry, ['id']) });
    }
    return found;
  },
};
