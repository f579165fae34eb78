import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** Never more alternatives are asked than there are. */
export const atLeastRange: Check = {
  code: 'at-least-range',
  why: 'A group that asks for more members than it has can never be met, and caps the fit below 100 for everybody.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [java, go]\n    name: a language\n    atLeast: 3\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [java, go]\n    name: a language\n    atLeast: 2\n    level: 3\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ anyOf: { length: members }, atLeast }, i) => {
        // None at all is the matter of `empty-family`.
        if (atLeast <= members || members === 0) return;
        found.push({
          code: 'at-least-range',
          facts: { atLeast, members },
          ...atPlace(draft, entry, ['requirements', i, 'atLeast']),
        });
      });
    }
    return found;
  },
};
