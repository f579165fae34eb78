import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CatalogDraft } from '../core/model/model.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

/** No member of an `anyOf` implies another member, unless all of them are asked: then none is an alternative. */
export const anyOfImplied: Check = {
  code: 'any-of-implied',
  why: 'They are not alternatives: who holds the one holds the other, and "two of these" is met by a single skill.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: kotlin\n  name: Kotlin\n  implies: [{ skill: java, offset: -1 }]\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [kotlin, java]\n    name: a language\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: kotlin\n  name: Kotlin\n  implies: [{ skill: java, offset: -1 }]\n- id: go\n  name: Go\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - anyOf: [go, java]\n    name: a language\n    level: 3\n    importance: essential\n  - anyOf: [java, kotlin]\n    atLeast: 2\n    name: both languages of the virtual machine\n    level: 2\n    importance: helpful\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const implied = makeImplied(draft);
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ anyOf, family, atLeast }, i) => {
        // A family is whatever the catalogue has of it: nobody chose its members to be alternatives. Where all are asked,
        // the group is one clause that names several things ("Docker and Kubernetes").
        if (family !== undefined || atLeast >= anyOf.length) return;
        const members = new Map(anyOf.map((one, j) => [one.skill, j]));
        anyOf.forEach(({ skill }, j) => {
          for (const other of implied(skill)) {
            const at = members.get(other);
            if (at === undefined || at === j) continue;
            const path = ['requirements', i, 'anyOf'];
            const related = relatedTo(draft, 'the implied one stands here', entry, [...path, at]);
            const facts = { skill, implied: other };
            found.push({ code: 'any-of-implied', facts, ...atPlace(draft, entry, [...path, j]), related });
          }
        });
      });
    }
    return found;
  },
};

/** All that a skill implies, through other skills too; worked out once for each skill that is asked about. */
function makeImplied(draft: CatalogDraft): (skill: string) => ReadonlySet<string> {
  const direct = new Map(draft.skills.map(({ value }) => [value.id, value.implies.map((one) => one.skill)]));
  const known = new Map<string, ReadonlySet<string>>();
  return (skill) => {
    const before = known.get(skill);
    if (before !== undefined) return before;
    const reached = new Set<string>();
    const open = [skill];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const next of direct.get(id) ?? []) {
        if (next === skill || reached.has(next)) continue;
        reached.add(next);
        open.push(next);
      }
    }
    known.set(skill, reached);
    return reached;
  };
}
