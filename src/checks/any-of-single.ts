import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** `anyOf` offers a choice. */
export const anyOfSingle: Check = {
  code: 'any-of-single',
  why: 'A choice of one is a plain requirement in disguise; most often an alternative was forgotten or lost in an edit.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [java]\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [java, go]\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ anyOf, name, family }, i) => {
        // A requirement of one skill is a group of one in the model, but has no name. A family may grow.
        if (anyOf.length !== 1 || name === undefined || family !== undefined) return;
        const at = atPlace(draft, entry, ['requirements', i, 'anyOf'], 'key');
        found.push({ code: 'any-of-single', facts: { skill: anyOf[0]?.skill ?? '' }, ...at });
      });
    }
    return found;
  },
};
