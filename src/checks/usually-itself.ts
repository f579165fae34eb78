import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A skill does not usually come with itself. */
export const usuallyItself: Check = {
  code: 'usually-itself',
  why: 'It says nothing; most often another skill was meant, and its estimate is missing.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n  usually: [{ skill: java, offset: -1 }]\n- id: git\n  name: Git\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n  usually: [{ skill: git, offset: -1 }]\n- id: git\n  name: Git\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      const { id, usually } = entry.value;
      usually.forEach((edge, i) => {
        if (edge.skill !== id) return;
        found.push({ code: 'usually-itself', facts: { skill: id }, ...atPlace(draft, entry, ['usually', i, 'skill']) });
      });
    }
    return found;
  },
};
