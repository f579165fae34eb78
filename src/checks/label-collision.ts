import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CatalogDraft } from '../core/model/model.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';
import { type Label, labelsOf } from './labels.ts';

/** Matching is exact, so one normalised label must lead to one skill, or to one role. */
export const labelCollision: Check = {
  code: 'label-collision',
  why: 'A person writes "spring"; when two skills answer to it, one of them gets the level by accident.',
  failing: {
    'skills/core.yaml':
      '- id: spring-boot\n  name: Spring Boot\n  altLabels: [Spring]\n- id: spring-framework\n  name: Spring Framework\n  altLabels: [spring]\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: spring-boot\n  name: Spring Boot\n- id: spring-framework\n  name: Spring Framework\n  altLabels: [spring]\n',
  },
  run(draft) {
    const { skills, roles } = labelsOf(draft);
    return [...collisions(draft, skills), ...collisions(draft, roles)];
  },
};

function collisions(draft: CatalogDraft, labels: readonly Label[]): Diagnostic[] {
  // An id owns its label first, whatever the order of the entries.
  const owners = new Map<string, Label>();
  for (const label of labels) if (label.path[0] === 'id' && !owners.has(label.key)) owners.set(label.key, label);
  const found: Diagnostic[] = [];
  for (const label of labels) {
    const owner = owners.get(label.key);
    if (owner === undefined) owners.set(label.key, label);
    else if (owner.id !== label.id) {
      found.push({
        code: 'label-collision',
        facts: { label: label.text, id: label.id, other: owner.id },
        ...atPlace(draft, label.entry, label.path),
        related: relatedTo(draft, `${owner.id} has it here`, owner.entry, owner.path),
      });
    }
  }
  return found;
}
