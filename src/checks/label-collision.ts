import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';
import { collisionsWithinPacks, labelsOf } from './labels.ts';

/**
 * Matching is exact, so one normalised label must lead to one skill, or to one role. Over several packs it does: the last one
 * that has the label wins, which `label-overridden` tells.
 */
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
    return [...collisionsWithinPacks(skills), ...collisionsWithinPacks(roles)].map(({ label, owner }) => ({
      code: 'label-collision',
      facts: { label: label.text, id: label.id, other: owner.id },
      ...atPlace(draft, label.entry, label.path),
      related: relatedTo(draft, `${owner.id} has it here`, owner.entry, owner.path),
    }));
  },
};
