import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { collisionsAcrossPacks, labelsOf } from './labels.ts';

/** A label of a later pack takes the name from an entry of an earlier one, so that a richer catalogue below breaks no pack. */
export const labelOverridden: Check = {
  code: 'label-overridden',
  why: 'What people write by this name counts for the later pack alone; whoever meant the earlier skill gets nothing for it.',
  failing: {
    'pack.yaml': 'name: ours\n',
    'skills/core.yaml': '- id: our-java\n  name: Our Java\n  altLabels: [Java]\n',
  },
  passing: {
    'pack.yaml': 'name: ours\n',
    'skills/core.yaml': '- id: our-java\n  name: Our Java\n',
  },
  run(draft) {
    const { skills, roles } = labelsOf(draft);
    return [...collisionsAcrossPacks(skills), ...collisionsAcrossPacks(roles)].map(({ label, owner }) => ({
      code: 'label-overridden',
      facts: { label: owner.text, id: owner.id, other: label.id, pack: draft.packs[label.entry.layer]?.name ?? '' },
      ...atPlace(draft, owner.entry, owner.path),
    }));
  },
};
