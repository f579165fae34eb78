import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { eachSkillReference } from './skill-references.ts';

/** Something uses a skill: a role, or a relation of another skill. */
export const unusedSkill: Check = {
  code: 'unused-skill',
  why: 'People are asked to rate a skill that changes no score. Often its id is misspelled where it should have been used.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n  - skill: go\n    level: 2\n    importance: helpful\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const used = new Set<string>();
    eachSkillReference(draft, (entry, _, skill) => {
      if (entry.value.id !== skill) used.add(skill);
    });
    for (const entry of draft.skills) {
      // A skill that states a relation serves those that it is related to.
      const { id, related, implies, usually, general } = entry.value;
      if (used.has(id) || related.length + implies.length + usually.length > 0 || general !== undefined) continue;
      found.push({ code: 'unused-skill', facts: { skill: entry.value.id }, ...atPlace(draft, entry, ['id']) });
    }
    return found;
  },
};
