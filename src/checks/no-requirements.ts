import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A role asks for something. */
export const noRequirements: Check = {
  code: 'no-requirements',
  why: 'Everybody would fit a role that asks for nothing, so its number would mean nothing.',
  failing: {
    'roles/developer.yaml': 'id: developer\ntitle: Developer\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      if (entry.value.requirements.length > 0) continue;
      found.push({ code: 'no-requirements', facts: { role: entry.value.id }, ...atPlace(draft, entry, ['requirements'], 'key') });
    }
    return found;
  },
};
