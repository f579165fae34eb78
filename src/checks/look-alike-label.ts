import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CatalogDraft } from '../core/model/model.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';
import { type Label, labelsOf } from './labels.ts';
import { plainLook } from './plain-look.ts';

/** Two labels that look the same and are not: a Cyrillic а for a Latin a, or an invisible character. */
export const lookAlikeLabel: Check = {
  code: 'look-alike-label',
  why: 'On screen the two names are one, but a profile that uses one of them never matches the other.',
  failing: { 'skills/core.yaml': '- id: python\n  name: Python\n- id: snake\n  name: Snake\n  altLabels: [Руthоn]\n' },
  passing: { 'skills/core.yaml': '- id: python\n  name: Python\n- id: snake\n  name: Snake\n' },
  run(draft) {
    const { skills, roles } = labelsOf(draft);
    return [...lookAlikes(draft, skills), ...lookAlikes(draft, roles)];
  },
};

function lookAlikes(draft: CatalogDraft, labels: readonly Label[]): Diagnostic[] {
  const strange = labels.filter((label) => plainLook(label.key) !== label.key);
  if (strange.length === 0) return [];
  const found: Diagnostic[] = [];
  const byLook = new Map<string, Label>();
  const oddOnes = new Set(strange);
  for (const label of labels) if (!oddOnes.has(label) && !byLook.has(label.key)) byLook.set(label.key, label);
  for (const label of strange) {
    const look = plainLook(label.key);
    const other = byLook.get(look);
    if (other === undefined) byLook.set(look, label);
    else if (other.key !== label.key) {
      found.push({
        code: 'look-alike-label',
        facts: { label: label.text, id: label.id, other: other.text, otherId: other.id },
        ...atPlace(draft, label.entry, label.path),
        related: relatedTo(draft, 'it looks like this one', other.entry, other.path),
      });
    }
  }
  return found;
}
