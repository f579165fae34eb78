import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

/** A role never asks for the same thing twice. */
export const requirementTwice: Check = {
  code: 'requirement-twice',
  why: 'The skill would weigh double in the score, and the screen would show two gaps for one skill.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n  - skill: java\n    level: 4\n    importance: helpful\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 4\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      const first = new Map<string, number>();
      entry.value.requirements.forEach(({ id, name }, i) => {
        const before = first.get(id);
        if (before === undefined) {
          first.set(id, i);
          return;
        }
        const path = ['requirements', i];
        const related = relatedTo(draft, 'first required here', entry, ['requirements', before]);
        const at = atPlace(draft, entry, name === undefined ? [...path, 'anyOf', 0, 'skill'] : path);
        found.push({ code: 'requirement-twice', facts: { id }, ...at, related });
      });
    }
    return found;
  },
};
