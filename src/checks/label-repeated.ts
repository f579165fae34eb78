import type { Diagnostic } from '../core/model/diagnostic.ts';
import { normaliseLabel } from '../core/model/label.ts';
import type { CatalogDraft } from '../core/model/model.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';
import { type Label, labelsAndCuesOf, labelsOf } from './labels.ts';

/** An alternative label, or a cue, that says what the entry's id, name or another label of it says already. */
export const labelRepeated: Check = {
  code: 'label-repeated',
  why: 'Names are compared without case, spaces, hyphens and underscores, so the label adds nothing and hides the ones that do.',
  failing: { 'skills/core.yaml': '- id: spring-boot\n  name: Spring Boot\n  altLabels: [spring_boot, springboot]\n' },
  passing: { 'skills/core.yaml': '- id: spring-boot\n  name: Spring Boot\n  altLabels: [springboot]\n' },
  run(draft) {
    return [...repeats(draft, labelsAndCuesOf(draft)), ...repeats(draft, labelsOf(draft).roles)];
  },
};

/** A label that counts in lists alone may be a cue as well: then adverts ask for it in a sentence too. */
function widens(draft: CatalogDraft, { entry, path, text }: Label): boolean {
  const skill = path[0] === 'cues' ? draft.skills.find((one) => one === entry) : undefined;
  return Object.keys(skill?.value.ambiguous ?? {}).some((label) => normaliseLabel(label) === normaliseLabel(text));
}

function repeats(draft: CatalogDraft, labels: readonly Label[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  let entry: Label['entry'] | undefined;
  let own = new Map<string, Label>();
  for (const label of labels) {
    if (label.entry !== entry) {
      entry = label.entry;
      own = new Map();
    }
    const first = own.get(label.key);
    if (first === undefined) own.set(label.key, label);
    else if (label.path.length > 1 && !widens(draft, label)) {
      const as = first.path.length > 1 ? `the label "${first.text}"` : `its ${String(first.path[0])}`;
      found.push({
        code: 'label-repeated',
        facts: { label: label.text, as },
        ...atPlace(draft, label.entry, label.path),
        related: relatedTo(draft, 'said here already', first.entry, first.path),
      });
    }
  }
  return found;
}
