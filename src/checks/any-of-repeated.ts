import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

/** No member of an `anyOf` stands in it twice. */
export const anyOfRepeated: Check = {
  code: 'any-of-repeated',
  why: 'One skill would count as two alternatives, so that "two of these" could be met with one.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [java, go, java]\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [java, go]\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ anyOf }, i) => {
        const first = new Map<string, number>();
        anyOf.forEach(({ skill }, j) => {
          const path = ['requirements', i, 'anyOf'];
          const before = first.get(skill);
          if (before === undefined) {
            first.set(skill, j);
            return;
          }
          const related = relatedTo(draft, 'first named here', entry, [...path, before]);
          found.push({ code: 'any-of-repeated', facts: { skill }, ...atPlace(draft, entry, [...path, j]), related });
        });
      });
    }
    return found;
  },
};
