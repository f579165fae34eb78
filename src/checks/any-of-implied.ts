import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';
import { impliedOffsets } from './implied-offsets.ts';

/**
 * No member of an `anyOf` implies another member at the level that is asked of that one, unless all of them are asked: then none
 * is an alternative. Where the implied level falls short, both belong: TypeScript at 3 implies JavaScript at 2 alone.
 */
export const anyOfImplied: Check = {
  code: 'any-of-implied',
  why: 'They are not alternatives: who holds the one holds the other, and "two of these" is met by a single skill.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: kotlin\n  name: Kotlin\n  implies: [{ skill: java, offset: -1 }]\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [kotlin, { skill: java, level: 2 }]\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: kotlin\n  name: Kotlin\n  implies: [{ skill: java, offset: -1 }]\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [kotlin, java, go]\n    name: a language\n    level: 3\n    importance: essential\n  - anyOf: [java, kotlin]\n    atLeast: 2\n    name: both languages of the virtual machine\n    level: 2\n    importance: helpful\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const skills = new Map(draft.skills.map(({ value }) => [value.id, value]));
    const offsets = new Map<string, ReadonlyMap<string, number>>();
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ anyOf, family, atLeast }, i) => {
        // A family is whatever the catalogue has of it: nobody chose its members to be alternatives. Where all are asked,
        // the group is one clause that names several things ("Docker and Kubernetes").
        if (family !== undefined || atLeast >= anyOf.length) return;
        const members = new Map(anyOf.map((one, j) => [one.skill, { at: j, asked: one.level }]));
        anyOf.forEach(({ skill, level }, j) => {
          const known = skills.get(skill);
          if (known === undefined) return;
          const implied = offsets.get(skill) ?? impliedOffsets(known, skills);
          offsets.set(skill, implied);
          for (const [other, offset] of implied) {
            const member = members.get(other);
            if (member === undefined || member.at === j || level + offset < member.asked) continue;
            const path = ['requirements', i, 'anyOf'];
            const related = relatedTo(draft, 'the implied one stands here', entry, [...path, member.at]);
            const facts = { skill, level, implied: other, impliedLevel: level + offset };
            found.push({ code: 'any-of-implied', facts, ...atPlace(draft, entry, [...path, j]), related });
          }
        });
      });
    }
    return found;
  },
};
