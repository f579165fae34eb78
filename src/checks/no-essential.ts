import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** The weight from which a requirement is essential; a test holds it against `data/scale.yaml`. */
export const essentialFrom = 4;

/** A role has something that nobody can do without. */
export const noEssential: Check = {
  code: 'no-essential',
  why: 'The verdict looks at the essentials first. Nobody is ever ready for a role without one.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: helpful\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      const { id, requirements } = entry.value;
      // A number from an imported taxonomy is a weight; 4 and above is essential.
      const isEssential = requirements.some(
        ({ importance }) => importance === 'essential' || Number(importance) >= essentialFrom,
      );
      if (requirements.length === 0 || isEssential) continue;
      found.push({ code: 'no-essential', facts: { role: id }, ...atPlace(draft, entry, ['requirements'], 'key') });
    }
    return found;
  },
};
