import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';
import { type Relation, relationLists } from './relations.ts';

/** A list of relations names each other entry once. */
export const relationTwice: Check = {
  code: 'relation-twice',
  why: 'Of two lines about one relation only one can count, and nobody sees which; the other one was most often meant for another entry.',
  failing: {
    'skills/core.yaml':
      '- id: quarkus\n  name: Quarkus\n  related: [{ skill: spring-boot, transfer: 0.6 }, { skill: spring-boot, transfer: 0.3 }]\n- id: spring-boot\n  name: Spring Boot\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: quarkus\n  name: Quarkus\n  related: [{ skill: spring-boot, transfer: 0.6 }]\n- id: spring-boot\n  name: Spring Boot\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const list of relationLists(draft)) {
      const first = new Map<string, Relation>();
      for (const relation of list) {
        const other = first.get(relation.to);
        if (other === undefined) first.set(relation.to, relation);
        else {
          const { entry, path, to } = relation;
          const related = relatedTo(draft, 'first named here', other.entry, other.path);
          const facts = { id: entry.value.id, list: relation.list, to };
          found.push({ code: 'relation-twice', facts, ...atPlace(draft, entry, path), related });
        }
      }
    }
    return found;
  },
};
