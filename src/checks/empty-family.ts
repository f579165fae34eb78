import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A family that a role asks for has members. */
export const emptyFamily: Check = {
  code: 'empty-family',
  why: 'Nobody could ever meet the requirement, so every fit would be too low and nobody would see why.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: { family: backend-language }\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  families: [backend-language]\n- id: go\n  name: Go\n  families: [backend-language]\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: { family: backend-language }\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ family, anyOf }, i) => {
        if (family === undefined || anyOf.length > 0) return;
        const at = atPlace(draft, entry, ['requirements', i, 'anyOf', 'family']);
        found.push({ code: 'empty-family', facts: { family: family.name }, ...at });
      });
    }
    return found;
  },
};
