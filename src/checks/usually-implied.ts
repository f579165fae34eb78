import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { impliedOffsets } from './implied-offsets.ts';

/** What is usual says more than what is implied anyway. */
export const usuallyImplied: Check = {
  code: 'usually-implied',
  why: 'The edge changes nothing: whoever holds the skill is credited with that level already.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: spring\n  name: Spring\n  implies: [{ skill: java, offset: -1 }]\n  usually: [{ skill: java, offset: -2 }]\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: spring\n  name: Spring\n  implies: [{ skill: java, offset: -1 }]\n  usually: [{ skill: java, offset: 0 }]\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const skills = new Map(draft.skills.map(({ value }) => [value.id, value]));
    for (const entry of draft.skills) {
      const { id, usually } = entry.value;
      if (usually.length === 0) continue;
      const implied = impliedOffsets(entry.value, skills);
      usually.forEach((edge, i) => {
        const offset = implied.get(edge.skill);
        if (offset === undefined || edge.skill === id || edge.offset > offset) return;
        const facts = { skill: id, implied: edge.skill, offset };
        found.push({ code: 'usually-implied', facts, ...atPlace(draft, entry, ['usually', i, 'skill']) });
      });
    }
    return found;
  },
};
