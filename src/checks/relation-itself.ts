import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { relationLists } from './relations.ts';

/** No skill is related to itself or implied by itself, and no role leads to itself. */
export const relationItself: Check = {
  code: 'relation-itself',
  why: 'It says nothing; most often another one was meant, and that one is missing.',
  failing: {
    'skills/core.yaml':
      '- id: quarkus\n  name: Quarkus\n  related: [{ skill: quarkus, transfer: 0.6 }]\n- id: spring-boot\n  name: Spring Boot\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: quarkus\n  name: Quarkus\n  related: [{ skill: spring-boot, transfer: 0.6 }]\n- id: spring-boot\n  name: Spring Boot\n',
  },
  run: (draft) =>
    relationLists(draft)
      .flat()
      // `usually-itself` and, where it goes round, `implication-cycle` have rules of their own.
      .filter(({ entry, list, path, to }) => to === entry.value.id && list !== 'usually' && !goesRound(entry.value, list, path))
      .map(({ entry, list, path, to }) => ({
        code: 'relation-itself',
        facts: { id: to, list },
        ...atPlace(draft, entry, path),
      })),
};

function goesRound(value: object, list: string, [, i]: readonly (string | number)[]): boolean {
  if (list !== 'implies' || !('implies' in value) || !Array.isArray(value.implies)) return false;
  const edge: unknown = value.implies[Number(i)];
  return typeof edge === 'object' && edge !== null && 'offset' in edge && Number(edge.offset) >= 0;
}
